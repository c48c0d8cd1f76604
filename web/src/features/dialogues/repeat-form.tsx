import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { instant } from "../../i18n/format";
import { Button, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { type DialogueFullFragment, RepeatDialogueDocument } from "./dialogues.gql";

/** Plans the next dialogue of a series. */
export function RepeatForm({ dialogue, onClose }: { dialogue: DialogueFullFragment; onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [result, repeat] = useMutation(RepeatDialogueDocument);
  const [starts, setStarts] = useState("");
  const [guests, setGuests] = useState(true);
  const [unsaid, setUnsaid] = useState<string>();
  const payload = result.data?.repeatDialogue;
  const wrong = reasons(payload);
  const why = wrong.dialogue ?? wrong.campaign ?? failure(result.error, payload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const startsAt = instant(starts);
    setUnsaid(startsAt ? undefined : t`Say when it begins.`);
    if (!startsAt) return;
    const { data } = await repeat({ dialogue: dialogue.id, startsAt, guests });
    const made = data?.repeatDialogue.dialogue;
    if (!made) return;
    onClose();
    await navigate({ to: "/dialogues/$id", params: { id: made.id }, search: { tab: "overview" } });
  };
  return (
    <Modal title={t`Plan the next one`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        <p>
          <Trans>
            A dialogue like this one, on another day: its agenda, its seats and what is arranged go on. Nobody
            is written to until you send the letters.
          </Trans>
        </p>
        {why ? <Note tone="danger">{why}</Note> : null}
        <TextField
          label={t`Begins (time in Phnom Penh)`}
          type="datetime-local"
          value={starts}
          error={unsaid ?? wrong.startsAt}
          onChange={(event) => setStarts(event.target.value)}
        />
        <div className="checks">
          <label>
            <input type="checkbox" checked={guests} onChange={(event) => setGuests(event.target.checked)} />
            <Trans>Write down again whoever was invited</Trans>
          </label>
        </div>
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching}>
            <Trans>Plan it</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
