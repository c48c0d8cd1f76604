import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { Door } from "../../app/door";
import { useLocale } from "../../i18n/text";
import { Button, EmptyState, Field, Loading, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { ClaimOrganisationDocument, UnclaimedDocument } from "./applications.gql";

/** Where the people of a listed organisation that nobody speaks for yet say that it is theirs. */
export function ClaimPage() {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [{ data, error }] = useQuery({ query: UnclaimedDocument });
  const [result, claim] = useMutation(ClaimOrganisationDocument);
  const [form, setForm] = useState({
    organisation: "",
    familyKm: "",
    givenKm: "",
    familyLatin: "",
    givenLatin: "",
    positionKm: "",
    positionEn: "",
    email: "",
    note: "",
  });
  const choices = (data?.networks ?? []).flatMap((network) =>
    network.unclaimed.map((organisation) => ({ network, organisation })),
  );
  const chosen = choices.find(
    ({ network, organisation }) => `${network.id} ${organisation.id}` === form.organisation,
  );
  const payload = result.data?.claimOrganisation;
  const wrong = reasons(payload);
  const why = failure(result.error, payload);
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    await claim({
      input: {
        network: chosen.network.id,
        organisation: chosen.organisation.id,
        name: {
          familyKm: form.familyKm,
          givenKm: form.givenKm,
          familyLatin: form.familyLatin,
          givenLatin: form.givenLatin,
        },
        position: { km: form.positionKm, en: form.positionEn },
        email: form.email,
        note: form.note,
        language: locale === "km" ? "KM" : "EN",
      },
    });
  };
  if (!data) return <Door>{error ? <Note tone="danger">{failure(error)}</Note> : <Loading />}</Door>;
  if (payload?.asked) {
    return (
      <Door>
        <div className="stackv gap-4" style={{ maxWidth: 520 }}>
          <h1>
            <Trans>The secretariat has your message</Trans>
          </h1>
          <p className="lead">
            <Trans>
              When it has seen that it is so, an invitation comes to <b>{form.email}</b>.
            </Trans>
          </p>
        </div>
      </Door>
    );
  }
  if (choices.length === 0) {
    return (
      <Door>
        <EmptyState title={t`Somebody speaks for every listed organisation`}>
          <Link to="/apply" className="btn">
            <Trans>Apply for membership</Trans>
          </Link>
        </EmptyState>
      </Door>
    );
  }
  return (
    <Door>
      <form
        className="stackv gap-4"
        style={{ maxWidth: 560 }}
        onSubmit={(event) => void submit(event)}
        noValidate
      >
        <h1>
          <Trans>This is our organisation</Trans>
        </h1>
        <p className="lead">
          <Trans>It is listed here, and nobody of it has an account yet.</Trans>
        </p>
        {why ? <Note tone="danger">{why}</Note> : null}
        <Field label={t`Organisation`}>
          {(ids) => (
            <select className="input" {...ids} {...field("organisation")}>
              <option value="">{t`Choose one`}</option>
              {choices.map(({ network, organisation }) => (
                <option key={`${network.id} ${organisation.id}`} value={`${network.id} ${organisation.id}`}>
                  {say(organisation.name)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="formgrid">
          <TextField
            label={t`Family name in Khmer`}
            lang="km"
            {...field("familyKm")}
            error={wrong.name ?? wrong["name.familyKm"]}
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
            label={t`Position in Khmer`}
            lang="km"
            {...field("positionKm")}
            error={wrong["position.km"]}
          />
          <TextField
            label={t`Position in English`}
            lang="en"
            {...field("positionEn")}
            error={wrong["position.en"]}
          />
          <TextField
            label={t`E-mail address`}
            type="email"
            inputMode="email"
            autoComplete="email"
            full
            {...field("email")}
            error={wrong.email}
          />
          <Field
            label={t`What helps us to see that it is so`}
            hint={t`For example who of the network knows you.`}
            full
            error={wrong.note}
          >
            {(ids) => <textarea className="input" rows={3} {...ids} {...field("note")} />}
          </Field>
        </div>
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching} disabled={!chosen}>
            <Trans>Tell the secretariat</Trans>
          </Button>
        </div>
      </form>
    </Door>
  );
}
