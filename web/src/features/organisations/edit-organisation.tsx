import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { PlacePicker } from "../../ui/place-picker";
import { CHANNELS, LEADERSHIP, LOGO_USES, REGISTRATIONS, STAFF } from "../../ui/words";
import { LogoField } from "./logo";
import type { Organisation } from "./organisation";
import { EditOrganisationDocument, EditOrganisationListsDocument } from "./organisation.gql";

const YES_NO = { YES: msg`yes`, NO: msg`no` };

/** One of a few words, or nothing said. */
function Choice<Word extends string>({
  label,
  none,
  words,
  value,
  onChange,
}: {
  label: string;
  none?: string;
  words: Record<Word, MessageDescriptor>;
  value: Word | null;
  onChange: (value: Word | null) => void;
}) {
  const { i18n } = useLingui();
  return (
    <Field label={label}>
      {(ids) => (
        <select
          className="input"
          {...ids}
          value={value ?? ""}
          onChange={(event) => onChange((event.target.value || null) as Word | null)}
        >
          {none ? <option value="">{none}</option> : null}
          {(Object.keys(words) as Word[]).map((word) => (
            <option key={word} value={word}>
              {i18n._(words[word])}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Changes a profile. What was typed stays when saving is refused. */
export function EditOrganisation({
  organisation,
  onClose,
}: {
  organisation: Organisation;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
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
    telegram: organisation.telegram,
    messenger: organisation.messenger,
    postalAddress: organisation.postalAddress,
    preferredChannel: organisation.preferredChannel ?? null,
    logoUse: organisation.logoUse,
    registration: organisation.registration,
    registrationNumber: organisation.registrationNumber,
    staff: organisation.staff ?? null,
    womenLed: organisation.womenLed ?? null,
    youthLed: organisation.youthLed ?? null,
    opd: organisation.opd ?? null,
    indigenousLed: organisation.indigenousLed ?? null,
    year: organisation.yearFounded ? String(organisation.yearFounded) : "",
    hq: organisation.hq?.id ?? null,
    themes: organisation.themes.map((term) => term.code),
    worksIn: organisation.worksIn.map((place) => place.id),
  });
  const wrong = reasons(result.data?.editOrganisation);
  const why = failure(result.error, result.data?.editOrganisation);
  const field = (
    name:
      | "en"
      | "km"
      | "acronym"
      | "email"
      | "phone"
      | "website"
      | "year"
      | "telegram"
      | "messenger"
      | "postalAddress"
      | "registrationNumber",
  ) => ({
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
        telegram: form.telegram,
        messenger: form.messenger,
        postalAddress: form.postalAddress,
        preferredChannel: form.preferredChannel,
        logoUse: form.logoUse,
        registration: form.registration,
        registrationNumber: form.registrationNumber,
        staff: form.staff,
        womenLed: form.womenLed,
        youthLed: form.youthLed,
        opd: form.opd,
        indigenousLed: form.indigenousLed,
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
        <LogoField organisation={organisation} />
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
          <TextField label={t`Telegram`} {...field("telegram")} error={wrong.telegram} />
          <TextField label={t`Messenger`} {...field("messenger")} error={wrong.messenger} />
          <TextField label={t`Website`} type="url" {...field("website")} error={wrong.website} />
          <Choice
            label={t`Likes to be reached by`}
            none={t`not said`}
            words={CHANNELS}
            value={form.preferredChannel}
            onChange={(preferredChannel) => setForm({ ...form, preferredChannel })}
          />
          <TextField label={t`Postal address`} full {...field("postalAddress")} error={wrong.postalAddress} />
          <Choice
            label={t`Registration`}
            words={REGISTRATIONS}
            value={form.registration}
            onChange={(registration) => setForm({ ...form, registration: registration ?? form.registration })}
          />
          <TextField
            label={t`Registration number`}
            {...field("registrationNumber")}
            error={wrong.registrationNumber}
          />
          <Choice
            label={t`Paid staff`}
            none={t`not said`}
            words={STAFF}
            value={form.staff}
            onChange={(staff) => setForm({ ...form, staff })}
          />
          <Choice
            label={t`Others may put the logo under a joint text`}
            words={LOGO_USES}
            value={form.logoUse}
            onChange={(logoUse) => setForm({ ...form, logoUse: logoUse ?? form.logoUse })}
          />
          <fieldset className="full">
            <legend className="label">
              <Trans>It is</Trans>
            </legend>
            <div className="formgrid">
              {LEADERSHIP.map(([name, word]) => (
                <Choice
                  key={name}
                  label={i18n._(word)}
                  none={t`not said`}
                  words={YES_NO}
                  value={form[name] === null ? null : form[name] ? "YES" : "NO"}
                  onChange={(said) => setForm({ ...form, [name]: said === null ? null : said === "YES" })}
                />
              ))}
            </div>
          </fieldset>
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
