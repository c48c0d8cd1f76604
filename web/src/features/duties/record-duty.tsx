import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { clockInput } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { type DutyRuleFragment, RecordDutyDocument } from "./duties.gql";

/** Records that a member did a duty. */
export function RecordDuty({
  due,
  onClose,
  onDone,
}: {
  due: { membershipId: string; dueOn: string; duty: DutyRuleFragment };
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [result, record] = useMutation(RecordDutyDocument);
  const [form, setForm] = useState({
    doneOn: clockInput(new Date().toISOString()).slice(0, 10),
    validUntil: "",
    period: due.dueOn.slice(0, 4),
    note: "",
  });
  const expiring = due.duty.kind === "EXPIRING";
  const payload = result.data?.recordDuty;
  const wrong = reasons(payload);
  const why = failure(result.error, payload);
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await record({
      input: {
        membership: due.membershipId,
        duty: due.duty.id,
        doneOn: form.doneOn,
        validUntil: expiring ? form.validUntil || null : null,
        period: expiring ? null : Number(form.period) || null,
        note: form.note,
      },
    });
    if (data?.recordDuty.status === "DONE") onDone();
  };
  return (
    <Modal title={say(due.duty.name)} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <TextField label={t`Done on`} type="date" {...field("doneOn")} error={wrong.doneOn} required />
          {expiring ? (
            <TextField label={t`Valid until`} type="date" {...field("validUntil")} error={wrong.validUntil} />
          ) : (
            <TextField
              label={t`For the year`}
              inputMode="numeric"
              {...field("period")}
              error={wrong.period}
            />
          )}
          <TextField label={t`Number or note`} {...field("note")} error={wrong.note} full />
        </div>
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching} disabled={form.doneOn === ""}>
            <Trans>Record it</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
