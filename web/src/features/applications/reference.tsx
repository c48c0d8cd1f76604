import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useEffect, useState } from "react";
import { useMutation } from "urql";
import { Door } from "../../app/door";
import type { ReferenceAnswer } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Loading, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { linkSecret } from "../identity/link";
import { AnswerReferenceDocument, ReadReferenceDocument } from "./applications.gql";

/** A referee answers, without an account, once. Opening the page changes nothing: mail scanners open links too. */
export function Reference() {
  const { t } = useLingui();
  const { say } = useLocale();
  const [link] = useState(linkSecret);
  const [read, look] = useMutation(ReadReferenceDocument);
  const [result, answer] = useMutation(AnswerReferenceDocument);
  const [choice, setChoice] = useState<ReferenceAnswer | null>(null);
  const [name, setName] = useState("");
  const [statement, setStatement] = useState("");
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    if (link) void look({ link });
  }, [link, look]);
  const asked = read.data?.readReference.reference;
  const wrong = reasons(result.data?.answerReference);
  const stale = reasons(read.data?.readReference).link ?? wrong.link;
  const why =
    link === ""
      ? t`This link is incomplete. Open it again from the mail.`
      : (stale ?? failure(read.error) ?? failure(result.error));
  const done = result.data?.answerReference.status === "DONE";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(choice === null);
    if (choice) await answer({ input: { link, answer: choice, statement, name } });
  };
  return (
    <Door>
      <div className="stackv gap-4" style={{ maxWidth: 560 }}>
        <h1>
          <Trans>A reference</Trans>
        </h1>
        {why ? <Note tone="danger">{why}</Note> : null}
        {!why && !asked ? <Loading /> : null}
        {done && asked ? (
          <Note>
            <Trans>
              Thank you. Your answer about <b>{say(asked.applicant)}</b> is with the secretariat. You can
              close this page.
            </Trans>
          </Note>
        ) : null}
        {asked && !done && !stale ? (
          <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
            <p className="lead">
              <Trans>
                <b>{say(asked.applicant)}</b>
                {asked.province ? ` (${say(asked.province)})` : ""} applies to {say(asked.network)} and names{" "}
                <b>{say(asked.referee)}</b> as an organisation that knows it.
              </Trans>
            </p>
            {asked.motivation.en || asked.motivation.km ? (
              <section className="card flat">
                <h2>
                  <Trans>Why it wants to join</Trans>
                </h2>
                <p style={{ whiteSpace: "pre-wrap" }}>{say(asked.motivation)}</p>
              </section>
            ) : null}
            <fieldset className="stackv gap-2" aria-describedby={missing ? "choice-e" : undefined}>
              <legend className="label">
                <Trans>Your answer</Trans>
              </legend>
              <div className="checks">
                <label>
                  <input
                    type="radio"
                    name="answer"
                    checked={choice === "RECOMMENDS"}
                    onChange={() => setChoice("RECOMMENDS")}
                  />
                  <Trans>We know it and recommend it</Trans>
                </label>
                <label>
                  <input
                    type="radio"
                    name="answer"
                    checked={choice === "DOES_NOT_RECOMMEND"}
                    onChange={() => setChoice("DOES_NOT_RECOMMEND")}
                  />
                  <Trans>We do not recommend it</Trans>
                </label>
              </div>
              {missing && !choice ? (
                <span className="err" id="choice-e" role="alert">
                  <Trans>Choose one of the two.</Trans>
                </span>
              ) : null}
            </fieldset>
            <Field
              label={t`In your words`}
              hint={t`Read by the secretariat and the committee, not by the applicant.`}
              error={wrong.statement}
            >
              {(ids) => (
                <textarea
                  className="input"
                  rows={4}
                  {...ids}
                  value={statement}
                  onChange={(event) => setStatement(event.target.value)}
                />
              )}
            </Field>
            <TextField
              label={t`Your name and position`}
              value={name}
              onChange={(event) => setName(event.target.value)}
              error={wrong.name}
            />
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
