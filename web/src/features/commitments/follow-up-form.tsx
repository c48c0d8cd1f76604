import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { CommitmentState, EngagementChannel } from "../../graphql/schema";
import { clockInput } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { DocumentPicker, type Picked } from "../evidence/pick";
import { CHANNELS } from "../stakeholders/words";
import {
  type CommitmentFullFragment,
  ConfirmCommitmentDocument,
  FollowUpCommitmentDocument,
  RecordOwnerConsentDocument,
} from "./commitments.gql";
import { COMMITMENT_STATES } from "./words";

/** What can be found of a commitment. */
const FOUND: CommitmentState[] = [
  "IN_PROGRESS",
  "FULFILLED",
  "PARTLY_FULFILLED",
  "NOT_FULFILLED",
  "SUPERSEDED",
  "WITHDRAWN",
];

/** Adds what was found of a commitment; that it was kept is shown, and looked at by somebody else. */
export function FollowUpForm({
  network,
  commitment,
  onClose,
  onDone,
}: {
  network: string;
  commitment: CommitmentFullFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [on, setOn] = useState(clockInput(new Date().toISOString()).slice(0, 10));
  const [channel, setChannel] = useState<EngagementChannel>("MEETING");
  const [finding, setFinding] = useState("");
  const [status, setStatus] = useState<CommitmentState | "">("");
  const [dueOn, setDueOn] = useState("");
  const [reached, setReached] = useState("");
  const [documents, setDocuments] = useState<Picked[]>([]);
  const [result, follow] = useMutation(FollowUpCommitmentDocument);
  const payload = result.data?.followUpCommitment;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.commitment;
  const proof = status === "FULFILLED" || status === "PARTLY_FULFILLED";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await follow({
      id: commitment.id,
      version: commitment.version,
      input: {
        on: on || null,
        channel,
        finding,
        status: status || null,
        dueOn: dueOn || null,
        reached: reached === "" ? null : Number(reached),
        documents: documents.map((one) => one.id),
      },
    });
    if (data?.followUpCommitment.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`What was found`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        <p className="voice">{say(commitment.text)}</p>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <TextField
            label={t`On which day`}
            type="date"
            value={on}
            error={wrong.on}
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
          <Field label={t`What was found`} error={wrong.finding} full>
            {(ids) => (
              <textarea
                className="input"
                rows={3}
                {...ids}
                value={finding}
                onChange={(event) => setFinding(event.target.value)}
              />
            )}
          </Field>
          <Field label={t`Where it stands by that`} error={wrong.status}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={status}
                onChange={(event) => setStatus(event.target.value as CommitmentState | "")}
              >
                <option value="">{t`as before`}</option>
                {FOUND.map((one) => (
                  <option key={one} value={one}>
                    {i18n._(COMMITMENT_STATES[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            label={t`A new day, if it was moved`}
            type="date"
            value={dueOn}
            error={wrong.dueOn}
            onChange={(event) => setDueOn(event.target.value)}
          />
          {commitment.whole ? (
            <TextField
              label={t`How many of ${String(commitment.whole)}`}
              inputMode="numeric"
              value={reached}
              error={wrong.reached}
              onChange={(event) => setReached(event.target.value.replace(/\D/g, ""))}
            />
          ) : null}
        </div>
        {proof ? (
          <p className="sm muted">
            <Trans>
              Show it by at least one document. It counts once somebody has looked who wrote down neither the
              commitment nor this.
            </Trans>
          </p>
        ) : null}
        <DocumentPicker network={network} value={documents} error={wrong.documents} onChange={setDocuments} />
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

/** Says by what one knows: that a commitment is confirmed, or that its owner agrees to be named. */
export function ByWhat({
  commitment,
  what,
  onClose,
  onDone,
}: {
  commitment: CommitmentFullFragment;
  what: "confirm" | "consent";
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [byWhat, setByWhat] = useState("");
  const [confirming, confirm] = useMutation(ConfirmCommitmentDocument);
  const [consenting, consent] = useMutation(RecordOwnerConsentDocument);
  const payload = confirming.data?.confirmCommitment ?? consenting.data?.recordOwnerConsent;
  const wrong = reasons(payload);
  const why = failure(confirming.error ?? consenting.error, payload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const at = { id: commitment.id, version: commitment.version, byWhat };
    const status =
      what === "confirm"
        ? (await confirm(at)).data?.confirmCommitment.status
        : (await consent(at)).data?.recordOwnerConsent.status;
    if (status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal
      title={what === "confirm" ? t`It is confirmed` : t`Its owner agrees to be named`}
      open
      onClose={onClose}
    >
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <TextField
          label={t`By what one knows`}
          hint={t`a letter, approved minutes, a call: with its day`}
          value={byWhat}
          error={wrong.byWhat}
          onChange={(event) => setByWhat(event.target.value)}
        />
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={confirming.fetching || consenting.fetching}>
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
