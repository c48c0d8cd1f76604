import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { Sensitivity, StakeholderLinkKind } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import {
  AddStakeholderLinkDocument,
  EditStakeholderLinkDocument,
  RemoveStakeholderLinkDocument,
} from "./stakeholders.gql";
import type { Relation, StakeholderMap } from "./use-map";
import { OnMap, PeoplePicker, type Somebody } from "./who";
import { LINK_KINDS } from "./words";

/** What is confidential unless somebody says otherwise. */
const CLOSE: StakeholderLinkKind[] = ["PERSONAL_FAMILY", "CONFLICT"];

/** Writes down how two stand to each other, changes it, or takes it off. */
export function LinkForm({
  map,
  link,
  from: first,
  onClose,
  onDone,
}: {
  map: StakeholderMap;
  link?: (Relation & { named?: readonly Somebody[] }) | undefined;
  from?: string | undefined;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const [from, setFrom] = useState(link?.from ?? first ?? "");
  const [to, setTo] = useState(link?.to ?? "");
  const [kind, setKind] = useState<StakeholderLinkKind>(link?.kind ?? "FORMAL_AUTHORITY");
  const [directed, setDirected] = useState(link?.directed ?? true);
  const [strength, setStrength] = useState(link?.strength ?? 2);
  const [basis, setBasis] = useState(link?.basis ?? "");
  const [since, setSince] = useState(link?.since ?? "");
  const [until, setUntil] = useState(link?.until ?? "");
  const [level, setLevel] = useState<Sensitivity>(link?.sensitivity ?? "RESTRICTED");
  const [named, setNamed] = useState<Somebody[]>([...(link?.named ?? [])]);
  const [adding, add] = useMutation(AddStakeholderLinkDocument);
  const [editing, edit] = useMutation(EditStakeholderLinkDocument);
  const [removing, remove] = useMutation(RemoveStakeholderLinkDocument);
  const payload =
    adding.data?.addStakeholderLink ??
    editing.data?.editStakeholderLink ??
    removing.data?.removeStakeholderLink;
  const wrong = reasons(payload);
  const why = failure(adding.error ?? editing.error ?? removing.error, payload) ?? wrong.campaign;
  const done = (status: string | undefined) => {
    if (status !== "DONE") return;
    onDone();
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      from,
      to,
      kind,
      directed,
      strength,
      basis,
      since: since || null,
      until: until || null,
      sensitivity: level,
      named: named.map((one) => one.id),
    };
    if (link)
      done((await edit({ id: link.id, version: link.version, input })).data?.editStakeholderLink.status);
    else done((await add({ campaign: map.campaign.id, input })).data?.addStakeholderLink.status);
  };
  return (
    <Modal title={link ? t`Change a relation` : t`Write down a relation`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <OnMap
            map={map}
            label={t`Who`}
            value={from}
            error={wrong.from}
            none={t`Choose`}
            onChange={setFrom}
          />
          <Field label={t`How`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={kind}
                onChange={(event) => {
                  const now = event.target.value as StakeholderLinkKind;
                  setKind(now);
                  setDirected(!["COLLABORATION", "CONFLICT", "PERSONAL_FAMILY"].includes(now));
                  if (CLOSE.includes(now)) setLevel("CONFIDENTIAL");
                }}
              >
                {(Object.keys(LINK_KINDS) as StakeholderLinkKind[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(LINK_KINDS[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <OnMap
            map={map}
            label={t`Whom`}
            value={to}
            error={wrong.to}
            but={from}
            none={t`Choose`}
            onChange={setTo}
          />
          <Field label={t`How strongly`} error={wrong.strength}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={strength}
                onChange={(event) => setStrength(Number(event.target.value))}
              >
                <option value={1}>{t`loosely`}</option>
                <option value={2}>{t`clearly`}</option>
                <option value={3}>{t`closely`}</option>
              </select>
            )}
          </Field>
          <label className="check full">
            <input
              type="checkbox"
              checked={directed}
              onChange={(event) => setDirected(event.target.checked)}
            />
            <span>
              <Trans>One way alone</Trans>
            </span>
          </label>
          <TextField
            label={t`By what one knows`}
            value={basis}
            error={wrong.basis}
            full
            onChange={(event) => setBasis(event.target.value)}
          />
          <TextField
            label={t`Since`}
            type="date"
            value={since}
            onChange={(event) => setSince(event.target.value)}
          />
          <TextField
            label={t`Until`}
            type="date"
            value={until}
            error={wrong.until}
            onChange={(event) => setUntil(event.target.value)}
          />
          <Field label={t`Who may know of it`} error={wrong.level} full>
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
        <div className="row wrap" lang={locale}>
          <Button kind="primary" type="submit" busy={adding.fetching || editing.fetching}>
            <Trans>Save</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          {link ? (
            <Button
              kind="quiet"
              busy={removing.fetching}
              onClick={async () =>
                done(
                  (await remove({ id: link.id, version: link.version })).data?.removeStakeholderLink.status,
                )
              }
            >
              <Trans>Take it off the map</Trans>
            </Button>
          ) : null}
        </div>
      </form>
    </Modal>
  );
}
