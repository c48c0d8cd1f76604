import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { DutyKind, Registration } from "../../graphql/schema";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { REGISTRATIONS } from "../../ui/words";
import { AddDutyDocument, type DutyRuleFragment, EditDutyDocument } from "./duties.gql";

/** Words a duty of the network's members, or changes one. */
export function DutyForm({
  network,
  duty,
  onClose,
  onDone,
}: {
  network: string;
  duty: DutyRuleFragment | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const [adding, add] = useMutation(AddDutyDocument);
  const [editing, edit] = useMutation(EditDutyDocument);
  const [form, setForm] = useState({
    km: duty?.name.km ?? "",
    en: duty?.name.en ?? "",
    month: String(duty?.dueMonth ?? ""),
    day: String(duty?.dueDay ?? ""),
    remind: (duty?.remindDays ?? [30, 7]).join(", "),
  });
  const [kind, setKind] = useState<DutyKind>(duty?.kind ?? "EXPIRING");
  const [active, setActive] = useState(duty?.active ?? true);
  const [registrations, setRegistrations] = useState<Registration[]>(duty?.registrations ?? []);
  const payload = adding.data?.addDuty ?? editing.data?.editDuty;
  const wrong = reasons(payload);
  const why = failure(adding.error ?? editing.error, payload) ?? wrong[""];
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      name: { en: form.en, km: form.km },
      kind,
      dueMonth: kind === "YEARLY" ? Number(form.month) || null : null,
      dueDay: kind === "YEARLY" ? Number(form.day) || null : null,
      registrations,
      remindDays: (form.remind.match(/\d+/g) ?? []).map(Number),
      active,
    };
    const status = duty
      ? (await edit({ network, id: duty.id, version: duty.version, input })).data?.editDuty.status
      : (await add({ network, input })).data?.addDuty.status;
    if (status === "DONE") onDone();
  };
  return (
    <Modal title={duty ? t`Change the duty` : t`Add a duty`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <TextField
            label={t`Name in Khmer`}
            lang="km"
            {...field("km")}
            error={wrong.name ?? wrong["name.km"]}
          />
          <TextField label={t`Name in English`} lang="en" {...field("en")} error={wrong["name.en"]} />
          <Field label={t`Falls due`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={kind}
                onChange={(event) => setKind(event.target.value as DutyKind)}
              >
                <option value="EXPIRING">{t`before the paper expires`}</option>
                <option value="YEARLY">{t`on the same day every year`}</option>
              </select>
            )}
          </Field>
          <TextField
            label={t`Reminders, in days before (for example 30, 7)`}
            {...field("remind")}
            error={wrong.remindDays}
          />
          {kind === "YEARLY" ? (
            <>
              <TextField label={t`Month (1–12)`} inputMode="numeric" {...field("month")} />
              <TextField label={t`Day (1–28)`} inputMode="numeric" {...field("day")} error={wrong.dueDay} />
            </>
          ) : null}
        </div>
        <fieldset className="stackv gap-2">
          <legend>
            <Trans>Only for members that are (none chosen: all)</Trans>
          </legend>
          <div className="row wrap gap-3">
            {(Object.keys(REGISTRATIONS) as Registration[]).map((one) => (
              <label key={one} className="choice">
                <input
                  type="checkbox"
                  checked={registrations.includes(one)}
                  onChange={(event) =>
                    setRegistrations(
                      event.target.checked
                        ? [...registrations, one]
                        : registrations.filter((other) => other !== one),
                    )
                  }
                />
                <span>{i18n._(REGISTRATIONS[one])}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <label className="choice">
          <input type="checkbox" checked={active} onChange={(event) => setActive(event.target.checked)} />
          <span>
            <Trans>It is asked for at present</Trans>
          </span>
        </label>
        <div className="actions">
          <Button type="submit" kind="primary" busy={adding.fetching || editing.fetching}>
            <Trans>Save</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
