import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useClient, useMutation } from "urql";
import { Button, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { AddPersonDocument, OrganisationPageDocument } from "./organisation.gql";

const EMPTY = {
  familyKm: "",
  givenKm: "",
  familyLatin: "",
  givenLatin: "",
  positionKm: "",
  positionEn: "",
  email: "",
};

/** Adds somebody to an organisation, and invites them when asked. */
export function AddPerson({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const { t } = useLingui();
  const client = useClient();
  const [form, setForm] = useState(EMPTY);
  const [invite, setInvite] = useState(true);
  const [result, add] = useMutation(AddPersonDocument);
  const wrong = reasons(result.data?.addPerson);
  const why = failure(result.error);
  const field = (name: keyof typeof EMPTY) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await add({
      input: {
        organisation,
        name: {
          familyKm: form.familyKm,
          givenKm: form.givenKm,
          familyLatin: form.familyLatin,
          givenLatin: form.givenLatin,
        },
        position: { km: form.positionKm, en: form.positionEn },
        email: form.email,
        invite: invite && form.email !== "",
      },
    });
    if (data?.addPerson.status === "DONE") {
      toast.success(invite && form.email !== "" ? t`Added; the invitation is on its way.` : t`Added.`);
      await client
        .query(OrganisationPageDocument, { id: organisation }, { requestPolicy: "network-only" })
        .toPromise();
      onClose();
    }
  };
  return (
    <Modal title={t`Add a person`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <TextField label={t`Family name in Khmer`} lang="km" {...field("familyKm")} error={wrong.name} />
          <TextField label={t`Given name in Khmer`} lang="km" {...field("givenKm")} />
          <TextField label={t`Family name in Latin letters`} lang="en" {...field("familyLatin")} />
          <TextField label={t`Given name in Latin letters`} lang="en" {...field("givenLatin")} />
          <TextField label={t`Position in Khmer`} lang="km" {...field("positionKm")} />
          <TextField label={t`Position in English`} lang="en" {...field("positionEn")} />
          <TextField
            label={t`E-mail address`}
            type="email"
            full
            {...field("email")}
            error={wrong.email}
            hint={t`Needed to sign in. Without one, the person is only on record.`}
          />
        </div>
        <label className="row">
          <input
            type="checkbox"
            style={{ width: 20, height: 20, accentColor: "var(--accent)" }}
            checked={invite}
            onChange={() => setInvite(!invite)}
          />
          <Trans>Send an invitation to have an account</Trans>
        </label>
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching}>
            <Trans>Add</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
