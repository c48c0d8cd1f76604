import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { StakeholderKind, StakeholderLevel, StakeholderTarget } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { PlacePicker } from "../../ui/place-picker";
import { AddStakeholderDocument, ConstituenciesDocument, EditStakeholderDocument } from "./stakeholders.gql";
import type { Stakeholder, StakeholderMap } from "./use-map";
import { OnMap, PeoplePicker, type Somebody, taking } from "./who";
import { KINDS, LEVELS, TARGETS } from "./words";

/** Puts somebody on the map, or changes what is written of them. */
export function StakeholderForm({
  map,
  who,
  onClose,
  onDone,
}: {
  map: StakeholderMap;
  who?: Stakeholder | undefined;
  onClose: () => void;
  onDone: (id: string) => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [kind, setKind] = useState<StakeholderKind>(who?.kind ?? "INSTITUTION");
  const [en, setEn] = useState(who?.name.en ?? "");
  const [km, setKm] = useState(who?.name.km ?? "");
  const [aliases, setAliases] = useState((who?.aliases ?? []).join("\n"));
  const [parent, setParent] = useState(who?.parent ?? "");
  const [constituency, setConstituency] = useState(who?.constituency ?? "");
  const [level, setLevel] = useState<StakeholderLevel | "">(who?.level ?? "");
  const [place, setPlace] = useState<string | null>(who?.place ? `place:${who.place.code}` : null);
  const [contacts, setContacts] = useState(who?.contacts ?? "");
  const [note, setNote] = useState(who?.note ?? "");
  const [target, setTarget] = useState<StakeholderTarget>(who?.target ?? "NONE");
  const [owner, setOwner] = useState(who?.owner?.id ?? "");
  const [person, setPerson] = useState<Somebody[]>(who?.ownerPerson ? [who.ownerPerson] : []);
  const [asks, setAsks] = useState<string[]>([...(who?.asks ?? [])]);
  const [another, setAnother] = useState(false);
  const [{ data: lists }] = useQuery({ query: ConstituenciesDocument });
  const [adding, add] = useMutation(AddStakeholderDocument);
  const [editing, edit] = useMutation(EditStakeholderDocument);
  const payload = adding.data?.addStakeholder ?? editing.data?.editStakeholder;
  const wrong = reasons(payload);
  const why = failure(adding.error ?? editing.error, payload) ?? wrong.campaign;
  const all = map.campaign.items.flatMap((item) =>
    item.body.__typename === "PlanAsk" ? [{ id: item.id, text: item.body.text }] : [],
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      kind,
      name: { en, km },
      aliases: aliases.split("\n").filter((line) => line.trim() !== ""),
      parent: parent || null,
      constituency,
      level: level || null,
      place,
      contacts,
      note,
      target,
      owner: owner || null,
      ownerPerson: owner ? (person[0]?.id ?? null) : null,
      asks,
      another,
    };
    const done = who
      ? (await edit({ id: who.id, version: who.version, input })).data?.editStakeholder
      : (await add({ campaign: map.campaign.id, input })).data?.addStakeholder;
    if (done?.status !== "DONE" || !done.stakeholder) return;
    onDone(done.stakeholder.id);
    onClose();
  };
  return (
    <Modal title={who ? t`Change ${say(who.name)}` : t`Put somebody on the map`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p className="sm muted">
          <Trans>
            Write as if it may leak: facts and behaviour. No party, religion, health or family has a place
            here.
          </Trans>
        </p>
        <div className="formgrid">
          <Field label={t`What it is`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={kind}
                onChange={(event) => setKind(event.target.value as StakeholderKind)}
              >
                {(Object.keys(KINDS) as StakeholderKind[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(KINDS[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`As a target`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={target}
                onChange={(event) => setTarget(event.target.value as StakeholderTarget)}
              >
                {(Object.keys(TARGETS) as StakeholderTarget[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(TARGETS[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            label={t`Name in English`}
            lang="en"
            value={en}
            error={wrong["name.en"] ?? wrong.name}
            onChange={(event) => setEn(event.target.value)}
          />
          <TextField
            label={t`Name in Khmer`}
            lang="km"
            value={km}
            error={wrong["name.km"]}
            onChange={(event) => setKm(event.target.value)}
          />
          {wrong.another || another ? (
            <label className="check full">
              <input
                type="checkbox"
                checked={another}
                onChange={(event) => setAnother(event.target.checked)}
              />
              <span>
                {wrong.another ? <span className="err block">{wrong.another}</span> : null}
                <Trans>This is another one of the same name</Trans>
              </span>
            </label>
          ) : null}
          <Field label={t`Other spellings, one a line`} error={wrong.aliases} full>
            {(ids) => (
              <textarea
                className="input"
                rows={2}
                {...ids}
                value={aliases}
                onChange={(event) => setAliases(event.target.value)}
              />
            )}
          </Field>
          <OnMap
            map={map}
            label={t`Part of`}
            value={parent}
            error={wrong.parent}
            but={who?.id}
            none={t`nothing`}
            onChange={setParent}
          />
          <Field label={t`For which group it speaks`} error={wrong.constituency}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={constituency}
                onChange={(event) => setConstituency(event.target.value)}
              >
                <option value="">{t`none`}</option>
                {lists?.terms
                  .filter((term) => term.active || term.code === constituency)
                  .map((term) => (
                    <option key={term.code} value={term.code}>
                      {say(term.label)}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <Field label={t`On which level`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={level}
                onChange={(event) => setLevel(event.target.value as StakeholderLevel | "")}
              >
                <option value="">{t`not said`}</option>
                {(Object.keys(LEVELS) as StakeholderLevel[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(LEVELS[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <PlacePicker
            label={t`Where`}
            value={place}
            initial={who?.place ? say(who.place.name) : ""}
            error={wrong.place}
            onChange={setPlace}
          />
          <Field label={t`Who keeps in touch`} error={wrong.owner}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={owner}
                onChange={(event) => {
                  setOwner(event.target.value);
                  setPerson([]);
                }}
              >
                <option value="">{t`nobody yet`}</option>
                {taking(map).map((one) => (
                  <option key={one.id} value={one.id}>
                    {say(one.name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {owner ? (
            <PeoplePicker
              map={map}
              label={t`Who of them`}
              value={person}
              error={wrong.ownerPerson}
              most={1}
              onChange={setPerson}
            />
          ) : null}
          <Field label={t`How it is reached: what is public alone`} error={wrong.contacts} full>
            {(ids) => (
              <textarea
                className="input"
                rows={2}
                {...ids}
                value={contacts}
                onChange={(event) => setContacts(event.target.value)}
              />
            )}
          </Field>
          <Field label={t`What else is to be known`} error={wrong.note} full>
            {(ids) => (
              <textarea
                className="input"
                rows={2}
                {...ids}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
        </div>
        {all.length > 0 ? (
          <fieldset className="stackv gap-1">
            <legend className="label">
              <Trans>What is asked of them</Trans>
            </legend>
            {wrong.asks ? (
              <span className="err" role="alert">
                {wrong.asks}
              </span>
            ) : null}
            {all.map((ask) => (
              <label key={ask.id} className="check">
                <input
                  type="checkbox"
                  checked={asks.includes(ask.id)}
                  onChange={(event) =>
                    setAsks(event.target.checked ? [...asks, ask.id] : asks.filter((one) => one !== ask.id))
                  }
                />
                <span>{say(ask.text)}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={adding.fetching || editing.fetching}>
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
