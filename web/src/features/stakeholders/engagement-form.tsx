import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type {
  AskResponse,
  EngagementAttribution,
  EngagementChannel,
  EngagementReaction,
  EngagementState,
  Sensitivity,
} from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { RESPONSES } from "../campaigns/words";
import { Neighbours } from "./detail";
import {
  EditEngagementDocument,
  type EngagementPartsFragment,
  LogEngagementDocument,
} from "./stakeholders.gql";
import type { StakeholderMap } from "./use-map";
import { PeoplePicker, type Somebody, taking } from "./who";
import { ATTRIBUTIONS, CHANNELS, ENGAGEMENT_STATES, REACTIONS } from "./words";

/** Writes a contact down, plans one, or changes it; who else goes there the same week is said before it is kept. */
export function EngagementForm({
  map,
  about,
  engagement,
  onClose,
  onDone,
}: {
  map: StakeholderMap;
  /** With this one. */
  about?: string | undefined;
  engagement?: EngagementPartsFragment | undefined;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { say, locale } = useLocale();
  const [state, setState] = useState<EngagementState>(engagement?.state ?? "HELD");
  const [on, setOn] = useState(engagement?.heldOn ?? map.today);
  const [channel, setChannel] = useState<EngagementChannel>(engagement?.channel ?? "MEETING");
  const [with_, setWith] = useState<string[]>(engagement?.stakeholders ?? (about ? [about] : []));
  const [organisation, setOrganisation] = useState(engagement?.organisation?.id ?? "");
  const [ours, setOurs] = useState<Somebody[]>(engagement?.ourPeople ?? []);
  const [theirs, setTheirs] = useState(engagement?.theirPeople ?? "");
  const [purpose, setPurpose] = useState(engagement?.purpose ?? "");
  const [raised, setRaised] = useState<Record<string, AskResponse>>(() =>
    Object.fromEntries((engagement?.raised ?? []).map((one) => [one.ask, one.response])),
  );
  const [said, setSaid] = useState(engagement?.said ?? "");
  const [reaction, setReaction] = useState<EngagementReaction | "">(engagement?.reaction ?? "");
  const [followUp, setFollowUp] = useState(engagement?.followUp ?? "");
  const [followUpOn, setFollowUpOn] = useState(engagement?.followUpOn ?? "");
  const [followUpBy, setFollowUpBy] = useState<Somebody[]>(
    engagement?.followUpBy ? [engagement.followUpBy] : [],
  );
  const [attribution, setAttribution] = useState<EngagementAttribution>(
    engagement?.attribution ?? "CHATHAM_HOUSE",
  );
  const [level, setLevel] = useState<Sensitivity>(engagement?.sensitivity ?? "RESTRICTED");
  const [named, setNamed] = useState<Somebody[]>(engagement?.named ?? []);
  const [coordinate, setCoordinate] = useState(engagement?.coordinate ?? false);
  const [logging, log] = useMutation(LogEngagementDocument);
  const [editing, edit] = useMutation(EditEngagementDocument);
  const payload = logging.data?.logEngagement ?? editing.data?.editEngagement;
  const wrong = reasons(payload);
  const why = failure(logging.error ?? editing.error, payload) ?? wrong.raised;
  const asks = map.campaign.items.flatMap((item) =>
    item.body.__typename === "PlanAsk" ? [{ id: item.id, text: item.body.text }] : [],
  );
  const those = map.stakeholders
    .filter((who) => who.state === "ACTIVE" || with_.includes(who.id))
    .sort((a, b) => say(a.name).localeCompare(say(b.name), locale));
  const held = state === "HELD";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      organisation: organisation || null,
      stakeholders: with_,
      heldOn: on,
      state,
      channel,
      ourPeople: ours.map((one) => one.id),
      theirPeople: theirs,
      purpose,
      raised: Object.entries(raised).map(([ask, response]) => ({ ask, response })),
      said,
      reaction: reaction || null,
      followUp,
      followUpOn: followUpOn || null,
      followUpBy: followUpBy[0]?.id ?? null,
      attribution,
      sensitivity: level,
      named: named.map((one) => one.id),
      coordinate,
    };
    const status = engagement
      ? (await edit({ id: engagement.id, version: engagement.version, input })).data?.editEngagement.status
      : (await log({ campaign: map.campaign.id, input })).data?.logEngagement.status;
    if (status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={engagement ? t`Change an engagement` : t`Log an engagement`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <Field label={t`Where it stands`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={state}
                onChange={(event) => setState(event.target.value as EngagementState)}
              >
                {(Object.keys(ENGAGEMENT_STATES) as EngagementState[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(ENGAGEMENT_STATES[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            label={t`On which day`}
            type="date"
            value={on}
            error={wrong.heldOn}
            onChange={(event) => setOn(event.target.value)}
          />
          <Field label={t`How`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={channel}
                onChange={(event) => setChannel(event.target.value as EngagementChannel)}
              >
                {(Object.keys(CHANNELS) as EngagementChannel[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(CHANNELS[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`Which organisation goes`} error={wrong.organisation}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={organisation}
                onChange={(event) => setOrganisation(event.target.value)}
              >
                <option value="">{t`yours`}</option>
                {taking(map).map((one) => (
                  <option key={one.id} value={one.id}>
                    {say(one.name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <fieldset className="stackv gap-1">
          <legend className="label">
            <Trans>With whom</Trans>
          </legend>
          {wrong.stakeholders ? (
            <span className="err" role="alert">
              {wrong.stakeholders}
            </span>
          ) : null}
          <div className="pickmany">
            {those.map((who) => (
              <label key={who.id} className="check">
                <input
                  type="checkbox"
                  checked={with_.includes(who.id)}
                  onChange={(event) =>
                    setWith(event.target.checked ? [...with_, who.id] : with_.filter((one) => one !== who.id))
                  }
                />
                <span>{say(who.name)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        {/^\d{4}-\d{2}-\d{2}$/.test(on)
          ? with_.slice(0, 5).map((id) => <Neighbours key={id} id={id} on={on} but={engagement?.id} />)
          : null}
        <PeoplePicker
          map={map}
          label={t`Who of us`}
          value={ours}
          error={wrong.ourPeople}
          most={20}
          onChange={setOurs}
        />
        <div className="formgrid">
          <TextField
            label={t`Who of them`}
            value={theirs}
            error={wrong.theirPeople}
            onChange={(event) => setTheirs(event.target.value)}
          />
          <TextField
            label={t`What for`}
            value={purpose}
            error={wrong.purpose}
            onChange={(event) => setPurpose(event.target.value)}
          />
        </div>
        {asks.length > 0 ? (
          <fieldset className="stackv gap-2">
            <legend className="label">
              <Trans>Asks that were raised, and what was answered</Trans>
            </legend>
            {asks.map((ask) => (
              <div key={ask.id} className="row between wrap gap-2">
                <label className="check grow">
                  <input
                    type="checkbox"
                    checked={ask.id in raised}
                    onChange={(event) => {
                      const { [ask.id]: _, ...rest } = raised;
                      setRaised(event.target.checked ? { ...rest, [ask.id]: "NONE" } : rest);
                    }}
                  />
                  <span>{say(ask.text)}</span>
                </label>
                {ask.id in raised && held ? (
                  <select
                    className="input small"
                    aria-label={t`Answer to: ${say(ask.text)}`}
                    value={raised[ask.id]}
                    onChange={(event) =>
                      setRaised({ ...raised, [ask.id]: event.target.value as AskResponse })
                    }
                  >
                    {(Object.keys(RESPONSES) as AskResponse[]).map((one) => (
                      <option key={one} value={one}>
                        {i18n._(RESPONSES[one])}
                      </option>
                    ))}
                  </select>
                ) : null}
              </div>
            ))}
          </fieldset>
        ) : null}
        {held ? (
          <>
            <Field
              label={t`What was said`}
              hint={t`Facts and behaviour: write as if it may leak.`}
              error={wrong.said}
            >
              {(ids) => (
                <textarea
                  className="input"
                  rows={4}
                  {...ids}
                  value={said}
                  onChange={(event) => setSaid(event.target.value)}
                />
              )}
            </Field>
            <Field label={t`How they took it`}>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={reaction}
                  onChange={(event) => setReaction(event.target.value as EngagementReaction | "")}
                >
                  <option value="">{t`not said`}</option>
                  {(Object.keys(REACTIONS) as EngagementReaction[]).map((one) => (
                    <option key={one} value={one}>
                      {i18n._(REACTIONS[one])}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </>
        ) : null}
        <div className="formgrid">
          <TextField
            label={t`What is to follow`}
            value={followUp}
            error={wrong.followUp}
            onChange={(event) => setFollowUp(event.target.value)}
          />
          <TextField
            label={t`By when`}
            type="date"
            value={followUpOn}
            error={wrong.followUpOn}
            onChange={(event) => setFollowUpOn(event.target.value)}
          />
        </div>
        {followUp ? (
          <PeoplePicker
            map={map}
            label={t`Who does it`}
            hint={t`They are reminded the day before; the mail does not say of what.`}
            value={followUpBy}
            error={wrong.followUpBy}
            most={1}
            onChange={setFollowUpBy}
          />
        ) : null}
        <div className="formgrid">
          <Field label={t`How far it may be passed on`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={attribution}
                onChange={(event) => setAttribution(event.target.value as EngagementAttribution)}
              >
                {(Object.keys(ATTRIBUTIONS) as EngagementAttribution[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(ATTRIBUTIONS[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`Who may know of it`} error={wrong.level}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={level}
                onChange={(event) => setLevel(event.target.value as Sensitivity)}
              >
                <option value="RESTRICTED">{t`the team`}</option>
                <option value="CONFIDENTIAL">{t`you, and those you name`}</option>
              </select>
            )}
          </Field>
        </div>
        {level === "CONFIDENTIAL" ? (
          <PeoplePicker
            map={map}
            label={t`Who beside you may know of it`}
            value={named}
            error={wrong.named}
            most={20}
            onChange={setNamed}
          />
        ) : null}
        <label className="check">
          <input
            type="checkbox"
            checked={coordinate}
            onChange={(event) => setCoordinate(event.target.checked)}
          />
          <span>
            <Trans>
              Other members who plan to meet the same one may be told that somebody does, and in which week;
              not who, nor why.
            </Trans>
          </span>
        </label>
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={logging.fetching || editing.fetching}>
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
