import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { OutcomeChange, PolicyOutcome } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { PlacePicker } from "../../ui/place-picker";
import { DocumentPicker, type Picked } from "../evidence/pick";
import type { CampaignFullFragment } from "./campaigns.gql";
import {
  AddOutcomeDocument,
  EditOutcomeDocument,
  type OutcomePartsFragment,
  RemoveOutcomeDocument,
} from "./results.gql";
import { CHANGES, OUTCOMES } from "./words";

/** Writes an outcome down, changes it, or takes it out, before others are asked about it. */
export function OutcomeForm({
  campaign,
  network,
  outcome,
  onClose,
  onDone,
  onSaved,
}: {
  campaign: CampaignFullFragment;
  network: string;
  outcome?: OutcomePartsFragment | undefined;
  onClose: () => void;
  onDone: () => void;
  onSaved: (outcome: { id: string; version: number }) => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [statement, setStatement] = useState(
    outcome ? { en: outcome.statement.en, km: outcome.statement.km } : { en: "", km: "" },
  );
  const [who, setWho] = useState(outcome?.who ?? "");
  const [happenedOn, setHappenedOn] = useState(outcome?.happenedOn ?? "");
  const [month, setMonth] = useState(outcome?.happenedIn === "MONTH");
  const [place, setPlace] = useState<string | null>(outcome?.place?.id ?? null);
  const [change, setChange] = useState<OutcomeChange>(outcome?.change ?? "PRACTICE");
  const [policy, setPolicy] = useState<PolicyOutcome | "">(outcome?.policyOutcome ?? "");
  const [intended, setIntended] = useState(outcome?.intended ?? true);
  const [positive, setPositive] = useState(outcome?.positive ?? true);
  const [significance, setSignificance] = useState(outcome?.significance ?? "");
  const [contribution, setContribution] = useState(outcome?.contribution ?? "");
  const [members, setMembers] = useState<string[]>(outcome?.members.map((one) => one.id) ?? []);
  const [item, setItem] = useState(outcome?.item ?? "");
  const [documents, setDocuments] = useState<Picked[]>(outcome?.documents ?? []);
  const [adding, add] = useMutation(AddOutcomeDocument);
  const [editing, edit] = useMutation(EditOutcomeDocument);
  const [removing, remove] = useMutation(RemoveOutcomeDocument);
  const payload = adding.data?.addOutcome ?? editing.data?.editOutcome ?? removing.data?.removeOutcome;
  const wrong = reasons(payload);
  const why =
    failure(adding.error ?? editing.error ?? removing.error, payload) ?? wrong.campaign ?? wrong.outcome;
  const done = (status: string | undefined) => {
    if (status !== "DONE") return;
    onDone();
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      statement,
      who,
      happenedOn: happenedOn || null,
      happenedIn: month ? ("MONTH" as const) : ("DAY" as const),
      place,
      change,
      policyOutcome: policy || null,
      intended,
      positive,
      significance,
      contribution,
      members,
      item: item || null,
      documents: documents.map((one) => one.id),
    };
    if (outcome) {
      const { data } = await edit({ id: outcome.id, version: outcome.version, input });
      if (data?.editOutcome.outcome) onSaved(data.editOutcome.outcome);
    } else {
      const { data } = await add({ campaign: campaign.id, input });
      if (data?.addOutcome.outcome) onSaved(data.addOutcome.outcome);
    }
  };
  const sources = campaign.items.flatMap(({ id, body }) => {
    if (body.__typename === "PlanAsk") return [{ id, words: say(body.text) }];
    if (body.__typename === "PlanObjective") return [{ id, words: say(body.statement) }];
    return [];
  });
  const prose = (label: string, value: string, set: (value: string) => void, error?: string) => (
    <Field label={label} full error={error}>
      {(ids) => (
        <textarea
          className="input"
          rows={3}
          {...ids}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <Modal title={t`Write down an outcome`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p className="sm muted">
          <Trans>
            Who does what differently, since when and where. One sentence that somebody else can check.
          </Trans>
        </p>
        <div className="formgrid">
          {(["km", "en"] as const).map((lang) => (
            <Field
              key={lang}
              label={lang === "km" ? t`What has changed (Khmer)` : t`What has changed (English)`}
              full
              error={wrong[`statement.${lang}`] ?? (lang === "km" ? wrong.statement : undefined)}
            >
              {(ids) => (
                <textarea
                  className="input"
                  rows={2}
                  lang={lang}
                  {...ids}
                  value={statement[lang]}
                  onChange={(event) => setStatement({ ...statement, [lang]: event.target.value })}
                />
              )}
            </Field>
          ))}
          <TextField
            label={t`Who changed`}
            full
            value={who}
            error={wrong.who}
            onChange={(event) => setWho(event.target.value)}
          />
          <TextField
            label={t`When`}
            type="date"
            value={happenedOn}
            error={wrong.happenedOn}
            onChange={(event) => setHappenedOn(event.target.value)}
          />
          <label className="check">
            <input type="checkbox" checked={month} onChange={(event) => setMonth(event.target.checked)} />
            <span>
              <Trans>Only the month is known</Trans>
            </span>
          </label>
          <Field label={t`What kind of change`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={change}
                onChange={(event) => setChange(event.target.value as OutcomeChange)}
              >
                {(Object.keys(CHANGES) as OutcomeChange[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(CHANGES[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`What it changes in policy`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={policy}
                onChange={(event) => setPolicy(event.target.value as PolicyOutcome | "")}
              >
                <option value="">{t`not said`}</option>
                {(Object.keys(OUTCOMES) as PolicyOutcome[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(OUTCOMES[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <label className="check">
            <input
              type="checkbox"
              checked={intended}
              onChange={(event) => setIntended(event.target.checked)}
            />
            <span>
              <Trans>We meant it to happen</Trans>
            </span>
          </label>
          <label className="check">
            <input
              type="checkbox"
              checked={positive}
              onChange={(event) => setPositive(event.target.checked)}
            />
            <span>
              <Trans>It is for the better</Trans>
            </span>
          </label>
          {prose(t`Why it matters`, significance, setSignificance, wrong.significance)}
          {prose(t`What we have to do with it`, contribution, setContribution, wrong.contribution)}
          <Field label={t`From which ask or objective it came`} full error={wrong.item}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={item}
                onChange={(event) => setItem(event.target.value)}
              >
                <option value="">{t`none`}</option>
                {sources.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.words}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <PlacePicker
          label={t`Where`}
          value={place}
          error={wrong.place}
          initial={outcome?.place ? say(outcome.place.name) : ""}
          onChange={(id) => setPlace(id)}
        />
        <fieldset className="stackv gap-2">
          <legend className="label">
            <Trans>Who did their part</Trans>
          </legend>
          <div className="row wrap gap-4">
            {campaign.members
              .filter((member) => member.state === "ACCEPTED" || members.includes(member.organisation.id))
              .map(({ organisation }) => (
                <label key={organisation.id} className="check">
                  <input
                    type="checkbox"
                    checked={members.includes(organisation.id)}
                    onChange={(event) =>
                      setMembers(
                        event.target.checked
                          ? [...members, organisation.id]
                          : members.filter((one) => one !== organisation.id),
                      )
                    }
                  />
                  <span>{say(organisation.name)}</span>
                </label>
              ))}
          </div>
        </fieldset>
        <DocumentPicker network={network} value={documents} error={wrong.documents} onChange={setDocuments} />
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={adding.fetching || editing.fetching}>
            <Trans>Save</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          {outcome ? (
            <Button
              kind="quiet"
              busy={removing.fetching}
              onClick={async () => {
                const { data } = await remove({ id: outcome.id, version: outcome.version });
                done(data?.removeOutcome.status);
              }}
            >
              <Trans>Take the outcome out</Trans>
            </Button>
          ) : null}
        </div>
      </form>
    </Modal>
  );
}
