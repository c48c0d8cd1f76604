import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMutation } from "urql";
import { number } from "../../i18n/format";
import { Both, pick, useLocale } from "../../i18n/text";
import { Badge, Button, Field, Modal, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { ImportStakeholdersDocument } from "./stakeholders.gql";
import type { StakeholderMap } from "./use-map";
import { KINDS, TARGETS } from "./words";

/** Brings many onto the map from a table: looked over row by row, then taken whole or not at all. */
export function ImportForm({
  map,
  onClose,
  onDone,
}: {
  map: StakeholderMap;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const [table, setTable] = useState("");
  const [result, read] = useMutation(ImportStakeholdersDocument);
  const payload = result.data?.importStakeholders;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.table ?? wrong.file ?? wrong.campaign;
  const lines = payload?.table?.lines;
  const bad = lines?.filter((line) => line.violations.length > 0).length ?? 0;
  const take = async () => {
    const { data } = await read({ campaign: map.campaign.id, table, take: true });
    if (data?.importStakeholders.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`Bring stakeholders in from a table`} open onClose={onClose}>
      <div className="stackv gap-4">
        {why ? <Note tone="danger">{why}</Note> : null}
        <p className="sm muted">
          <Trans>
            A spreadsheet saved as CSV. Its first line names the columns, in English or Khmer: name, kind,
            other spellings, part of, constituency, level, place, contacts, note, target, owner.
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
                if (!file) return;
                const text = await file.text();
                setTable(text);
                void read({ campaign: map.campaign.id, table: text, take: false });
              }}
            />
          )}
        </Field>
        {lines ? (
          <>
            <p>
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
                    <th scope="col">
                      <Trans>Stakeholder</Trans>
                    </th>
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
                        <td>
                          <Both text={line.name} />{" "}
                          <small className="muted">
                            {i18n._(KINDS[line.kind])} · {i18n._(TARGETS[line.target])}
                          </small>
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
            disabled={!lines || bad > 0}
            busy={result.fetching}
            onClick={() => void take()}
          >
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
