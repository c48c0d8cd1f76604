import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { Door } from "../../app/door";
import { useLocale } from "../../i18n/text";
import { Button, EmptyState, Field, Loading, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { ApplyNetworksDocument, BeginApplicationDocument } from "./applications.gql";

/** Where an organisation that nobody here knows yet begins to apply. */
export function Apply() {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [{ data, error }] = useQuery({ query: ApplyNetworksDocument });
  const [result, begin] = useMutation(BeginApplicationDocument);
  const [form, setForm] = useState({
    network: "",
    km: "",
    en: "",
    familyKm: "",
    givenKm: "",
    familyLatin: "",
    givenLatin: "",
    email: "",
  });
  const networks = data?.networks.filter((network) => network.takesApplications) ?? [];
  const chosen = networks.find((network) => network.id === form.network) ?? networks[0];
  const wrong = reasons(result.data?.beginApplication);
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    await begin({
      input: {
        network: chosen.id,
        organisation: { en: form.en, km: form.km },
        name: {
          familyKm: form.familyKm,
          givenKm: form.givenKm,
          familyLatin: form.familyLatin,
          givenLatin: form.givenLatin,
        },
        email: form.email,
        language: locale === "km" ? "KM" : "EN",
      },
    });
  };
  if (!data) {
    return <Door>{error ? <Note tone="danger">{failure(error)}</Note> : <Loading />}</Door>;
  }
  if (!chosen) {
    return (
      <Door>
        <EmptyState title={t`No network here takes applications`}>
          <p>
            <Trans>Ask the secretariat of the network for an invitation.</Trans>
          </p>
        </EmptyState>
      </Door>
    );
  }
  if (result.data?.beginApplication.status === "DONE") {
    return (
      <Door>
        <div className="stackv gap-4" style={{ maxWidth: 520 }}>
          <h1>
            <Trans>Look into your mail</Trans>
          </h1>
          <p className="lead">
            <Trans>
              We have written to <b>{form.email}</b>. Open the link in the mail: your application waits there,
              and you can go on whenever you like.
            </Trans>
          </p>
          <Note>
            <Trans>No mail after a few minutes? Look among unwanted mail, or begin again.</Trans>
          </Note>
        </div>
      </Door>
    );
  }
  const why = failure(result.error);
  return (
    <Door>
      <form
        className="stackv gap-4"
        style={{ maxWidth: 560 }}
        onSubmit={(event) => void submit(event)}
        noValidate
      >
        <h1>
          <Trans>Apply for membership</Trans>
        </h1>
        <p className="lead">{say(chosen.mission)}</p>
        {why ? <Note tone="danger">{why}</Note> : null}
        {networks.length > 1 ? (
          <Field label={t`Network`}>
            {(ids) => (
              <select className="input" {...ids} {...field("network")}>
                {networks.map((network) => (
                  <option key={network.id} value={network.id}>
                    {say(network.name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : (
          <p>
            <Trans>
              To <b>{say(chosen.name)}</b>
            </Trans>
          </p>
        )}
        <fieldset className="formgrid">
          <legend className="label">
            <Trans>Your organisation</Trans>
          </legend>
          <TextField
            label={t`Name in Khmer`}
            lang="km"
            {...field("km")}
            error={wrong.name ?? wrong["name.km"]}
          />
          <TextField label={t`Name in English`} lang="en" {...field("en")} error={wrong["name.en"]} />
        </fieldset>
        <fieldset className="formgrid">
          <legend className="label">
            <Trans>You</Trans>
          </legend>
          <TextField
            label={t`Family name in Khmer`}
            lang="km"
            {...field("familyKm")}
            error={wrong["name.familyKm"]}
          />
          <TextField
            label={t`Given name in Khmer`}
            lang="km"
            {...field("givenKm")}
            error={wrong["name.givenKm"]}
          />
          <TextField
            label={t`Family name in Latin letters`}
            lang="en"
            {...field("familyLatin")}
            error={wrong["name.familyLatin"]}
          />
          <TextField
            label={t`Given name in Latin letters`}
            lang="en"
            {...field("givenLatin")}
            error={wrong["name.givenLatin"]}
          />
          <TextField
            label={t`E-mail address`}
            type="email"
            autoComplete="email"
            full
            {...field("email")}
            hint={t`We write to it once, with a link to go on.`}
            error={wrong.email}
          />
        </fieldset>
        <div>
          <Button type="submit" kind="primary" className="big" busy={result.fetching}>
            <Trans>Begin the application</Trans>
          </Button>
        </div>
        <p className="muted sm">
          <Trans>
            Nobody sees that you apply but the secretariat, the committee and the two members you name.
          </Trans>
        </p>
        <p className="sm">
          <Link to="/claim">
            <Trans>Is your organisation listed already? Say that it is yours.</Trans>
          </Link>
        </p>
      </form>
    </Door>
  );
}
