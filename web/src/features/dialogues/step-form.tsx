import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { DialogueStep } from "../../graphql/schema";
import { clockInput, instant } from "../../i18n/format";
import { Button, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { type DialogueFullFragment, MoveDialogueDocument, PutOffDialogueDocument } from "./dialogues.gql";

export type Moves = DialogueStep | "PUT_OFF";

/** Moves a dialogue on, and says what follows from it. */
export function StepForm({
  dialogue,
  step,
  onClose,
  onDone,
}: {
  dialogue: DialogueFullFragment;
  step: Moves;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [moving, move] = useMutation(MoveDialogueDocument);
  const [putting, putOff] = useMutation(PutOffDialogueDocument);
  const [reason, setReason] = useState("");
  const [starts, setStarts] = useState(clockInput(dialogue.startsAt));
  const [ends, setEnds] = useState(clockInput(dialogue.endsAt));
  const [rsvp, setRsvp] = useState(dialogue.rsvpBy ? clockInput(dialogue.rsvpBy) : "");
  const [nothing, setNothing] = useState(false);
  const [unsaid, setUnsaid] = useState<string>();
  const payload = moving.data?.moveDialogue ?? putting.data?.putOffDialogue;
  const wrong = reasons(payload);
  const lacking = [
    wrong.seats,
    wrong.venue,
    wrong.onlineLink,
    wrong.contact,
    wrong.chair,
    wrong.attendance,
    wrong.minutes,
    wrong.commitments,
  ].filter(Boolean);
  const titles: Record<Moves, string> = {
    APPROVE: t`Approve it`,
    OPEN_INVITATIONS: t`Open for answers`,
    CONFIRM: t`It takes place`,
    CALL_OFF: t`Call it off`,
    PUT_OFF: t`Put it off`,
    HOLD: t`It took place`,
    REPORT: t`Report it`,
    CLOSE: t`Close it`,
  };
  const follows: Record<Moves, string> = {
    APPROVE: t`The concept and its money are approved: seats and letters can be prepared.`,
    OPEN_INVITATIONS: t`From now on invitations go out and answers count. The rule about passing on what is said can then only become stricter.`,
    CONFIRM: t`Somebody presides and facilitates, and the least of each group come. With fewer, say why it takes place all the same.`,
    CALL_OFF: t`Everybody who is invited and has an address is told, with your reason.`,
    PUT_OFF: t`Everybody who is invited and has an address is told, with your reason. Whoever has a seat keeps it, and is asked whether the new day suits them.`,
    HOLD: t`It is over, and who was there is written down. Its minutes can then be sent to those who were there.`,
    REPORT: t`Its minutes are approved, and what was promised is written down. Members can then read how many were there.`,
    CLOSE: t`Each commitment that is still open has an organisation that looks after it. Nothing of the dialogue changes any more.`,
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const at = { id: dialogue.id, version: dialogue.version, reason };
    let status: string | undefined;
    if (step === "PUT_OFF") {
      const [startsAt, endsAt] = [instant(starts), instant(ends)];
      if (!startsAt || !endsAt) {
        setUnsaid(t`Say when it begins and when it ends.`);
        return;
      }
      status = (await putOff({ ...at, startsAt, endsAt, rsvpBy: instant(rsvp) })).data?.putOffDialogue.status;
    } else
      status = (await move({ ...at, step, nothingPromised: step === "REPORT" && nothing })).data?.moveDialogue
        .status;
    if (status !== "DONE") return;
    onDone();
    onClose();
  };
  const why = unsaid ?? wrong.dialogue ?? failure(moving.error ?? putting.error, payload);
  return (
    <Modal title={titles[step]} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        <p>{follows[step]}</p>
        {why ? <Note tone="danger">{why}</Note> : null}
        {lacking.length > 0 ? (
          <Note tone="danger">
            <Trans>Still missing:</Trans> {lacking.join(" ")}
          </Note>
        ) : null}
        {step === "PUT_OFF" ? (
          <div className="formgrid">
            <TextField
              label={t`Begins (time in Phnom Penh)`}
              type="datetime-local"
              value={starts}
              error={wrong.startsAt}
              onChange={(event) => setStarts(event.target.value)}
            />
            <TextField
              label={t`Ends`}
              type="datetime-local"
              value={ends}
              error={wrong.endsAt}
              onChange={(event) => setEnds(event.target.value)}
            />
            <TextField
              label={t`Answers until`}
              type="datetime-local"
              value={rsvp}
              error={wrong.rsvpBy}
              onChange={(event) => setRsvp(event.target.value)}
            />
          </div>
        ) : null}
        {step === "REPORT" ? (
          <div className="checks">
            <label>
              <input
                type="checkbox"
                checked={nothing}
                onChange={(event) => setNothing(event.target.checked)}
              />
              <Trans>Nothing was promised</Trans>
            </label>
          </div>
        ) : null}
        {["APPROVE", "OPEN_INVITATIONS", "HOLD", "REPORT", "CLOSE"].includes(step) ? null : (
          <TextField
            label={t`Why`}
            value={reason}
            error={wrong.reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <div className="actions">
          <Button type="submit" kind="primary" busy={moving.fetching || putting.fetching}>
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
