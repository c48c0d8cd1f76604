import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { Pencil, Vote } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { moment, span } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Field, Loading, Modal, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { DecisionRows } from "../decisions/decisions";
import { OpenDecision } from "../decisions/open-decision";
import {
  ApproveMinutesDocument,
  CancelMeetingDocument,
  type MeetingFullFragment,
  MeetingPageDocument,
  WriteMinutesDocument,
} from "./groups.gql";
import { MeetingForm } from "./meeting-form";
import { MINUTES_STATES } from "./words";

/** One meeting: agenda before, minutes after, decisions in between. */
export function MeetingPage() {
  const { t } = useLingui();
  const { locale } = useLocale();
  const { id } = useParams({ from: "/inside/meetings/$id" });
  const [open, setOpen] = useState<"edit" | "cancel" | "question" | null>(null);
  const [{ data, error }] = useQuery({ query: MeetingPageDocument, variables: { id } });
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const meeting = data.meeting;
  if (!meeting?.group) {
    return (
      <EmptyState title={t`This does not exist, or not for you.`}>
        <Link to="/groups" className="btn">
          <Trans>See the working groups</Trans>
        </Link>
      </EmptyState>
    );
  }
  const { group, viewerCan: can } = meeting;
  return (
    <>
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/groups">
          <Trans>Working groups</Trans>
        </Link>
        <Link to="/groups/$id" params={{ id: group.id }}>
          <Both text={group.name} />
        </Link>
      </nav>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Both text={meeting.title} />
          </h1>
          <p className="lead">
            <time dateTime={meeting.startsAt}>{span(meeting.startsAt, meeting.endsAt, locale)}</time>
          </p>
        </div>
        {meeting.sensitivity === "RESTRICTED" ? (
          <Badge tone="warn">
            <Trans>restricted</Trans>
          </Badge>
        ) : null}
        {can.edit ? (
          <Button onClick={() => setOpen("edit")}>
            <Pencil className="i" aria-hidden="true" />
            <Trans>Change</Trans>
          </Button>
        ) : null}
      </div>
      <div className="stackv gap-6" style={{ maxWidth: 860 }}>
        {meeting.cancelledAt ? (
          <Note tone="danger">
            <Trans>Cancelled: {meeting.cancelledReason}</Trans>
          </Note>
        ) : null}
        <section className="card stackv gap-4">
          <header>
            <h2>
              <Trans>Agenda</Trans>
            </h2>
          </header>
          {meeting.venue.en || meeting.venue.km ? (
            <p>
              <Both text={meeting.venue} />
            </p>
          ) : null}
          {meeting.link ? (
            <p>
              <a href={meeting.link} rel="noreferrer noopener" target="_blank">
                {meeting.link}
              </a>
            </p>
          ) : null}
          {meeting.agenda.en || meeting.agenda.km ? (
            <p style={{ whiteSpace: "pre-wrap", maxWidth: "62ch" }}>
              <Both text={meeting.agenda} />
            </p>
          ) : (
            <p className="muted">
              <Trans>Not written yet.</Trans>
            </p>
          )}
        </section>
        <Minutes key={meeting.version} meeting={meeting} />
        {meeting.decisions.edges.length > 0 ? (
          <DecisionRows
            title={t`Decisions of the meeting`}
            decisions={meeting.decisions.edges.map((edge) => edge.node)}
          />
        ) : null}
        <div className="actions">
          {can.openDecision ? (
            <Button onClick={() => setOpen("question")}>
              <Vote className="i" aria-hidden="true" />
              <Trans>Put a question to the group</Trans>
            </Button>
          ) : null}
          {can.edit && new Date(meeting.endsAt) > new Date() ? (
            <Button kind="danger" onClick={() => setOpen("cancel")}>
              <Trans>Cancel the meeting</Trans>
            </Button>
          ) : null}
        </div>
      </div>
      {open === "edit" ? (
        <MeetingForm key={meeting.version} group={group.id} meeting={meeting} onClose={() => setOpen(null)} />
      ) : null}
      {open === "cancel" ? <CancelMeeting id={meeting.id} onClose={() => setOpen(null)} /> : null}
      {open === "question" && group.network ? (
        <OpenDecision
          network={group.network.id}
          rules={[]}
          group={{ ...group, meeting: meeting.id }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

function Minutes({ meeting }: { meeting: MeetingFullFragment }) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [writing, write] = useMutation(WriteMinutesDocument);
  const [approving, approve] = useMutation(ApproveMinutesDocument);
  const [open, setOpen] = useState(false);
  const [km, setKm] = useState(meeting.minutes.km);
  const [en, setEn] = useState(meeting.minutes.en);
  const payload = writing.data?.writeMinutes ?? approving.data?.approveMinutes;
  const wrong = reasons(payload);
  const why = failure(writing.error ?? approving.error, payload) ?? wrong.minutes;
  const can = meeting.viewerCan;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await write({ id: meeting.id, version: meeting.version, minutes: { en, km } });
    if (data?.writeMinutes.status === "DONE") setOpen(false);
  };
  const there = meeting.minutes.en !== "" || meeting.minutes.km !== "";
  return (
    <section className="card stackv gap-4">
      <header>
        <h2>
          <Trans>Minutes</Trans>
        </h2>
        <Badge tone={meeting.minutesState === "APPROVED" ? "ok" : ""}>
          {i18n._(MINUTES_STATES[meeting.minutesState])}
        </Badge>
      </header>
      {why ? <Note tone="danger">{why}</Note> : null}
      {open ? (
        <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
          <Field label={t`Minutes in Khmer`} full>
            {(ids) => (
              <textarea
                className="input"
                rows={8}
                lang="km"
                {...ids}
                value={km}
                onChange={(event) => setKm(event.target.value)}
              />
            )}
          </Field>
          <Field label={t`Minutes in English`} full>
            {(ids) => (
              <textarea
                className="input"
                rows={8}
                lang="en"
                {...ids}
                value={en}
                onChange={(event) => setEn(event.target.value)}
              />
            )}
          </Field>
          <div className="actions">
            <Button type="submit" kind="primary" busy={writing.fetching}>
              <Trans>Save the minutes</Trans>
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </form>
      ) : (
        <>
          {there ? (
            <div style={{ whiteSpace: "pre-wrap", maxWidth: "70ch" }}>
              <Both text={meeting.minutes} />
            </div>
          ) : (
            <p className="muted">
              <Trans>Nothing has been written down yet.</Trans>
            </p>
          )}
          {meeting.approvedAt ? (
            <p className="sm muted">
              {meeting.approvedBy ? `${say(meeting.approvedBy.name.full)} · ` : ""}
              <time dateTime={meeting.approvedAt}>{moment(meeting.approvedAt, locale)}</time>
            </p>
          ) : null}
          <div className="actions">
            {can.writeMinutes ? (
              <Button kind={there ? "plain" : "primary"} onClick={() => setOpen(true)}>
                {there ? <Trans>Change the minutes</Trans> : <Trans>Write the minutes</Trans>}
              </Button>
            ) : null}
            {can.approveMinutes ? (
              <Button
                kind="primary"
                busy={approving.fetching}
                onClick={() => void approve({ id: meeting.id, version: meeting.version })}
              >
                <Trans>Approve the minutes</Trans>
              </Button>
            ) : null}
          </div>
        </>
      )}
    </section>
  );
}

function CancelMeeting({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
  const [result, cancel] = useMutation(CancelMeetingDocument);
  const [reason, setReason] = useState("");
  const payload = result.data?.cancelMeeting;
  const why = failure(result.error, payload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await cancel({ id, reason });
    if (data?.cancelMeeting.status === "DONE") onClose();
  };
  return (
    <Modal title={t`Cancel the meeting`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <Field
          label={t`Reason`}
          hint={t`Everyone who sees the meeting reads it.`}
          error={reasons(payload).reason}
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
        <div className="actions">
          <Button type="submit" kind="danger" busy={result.fetching}>
            <Trans>Cancel the meeting</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
