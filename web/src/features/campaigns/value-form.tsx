import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { Disaggregation } from "../../graphql/schema";
import { clockInput } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { DocumentPicker, type Picked } from "../evidence/pick";
import type { Indicator, Value } from "./indicator";
import {
  ChangeIndicatorValueDocument,
  EnterIndicatorValueDocument,
  type IndicatorPartsFragment,
  RemoveIndicatorValueDocument,
} from "./results.gql";
import { GROUPS, type Listed, SPLITS } from "./words";

/** The quarter before this one, as the usual period. */
function lastQuarter(): [string, string] {
  const today = clockInput(new Date().toISOString()).slice(0, 10);
  const [year = 2026, month = 1] = today.split("-").map(Number);
  const first = Math.floor((month - 1) / 3) * 3;
  const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
  return [iso(Date.UTC(year, first - 3, 1)), iso(Date.UTC(year, first, 0))];
}

/** Writes down what an indicator was in a period, changes it, or takes it out. */
export function ValueForm({
  network,
  item,
  body,
  listed,
  value,
  onClose,
  onDone,
}: {
  network: string;
  item: IndicatorPartsFragment;
  body: Indicator;
  listed: Listed;
  value?: Value | undefined;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [usualFrom, usualTo] = lastQuarter();
  const [fromOn, setFrom] = useState(value?.fromOn ?? usualFrom);
  const [toOn, setTo] = useState(value?.toOn ?? usualTo);
  const [figure, setFigure] = useState(value?.value ?? "");
  const [note, setNote] = useState(value?.note ?? "");
  const [documents, setDocuments] = useState<Picked[]>(value?.documents ?? []);
  const [parts, setParts] = useState<Record<string, string>>(() =>
    Object.fromEntries((value?.parts ?? []).map((part) => [`${part.split} ${part.group}`, part.value ?? ""])),
  );
  const [entering, enter] = useMutation(EnterIndicatorValueDocument);
  const [changing, change] = useMutation(ChangeIndicatorValueDocument);
  const [removing, remove] = useMutation(RemoveIndicatorValueDocument);
  const payload =
    entering.data?.enterIndicatorValue ??
    changing.data?.changeIndicatorValue ??
    removing.data?.removeIndicatorValue;
  const wrong = reasons(payload);
  const why =
    failure(entering.error ?? changing.error ?? removing.error, payload) ?? wrong.indicator ?? wrong.parts;
  const done = (status: string | undefined) => {
    if (status !== "DONE") return;
    onDone();
    onClose();
  };
  const groups = (split: Disaggregation): { code: string; name: string }[] =>
    GROUPS[split]
      ? Object.entries(GROUPS[split]).map(([code, words]) => ({ code, name: i18n._(words) }))
      : Object.entries(listed[split] ?? {}).map(([code, name]) => ({ code, name }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      fromOn,
      toOn,
      value: figure,
      note,
      documents: documents.map((one) => one.id),
      parts: body.splitBy.flatMap((split) =>
        groups(split).map(({ code }) => ({ split, group: code, value: parts[`${split} ${code}`] ?? "" })),
      ),
    };
    if (value) {
      const { data } = await change({ id: value.id, version: value.version, input });
      done(data?.changeIndicatorValue.status);
    } else {
      const { data } = await enter({ indicator: item.id, input });
      done(data?.enterIndicatorValue.status);
    }
  };
  return (
    <Modal title={t`Enter a value`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        <p className="voice">{say(body.statement)}</p>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <TextField
            label={t`First day`}
            type="date"
            value={fromOn}
            error={wrong.fromOn}
            onChange={(event) => setFrom(event.target.value)}
          />
          <TextField
            label={t`Last day`}
            type="date"
            value={toOn}
            error={wrong.toOn}
            onChange={(event) => setTo(event.target.value)}
          />
          <TextField
            label={say(body.unit) ? t`Value (${say(body.unit)})` : t`Value`}
            inputMode="decimal"
            value={figure}
            error={wrong.value}
            onChange={(event) => setFigure(event.target.value)}
          />
        </div>
        {body.splitBy.map((split) => (
          <fieldset key={split} className="stackv gap-2">
            <legend className="label">{i18n._(SPLITS[split])}</legend>
            {wrong[`parts.${split.toLowerCase()}`] ? (
              <span className="err" role="alert">
                {wrong[`parts.${split.toLowerCase()}`]}
              </span>
            ) : null}
            <div className="formgrid narrow">
              {groups(split).map(({ code, name }) => (
                <TextField
                  key={code}
                  label={name}
                  inputMode="decimal"
                  value={parts[`${split} ${code}`] ?? ""}
                  error={wrong[`parts.${split.toLowerCase()}.${code}`]}
                  onChange={(event) => setParts({ ...parts, [`${split} ${code}`]: event.target.value })}
                />
              ))}
            </div>
          </fieldset>
        ))}
        <Field label={t`Why it is not what was expected, and what else there is to say`} error={wrong.note}>
          {(ids) => (
            <textarea
              className="input"
              rows={2}
              {...ids}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <DocumentPicker network={network} value={documents} error={wrong.documents} onChange={setDocuments} />
        {documents.length === 0 ? (
          <p className="sm muted">
            <Trans>Without evidence it can be saved; donors are told that there is none.</Trans>
          </p>
        ) : null}
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={entering.fetching || changing.fetching}>
            <Trans>Save</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          {value ? (
            <Button
              kind="quiet"
              busy={removing.fetching}
              onClick={async () => {
                const { data } = await remove({ id: value.id, version: value.version });
                done(data?.removeIndicatorValue.status);
              }}
            >
              <Trans>Take the value out</Trans>
            </Button>
          ) : null}
        </div>
      </form>
    </Modal>
  );
}
