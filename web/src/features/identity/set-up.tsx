import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { Door } from "../../app/door";
import { useLocale } from "../../i18n/text";
import { Button, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { enter } from "./enter";
import { DoorDocument, SetUpDocument } from "./identity.gql";
import { linkSecret } from "./link";

const EMPTY = {
  networkEn: "",
  networkKm: "",
  acronym: "",
  familyKm: "",
  givenKm: "",
  familyLatin: "",
  givenLatin: "",
  email: "",
  password: "",
};

/** The first page of an empty hub. */
export function SetUp() {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [link] = useState(linkSecret);
  const [form, setForm] = useState(EMPTY);
  const [{ data: door }] = useQuery({ query: DoorDocument });
  const [result, setUp] = useMutation(SetUpDocument);
  const field = (name: keyof typeof EMPTY) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await setUp({
      input: {
        link,
        network: { en: form.networkEn, km: form.networkKm },
        acronym: form.acronym,
        name: {
          familyKm: form.familyKm,
          givenKm: form.givenKm,
          familyLatin: form.familyLatin,
          givenLatin: form.givenLatin,
        },
        email: form.email,
        language: locale === "km" ? "KM" : "EN",
        password: form.password,
      },
    });
    if (data?.setUp.status === "DONE") enter();
  };
  const wrong = reasons(result.data?.setUp);
  if (door?.hub.ready) {
    return (
      <Door>
        <h1>
          <Trans>This hub is set up already</Trans>
        </h1>
        <p style={{ marginTop: "var(--s-5)" }}>
          <Link to="/sign-in" className="btn primary">
            <Trans>Sign in</Trans>
          </Link>
        </p>
      </Door>
    );
  }
  const why = wrong.link ?? wrong[""] ?? failure(result.error);
  return (
    <Door>
      <div className="stackv gap-6" style={{ maxWidth: 720 }}>
        <div>
          <h1>
            <Trans>Set up your network’s hub</Trans>
          </h1>
          <p className="lead">
            <Trans>
              Two things: what your network is called, and who coordinates it. Everything can be changed
              later.
            </Trans>
          </p>
        </div>
        {why ? <Note tone="danger">{why}</Note> : null}
        <form className="stackv gap-6" onSubmit={(event) => void submit(event)}>
          <fieldset>
            <legend>
              <Trans>The network</Trans>
            </legend>
            <div className="formgrid">
              <TextField label={t`Name in Khmer`} lang="km" {...field("networkKm")} error={wrong.network} />
              <TextField label={t`Name in English`} lang="en" {...field("networkEn")} />
              <TextField
                label={t`Acronym`}
                lang="en"
                maxLength={20}
                {...field("acronym")}
                error={wrong.acronym}
              />
            </div>
          </fieldset>
          <fieldset>
            <legend>
              <Trans>You, its coordinator</Trans>
            </legend>
            <div className="formgrid">
              <TextField
                label={t`Family name in Khmer`}
                lang="km"
                {...field("familyKm")}
                error={wrong.name}
              />
              <TextField label={t`Given name in Khmer`} lang="km" {...field("givenKm")} />
              <TextField label={t`Family name in Latin letters`} lang="en" {...field("familyLatin")} />
              <TextField label={t`Given name in Latin letters`} lang="en" {...field("givenLatin")} />
              <TextField
                label={t`E-mail address`}
                type="email"
                autoComplete="username"
                required
                {...field("email")}
                error={wrong.email}
              />
              <TextField
                label={t`Password`}
                hint={t`At least 10 characters. Three words that only you would put together are good.`}
                type="password"
                autoComplete="new-password"
                required
                {...field("password")}
                error={wrong.password}
              />
            </div>
          </fieldset>
          <div>
            <Button type="submit" kind="primary" className="big" busy={result.fetching}>
              <Trans>Set up the hub</Trans>
            </Button>
          </div>
        </form>
      </div>
    </Door>
  );
}
