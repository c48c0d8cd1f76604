import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type {
  CampaignVisibility,
  CommitmentKind,
  CommitmentSource,
  CommitmentForm as Form,
} from "../../graphql/schema";
import { clockInput } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Loading, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { PlacePicker } from "../../ui/place-picker";
import {
  CommitmentCampaignDocument,
  type CommitmentFullFragment,
  EditCommitmentDocument,
  RecordCommitmentDocument,
} from "./commitments.gql";
import { COMMITMENT_KINDS, FORMS, SEEN_BY, SOURCES } from "./words";

/** From where a commitment is written down, as far as it is known before. */
export interface Begun {
  source?: CommitmentSource;
  engagement?: string | undefined;
  /** The dialogue in which it was made. */
  dialogue?: string | undefined;
  text?: { en: string; km: string } | undefined;
  stakeholder?: string | undefined;
  owner?: { en: string; km: string } | undefined;
  constituency?: string | undefined;
  madeOn?: string | undefined;
  /** It comes from a contact that was not on record. */
  quiet?: boolean | undefined;
}

const today = () => clockInput(new Date().toISOString()).slice(0, 10);

/** Writes a commitment down, or changes what is written of it. */
export function CommitmentForm({
  campaign,
  commitment,
  begun = {},
  onClose,
  onDone,
}: {
  campaign: string;
  commitment?: CommitmentFullFragment | undefined;
  begun?: Begun;
  onClose: () => void;
  onDone: (id: string) => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [en, setEn] = useState(commitment?.text.en ?? begun.text?.en ?? "");
  const [km, setKm] = useState(commitment?.text.km ?? begun.text?.km ?? "");
  const [kind, setKind] = useState<CommitmentKind>(commitment?.kind ?? "COMMITMENT");
  const [source, setSource] = useState<CommitmentSource>(commitment?.source ?? begun.source ?? "PLEDGE");
  const [note, setNote] = useState(commitment?.sourceNote ?? "");
  const [ask, setAsk] = useState(commitment?.ask ?? "");
  const [ownerEn, setOwnerEn] = useState(commitment?.owner?.en ?? begun.owner?.en ?? "");
  const [ownerKm, setOwnerKm] = useState(commitment?.owner?.km ?? begun.owner?.km ?? "");
  const [group, setGroup] = useState(commitment?.constituency ?? begun.constituency ?? "");
  const [quiet, setQuiet] = useState(commitment?.protected ?? begun.quiet ?? false);
  const [madeOn, setMadeOn] = useState(commitment?.madeOn ?? begun.madeOn ?? today());
  const [form, setForm] = useState<Form>(commitment?.form ?? (begun.dialogue ? "MINUTED" : "VERBAL"));
  const [dueOn, setDueOn] = useState(commitment?.dueOn ?? "");
  const [measure, setMeasure] = useState(commitment?.measure ?? "");
  const [whole, setWhole] = useState(commitment?.whole ? String(commitment.whole) : "");
  const [place, setPlace] = useState<string | null>(
    commitment?.places[0] ? `place:${commitment.places[0].code}` : null,
  );
  const [follower, setFollower] = useState(commitment?.follower?.id ?? "");
  const [visibility, setVisibility] = useState<CampaignVisibility>(
    commitment?.visibility ?? (begun.dialogue ? "MEMBERS" : "TEAM"),
  );
  const [{ data, fetching }] = useQuery({ query: CommitmentCampaignDocument, variables: { id: campaign } });
  const [recording, record] = useMutation(RecordCommitmentDocument);
  const [editing, edit] = useMutation(EditCommitmentDocument);
  const payload = recording.data?.recordCommitment ?? editing.data?.editCommitment;
  const wrong = reasons(payload);
  const why =
    failure(recording.error ?? editing.error, payload) ??
    wrong.campaign ??
    wrong.commitment ??
    wrong.engagement ??
    wrong.dialogue ??
    wrong.stakeholder;
  const asks = (data?.campaign?.items ?? []).flatMap((item) =>
    item.body.__typename === "PlanAsk" ? [{ id: item.id, text: item.body.text }] : [],
  );
  const members = (data?.campaign?.members ?? []).filter((member) => member.state === "ACCEPTED");
  const settled = commitment !== undefined && commitment.state !== "RECORDED";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      text: { en, km },
      kind,
      source,
      sourceNote: note,
      engagement: commitment ? commitment.engagement : (begun.engagement ?? null),
      dialogue: begun.dialogue ?? null,
      stakeholder: commitment ? commitment.stakeholder : (begun.stakeholder ?? null),
      ask: ask || null,
      owner: { en: ownerEn, km: ownerKm },
      constituency: group,
      protected: quiet,
      madeOn,
      form,
      dueOn: dueOn || null,
      measure,
      whole: whole === "" ? null : Number(whole),
      places: place ? [place] : [],
      follower: follower || null,
      followerPerson:
        follower && follower === commitment?.follower?.id ? (commitment.followerPerson?.id ?? null) : null,
      visibility,
    };
    const done = commitment
      ? (await edit({ id: commitment.id, version: commitment.version, input })).data?.editCommitment
      : (await record({ campaign, input })).data?.recordCommitment;
    if (done?.status !== "DONE" || !done.commitment) return;
    onDone(done.commitment.id);
    onClose();
  };
  const title = commitment ? t`Change a commitment` : t`Write down a commitment`;
  // Nothing moves under a finger: what there is to choose from is there before the form is.
  if (fetching && !data) {
    return (
      <Modal title={title} open onClose={onClose}>
        <Loading />
      </Modal>
    );
  }
  return (
    <Modal title={title} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <Field label={t`What was promised, in English`} error={wrong["text.en"] ?? wrong.text} full>
            {(ids) => (
              <textarea
                className="input"
                lang="en"
                rows={2}
                {...ids}
                value={en}
                onChange={(event) => setEn(event.target.value)}
              />
            )}
          </Field>
          <Field label={t`What was promised, in Khmer`} error={wrong["text.km"]} full>
            {(ids) => (
              <textarea
                className="input"
                lang="km"
                rows={2}
                {...ids}
                value={km}
                onChange={(event) => setKm(event.target.value)}
              />
            )}
          </Field>
          <TextField
            label={t`Who is to keep it, in English`}
            lang="en"
            value={ownerEn}
            error={wrong["owner.en"] ?? wrong.owner}
            onChange={(event) => setOwnerEn(event.target.value)}
          />
          <TextField
            label={t`Who is to keep it, in Khmer`}
            lang="km"
            value={ownerKm}
            error={wrong["owner.km"]}
            onChange={(event) => setOwnerKm(event.target.value)}
          />
          <Field label={t`For which group they speak`} error={wrong.constituency}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={group}
                onChange={(event) => setGroup(event.target.value)}
              >
                <option value="">{t`not said`}</option>
                {data?.terms
                  .filter((term) => term.active || term.code === group)
                  .map((term) => (
                    <option key={term.code} value={term.code}>
                      {say(term.label)}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <Field label={t`What it is`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={kind}
                onChange={(event) => setKind(event.target.value as CommitmentKind)}
              >
                {(Object.keys(COMMITMENT_KINDS) as CommitmentKind[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(COMMITMENT_KINDS[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`From where one has it`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={source}
                onChange={(event) => setSource(event.target.value as CommitmentSource)}
              >
                {(Object.keys(SOURCES) as CommitmentSource[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(SOURCES[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`How it was given`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={form}
                onChange={(event) => setForm(event.target.value as Form)}
              >
                {(Object.keys(FORMS) as Form[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(FORMS[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            label={t`More about that`}
            value={note}
            error={wrong.sourceNote}
            onChange={(event) => setNote(event.target.value)}
          />
          {asks.length > 0 ? (
            <Field label={t`To which ask it answers`} error={wrong.item}>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={ask}
                  onChange={(event) => setAsk(event.target.value)}
                >
                  <option value="">{t`none`}</option>
                  {asks.map((one) => (
                    <option key={one.id} value={one.id}>
                      {say(one.text)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : null}
          <TextField
            label={t`Made on`}
            type="date"
            value={madeOn}
            error={wrong.madeOn}
            onChange={(event) => setMadeOn(event.target.value)}
          />
          {settled ? null : (
            <TextField
              label={t`Due on`}
              type="date"
              value={dueOn}
              error={wrong.dueOn}
              onChange={(event) => setDueOn(event.target.value)}
            />
          )}
          <TextField
            label={t`Done when`}
            value={measure}
            error={wrong.measure}
            onChange={(event) => setMeasure(event.target.value)}
          />
          <TextField
            label={t`Of how many, where it is counted`}
            inputMode="numeric"
            value={whole}
            error={wrong.whole}
            onChange={(event) => setWhole(event.target.value.replace(/\D/g, ""))}
          />
          <PlacePicker
            label={t`Where`}
            value={place}
            initial={commitment?.places[0] ? say(commitment.places[0].name) : ""}
            error={wrong.places}
            onChange={setPlace}
          />
          <Field label={t`Who looks after it`} error={wrong.follower}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={follower}
                onChange={(event) => setFollower(event.target.value)}
              >
                <option value="">{t`nobody yet`}</option>
                {members.map((member) => (
                  <option key={member.organisation.id} value={member.organisation.id}>
                    {say(member.organisation.name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`Who may know of it`} error={wrong.visibility}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={visibility}
                onChange={(event) => setVisibility(event.target.value as CampaignVisibility)}
              >
                {(Object.keys(SEEN_BY) as CampaignVisibility[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(SEEN_BY[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <label className="check">
          <input type="checkbox" checked={quiet} onChange={(event) => setQuiet(event.target.checked)} />
          <span>
            <Trans>
              It was said under Chatham House or off the record: outside the team its owner is told by group
              alone until they agree to be named.
            </Trans>
          </span>
        </label>
        {quiet && visibility !== "TEAM" ? (
          <Note tone="warn">
            <Trans>Read once more what was promised: nobody is to be known by it either.</Trans>
          </Note>
        ) : null}
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={recording.fetching || editing.fetching}>
            <Trans>Save</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
