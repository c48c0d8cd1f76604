import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { send } from "../../app/client";
import { useNetwork } from "../../app/viewer";
import { moment, number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Field, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { ImportsDocument } from "./imports.gql";

/** Where a table of members comes in, and those that wait. */
export function Imports() {
  const { t } = useLingui();
  const { locale } = useLocale();
  const network = useNetwork();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string>();
  const [{ data, error }] = useQuery({
    query: ImportsDocument,
    variables: { network: network?.id ?? "" },
    pause: !network,
    requestPolicy: "cache-and-network",
  });
  if (!data?.network || !network) {
    return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  }
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setWhy(undefined);
    try {
      const name = encodeURIComponent(file.name.slice(0, 200));
      const response = await send(`/files/${network.id}/import?name=${name}`, file);
      if (response.status === 201) {
        const { id } = (await response.json()) as { id: string };
        await navigate({ to: "/imports/$id", params: { id } });
        return;
      }
      const said = (await response.json().catch(() => null)) as {
        violations?: { message: { en: string; km: string } }[];
        message?: { en: string; km: string };
      } | null;
      const message = said?.violations?.[0]?.message ?? said?.message;
      setWhy(
        response.status === 413
          ? t`This file is too large: at most 1 MB.`
          : (message?.[locale] ?? t`The file could not be read. Nothing was changed.`),
      );
    } catch {
      setWhy(t`The hub cannot be reached. Nothing was changed.`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/members">
          <Trans>Members</Trans>
        </Link>
      </nav>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Trans>Import members from a table</Trans>
          </h1>
          <p className="lead">
            <Trans>
              Nothing becomes a record before you have seen every row. Headers may be Khmer or English.
            </Trans>
          </p>
        </div>
      </div>
      <div className="stackv gap-6" style={{ maxWidth: 860 }}>
        <section className="card stackv gap-4" aria-busy={busy}>
          {why ? <Note tone="danger">{why}</Note> : null}
          <Field
            label={t`Table as CSV file`}
            hint={t`From a spreadsheet: save as “CSV UTF-8” or “Unicode text”. At most 2,000 rows.`}
          >
            {(ids) => (
              <input
                className="input"
                type="file"
                accept=".csv,.txt,.tsv,text/csv,text/plain"
                disabled={busy}
                {...ids}
                onChange={(event) => void take(event.target.files?.[0])}
              />
            )}
          </Field>
        </section>
        {data.network.imports.length > 0 ? (
          <section className="card nopad">
            <header>
              <h2>
                <Trans>Tables so far</Trans>
              </h2>
            </header>
            <ul className="list">
              {data.network.imports.map((one) => (
                <li key={one.id}>
                  <Link
                    className="row between wrap gap-3"
                    style={{ padding: "var(--s-3) var(--s-5)", color: "inherit" }}
                    to="/imports/$id"
                    params={{ id: one.id }}
                  >
                    <span>
                      <b>{one.fileName || t`Table`}</b>
                      <br />
                      <span className="sm muted">
                        {moment(one.createdAt, locale)}
                        {" · "}
                        {one.state === "DRAFT" ? (
                          <Plural
                            value={one.rowCount}
                            one="one row"
                            other={`${number(one.rowCount, locale)} rows`}
                          />
                        ) : (
                          <Trans>{number(one.added, locale)} added</Trans>
                        )}
                      </span>
                    </span>
                    <Badge tone={one.state === "DRAFT" ? "pending" : "ok"}>
                      {one.state === "DRAFT" ? <Trans>go on</Trans> : <Trans>done</Trans>}
                    </Badge>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </>
  );
}
