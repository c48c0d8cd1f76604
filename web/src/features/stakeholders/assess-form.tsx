import type { MessageDescriptor } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { day, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { DocumentPicker, type Picked } from "../evidence/pick";
import type { Known } from "./known";
import { AssessStakeholderDocument, StakeholderEngagementsDocument } from "./stakeholders.gql";
import type { Rating, Stakeholder, StakeholderMap } from "./use-map";
import { ALIGNMENT, CHANNELS, CONFIDENCE, INFLUENCE, INTEREST, sign } from "./words";

/** One scale: every step says what it means while one chooses. */
function Scale({
  label,
  steps,
  from,
  value,
  error,
  onChange,
}: {
  label: string;
  steps: MessageDescriptor[];
  /** The figure of the first step. */
  from: number;
  value: number | null;
  error?: string | undefined;
  onChange: (value: number) => void;
}) {
  const { i18n } = useLingui();
  const { locale } = useLocale();
  return (
    <fieldset className="full stackv gap-1">
      <legend className="label">{label}</legend>
      {error ? (
        <span className="err" role="alert">
          {error}
        </span>
      ) : null}
      {steps.map((words, at) => {
        const n = from + at;
        return (
          <label key={n} className="check">
            <input type="radio" name={label} checked={value === n} onChange={() => onChange(n)} />
            <span>
              <b className="num">{from < 0 ? sign(n) : number(n, locale)}</b> {i18n._(words)}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** Rates somebody: what each step means is shown, what was said before stands beside it, and what was seen is asked for. */
export function AssessForm({
  map,
  network,
  who,
  known,
  onClose,
  onDone,
}: {
  map: StakeholderMap;
  network: string;
  who: Stakeholder;
  known: Known<Rating> | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const was = known?.rating;
  const [influence, setInfluence] = useState<number | null>(was?.influence ?? null);
  const [interest, setInterest] = useState<number | null>(was?.interest ?? null);
  const [alignment, setAlignment] = useState<number | null>(was?.alignment ?? null);
  const [confidence, setConfidence] = useState<number | null>(null);
  const [basis, setBasis] = useState("");
  const [sources, setSources] = useState("");
  const [engagement, setEngagement] = useState("");
  const [documents, setDocuments] = useState<Picked[]>([]);
  const [strategy, setStrategy] = useState(was?.strategy ?? "");
  const [desired, setDesired] = useState(was?.desiredChange ?? "");
  const [through, setThrough] = useState(was?.accessibleThrough ?? "");
  const [on, setOn] = useState(map.today);
  const [until, setUntil] = useState("");
  const [objective, setObjective] = useState("");
  const [unset, setUnset] = useState(false);
  const [{ data: contacts }] = useQuery({
    query: StakeholderEngagementsDocument,
    variables: { campaign: map.campaign.id, with: who.id, after: null },
  });
  const [result, assess] = useMutation(AssessStakeholderDocument);
  const payload = result.data?.assessStakeholder;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.stakeholder ?? wrong.engagement;
  const objectives = map.campaign.items.flatMap((item) =>
    item.body.__typename === "PlanObjective" ? [{ id: item.id, text: item.body.statement }] : [],
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (influence === null || interest === null || alignment === null || confidence === null) {
      setUnset(true);
      return;
    }
    const { data } = await assess({
      id: who.id,
      input: {
        influence,
        interest,
        alignment,
        confidence,
        basis,
        sources,
        engagement: engagement || null,
        objective: objective || null,
        documents: documents.map((one) => one.id),
        strategy,
        desiredChange: desired,
        accessibleThrough: through,
        assessedOn: on || null,
        validUntil: until || null,
      },
    });
    if (data?.assessStakeholder.status !== "DONE") return;
    onDone();
    onClose();
  };
  const missing = unset ? t`Choose one.` : undefined;
  return (
    <Modal title={t`Rate ${say(who.name)}`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        {was ? (
          <p className="sm muted">
            <Trans>
              Last rated {day(was.assessedOn, locale)}: influence {number(was.influence, locale)}, interest{" "}
              {number(was.interest, locale)}, alignment {sign(was.alignment)}. That stays in the history.
            </Trans>
          </p>
        ) : null}
        <div className="formgrid">
          <Scale
            label={t`Influence over the decision`}
            steps={INFLUENCE}
            from={1}
            value={influence}
            error={wrong.influence ?? (influence === null ? missing : undefined)}
            onChange={setInfluence}
          />
          <Scale
            label={t`Interest in the issue`}
            steps={INTEREST}
            from={1}
            value={interest}
            error={wrong.interest ?? (interest === null ? missing : undefined)}
            onChange={setInterest}
          />
          <Scale
            label={t`Alignment with the ask`}
            steps={ALIGNMENT}
            from={-2}
            value={alignment}
            error={wrong.alignment ?? (alignment === null ? missing : undefined)}
            onChange={setAlignment}
          />
          <Scale
            label={t`How sure this is`}
            steps={CONFIDENCE}
            from={1}
            value={confidence}
            error={wrong.confidence ?? (confidence === null ? missing : undefined)}
            onChange={setConfidence}
          />
        </div>
        <Field
          label={t`What was seen or heard`}
          hint={t`Behaviour, not opinion: write as if it may leak. No party, religion, health or family.`}
          error={wrong.basis}
        >
          {(ids) => (
            <textarea
              className="input"
              rows={3}
              {...ids}
              value={basis}
              onChange={(event) => setBasis(event.target.value)}
            />
          )}
        </Field>
        <div className="formgrid">
          <TextField
            label={t`By what you know`}
            value={sources}
            error={wrong.sources}
            onChange={(event) => setSources(event.target.value)}
          />
          <Field label={t`From which contact`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={engagement}
                onChange={(event) => setEngagement(event.target.value)}
              >
                <option value="">{t`none`}</option>
                {contacts?.stakeholderMap?.engagements.edges
                  .filter(({ node }) => node.state === "HELD")
                  .map(({ node }) => (
                    <option key={node.id} value={node.id}>
                      {`${day(node.heldOn, locale)}, ${i18n._(CHANNELS[node.channel])}`}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <TextField
            label={t`On which day`}
            type="date"
            value={on}
            error={wrong.assessedOn}
            onChange={(event) => setOn(event.target.value)}
          />
          <TextField
            label={t`Valid to`}
            hint={t`180 days when left empty`}
            type="date"
            value={until}
            error={wrong.validUntil}
            onChange={(event) => setUntil(event.target.value)}
          />
          {objectives.length > 0 ? (
            <Field label={t`For which objective`} error={wrong.objective} full>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={objective}
                  onChange={(event) => setObjective(event.target.value)}
                >
                  <option value="">{t`for the campaign as a whole`}</option>
                  {objectives.map((one) => (
                    <option key={one.id} value={one.id}>
                      {say(one.text)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : null}
        </div>
        <DocumentPicker network={network} value={documents} error={wrong.documents} onChange={setDocuments} />
        <details>
          <summary>
            <Trans>What follows from it</Trans>
          </summary>
          <div className="formgrid">
            <TextField
              label={t`What one would see change`}
              value={desired}
              error={wrong.desiredChange}
              onChange={(event) => setDesired(event.target.value)}
              full
            />
            <TextField
              label={t`How to go about it`}
              value={strategy}
              error={wrong.strategy}
              onChange={(event) => setStrategy(event.target.value)}
              full
            />
            <TextField
              label={t`Reached through`}
              value={through}
              error={wrong.accessibleThrough}
              onChange={(event) => setThrough(event.target.value)}
              full
            />
          </div>
        </details>
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
            <Trans>Save the rating</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
        <p className="xs muted">
          <Trans>
            About <Both text={who.name} />; seen by the team of this campaign alone.
          </Trans>
        </p>
      </form>
    </Modal>
  );
}
