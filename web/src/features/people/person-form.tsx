import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { Language } from "../../graphql/schema";
import { Button, Field, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { EditPersonDocument, type PersonRecordFragment } from "./people.gql";

/** A person's own record: their name in both scripts, contacts, language. */
export function PersonForm({ person, onDone }: { person: PersonRecordFragment; onDone?: () => void }) {
  const { t } = useLingui();
  const [result, edit] = useMutation(EditPersonDocument);
  const [form, setForm] = useState({
    familyKm: person.name.familyKm,
    givenKm: person.name.givenKm,
    familyLatin: person.name.familyLatin,
    givenLatin: person.name.givenLatin,
    email: person.email,
    phone: person.phone,
    language: person.language,
  });
  const wrong = reasons(result.data?.editPerson);
  const why = failure(result.error, result.data?.editPerson);
  const field = (name: Exclude<keyof typeof form, "language">) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { email, phone, language, ...name } = form;
    const { data } = await edit({
      input: { id: person.id, version: person.version, name, email, phone, language },
    });
    if (data?.editPerson.status === "DONE") {
      toast.success(t`Saved.`);
      onDone?.();
    }
  };
  return (
    <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
      {why ? <Note tone="danger">{why}</Note> : null}
      <div className="formgrid">
        <TextField label={t`Family name in Khmer`} lang="km" {...field("familyKm")} error={wrong.name} />
        <TextField label={t`Given name in Khmer`} lang="km" {...field("givenKm")} />
        <TextField label={t`Family name in Latin letters`} lang="en" {...field("familyLatin")} />
        <TextField label={t`Given name in Latin letters`} lang="en" {...field("givenLatin")} />
        <TextField label={t`Mail`} type="email" {...field("email")} error={wrong.email} />
        <TextField label={t`Telephone`} type="tel" {...field("phone")} error={wrong.phone} />
        <Field label={t`Language of mails`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={form.language}
              onChange={(event) => setForm({ ...form, language: event.target.value as Language })}
            >
              <option value="KM" lang="km">
                ខ្មែរ
              </option>
              <option value="EN" lang="en">
                English
              </option>
            </select>
          )}
        </Field>
      </div>
      <div>
        <Button type="submit" kind="primary" busy={result.fetching}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  );
}
