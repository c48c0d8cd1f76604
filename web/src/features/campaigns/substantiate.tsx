import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useEffect, useState } from "react";
import { useMutation } from "urql";
import { Door } from "../../app/door";
import type { SubstantiationAnswer } from "../../graphql/schema";
import { day } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Button, Field, Loading, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { linkSecret } from "../identity/link";
import { AnswerOutcomeQuestionDocument, ReadOutcomeQuestionDocument } from "./results.gql";
import { ANSWERS } from "./words";

/** Somebody outside says whether an outcome is so, without an account, once. Opening the page changes nothing. */
export function Substantiate() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [link] = useState(linkSecret);
  const [read, look] = useMutation(ReadOutcomeQuestionDocument);
  const [result, send] = useMutation(AnswerOutcomeQuestionDocument);
  const [answer, setAnswer] = useState<SubstantiationAnswer | null>(null);
  const [comment, setComment] = useState("");
  const [onRecord, setOnRecord] = useState(false);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (link) void look({ link });
  }, [link, look]);
  const asked = read.data?.readOutcomeQuestion.question;
  const wrong = reasons(result.data?.answerOutcomeQuestion);
  const stale = reasons(read.data?.readOutcomeQuestion).link ?? wrong.link;
  const why =
    link === ""
      ? t`This link is incomplete. Open it again from the mail.`
      : (stale ?? failure(read.error) ?? failure(result.error));
  const done = result.data?.answerOutcomeQuestion.status === "DONE";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(answer === null);
    if (answer) await send({ input: { link, answer, comment, onRecord } });
  };
  const when = asked?.happenedOn
    ? asked.happenedIn === "MONTH"
      ? day(asked.happenedOn, locale).replace(/^\S+ /, "")
      : day(asked.happenedOn, locale)
    : "";
  return (
    <Door>
      <div className="stackv gap-4" style={{ maxWidth: 560 }}>
        <h1>
          <Trans>Is it so?</Trans>
        </h1>
        {why ? <Note tone="danger">{why}</Note> : null}
        {!why && !asked ? <Loading /> : null}
        {done ? (
          <Note>
            <Trans>Thank you. Your answer has arrived. You can close this page.</Trans>
          </Note>
        ) : null}
        {asked && !done && !stale ? (
          <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
            <p className="lead">
              <Trans>
                {asked.name}, {say(asked.network)} has written down a change in the campaign “
                {say(asked.campaign)}” and asks you whether it is so.
              </Trans>
            </p>
            <section className="card flat stackv gap-2">
              <p className="voice">
                <Both text={asked.statement} />
              </p>
              <p className="sm muted">{[asked.who, when].filter(Boolean).join(" · ")}</p>
              {asked.contribution ? (
                <p className="sm">
                  <b>
                    <Trans>What the campaign says it has to do with it</Trans>:
                  </b>{" "}
                  {asked.contribution}
                </p>
              ) : null}
            </section>
            <fieldset className="stackv gap-2" aria-describedby={missing ? "answer-e" : undefined}>
              <legend className="label">
                <Trans>Your answer</Trans>
              </legend>
              <div className="checks">
                {(Object.keys(ANSWERS) as SubstantiationAnswer[]).map((one) => (
                  <label key={one}>
                    <input
                      type="radio"
                      name="answer"
                      checked={answer === one}
                      onChange={() => setAnswer(one)}
                    />
                    {i18n._(ANSWERS[one])}
                  </label>
                ))}
              </div>
              {missing && !answer ? (
                <span className="err" id="answer-e" role="alert">
                  <Trans>Choose one of them.</Trans>
                </span>
              ) : null}
            </fieldset>
            <Field label={t`In your words`} error={wrong.comment}>
              {(ids) => (
                <textarea
                  className="input"
                  rows={4}
                  {...ids}
                  value={comment}
                  onChange={(event) => setComment(event.target.value)}
                />
              )}
            </Field>
            <label className="check">
              <input
                type="checkbox"
                checked={onRecord}
                onChange={(event) => setOnRecord(event.target.checked)}
              />
              <span>
                <Trans>I may be named with it</Trans>
              </span>
            </label>
            <div>
              <Button type="submit" kind="primary" className="big" busy={result.fetching}>
                <Trans>Send the answer</Trans>
              </Button>
            </div>
          </form>
        ) : null}
      </div>
    </Door>
  );
}
