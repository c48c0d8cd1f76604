import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import type { ImportChoice, ImportField, ImportOutcome } from "../../graphql/schema";
import { digits, number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Field, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import {
  ChooseForRowDocument,
  DiscardImportDocument,
  type ImportFullFragment,
  ImportPageDocument,
  type ImportPageQuery,
  MapImportDocument,
  RunImportDocument,
} from "./imports.gql";

const FIELDS: Record<ImportField, MessageDescriptor> = {
  IGNORE: msg`not imported`,
  NAME_KM: msg`Name in Khmer`,
  NAME_EN: msg`Name in English`,
  ACRONYM: msg`Acronym`,
  KIND: msg`Type`,
  TIER: msg`Tier`,
  REGISTRATION: msg`Registration`,
  HQ: msg`Headquarters`,
  THEMES: msg`Themes`,
  EMAIL: msg`E-mail address`,
  PHONE: msg`Telephone`,
  WEBSITE: msg`Website`,
  YEAR_FOUNDED: msg`Year founded`,
};
const OUTCOMES: Record<ImportOutcome, MessageDescriptor> = {
  NEW: msg`new organisation`,
  JOINS: msg`is there, joins`,
  UNDECIDED: msg`say who it is`,
  WRONG: msg`cannot be taken`,
  SKIPPED: msg`left out`,
};
const TONES: Record<ImportOutcome, string> = {
  NEW: "ok",
  JOINS: "accent",
  UNDECIDED: "warn",
  WRONG: "danger",
  SKIPPED: "",
};
const FIELD_OF: Record<string, ImportField> = {
  name: "NAME_KM",
  "name.km": "NAME_KM",
  "name.en": "NAME_EN",
  acronym: "ACRONYM",
  kind: "KIND",
  tier: "TIER",
  registration: "REGISTRATION",
  hq: "HQ",
  themes: "THEMES",
  email: "EMAIL",
  phone: "PHONE",
  website: "WEBSITE",
  yearFounded: "YEAR_FOUNDED",
};

type Preview = NonNullable<ImportPageQuery["memberImport"]>["preview"];

/** One table on its way in: what its columns hold, what would come of each row, and taking it. */
export function ImportPage() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const { id } = useParams({ from: "/inside/imports/$id" });
  const navigate = useNavigate();
  const [only, setOnly] = useState<ImportOutcome | null>(null);
  const [after, setAfter] = useState<number[]>([]);
  const [{ data, error, fetching }, again] = useQuery({
    query: ImportPageDocument,
    variables: { id, only, after: after.at(-1) ?? 1 },
    requestPolicy: "cache-and-network",
  });
  const [running, run] = useMutation(RunImportDocument);
  const [throwing, discard] = useMutation(DiscardImportDocument);
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const found = data.memberImport;
  if (!found) {
    return (
      <EmptyState title={t`This does not exist, or not for you.`}>
        <Link to="/imports" className="btn">
          <Trans>Import members from a table</Trans>
        </Link>
      </EmptyState>
    );
  }
  const { preview } = found;
  const { counts } = preview;
  const payload = running.data?.runImport;
  const against = payload?.status === "INVALID" ? payload.violations : [];
  const why = failure(running.error ?? throwing.error, payload ?? throwing.data?.discardImport);
  const refresh = () => again({ requestPolicy: "network-only" });
  const take = async () => {
    await run({ id, version: found.version });
    setAfter([]);
    refresh();
  };
  const away = async () => {
    const { data: gone } = await discard({ id, version: found.version });
    if (gone?.discardImport.status === "DONE") await navigate({ to: "/imports" });
  };
  const n = (count: number) => number(count, locale);
  return (
    <>
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/members">
          <Trans>Members</Trans>
        </Link>
        <Link to="/imports">
          <Trans>Import members from a table</Trans>
        </Link>
      </nav>
      <div className="pagehead">
        <div className="grow">
          <h1>{found.fileName || t`Table`}</h1>
        </div>
      </div>
      {found.state === "DONE" ? (
        <div className="stackv gap-4">
          <Note>
            <Trans>
              Done: {n(found.added)} organisations added, {n(found.joined)} joined, {n(found.skipped)} rows
              left out.
            </Trans>
          </Note>
          <p>
            <Link to="/members" className="btn primary">
              <Trans>See the members</Trans>
            </Link>
          </p>
        </div>
      ) : (
        <div className="stackv gap-6" aria-busy={fetching}>
          <Columns key={found.version} found={found} onDone={refresh} />
          {why ? <Note tone="danger">{why}</Note> : null}
          {against.length > 0 ? (
            <Note tone="danger">
              <Trans>Nothing was imported. Lines in the way:</Trans>
              <ul>
                {against.slice(0, 10).map((violation) => (
                  <li key={`${violation.field} ${violation.message.en}`}>
                    {digits(violation.field.split(".")[0] ?? "", locale)}: {say(violation.message)}
                  </li>
                ))}
              </ul>
            </Note>
          ) : null}
          <section className="card nopad">
            <header>
              <h2>
                <Plural
                  value={found.rowCount}
                  one="One row"
                  other={`${number(found.rowCount, locale)} rows`}
                />
              </h2>
              {/* biome-ignore lint/a11y/useSemanticElements: filters, not a form */}
              <div className="row wrap gap-2" role="group" aria-label={t`Show only`}>
                {(
                  [
                    [null, found.rowCount],
                    ["NEW", counts.new],
                    ["JOINS", counts.joins],
                    ["UNDECIDED", counts.undecided],
                    ["WRONG", counts.wrong],
                    ["SKIPPED", counts.skipped],
                  ] as [ImportOutcome | null, number][]
                )
                  .filter(([word, count]) => word === null || count > 0)
                  .map(([word, count]) => (
                    <Button
                      key={word ?? "all"}
                      className="small"
                      aria-pressed={only === word}
                      onClick={() => {
                        setOnly(word);
                        setAfter([]);
                      }}
                    >
                      {word ? i18n._(OUTCOMES[word]) : <Trans>all</Trans>} {n(count)}
                    </Button>
                  ))}
              </div>
            </header>
            <ul className="list">
              {preview.rows.map((row) => (
                <Row key={row.line} row={row} found={found} onDone={refresh} />
              ))}
            </ul>
            <div className="actions" style={{ padding: "var(--s-4)" }}>
              {after.length > 0 ? (
                <Button onClick={() => setAfter(after.slice(0, -1))}>
                  <Trans>Rows before</Trans>
                </Button>
              ) : null}
              {preview.hasMore ? (
                <Button onClick={() => setAfter([...after, preview.rows.at(-1)?.line ?? 1])}>
                  <Trans>Rows after</Trans>
                </Button>
              ) : null}
            </div>
          </section>
          <div className="actions">
            <Button
              kind="primary"
              busy={running.fetching}
              disabled={counts.undecided + counts.wrong > 0 || counts.new + counts.joins === 0}
              onClick={() => void take()}
            >
              <Trans>Import {n(counts.new + counts.joins)} organisations</Trans>
            </Button>
            <Button kind="danger" busy={throwing.fetching} onClick={() => void away()}>
              <Trans>Throw the table away</Trans>
            </Button>
            {counts.undecided + counts.wrong > 0 ? (
              <span className="sm muted">
                <Trans>Mend the table, or say of each marked row what it is or leave it out.</Trans>
              </span>
            ) : null}
          </div>
        </div>
      )}
    </>
  );
}

