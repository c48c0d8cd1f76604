import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { Plus, Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type {
  CampaignVisibility,
  DialogueKind,
  DialogueMode,
  DialoguePurpose,
  EngagementAttribution,
} from "../../graphql/schema";
import { clockInput, instant, number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Loading, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { PlacePicker } from "../../ui/place-picker";
import { SEEN_BY } from "../commitments/words";
import { ConstituenciesDocument } from "../stakeholders/stakeholders.gql";
import { ATTRIBUTIONS } from "../stakeholders/words";
import { type DialogueFullFragment, EditDialogueDocument, PlanDialogueDocument } from "./dialogues.gql";
import { DIALOGUE_KINDS, MODES, PURPOSES } from "./words";

interface Line {
  key: number;
  constituency: string;
  seats: string;
  least: string;
  women: string;
  youth: string;
  release: string;
}

const digits = (text: string) => text.replace(/\D/g, "");
const maybe = (text: string) => (text === "" ? null : Number(text));

/** Plans a dialogue, or changes what is written of it. Times are those of Phnom Penh. */
export function DialogueForm({
  campaign,
  dialogue,
  onClose,
  onDone,
}: {
  campaign: string;
  dialogue?: DialogueFullFragment | undefined;
  onClose: () => void;
  onDone?: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const navigate = useNavigate();
  const [{ data: lists }] = useQuery({ query: ConstituenciesDocument });
  const [planning, plan] = useMutation(PlanDialogueDocument);
  const [editing, edit] = useMutation(EditDialogueDocument);
  const [kind, setKind] = useState<DialogueKind>(dialogue?.kind ?? "PROVINCIAL_DIALOGUE");
  const [purpose, setPurpose] = useState<DialoguePurpose>(dialogue?.purpose ?? "JOINT_PROBLEM_SOLVING");
  const [mode, setMode] = useState<DialogueMode>(dialogue?.mode ?? "IN_PERSON");
  const [rule, setRule] = useState<EngagementAttribution>(dialogue?.attribution ?? "CHATHAM_HOUSE");
  const [visibility, setVisibility] = useState<CampaignVisibility>(dialogue?.visibility ?? "MEMBERS");
  const [place, setPlace] = useState<string | null>(dialogue?.place ? `place:${dialogue.place.code}` : null);
  const [offers, setOffers] = useState({
    stepFree: dialogue?.stepFree ?? false,
    signLanguage: dialogue?.signLanguage ?? false,
    largePrint: dialogue?.largePrint ?? false,
  });
  const [form, setForm] = useState({
    titleKm: dialogue?.title.km ?? "",
    titleEn: dialogue?.title.en ?? "",
    goalKm: dialogue?.objectives.km ?? "",
    goalEn: dialogue?.objectives.en ?? "",
    starts: dialogue ? clockInput(dialogue.startsAt) : "",
    ends: dialogue ? clockInput(dialogue.endsAt) : "",
    rsvp: dialogue?.rsvpBy ? clockInput(dialogue.rsvpBy) : "",
    venueKm: dialogue?.venue.km ?? "",
    venueEn: dialogue?.venue.en ?? "",
    link: dialogue?.onlineLink ?? "",
    interpretation: dialogue?.interpretation ?? "",
    chair: dialogue?.chair ?? "",
    facilitator: dialogue?.facilitator ?? "",
    contact: dialogue?.contact ?? "",
    capacity: String(dialogue?.capacity ?? ""),
  });
  const [lines, setLines] = useState<Line[]>(
    (dialogue?.seats ?? []).map((of, key) => ({
      key,
      constituency: of.constituency,
      seats: String(of.seats),
      least: of.least > 0 ? String(of.least) : "",
      women: of.womenPct === null ? "" : String(of.womenPct),
      youth: of.youthPct === null ? "" : String(of.youthPct),
      release: of.releaseAt ? clockInput(of.releaseAt) : "",
    })),
  );
  const [unsaid, setUnsaid] = useState<string>();
  const payload = planning.data?.planDialogue ?? editing.data?.editDialogue;
  const wrong = reasons(payload);
  const why = unsaid ?? wrong.dialogue ?? failure(planning.error ?? editing.error, payload);
  const title = dialogue ? t`Change the dialogue` : t`Plan a dialogue`;
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const sum = lines.reduce((all, line) => all + Number(line.seats), 0);
  const room = Number(form.capacity);
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
      kind,
      purpose,
      objectives: { en: form.goalEn, km: form.goalKm },
      startsAt,
      endsAt,
      mode,
      venue: { en: form.venueEn, km: form.venueKm },
      place,
      ...offers,
      interpretation: form.interpretation,
      onlineLink: form.link,
      chair: form.chair,
      facilitator: form.facilitator,
      contact: form.contact,
      capacity: room,
      attribution: rule,
      rsvpBy: instant(form.rsvp),
      visibility,
      seats: lines.map((line) => ({
        constituency: line.constituency,
        seats: Number(line.seats),
        least: Number(line.least),
        womenPct: maybe(line.women),
        youthPct: maybe(line.youth),
        releaseAt: instant(line.release),
      })),
    };
    if (dialogue) {
      const { data } = await edit({ id: dialogue.id, version: dialogue.version, input });
      if (data?.editDialogue.status !== "DONE") return;
      onDone?.();
      onClose();
      return;
    }
    const { data } = await plan({ campaign, input });
    const made = data?.planDialogue.dialogue;
    if (made) await navigate({ to: "/dialogues/$id", params: { id: made.id } });
  };
  // Nothing moves under a finger: what there is to choose from is there before the form is.
  if (!lists)
    return (
      <Modal title={title} open onClose={onClose}>
        <Loading />
      </Modal>
    );
  const free = lists.terms.filter((term) => term.active);
  const change = (key: number, to: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...to } : line)));
  return (
    <Modal title={title} open onClose={onClose}>
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
          <Field label={t`What kind of dialogue`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={kind}
                onChange={(event) => setKind(event.target.value as DialogueKind)}
              >
                {(Object.keys(DIALOGUE_KINDS) as DialogueKind[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(DIALOGUE_KINDS[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`What for`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={purpose}
                onChange={(event) => setPurpose(event.target.value as DialoguePurpose)}
              >
                {(Object.keys(PURPOSES) as DialoguePurpose[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(PURPOSES[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`What is to come of it, in Khmer`} error={wrong["objectives.km"]}>
            {(ids) => <textarea className="input" rows={2} lang="km" {...ids} {...field("goalKm")} />}
          </Field>
          <Field label={t`What is to come of it, in English`} error={wrong["objectives.en"]}>
            {(ids) => <textarea className="input" rows={2} lang="en" {...ids} {...field("goalEn")} />}
          </Field>
          <TextField
            label={t`Begins (time in Phnom Penh)`}
            type="datetime-local"
            {...field("starts")}
            error={wrong.startsAt}
          />
          <TextField label={t`Ends`} type="datetime-local" {...field("ends")} error={wrong.endsAt} />
          <TextField label={t`Answers until`} type="datetime-local" {...field("rsvp")} error={wrong.rsvpBy} />
          <Field label={t`How people meet`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={mode}
                onChange={(event) => setMode(event.target.value as DialogueMode)}
              >
                {(Object.keys(MODES) as DialogueMode[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(MODES[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField label={t`Venue in Khmer`} lang="km" {...field("venueKm")} error={wrong["venue.km"]} />
          <TextField label={t`Venue in English`} lang="en" {...field("venueEn")} error={wrong["venue.en"]} />
          <PlacePicker
            label={t`In which place`}
            value={place}
            initial={dialogue?.place ? say(dialogue.place.name) : ""}
            error={wrong.place}
            onChange={setPlace}
          />
          <TextField
            label={t`Link for joining from afar`}
            hint={t`for invitees who come, and the team`}
            type="url"
            inputMode="url"
            {...field("link")}
            error={wrong.onlineLink}
          />
          <TextField label={t`Who presides`} {...field("chair")} error={wrong.chair} />
          <TextField label={t`Who facilitates`} {...field("facilitator")} error={wrong.facilitator} />
          <TextField
            label={t`Telephone of the organisers`}
            type="tel"
            {...field("contact")}
            error={wrong.contact}
          />
          <TextField
            label={t`Interpretation into`}
            {...field("interpretation")}
            error={wrong.interpretation}
          />
          <Field label={t`How far what is said may be passed on`} error={wrong.attribution}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={rule}
                onChange={(event) => setRule(event.target.value as EngagementAttribution)}
              >
                {(Object.keys(ATTRIBUTIONS) as EngagementAttribution[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(ATTRIBUTIONS[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`Who may know of it`} error={wrong.visibility}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={visibility}
                onChange={(event) => setVisibility(event.target.value as CampaignVisibility)}
              >
                {(Object.keys(SEEN_BY) as CampaignVisibility[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(SEEN_BY[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <fieldset className="stackv gap-2">
          <legend className="label">
            <Trans>What the place offers</Trans>
          </legend>
          <div className="checks">
            {(
              [
                ["stepFree", t`no steps`],
                ["signLanguage", t`sign language`],
                ["largePrint", t`large print in Khmer`],
              ] as const
            ).map(([one, label]) => (
              <label key={one}>
                <input
                  type="checkbox"
                  checked={offers[one]}
                  onChange={(event) => setOffers({ ...offers, [one]: event.target.checked })}
                />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset className="stackv gap-3">
          <legend className="label">
            <Trans>Seats by group</Trans>
          </legend>
          <TextField
            label={t`So many fit in`}
            inputMode="numeric"
            value={form.capacity}
            error={wrong.capacity}
            onChange={(event) => setForm({ ...form, capacity: digits(event.target.value) })}
          />
          {lines.map((line, at) => (
            <section key={line.key} className="card flat formgrid" aria-label={t`Group ${at + 1}`}>
              <Field label={t`Which group`}>
                {(ids) => (
                  <select
                    className="input"
                    {...ids}
                    value={line.constituency}
                    onChange={(event) => change(line.key, { constituency: event.target.value })}
                  >
                    {free.map((term) => (
                      <option key={term.code} value={term.code}>
                        {say(term.label)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              {(
                [
                  ["seats", t`Seats`],
                  ["least", t`At least`],
                  ["women", t`Women, %`],
                  ["youth", t`15 to 30 years, %`],
                ] as const
              ).map(([one, label]) => (
                <TextField
                  key={one}
                  label={label}
                  inputMode="numeric"
                  value={line[one]}
                  onChange={(event) => change(line.key, { [one]: digits(event.target.value) })}
                />
              ))}
              <TextField
                label={t`Released on`}
                hint={t`what is not taken then goes to whoever waits`}
                type="datetime-local"
                value={line.release}
                onChange={(event) => change(line.key, { release: event.target.value })}
              />
              <div className="row">
                <Button
                  className="small"
                  onClick={() => setLines(lines.filter((other) => other.key !== line.key))}
                >
                  <Trash2 className="i" aria-hidden="true" />
                  <Trans>Take this group out</Trans>
                </Button>
              </div>
            </section>
          ))}
          <p className="sm" role="status">
            <Trans>
              {number(sum, locale)} seats of {number(room, locale)}
            </Trans>
            {sum > room ? <b> · {t`${number(sum - room, locale)} too many`}</b> : null}
          </p>
          {wrong.seats ? (
            <span className="err" role="alert">
              {wrong.seats}
            </span>
          ) : null}
          <div className="row">
            <Button
              className="small"
              onClick={() =>
                setLines([
                  ...lines,
                  {
                    key: Math.max(-1, ...lines.map((line) => line.key)) + 1,
                    constituency:
                      free.find((term) => !lines.some((line) => line.constituency === term.code))?.code ?? "",
                    seats: "",
                    least: "",
                    women: "",
                    youth: "",
                    release: "",
                  },
                ])
              }
            >
              <Plus className="i" aria-hidden="true" />
              <Trans>Add a group</Trans>
            </Button>
          </div>
        </fieldset>
        <div className="actions">
          <Button type="submit" kind="primary" busy={planning.fetching || editing.fetching}>
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
