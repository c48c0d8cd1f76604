import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { Stance } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { ON_SCALE, STANCES } from "../../ui/decision-words";
import { Button, Field, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { CastBallotDocument, type DecisionFullFragment } from "./decisions.gql";

/** One organisation's ballot: cast, or changed while the decision is open. */
export function BallotForm({
  decision,
  organisation,
  ballot,
}: {
  decision: DecisionFullFragment;
  organisation: { id: string; name: { en: string; km: string } };
  ballot: { id: string; stance: Stance; reason: string; dissent: string } | null;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [result, cast] = useMutation(CastBallotDocument);
  const [stance, setStance] = useState<Stance | null>(ballot?.stance ?? null);
  const [reason, setReason] = useState(ballot?.reason ?? "");
  const [dissent, setDissent] = useState(ballot?.dissent ?? "");
  const [missing, setMissing] = useState(false);
  const wrong = reasons(result.data?.castBallot);
  const why =
    failure(result.error, result.data?.castBallot) ?? wrong.decision ?? wrong.organisation ?? wrong.position;
  const objects = stance === "OBJECTION" || stance === "BLOCK";
  const disagrees =
    objects || stance === "STAND_ASIDE" || stance === "AGAINST" || stance === "SERIOUS_DISAGREEMENT";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(stance === null);
    if (!stance) return;
    const { data } = await cast({
      input: {
        decision: decision.id,
        organisation: organisation.id,
        stance,
        reason,
        dissent: disagrees ? dissent : "",
        replaces: ballot?.id ?? null,
      },
    });
    if (data?.castBallot.status === "DONE") toast.success(t`The ballot is cast.`);
  };
  return (
    <form className="card stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
      <header>
        <h2>
          <Trans>The ballot of {say(organisation.name)}</Trans>
        </h2>
      </header>
      {why ? <Note tone="danger">{why}</Note> : null}
      <fieldset aria-describedby={missing ? "stance-e" : undefined}>
        <legend className="label">
          <Trans>Position</Trans>
        </legend>
        <div className="checks">
          {ON_SCALE[decision.scale].map((word) => (
            <label key={word}>
              <input
                type="radio"
                name={`stance-${organisation.id}`}
                checked={stance === word}
                onChange={() => setStance(word)}
              />
              {i18n._(STANCES[word])}
            </label>
          ))}
        </div>
        {missing && !stance ? (
          <span className="err" id="stance-e" role="alert">
            <Trans>Choose a position.</Trans>
          </span>
        ) : null}
      </fieldset>
      <Field
        label={objects ? t`Reason (needed)` : t`Reason`}
        hint={objects ? t`Others need it to mend the proposal.` : undefined}
        error={wrong.reason}
      >
        {(ids) => (
          <textarea
            className="input"
            rows={3}
            {...ids}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {disagrees ? (
        <Field label={t`Dissent to stand beside the result`} error={wrong.dissent}>
          {(ids) => (
            <textarea
              className="input"
              rows={2}
              {...ids}
              value={dissent}
              onChange={(event) => setDissent(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <div>
        <Button type="submit" kind="primary" busy={result.fetching}>
          {ballot ? <Trans>Change the ballot</Trans> : <Trans>Cast the ballot</Trans>}
        </Button>
      </div>
    </form>
  );
}