/** What each column holds. */
function Columns({ found, onDone }: { found: ImportFullFragment; onDone: () => void }) {
  const { i18n } = useLingui();
  const [result, map] = useMutation(MapImportDocument);
  const payload = result.data?.mapImport;
  const { say } = useLocale();
  const wrong = payload?.violations[0];
  const why = failure(result.error, payload) ?? (wrong ? say(wrong.message) : undefined);
  const set = async (at: number, field: ImportField) => {
    // A field moves to the column chosen last.
    const fields = found.columns.map((column, index) =>
      index === at ? field : column.field === field ? "IGNORE" : column.field,
    );
    const { data } = await map({ id: found.id, version: found.version, fields });
    if (data?.mapImport.status === "DONE") onDone();
  };
  return (
    <section className="card stackv gap-4">
      <header>
        <h2>
          <Trans>What the columns hold</Trans>
        </h2>
      </header>
      {why ? <Note tone="danger">{why}</Note> : null}
      <div className="formgrid">
        {found.columns.map((column, at) => (
          <Field
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name; headers may be alike
            key={at}
            label={column.header || "–"}
            hint={column.samples.join(" · ").slice(0, 120)}
          >
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={column.field}
                disabled={result.fetching}
                onChange={(event) => void set(at, event.target.value as ImportField)}
              >
                {(Object.keys(FIELDS) as ImportField[]).map((field) => (
                  <option key={field} value={field}>
                    {i18n._(FIELDS[field])}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
    </section>
  );
}

function Row({
  row,
  found,
  onDone,
}: {
  row: Preview["rows"][number];
  found: ImportFullFragment;
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const { locale, say } = useLocale();
  const [result, choose] = useMutation(ChooseForRowDocument);
  const why = failure(result.error, result.data?.chooseForRow);
  const pick = async (choice: ImportChoice | null, organisation?: string) => {
    await choose({
      input: {
        import: found.id,
        version: found.version,
        line: row.line,
        choice,
        ...(organisation ? { organisation } : {}),
      },
    });
    onDone();
  };
  return (
    <li className="row between wrap gap-3" style={{ padding: "var(--s-3) var(--s-5)", alignItems: "start" }}>
      <span className="stackv gap-1">
        <span>
          <span className="muted sm">{digits(String(row.line), locale)}</span> <b>{say(row.name) || "–"}</b>
        </span>
        {row.violations.map((violation) => {
          const field = FIELD_OF[violation.field];
          return (
            <span key={`${violation.field} ${violation.message.en}`} className="sm err">
              {field ? `${i18n._(FIELDS[field])}: ` : ""}
              {say(violation.message)}
            </span>
          );
        })}
        {why ? <Note tone="danger">{why}</Note> : null}
        <span className="row wrap gap-2">
          {row.choice === null || row.choice === undefined
            ? row.candidates.map((candidate) => (
                <Button
                  key={candidate.id}
                  className="small"
                  busy={result.fetching}
                  onClick={() => void pick("SAME", candidate.id)}
                >
                  <Trans>It is {say(candidate.name)}</Trans>
                </Button>
              ))
            : null}
          {row.outcome === "UNDECIDED" ? (
            <Button className="small" busy={result.fetching} onClick={() => void pick("NEW")}>
              <Trans>It is somebody new</Trans>
            </Button>
          ) : null}
          {row.choice === "SKIP" || row.outcome === "NEW" ? null : (
            <Button className="small" busy={result.fetching} onClick={() => void pick("SKIP")}>
              <Trans>Leave it out</Trans>
            </Button>
          )}
          {row.choice ? (
            <Button kind="quiet" className="small" busy={result.fetching} onClick={() => void pick(null)}>
              <Trans>Take that back</Trans>
            </Button>
          ) : null}
        </span>
      </span>
      <Badge tone={TONES[row.outcome]}>{i18n._(OUTCOMES[row.outcome])}</Badge>
    </li>
  );
}
