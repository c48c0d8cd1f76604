import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { CalendarPlus, Pencil, Vote } from "lucide-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import type { GroupState } from "../../graphql/schema";
import { number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { METHODS } from "../../ui/decision-words";
import { Badge, Button, EmptyState, Field, Loading, Modal, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { DecisionRows } from "../decisions/decisions";
import { OpenDecision } from "../decisions/open-decision";
import { GroupForm } from "./group-form";
import { type GroupFullFragment, GroupPageDocument, MoveGroupDocument } from "./groups.gql";
import { MeetingForm } from "./meeting-form";
import { MeetingRows } from "./meetings";
import { Seats } from "./seats";
import { GROUP_STATES, GROUP_TONES, JOININGS } from "./words";

/** One working group: what it is for, who sits in it, when it meets, what it decides. */
export function GroupPage() {
  const { t, i18n } = useLingui();
  const { id } = useParams({ from: "/inside/groups/$id" });
  const network = useNetwork();
  const [open, setOpen] = useState<"edit" | "meeting" | "question" | null>(null);
  const [upcoming, setUpcoming] = useState<string | null>(null);
  const [past, setPast] = useState<string | null>(null);
  const [{ data, error }] = useQuery({ query: GroupPageDocument, variables: { id, upcoming, past } });
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const group = data.workingGroup;
  if (!group || !network) {
    return (
      <EmptyState title={t`This does not exist, or not for you.`}>
        <Link to="/groups" className="btn">
          <Trans>See the working groups</Trans>
        </Link>
      </EmptyState>
    );
  }
  const can = group.viewerCan;
  return (
    <>
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/groups">
          <Trans>Working groups</Trans>
        </Link>
      </nav>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Both text={group.name} />
          </h1>
          <p className="lead">
            {group.themes.map((theme) => (
              <Badge key={theme.id}>
                <Both text={theme.label} />
              </Badge>
            ))}
          </p>
        </div>
        <Badge tone={GROUP_TONES[group.state]}>{i18n._(GROUP_STATES[group.state])}</Badge>
        {can.lead ? (
          <Button onClick={() => setOpen("edit")}>
            <Pencil className="i" aria-hidden="true" />
            <Trans>Change</Trans>
          </Button>
        ) : null}
      </div>
      <div className="two">
        <div className="stackv gap-6">
          {group.stateReason ? <Note tone="warn">{group.stateReason}</Note> : null}
          <Terms group={group} />
          <MeetingRows title={t`Meetings to come`} meetings={group.meetings.edges.map((edge) => edge.node)}>
            <div className="actions" style={{ padding: "var(--s-4)" }}>
              {group.meetings.pageInfo.hasNextPage ? (
                <Button onClick={() => setUpcoming(group.meetings.pageInfo.endCursor ?? null)}>
                  <Trans>Show more</Trans>
                </Button>
              ) : null}
              {can.lead ? (
                <Button onClick={() => setOpen("meeting")}>
                  <CalendarPlus className="i" aria-hidden="true" />
                  <Trans>Plan a meeting</Trans>
                </Button>
              ) : null}
            </div>
          </MeetingRows>
          <MeetingRows title={t`Meetings held`} meetings={group.held.edges.map((edge) => edge.node)}>
            {group.held.pageInfo.hasNextPage ? (
              <div className="actions" style={{ padding: "var(--s-4)" }}>
                <Button onClick={() => setPast(group.held.pageInfo.endCursor ?? null)}>
                  <Trans>Show more</Trans>
                </Button>
              </div>
            ) : null}
          </MeetingRows>
          {group.decisions.edges.length > 0 ? (
            <DecisionRows
              title={t`Decisions of the group`}
              decisions={group.decisions.edges.map((edge) => edge.node)}
            />
          ) : null}
          {can.openDecision ? (
            <p>
              <Button onClick={() => setOpen("question")}>
                <Vote className="i" aria-hidden="true" />
                <Trans>Put a question to the group</Trans>
              </Button>
            </p>
          ) : null}
        </div>
        <div className="stackv gap-6">
          <Seats group={group} network={network.id} />
          <Moves group={group} />
        </div>
      </div>
      {open === "edit" ? (
        <GroupForm key={group.version} network={network.id} group={group} onClose={() => setOpen(null)} />
      ) : null}
      {open === "meeting" ? <MeetingForm group={group.id} onClose={() => setOpen(null)} /> : null}
      {open === "question" ? (
        <OpenDecision
          network={network.id}
          rules={[]}
          group={{ ...group, meeting: null }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

function Terms({ group }: { group: GroupFullFragment }) {
  const { i18n } = useLingui();
  const { locale } = useLocale();
  return (
    <section className="card stackv gap-4">
      <header>
        <h2>
          <Trans>Terms of reference</Trans>
        </h2>
      </header>
      {group.terms.en || group.terms.km ? (
        <p style={{ whiteSpace: "pre-wrap", maxWidth: "62ch" }}>
          <Both text={group.terms} />
        </p>
      ) : (
        <p className="muted">
          <Trans>Not written yet.</Trans>
        </p>
      )}
      <dl className="kv">
        {group.rhythm.en || group.rhythm.km ? (
          <>
            <dt>
              <Trans>Meets</Trans>
            </dt>
            <dd>
              <Both text={group.rhythm} />
            </dd>
          </>
        ) : null}
        <dt>
          <Trans>Joining</Trans>
        </dt>
        <dd>{i18n._(JOININGS[group.joining])}</dd>
        <dt>
          <Trans>Decides by</Trans>
        </dt>
        <dd>
          {i18n._(METHODS[group.method])}
          {" · "}
          <Trans>quorum {number(group.quorumPct, locale)} %</Trans>
          {" · "}
          <Trans>{number(group.windowDays, locale)} days</Trans>
        </dd>
      </dl>
    </section>
  );
}

/** What may become of the group, with the reason where one is needed. */
function Moves({ group }: { group: GroupFullFragment }) {
  const { t } = useLingui();
  const [result, move] = useMutation(MoveGroupDocument);
  const [to, setTo] = useState<"DORMANT" | "DISSOLVED" | null>(null);
  const [reason, setReason] = useState("");
  const { approve, lead } = group.viewerCan;
  const payload = result.data?.moveGroup;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.terms;
  const go = async (state: GroupState, because: string) => {
    const { data } = await move({ id: group.id, to: state, reason: because });
    if (data?.moveGroup.status === "DONE") {
      setTo(null);
      setReason("");
    }
  };
  const starts = approve && (group.state === "PROPOSED" || group.state === "DORMANT");
  const rests = lead && group.state === "ACTIVE";
  const ends = approve && group.state !== "DISSOLVED";
  if (!starts && !rests && !ends) return null;
  return (
    <section className="card stackv gap-4">
      <header>
        <h2>
          <Trans>Standing of the group</Trans>
        </h2>
      </header>
      {why && !to ? <Note tone="danger">{why}</Note> : null}
      <div className="actions">
        {starts ? (
          <Button kind="primary" busy={result.fetching} onClick={() => void go("ACTIVE", "")}>
            {group.state === "PROPOSED" ? <Trans>Approve the group</Trans> : <Trans>Bring it back</Trans>}
          </Button>
        ) : null}
        {rests ? (
          <Button onClick={() => setTo("DORMANT")}>
            <Trans>Let it rest</Trans>
          </Button>
        ) : null}
        {ends ? (
          <Button kind="danger" onClick={() => setTo("DISSOLVED")}>
            <Trans>Dissolve</Trans>
          </Button>
        ) : null}
      </div>
      {to ? (
        <Modal
          title={to === "DORMANT" ? t`Let the group rest` : t`Dissolve the group`}
          open
          onClose={() => setTo(null)}
        >
          <div className="stackv gap-4">
            {why ? <Note tone="danger">{why}</Note> : null}
            <Field label={t`Reason`} hint={t`Everyone of the network reads it.`} error={wrong.reason}>
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
              <Button kind="danger" busy={result.fetching} onClick={() => void go(to, reason)}>
                {to === "DORMANT" ? <Trans>Let it rest</Trans> : <Trans>Dissolve</Trans>}
              </Button>
            </div>
          </div>
        </Modal>
      ) : null}
    </section>
  );
}
