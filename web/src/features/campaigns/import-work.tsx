import type { MessageDescriptor } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { day, number } from "../../i18n/format";
import { Both, pick, useLocale } from "../../i18n/text";
import { Badge, Button, Field, Modal, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import type { CampaignFullFragment } from "./campaigns.gql";
import { ImportCampaignWorkDocument, TacticsDocument } from "./talk.gql";
import { AUDIENCES, SOUGHT, WORK_KINDS, WORK_STATES } from "./words";

/** Brings work in from a table: looked over row by row, then taken whole or not at all. */
export function ImportWork({
  campaign,
  onClose,
  onDone,
}: {
  campaign: CampaignFullFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [table, setTable] = useState("");
  const [result, read] = useMutation(ImportCampaignWorkDocument);
  const payload = result.data?.importCampaignWork;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.table ?? wrong.file;
  const looked = payload?.table;
  const [{ data: lists }] = useQuery({ query: TacticsDocument });
  const tactics = new Map((lists?.terms ?? []).map((term) => [term.code, say(term.label)]));
  const worded = (words: MessageDescriptor | undefined) => (words ? i18n._(words) : null);
  const look = (text: string) => {
    setTable(text);
    void read({ campaign: campaign.id, table: text, take: false });
  };
  const take = async () => {
    const { data } = await read({ campaign: campaign.id, table, take: true });
    if (data?.importCampaignWork.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`Bring work in from a table`} open onClose={onClose}>
      <div className="stackv gap-4">
        {why ? <Note tone="danger">{why}</Note> : null}
        <p className="sm muted">
          <Trans>
            A spreadsheet saved as CSV. Its first line names the columns, in English or Khmer: kind, title,
            first day, last day, organisation, place, status, tactic, audience, change sought, note.
          </Trans>
        </p>
        <Field label={t`The table`}>
          {(ids) => (
            <input
              className="input"
              type="file"
              accept=".csv,text/csv,text/plain"
              {...ids}
              onChange={async (event) => {
                const file = event.target.files?.[0];
                if (file) look(await file.text());
              }}
            />
          )}
        </Field>
        {looked ? (
          <>
            <p>
              {looked.wrong === 0 ? (
                <Badge tone="ok">
                  <Trans>{number(looked.lines.length, locale)} rows, all of them sound</Trans>
                </Badge>
              ) : (
                <Badge tone="danger">
                  <Trans>
                    {number(looked.wrong, locale)} of {number(looked.lines.length, locale)} rows are wrong
                  </Trans>
                </Badge>
              )}
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wide is scrolled by keyboard too */}
            <section className="wide" tabIndex={0} aria-label={t`Rows of the table`}>
              <table className="tbl">
                <caption className="vh">{t`Rows of the table`}</caption>
                <thead>
                  <tr>
                    <th scope="col">
                      <Trans>Row</Trans>
                    </th>
                    <th scope="col">
                      <Trans>What</Trans>
                    </th>
                    <th scope="col">
                      <Trans>Days</Trans>
                    </th>
                    <th scope="col">
                      <Trans>Who does it</Trans>
                    </th>
                    <th scope="col">
                      <Trans>What is wrong</Trans>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {/* Wrong rows first: they are what is looked for. */}
                  {[...looked.lines]
                    .sort((a, b) => Number(b.violations.length > 0) - Number(a.violations.length > 0))
                    .slice(0, 200)
                    .map((line) => (
                      <tr key={line.line}>
                        <td className="num">{number(line.line, locale)}</td>
                        <td>
                          <Both text={line.title} />{" "}
                          <small className="muted">
                            {[
                              i18n._(WORK_KINDS[line.kind]),
                              i18n._(WORK_STATES[line.status]),
                              tactics.get(line.tactic),
                              worded(AUDIENCES[line.audience]),
                              worded(SOUGHT[line.changeSought]),
                            ]
                              .filter(Boolean)
                              .join(" · ")}
                          </small>
                        </td>
                        <td>
                          {[line.startsOn, line.dueOn]
                            .flatMap((iso) => (iso ? [day(iso, locale)] : []))
                            .join(" – ")}
                        </td>
                        <td>
                          {[line.organisation, line.at]
                            .flatMap((one) => (one ? [say(one.name)] : []))
                            .join(" · ")}
                        </td>
                        <td>
                          {line.violations.map((violation) => (
                            <span key={violation.field + violation.key} className="err block">
                              {pick(violation.message, locale).text}
                            </span>
                          ))}
                        </td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </section>
          </>
        ) : null}
        <div className="row wrap">
          <Button
            kind="primary"
            disabled={!looked || looked.wrong > 0}
            busy={result.fetching}
            onClick={() => void take()}
          >
            <Trans>Bring it in</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </div>
    </Modal>
  );
}
