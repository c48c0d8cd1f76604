import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { Language } from "../../graphql/schema";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import {
  type DialogueFullFragment,
  EditInvitationDocument,
  type InvitationPartsFragment,
  InviteToDialogueDocument,
} from "./dialogues.gql";
import { asWritten, NOBODY, PersonFields, somebody } from "./person-fields";

/** Writes down whom to invite, one after the other: the form stays open for the next. Or changes what is written of somebody. */
export function InviteForm({
  dialogue,
  invitation,
  group,
  onClose,
  onDone,
}: {
  dialogue: DialogueFullFragment;
  /** Whom one changes. */
  invitation?: InvitationPartsFragment;
  group: (code: string) => string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [result, invite] = useMutation(InviteToDialogueDocument);
  const [edited, edit] = useMutation(EditInvitationDocument);
  const [constituency, setConstituency] = useState(
    invitation?.constituency ?? dialogue.seats[0]?.constituency ?? "",
  );
  const [institution, setInstitution] = useState(invitation?.institution ?? false);
  const [language, setLanguage] = useState<Language>(invitation?.language ?? "KM");
  const [organisation, setOrganisation] = useState(invitation?.organisation ?? "");
  const [who, setWho] = useState(invitation ? asWritten(invitation) : NOBODY);
  const payload = result.data?.inviteToDialogue ?? edited.data?.editInvitation;
  const wrong = reasons(payload);
  const why = wrong.dialogue ?? wrong.institution ?? failure(result.error ?? edited.error, payload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { ...somebody(who), constituency, institution, language, organisation };
    if (invitation) {
      const { data } = await edit({ invitation: invitation.id, version: invitation.version, input });
      if (data?.editInvitation.status !== "DONE") return;
      toast.success(t`The invitation is changed.`);
      onDone();
      onClose();
      return;
    }
    const { data } = await invite({ dialogue: dialogue.id, people: [input] });
    if (data?.inviteToDialogue.status !== "DONE") return;
    toast.success(t`Written down; the letter is not yet sent.`);
    setWho(NOBODY);
    setOrganisation("");
    onDone();
  };
  return (
    <Modal title={invitation ? t`Change the invitation` : t`Invite`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        {invitation && invitation.ways.length > 0 ? (
          <p className="sm muted">
            <Trans>To a new e-mail address the letter goes anew, and the link in the old one ends.</Trans>
          </p>
        ) : null}
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
          <Button type="submit" kind="primary" busy={result.fetching || edited.fetching}>
            {invitation ? <Trans>Save</Trans> : <Trans>Write down</Trans>}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {invitation ? <Trans>Cancel</Trans> : <Trans>Done</Trans>}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
