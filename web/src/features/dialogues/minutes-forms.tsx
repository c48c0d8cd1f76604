import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { InvitationChannel } from "../../graphql/schema";
import { clockInput, instant, number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import {
  AnswerCorrectionDocument,
  ApproveDialogueMinutesDocument,
  CirculateMinutesDocument,
  CorrectMinutesDocument,
  type DialogueFullFragment,
  type MinutesPartsFragment,
} from "./dialogues.gql";
import { VIA } from "./words";

export type Point = MinutesPartsFragment["points"][number];
export type Correction = MinutesPartsFragment["corrections"][number];

/** Five days from now, as a field takes it. */
const fiveDays = () => clockInput(new Date(Date.now() + 5 * 86_400_000).toISOString());

/** Sends minutes to those who were there, or writes down that they are approved. */
export function MoveForm({
  what,
  dialogue,
  minutes,
  onClose,
  onDone,
}: {
  what: "circulate" | "approve";
  dialogue: DialogueFullFragment;
  minutes: MinutesPartsFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [until, setUntil] = useState(fiveDays);
  const [by, setBy] = useState(dialogue.chair);
  const [circulating, circulate] = useMutation(CirculateMinutesDocument);
  const [approving, approve] = useMutation(ApproveDialogueMinutesDocument);
  const payload = circulating.data?.circulateMinutes ?? approving.data?.approveDialogueMinutes;
  const wrong = reasons(payload);
  const why = failure(circulating.error ?? approving.error, payload) ?? wrong.dialogue;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const at = { dialogue: dialogue.id, version: minutes.version };
    const status =
      what === "approve"
        ? (await approve({ ...at, by })).data?.approveDialogueMinutes.status
        : (await circulate({ ...at, until: instant(until) ?? new Date(0).toISOString() })).data
            ?.circulateMinutes.status;
    if (status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal
      title={what === "approve" ? t`They are approved` : t`Send to those who were there`}
      open
      onClose={onClose}
    >
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        <p>
          {what === "approve" ? (
            <Trans>
              From then on they stay as they are. What was promised in the dialogue counts as confirmed by
              them; what was only recommended does not.
            </Trans>
          ) : (
            <Trans>
              Whoever was there and has an address gets a letter with their link. On it they read the minutes,
              say where something was otherwise, and how they found the dialogue.
            </Trans>
          )}
        </p>
        {why ? <Note tone="danger">{why}</Note> : null}
        {what === "approve" ? (
          <TextField
            label={t`Who has approved them, and how one knows`}
            value={by}
            error={wrong.by}
            onChange={(event) => setBy(event.target.value)}
          />
        ) : (
          <TextField
            label={t`Corrections until (time in Phnom Penh)`}
            type="datetime-local"
            value={until}
            error={wrong.until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
        <div className="actions">
          <Button type="submit" kind="primary" busy={circulating.fetching || approving.fetching}>
            <Trans>Do it</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Writes down what somebody says about minutes by telephone, letter and so on. */
export function CorrectForm({
  dialogue,
  minutes,
  onClose,
  onDone,
}: {
  dialogue: DialogueFullFragment;
  minutes: MinutesPartsFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [author, setAuthor] = useState("");
  const [via, setVia] = useState<InvitationChannel>("PHONE");
  const [point, setPoint] = useState("");
  const [text, setText] = useState("");
  const [result, correct] = useMutation(CorrectMinutesDocument);
  const payload = result.data?.correctMinutes;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.dialogue;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { point: point || null, author, via, text };
    const done = await correct({ dialogue: dialogue.id, input });
    if (done.data?.correctMinutes.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`Write down a correction`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <TextField
            label={t`Who says it`}
            value={author}
            error={wrong.author}
            onChange={(event) => setAuthor(event.target.value)}
          />
          <Field label={t`How it came`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={via}
                onChange={(event) => setVia(event.target.value as InvitationChannel)}
              >
                {(Object.keys(VIA) as InvitationChannel[])
                  .filter((one) => one !== "HUB")
                  .map((one) => (
                    <option key={one} value={one}>
                      {i18n._(VIA[one])}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        </div>
        <Field label={t`About which point`} error={wrong.point}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={point}
              onChange={(event) => setPoint(event.target.value)}
            >
              <option value="">{t`all of them`}</option>
              {minutes.points.map((one, n) => (
                <option key={one.id} value={one.id}>
                  {`${number(n + 1, locale)}. ${say(one.text).slice(0, 60)}`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t`What they say`} error={wrong.text}>
          {(ids) => (
            <textarea
              className="input"
              rows={3}
              {...ids}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching}>
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

/** Answers what somebody says about minutes. */
export function AnswerForm({
  correction,
  onClose,
  onDone,
}: {
  correction: Correction;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [accepted, setAccepted] = useState<boolean | null>(null);
  const [missing, setMissing] = useState(false);
  const [response, setResponse] = useState("");
  const [result, answer] = useMutation(AnswerCorrectionDocument);
  const payload = result.data?.answerCorrection;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.dialogue;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(accepted === null);
    if (accepted === null) return;
    const done = await answer({ correction: correction.id, accepted, response });
    if (done.data?.answerCorrection.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`Answer what ${correction.author} says`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p className="pre">{correction.text}</p>
        <fieldset className="stackv gap-2">
          <legend className="label">
            <Trans>What becomes of it</Trans>
          </legend>
          <div className="checks">
            <label>
              <input
                type="radio"
                name="taken"
                checked={accepted === true}
                onChange={() => setAccepted(true)}
              />
              <Trans>It is taken in: change the point as it says</Trans>
            </label>
            <label>
              <input
                type="radio"
                name="taken"
                checked={accepted === false}
                onChange={() => setAccepted(false)}
              />
              <Trans>It is not taken in, for a reason</Trans>
            </label>
          </div>
          {missing && accepted === null ? (
            <span className="err" role="alert">
              <Trans>Choose one of them.</Trans>
            </span>
          ) : null}
        </fieldset>
        <TextField
          label={t`What is answered`}
          value={response}
          error={wrong.response}
          onChange={(event) => setResponse(event.target.value)}
        />
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching}>
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
