import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { PlacePicker } from "../../ui/place-picker";
import type { Organisation } from "./organisation";
import { EditOrganisationDocument, EditOrganisationListsDocument } from "./organisation.gql";

/** Changes a profile. What was typed stays when saving is refused. */
export function EditOrganisation({
  organisation,
  onClose,
}: {
  organisation: Organisation;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [{ data: lists }] = useQuery({ query: EditOrganisationListsDocument });
  const [result, edit] = useMutation(EditOrganisationDocument);
  const [version] = useState(organisation.version);
  const [form, setForm] = useState({
    en: organisation.name.en,
    km: organisation.name.km,
    acronym: organisation.acronym,
    descriptionEn: organisation.description.en,
    descriptionKm: organisation.description.km,
    email: organisation.email,
    phone: organisation.phone,
    website: organisation.website,
    year: organisation.yearFounded ? String(organisation.yearFounded) : "",
    hq: organisation.hq?.id ?? null,
    themes: organisation.themes.map((term) => term.code),
    worksIn: organisation.worksIn.map((place) => place.id),
  });
  const wrong = reasons(result.data?.editOrganisation);
  const why = failure(result.error, result.data?.editOrganisation);
  const field = (name: "en" | "km" | "acronym" | "email" | "phone" | "website" | "year") => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const toggle = (list: "themes" | "worksIn", value: string) =>
    setForm({
      ...form,
      [list]: form[list].includes(value) ? form[list].filter((v) => v !== value) : [...form[list], value],
    });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await edit({
      input: {
        id: organisation.id,
        version,
        name: { en: form.en, km: form.km },
        acronym: form.acronym,
        description: { en: form.descriptionEn, km: form.descriptionKm },
        email: form.email,
        phone: form.phone,
        website: form.website,
        yearFounded: form.year.trim() === "" ? null : Number.parseInt(form.year, 10) || 0,
        hq: form.hq,
        themes: form.themes,
        worksIn: form.worksIn,
      },
    });
    if (data?.editOrganisation.status === "DONE") {
      toast.success(t`Saved.`);
      onClose();
    }
  };
  return (
    <Modal title={t`Edit the profile`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        {organisation.version !== version && !why ? (
          <Note tone="warn">
            <Trans>
              Somebody else has just changed this profile. Saving will be refused; copy what you typed.
            </Trans>
          </Note>
        ) : null}
        <div className="formgrid">
          <TextField
            label={t`Name in Khmer`}
            lang="km"
            {...field("km")}
            error={wrong.name ?? wrong["name.km"]}
          />
          <TextField label={t`Name in English`} lang="en" {...field("en")} error={wrong["name.en"]} />
          <TextField label={t`Acronym`} lang="en" {...field("acronym")} error={wrong.acronym} />
          <TextField
            label={t`Year of founding`}
            inputMode="numeric"
            {...field("year")}
            error={wrong.yearFounded}
          />
          <Field label={t`What it does, in Khmer`} full error={wrong["description.km"]}>
            {(ids) => (
              <textarea
                className="input"
                lang="km"
                rows={4}
                {...ids}
                value={form.descriptionKm}
                onChange={(event) => setForm({ ...form, descriptionKm: event.target.value })}
              />
            )}
          </Field>
          <Field label={t`What it does, in English`} full error={wrong["description.en"]}>
            {(ids) => (
              <textarea
                className="input"
                lang="en"
                rows={4}
                {...ids}
                value={form.descriptionEn}
                onChange={(event) => setForm({ ...form, descriptionEn: event.target.value })}
              />
            )}
          </Field>
          <TextField label={t`Mail`} type="email" {...field("email")} error={wrong.email} />
          <TextField label={t`Telephone`} type="tel" {...field("phone")} error={wrong.phone} />
          <TextField label={t`Website`} type="url" full {...field("website")} error={wrong.website} />
          <div className="full">
            <PlacePicker
              label={t`Headquarters`}
              value={form.hq}
              initial={organisation.hq ? `${say(organisation.hq.name)} ${organisation.hq.code}` : ""}
              error={wrong.hq}
              onChange={(hq) => setForm({ ...form, hq })}
            />
          </div>
          <fieldset className="full">
            <legend className="label">
              <Trans>Themes</Trans>
            </legend>
            <div className="checks">
              {lists?.themes
                .filter((term) => term.active || form.themes.includes(term.code))
                .map((term) => (
                  <label key={term.id}>
                    <input
                      type="checkbox"
                      checked={form.themes.includes(term.code)}
                      onChange={() => toggle("themes", term.code)}
                    />
                    {say(term.label)}
                  </label>
                ))}
            </div>
          </fieldset>
          <fieldset className="full">
            <legend className="label">
              <Trans>Works in</Trans>
            </legend>
            <div className="checks">
              {lists?.provinces.edges.map(({ node }) => (
                <label key={node.id}>
                  <input
                    type="checkbox"
                    checked={form.worksIn.includes(node.id)}
                    onChange={() => toggle("worksIn", node.id)}
                  />
                  {say(node.name)}
                </label>
              ))}
            </div>
          </fieldset>
        </div>
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
