import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { FeeStatus } from "../../graphql/schema";
import { digits, moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { FEES, STATES } from "../../ui/words";
import {
  RecordFeeDocument,
  ReinstateMemberDocument,
  ResignMembershipDocument,
  type StandingOfFragment,
  SuspendMemberDocument,
  TerminateMemberDocument,
} from "./standing.gql";

type Move = "suspend" | "reinstate" | "terminate" | "resign";
const MOVES: Record<Move, { label: MessageDescriptor; what: MessageDescriptor }> = {
  suspend: {
    label: msg`Suspend`,
    what: msg`Its people see nothing of the network until it is reinstated. Its signatures and ballots stay.`,
  },
  reinstate: { label: msg`Reinstate`, what: msg`It is a member in good standing again at once.` },
  terminate: { label: msg`Terminate`, what: msg`The membership ends. Published texts keep the name.` },
  resign: {
    label: msg`Leave the network`,
    what: msg`Your membership ends at once. Published texts keep the name.`,
  },
};

/** Fee and standing of a member, for its own people, the secretariat and the committee. */
export function StandingCard({ membership }: { membership: StandingOfFragment }) {
  const { i18n } = useLingui();
  const { locale, say } = useLocale();
  const [open, setOpen] = useState<Move | "fee" | null>(null);
  const standing = membership.standing;
  if (!standing) return null;
  const can = standing.viewerCan;
  const last = standing.steps.at(-1);
  const year = standing.feeYear ? digits(String(standing.feeYear), locale) : "";
  return (
    <div className="stackv gap-2">
      {membership.state === "LAPSED" ? (
        <Note tone="warn">
          <Trans>
            The membership has lapsed: the fee for {year} was not paid in time. The organisation cannot vote
            until it is; what it signed stays.
          </Trans>
        </Note>
      ) : null}
      {membership.state === "SUSPENDED" && last?.reason ? (
        <Note tone="warn">
          <Trans>Suspended: {last.reason}</Trans>
        </Note>
      ) : null}
      {standing.feeStatus !== "NOT_ASKED" ? (
        <p className="sm">
          <Trans>
            Fee for {year}: {i18n._(FEES[standing.feeStatus])}
          </Trans>
        </p>
      ) : null}
      {standing.steps.length > 0 ? (
        <details>
          <summary className="sm">
            <Trans>History of the membership</Trans>
          </summary>
          <ul className="stackv gap-2 sm">
            {standing.steps.map((step) => (
              <li key={`${step.at}${step.to}`}>
                <time className="muted" dateTime={step.at}>
                  {moment(step.at, locale)}
                </time>{" "}
                {i18n._(STATES[step.to])}
                {step.by ? ` · ${say(step.by.name.full)}` : ""}
                {step.reason ? <span className="sub">{step.reason}</span> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className="row wrap">
        {can.recordFee ? (
          <Button className="small" onClick={() => setOpen("fee")}>
            <Trans>Record the fee</Trans>
          </Button>
        ) : null}
        {can.suspend ? (
          <Button className="small" onClick={() => setOpen("suspend")}>
            {i18n._(MOVES.suspend.label)}
          </Button>
        ) : null}
        {can.reinstate ? (
          <>
            <Button className="small" onClick={() => setOpen("reinstate")}>
              {i18n._(MOVES.reinstate.label)}
            </Button>
            <Button className="small" onClick={() => setOpen("terminate")}>
              {i18n._(MOVES.terminate.label)}
            </Button>
          </>
        ) : null}
        {can.resign ? (
          <Button className="small" onClick={() => setOpen("resign")}>
            {i18n._(MOVES.resign.label)}
          </Button>
        ) : null}
      </div>
      {open === "fee" ? <FeeForm membership={membership} onClose={() => setOpen(null)} /> : null}
      {open && open !== "fee" ? (
        <MoveForm membership={membership.id} move={open} onClose={() => setOpen(null)} />
      ) : null}
    </div>
  );
}

function FeeForm({ membership, onClose }: { membership: StandingOfFragment; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const [result, record] = useMutation(RecordFeeDocument);
  const [status, setStatus] = useState<FeeStatus>(membership.standing?.feeStatus ?? "DUE");
  const [year, setYear] = useState(String(membership.standing?.feeYear ?? new Date().getFullYear()));
  const wrong = reasons(result.data?.recordFee);
  const why = failure(result.error, result.data?.recordFee);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await record({
      input: { membership: membership.id, status, year: Number.parseInt(year, 10) || 0 },
    });
    if (data?.recordFee.status === "DONE") {
      toast.success(t`Saved.`);
      onClose();
    }
  };
  return (
    <Modal title={t`Record the fee`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <TextField
          label={t`Year`}
          inputMode="numeric"
          value={year}
          onChange={(event) => setYear(event.target.value)}
          error={wrong.year}
        />
        <Field label={t`Fee`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={status}
              onChange={(event) => setStatus(event.target.value as FeeStatus)}
            >
              {(Object.keys(FEES) as FeeStatus[]).map((word) => (
                <option key={word} value={word}>
                  {i18n._(FEES[word])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching}>
            <Trans>Save</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const DOCUMENTS = {
  suspend: SuspendMemberDocument,
  reinstate: ReinstateMemberDocument,
  terminate: TerminateMemberDocument,
  resign: ResignMembershipDocument,
};

function MoveForm({ membership, move, onClose }: { membership: string; move: Move; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const [result, run] = useMutation(DOCUMENTS[move]);
  const [reason, setReason] = useState("");
  const wrong = reasons(result.data?.change);
  const why = failure(result.error, result.data?.change);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await run({ membership, reason });
    if (data?.change.status === "DONE") {
      toast.success(t`Done.`);
      onClose();
    }
  };
  return (
    <Modal title={i18n._(MOVES[move].label)} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p>{i18n._(MOVES[move].what)}</p>
        <Field label={t`Reason`} error={wrong.reason}>
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
        <div className="actions">
          <Button type="submit" kind={move === "reinstate" ? "primary" : "danger"} busy={result.fetching}>
            {i18n._(MOVES[move].label)}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
