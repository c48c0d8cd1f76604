import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { number } from "../i18n/format";
import { pick, useLocale } from "../i18n/text";
import { Badge, Button, Field, Modal, Note } from "./kit";

/** A row of a table as the hub has read it. */
export interface ReadLine {
  line: number;
  violations: readonly { field: string; key: string; message: { en: string; km: string } }[];
}

/** Brings many in from a table: looked over row by row, then taken whole or not at all. */
export function TableImport<Line extends ReadLine>({
  title,
  head,
  columns,
  lines,
  why,
  busy,
  tell,
  onRead,
  onClose,
}: {
  title: string;
  /** What a row is. */
  head: string;
  /** Which columns there may be. */
  columns: ReactNode;
  lines: readonly Line[] | undefined;
  why: string | undefined;
  busy: boolean;
  tell: (line: Line) => ReactNode;
  /** Reads the table, or takes it. */
  onRead: (table: string, take: boolean) => void;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [table, setTable] = useState("");
  const bad = lines?.filter((line) => line.violations.length > 0).length ?? 0;
  return (
    <Modal title={title} open onClose={onClose}>
      <div className="stackv gap-4">
        {why ? <Note tone="danger">{why}</Note> : null}
        <p className="sm muted">{columns}</p>
        <Field label={t`The table`}>
          {(ids) => (
            <input
              className="input"
              type="file"
              accept=".csv,text/csv,text/plain"
              {...ids}
              onChange={async (event) => {
                const file = event.target.files?.[0];
                if (!file) return;
                const text = await file.text();
                setTable(text);
                onRead(text, false);
              }}
            />
          )}
        </Field>
        {lines ? (
          <>
            <p role="status">
              {bad === 0 ? (
                <Badge tone="ok">
                  <Trans>{number(lines.length, locale)} rows, all of them sound</Trans>
                </Badge>
              ) : (
                <Badge tone="danger">
                  <Trans>
                    {number(bad, locale)} of {number(lines.length, locale)} rows are wrong
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
                    <th scope="col">{head}</th>
                    <th scope="col">
                      <Trans>What is wrong</Trans>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {[...lines]
                    .sort((a, b) => Number(b.violations.length > 0) - Number(a.violations.length > 0))
                    .slice(0, 200)
                    .map((line) => (
                      <tr key={line.line}>
                        <td className="num">{number(line.line, locale)}</td>
                        <td>{tell(line)}</td>
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
          <Button kind="primary" disabled={!lines || bad > 0} busy={busy} onClick={() => onRead(table, true)}>
            <Trans>Bring them in</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </div>
    </Modal>
  );
}
