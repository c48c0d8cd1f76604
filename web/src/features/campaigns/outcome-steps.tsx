import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { Language } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { AskOutsiderDocument, type OutcomePartsFragment, PublishOutcomeDocument } from "./results.gql";

type Props = { outcome: OutcomePartsFragment; onClose: () => void; onDone: () => void };

/** Asks somebody outside, by a link that answers once. */
export function AskForm({ outcome, onClose, onDone }: Props) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [language, setLanguage] = useState<Language>(locale === "km" ? "KM" : "EN");
  const [result, ask] = useMutation(AskOutsiderDocument);
  const payload = result.data?.askOutsider;
  const wrong = reasons(payload);
  const why = failure(result.error, payload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await ask({ input: { outcome: outcome.id, name, email, language } });
    if (data?.askOutsider.status === "CONFLICT") onDone();
    if (data?.askOutsider.status === "DONE") onClose();
  };
  return (
    <Modal title={t`Ask somebody outside`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p className="voice">{say(outcome.statement)}</p>
        <p className="sm muted">
          <Trans>
            Somebody who knows of it and has no part in the campaign gets a link by mail. It answers once and
            works for 14 days. From now on the outcome does not change.
          </Trans>
        </p>
        <div className="formgrid">
          <TextField
            label={t`Name`}
            value={name}
            error={wrong.name}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            label={t`E-mail`}
            type="email"
            value={email}
            error={wrong.email}
            onChange={(event) => setEmail(event.target.value)}
          />
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
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
            <Trans>Send the question</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Makes an outcome public, in words that somebody has looked through. */
export function PublishForm({ outcome, onClose, onDone }: Props) {
  const { t } = useLingui();
  const [statement, setStatement] = useState({ en: outcome.statement.en, km: outcome.statement.km });
  const [harmless, setHarmless] = useState(false);
  const [consented, setConsented] = useState(false);
  const [result, publish] = useMutation(PublishOutcomeDocument);
  const payload = result.data?.publishOutcome;
  const wrong = reasons(payload);
  const why = failure(result.error, payload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await publish({
      input: { outcome: outcome.id, version: outcome.version, statement, harmless, consented },
    });
    if (data?.publishOutcome.status === "CONFLICT") onDone();
    if (data?.publishOutcome.status === "DONE") onClose();
  };
  const sure = (value: boolean, set: (value: boolean) => void, words: string, error: string | undefined) => (
    <label className="check">
      <input type="checkbox" checked={value} onChange={(event) => set(event.target.checked)} />
      <span>
        {words}
        {error ? (
          <span className="err block" role="alert">
            {error}
          </span>
        ) : null}
      </span>
    </label>
  );
  return (
    <Modal title={t`Make it public`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p className="sm muted">
          <Trans>Everybody who may know the campaign will read these words, and nothing else of it.</Trans>
        </p>
        {(["km", "en"] as const).map((lang) => (
          <Field
            key={lang}
            label={lang === "km" ? t`What is told (Khmer)` : t`What is told (English)`}
            error={wrong[`statement.${lang}`] ?? (lang === "km" ? wrong.statement : undefined)}
          >
            {(ids) => (
              <textarea
                className="input"
                rows={3}
                lang={lang}
                {...ids}
                value={statement[lang]}
                onChange={(event) => setStatement({ ...statement, [lang]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {sure(harmless, setHarmless, t`I have made sure that it harms nobody.`, wrong.harmless)}
        {sure(
          consented,
          setConsented,
          t`I have made sure that nobody is named who has not agreed to it.`,
          wrong.consented,
        )}
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
            <Trans>Make it public</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
