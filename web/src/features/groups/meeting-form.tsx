import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { clockInput, instant } from "../../i18n/format";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { EditMeetingDocument, type MeetingFullFragment, PlanMeetingDocument } from "./groups.gql";

/** Plans a meeting, or changes one. Times are those of Phnom Penh. */
export function MeetingForm({
  group,
  meeting,
  onClose,
}: {
  group: string;
  meeting?: MeetingFullFragment;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [planning, plan] = useMutation(PlanMeetingDocument);
  const [editing, edit] = useMutation(EditMeetingDocument);
  const [form, setForm] = useState({
    titleKm: meeting?.title.km ?? "",
    titleEn: meeting?.title.en ?? "",
    starts: meeting ? clockInput(meeting.startsAt) : "",
    ends: meeting ? clockInput(meeting.endsAt) : "",
    venueKm: meeting?.venue.km ?? "",
    venueEn: meeting?.venue.en ?? "",
    link: meeting?.link ?? "",
    agendaKm: meeting?.agenda.km ?? "",
    agendaEn: meeting?.agenda.en ?? "",
  });
  const [restricted, setRestricted] = useState(meeting?.sensitivity === "RESTRICTED");
  const [unsaid, setUnsaid] = useState<string>();
  const payload = planning.data?.planMeeting ?? editing.data?.editMeeting;
  const wrong = reasons(payload);
  const why = unsaid ?? failure(planning.error ?? editing.error, payload) ?? wrong.group ?? wrong[""];
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const [startsAt, endsAt] = [instant(form.starts), instant(form.ends)];
    if (!startsAt || !endsAt) {
      setUnsaid(t`Say when it begins and when it ends.`);
      return;
    }
    setUnsaid(undefined);
    const input = {
      title: { en: form.titleEn, km: form.titleKm },
      startsAt,
      endsAt,
      venue: { en: form.venueEn, km: form.venueKm },
      link: form.link,
      agenda: { en: form.agendaEn, km: form.agendaKm },
      restricted,
    };
    if (meeting) {
      const { data } = await edit({ id: meeting.id, version: meeting.version, input });
      if (data?.editMeeting.status === "DONE") onClose();
      return;
    }
    const { data } = await plan({ group, input });
    const made = data?.planMeeting.meeting;
    if (made) await navigate({ to: "/meetings/$id", params: { id: made.id } });
  };
  return (
    <Modal title={meeting ? t`Change the meeting` : t`Plan a meeting`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <TextField
            label={t`Title in Khmer`}
            lang="km"
            {...field("titleKm")}
            error={wrong.title ?? wrong["title.km"]}
          />
          <TextField label={t`Title in English`} lang="en" {...field("titleEn")} error={wrong["title.en"]} />
          <TextField label={t`Begins (time in Phnom Penh)`} type="datetime-local" {...field("starts")} />
          <TextField label={t`Ends`} type="datetime-local" {...field("ends")} error={wrong.endsAt} />
          <TextField label={t`Venue in Khmer`} lang="km" {...field("venueKm")} error={wrong["venue.km"]} />
          <TextField label={t`Venue in English`} lang="en" {...field("venueEn")} error={wrong["venue.en"]} />
          <TextField
            label={t`Link for joining from afar`}
            type="url"
            inputMode="url"
            {...field("link")}
            error={wrong.link}
          />
          <Field label={t`Agenda in Khmer`} full error={wrong["agenda.km"]}>
            {(ids) => <textarea className="input" rows={4} lang="km" {...ids} {...field("agendaKm")} />}
          </Field>
          <Field label={t`Agenda in English`} full error={wrong["agenda.en"]}>
            {(ids) => <textarea className="input" rows={4} lang="en" {...ids} {...field("agendaEn")} />}
          </Field>
        </div>
        <label className="choice">
          <input
            type="checkbox"
            checked={restricted}
            onChange={(event) => setRestricted(event.target.checked)}
          />
          <span>
            <Trans>Only the group, the secretariat and the committee may read it</Trans>
          </span>
        </label>
        <div className="actions">
          <Button type="submit" kind="primary" busy={planning.fetching || editing.fetching}>
            {meeting ? <Trans>Save</Trans> : <Trans>Plan it</Trans>}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
