import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { Both, useLocale } from "../../i18n/text";
import { Button, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import {
  ArchiveStakeholderDocument,
  MergeStakeholdersDocument,
  TakeOfficeDocument,
  VacateOfficeDocument,
} from "./stakeholders.gql";
import type { Stakeholder, StakeholderMap } from "./use-map";
import { OnMap } from "./who";
import { isPerson } from "./words";

type Form = { map: StakeholderMap; who: Stakeholder; onClose: () => void };

/** Says that one entry is the same as another: it goes, and everything that hangs on it follows. */
export function MergeForm({
  map,
  who,
  into,
  onClose,
  onDone,
}: Form & { into?: string | undefined; onDone: (kept: string) => void }) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [kept, setKept] = useState(into ?? "");
  const [result, merge] = useMutation(MergeStakeholdersDocument);
  const payload = result.data?.mergeStakeholders;
  const wrong = reasons(payload);
  const why = failure(result.error, payload);
  const other = map.stakeholders.find((one) => one.id === kept);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!other) return;
    const input = { from: who.id, fromVersion: who.version, into: other.id, intoVersion: other.version };
    const { data } = await merge({ input });
    if (data?.mergeStakeholders.status !== "DONE") return;
    onClose();
    onDone(other.id);
  };
  return (
    <Modal title={t`Merge two entries`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <OnMap
          map={map}
          label={t`${say(who.name)} is the same as`}
          value={kept}
          error={wrong.into}
          but={who.id}
          none={t`Choose`}
          full
          onChange={setKept}
        />
        {other ? (
          <p className="sm">
            <Trans>
              <Both text={other.name} /> stays. Ratings, relations and contacts of <Both text={who.name} /> go
              over to it, and every spelling still finds it. This cannot be undone.
            </Trans>
          </p>
        ) : null}
        <div className="row wrap">
          <Button kind="primary" type="submit" disabled={!other} busy={result.fetching}>
            <Trans>Merge them</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Writes down that somebody has left the office in which they mattered. */
export function VacateForm({ map, who, onClose, onDone }: Form & { onDone: () => void }) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [on, setOn] = useState(map.today);
  const [task, setTask] = useState(true);
  const [result, vacate] = useMutation(VacateOfficeDocument);
  const payload = result.data?.vacateOffice;
  const wrong = reasons(payload);
  const why = failure(result.error, payload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await vacate({ id: who.id, version: who.version, on, withTask: task });
    if (data?.vacateOffice.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`${say(who.name)} has left office`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p className="sm">
          <Trans>
            What was said of them tells of the past from then on; what was said of the institution stands.
          </Trans>
        </p>
        <TextField
          label={t`On which day`}
          type="date"
          value={on}
          error={wrong.on}
          onChange={(event) => setOn(event.target.value)}
        />
        <label className="check">
          <input type="checkbox" checked={task} onChange={(event) => setTask(event.target.checked)} />
          <span>
            <Trans>
              Put a task into the campaign’s work: build a relation with the new holder. The team sees it
              there.
            </Trans>
          </span>
        </label>
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
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

/** Writes down that somebody holds or held an office. */
export function OfficeForm({ map, who, onClose, onDone }: Form & { onDone: () => void }) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [office, setOffice] = useState("");
  const [en, setEn] = useState("");
  const [km, setKm] = useState("");
  const [since, setSince] = useState("");
  const [until, setUntil] = useState("");
  const [result, take] = useMutation(TakeOfficeDocument);
  const payload = result.data?.takeOffice;
  const wrong = reasons(payload);
  const why = failure(result.error, payload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await take({
      input: { holder: who.id, office, title: { en, km }, since: since || null, until: until || null },
    });
    if (data?.takeOffice.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`${say(who.name)} takes an office`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <OnMap
            map={map}
            label={t`Where`}
            value={office}
            error={wrong.office}
            fits={(one) => !isPerson(one.kind)}
            none={t`Choose`}
            full
            onChange={setOffice}
          />
          <TextField
            label={t`Office in English`}
            lang="en"
            value={en}
            error={wrong["title.en"] ?? wrong.title}
            onChange={(event) => setEn(event.target.value)}
          />
          <TextField
            label={t`Office in Khmer`}
            lang="km"
            value={km}
            error={wrong["title.km"]}
            onChange={(event) => setKm(event.target.value)}
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
        </div>
        <div className="row wrap">
          <Button kind="primary" type="submit" disabled={office === ""} busy={result.fetching}>
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

/** Puts somebody away, or brings them back. */
export function Archive({ who, onDone }: { who: Stakeholder; onDone: () => void }) {
  const [result, archive] = useMutation(ArchiveStakeholderDocument);
  const away = who.state !== "ARCHIVED";
  return (
    <Button
      className="small"
      busy={result.fetching}
      onClick={async () => {
        const { data, error } = await archive({ id: who.id, version: who.version, away });
        const why = failure(error, data?.archiveStakeholder);
        if (why) toast.error(why);
        onDone();
      }}
    >
      {away ? <Trans>Put away</Trans> : <Trans>Bring back</Trans>}
    </Button>
  );
}
