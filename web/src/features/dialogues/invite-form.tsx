import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { Language } from "../../graphql/schema";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { type DialogueFullFragment, InviteToDialogueDocument } from "./dialogues.gql";
import { NOBODY, PersonFields, somebody } from "./person-fields";

/** Writes down whom to invite, one after the other: the form stays open for the next. */
export function InviteForm({
  dialogue,
  group,
  onClose,
  onDone,
}: {
  dialogue: DialogueFullFragment;
  group: (code: string) => string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [result, invite] = useMutation(InviteToDialogueDocument);
  const [constituency, setConstituency] = useState(dialogue.seats[0]?.constituency ?? "");
  const [institution, setInstitution] = useState(false);
  const [language, setLanguage] = useState<Language>("KM");
  const [organisation, setOrganisation] = useState("");
  const [who, setWho] = useState(NOBODY);
  const payload = result.data?.inviteToDialogue;
  const wrong = reasons(payload);
  const why = wrong.dialogue ?? failure(result.error, payload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const people = [{ ...somebody(who), constituency, institution, language, organisation }];
    const { data } = await invite({ dialogue: dialogue.id, people });
    if (data?.inviteToDialogue.status !== "DONE") return;
    toast.success(t`Written down; the letter is not yet sent.`);
    setWho(NOBODY);
    setOrganisation("");
    onDone();
  };
  return (
    <Modal title={t`Invite`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <Field label={t`For which group`} error={wrong.constituency}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={constituency}
                onChange={(event) => setConstituency(event.target.value)}
              >
                {dialogue.seats.map((of) => (
                  <option key={of.constituency} value={of.constituency}>
                    {group(of.constituency)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`Language of the letter`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={language}
                onChange={(event) => setLanguage(event.target.value as Language)}
              >
                <option value="KM">{t`Khmer`}</option>
                <option value="EN">{t`English`}</option>
              </select>
            )}
          </Field>
        </div>
        <label className="check">
          <input
            type="checkbox"
            checked={institution}
            onChange={(event) => setInstitution(event.target.checked)}
          />
          <span>
            <Trans>An institution, which is asked to name somebody</Trans>
          </span>
        </label>
        <PersonFields value={who} institution={institution} wrong={wrong} onChange={setWho} />
        {institution ? null : (
          <TextField
            label={t`Where they work`}
            value={organisation}
            error={wrong.organisation}
            onChange={(event) => setOrganisation(event.target.value)}
          />
        )}
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching}>
            <Trans>Write down</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Done</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
