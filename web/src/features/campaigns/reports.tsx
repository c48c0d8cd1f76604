import { Trans, useLingui } from "@lingui/react/macro";
import { FileDown } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import type { ReportKind } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Field, Loading, Note, TextField } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import type { CampaignFullFragment } from "./campaigns.gql";
import { CampaignReportDocument } from "./results.gql";
import { REPORTS } from "./words";

/** A day or a figure, which is not broken. */
const DAY = /^[\d-]+$/;

/** Those of a campaign itself; those of its map of stakeholders stand there. */
const OF_CAMPAIGNS: ReportKind[] = [
  "PROGRESS",
  "RESULTS",
  "FINANCE",
  "HARVEST",
  "COMMITMENTS",
  "ATTENDANCE",
  "INVITATIONS",
];

/** Reports of a campaign: on the screen, as a table for spreadsheets, and to be printed. */
export function Reports({
  campaign,
  kinds = OF_CAMPAIGNS,
  files = true,
}: {
  campaign: Pick<CampaignFullFragment, "id" | "items">;
  /** Which there are, the first chosen at first. */
  kinds?: ReportKind[];
  /** They may be taken away as files. */
  files?: boolean;
}) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const [kind, setKind] = useState<ReportKind>(kinds[0] ?? "PROGRESS");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [donor, setDonor] = useState("");
  const [outside, setOutside] = useState(false);
  const [language, setLanguage] = useState<"EN" | "KM">(locale === "km" ? "KM" : "EN");
  const input = { kind, from: from || null, to: to || null, donor, public: outside, language };
  const [{ data, error, fetching }] = useQuery({
    query: CampaignReportDocument,
    variables: { id: campaign.id, input },
    requestPolicy: "cache-and-network",
  });
  const report = data?.campaign?.report;
  const donors = [
    ...new Set(
      campaign.items.flatMap(({ body }) =>
        body.__typename === "PlanBudgetLine" && body.donor ? [body.donor] : [],
      ),
    ),
  ].sort();
  const query = new URLSearchParams({ lang: language.toLowerCase() });
  if (from) query.set("from", from);
  if (to) query.set("to", to);
  if (donor) query.set("donor", donor);
  if (outside) query.set("public", "true");
  const file = (ending: string) =>
    `/files/${campaign.id}/report/${kind.toLowerCase()}.${ending}?${query.toString()}`;
  return (
    <section className="stackv gap-6" aria-label={t`Reports`}>
      <div className="formgrid">
        <Field label={t`Which report`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={kind}
              onChange={(event) => setKind(event.target.value as ReportKind)}
            >
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {i18n._(REPORTS[one])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t`In which language`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={language}
              onChange={(event) => setLanguage(event.target.value as "EN" | "KM")}
            >
              <option value="KM">{t`Khmer`}</option>
              <option value="EN">{t`English`}</option>
            </select>
          )}
        </Field>
        <TextField
          label={t`From`}
          type="date"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        <TextField label={t`To`} type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        {kind === "FINANCE" ? (
          <Field label={t`Of which donor`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={donor}
                onChange={(event) => setDonor(event.target.value)}
              >
                <option value="">{t`all`}</option>
                {donors.map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        {kinds.includes("PROGRESS") ? (
          <label className="check">
            <input type="checkbox" checked={outside} onChange={(event) => setOutside(event.target.checked)} />
            <span>
              <Trans>It leaves the team: small groups and names are withheld</Trans>
            </span>
          </label>
        ) : null}
      </div>
      {error ? <Note tone="danger">{failure(error)}</Note> : null}
      {!report && fetching ? <Loading /> : null}
      {report ? (
        <article className="stackv gap-3" lang={language.toLowerCase()} aria-busy={fetching || undefined}>
          <div className="row between wrap gap-3">
            <h2>{report.title}</h2>
            {files ? (
              <span className="row gap-2" lang={locale}>
                <a className="btn small" href={file("csv")} download>
                  <FileDown className="i" aria-hidden="true" />
                  <Trans>Table (CSV)</Trans>
                </a>
                <a className="btn small" href={file("pdf")} download>
                  <FileDown className="i" aria-hidden="true" />
                  <Trans>To print (PDF)</Trans>
                </a>
              </span>
            ) : null}
          </div>
          <p className="sm muted">{report.about.join(" · ")}</p>
          {report.rows.length > 0 ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wide is scrolled by keyboard too
            <section className="wide" tabIndex={0} aria-label={report.title}>
              <table className="tbl report">
                <caption className="vh">{report.title}</caption>
                <thead>
                  <tr>
                    {report.heads.map((head) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {report.rows.map((row, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name; they are shown as they come
                    <tr key={at}>
                      {row.map((cell, place) => (
                        <td key={report.heads[place]} className={DAY.test(cell) ? "day" : undefined}>
                          {cell}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          ) : (
            <p className="muted" lang={locale}>
              <Trans>Nothing falls into this.</Trans>
            </p>
          )}
          {report.foot.map((line) => (
            <p key={line} className="sm">
              {line}
            </p>
          ))}
        </article>
      ) : null}
    </section>
  );
}
