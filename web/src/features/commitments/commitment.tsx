import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { ChevronRight, Clock, ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useKept } from "../../app/kept";
import { useNetwork } from "../../app/viewer";
import { day, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, Loading, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure } from "../../ui/outcome";
import { ConstituenciesDocument } from "../stakeholders/stakeholders.gql";
import { CHANNELS } from "../stakeholders/words";
import { CommitmentForm } from "./commitment-form";
import { CommitmentPageDocument, VerifyCommitmentFollowUpDocument } from "./commitments.gql";
import { ByWhat, FollowUpForm } from "./follow-up-form";
import {
  COMMITMENT_KINDS,
  COMMITMENT_STATES,
  COMMITMENT_TONES,
  FORMS,
  OPEN,
  SEEN_BY,
  SOURCES,
} from "./words";
import "../stakeholders/stakeholders.css";

/** A commitment: who is to keep it by when, and everything that was found of it. */
export function CommitmentPage() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const { id } = useParams({ from: "/inside/commitments/$id" });
  const network = useNetwork();
  const [open, setOpen] = useState<"edit" | "follow" | "confirm" | "consent" | null>(null);
  const [{ data: answer, error }, again] = useQuery({
    query: CommitmentPageDocument,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const [{ data: lists }] = useQuery({ query: ConstituenciesDocument });
  const [verifying, verify] = useMutation(VerifyCommitmentFollowUpDocument);
  const data = useKept(answer, id);
  const commitment = data?.commitment;
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  if (!commitment)
    return (
      <Note tone="danger">
        <Trans>This does not exist, or not for you.</Trans>
      </Note>
    );
  const refresh = () => again({ requestPolicy: "network-only" });
  const close = () => setOpen(null);
  const group = lists?.terms.find((term) => term.code === commitment.constituency);
  const follows = commitment.viewerCan.follow;
  const stillOpen = OPEN.includes(commitment.state);
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <p className="crumb">
            <Link to="/commitments">
              <Trans>Commitments</Trans>
            </Link>
            {commitment.campaign ? (
              <>
                <ChevronRight className="i" aria-hidden="true" />
                <Link
                  to="/campaigns/$id"
                  params={{ id: commitment.campaign.id }}
                  search={{ tab: "overview" }}
                >
                  <Both text={commitment.campaign.title} />
                </Link>
              </>
            ) : null}
          </p>
          <h1 className="voice">
            <Both text={commitment.text} />
          </h1>
          <p className="row wrap gap-2">
            <Badge tone={COMMITMENT_TONES[commitment.state]}>
              {i18n._(COMMITMENT_STATES[commitment.state])}
            </Badge>
            {commitment.overdue ? (
              <Badge tone="danger" icon={<Clock className="i" aria-hidden="true" />}>
                <Trans>overdue</Trans>
              </Badge>
            ) : null}
            <span className="sm muted">
              {i18n._(COMMITMENT_KINDS[commitment.kind])} · {i18n._(SEEN_BY[commitment.visibility])}
            </span>
          </p>
        </div>
      </div>
      <div className="two">
        <section className="card stackv gap-4" aria-label={t`What was found`}>
          <h2>
            <Trans>What was found</Trans>
          </h2>
          {follows && stillOpen ? (
            <div className="row wrap gap-2">
              {commitment.state === "RECORDED" ? (
                <Button kind="primary" onClick={() => setOpen("confirm")}>
                  <Trans>It is confirmed</Trans>
                </Button>
              ) : null}
              <Button
                kind={commitment.state === "RECORDED" ? "plain" : "primary"}
                onClick={() => setOpen("follow")}
              >
                <Trans>Add what was found</Trans>
              </Button>
            </div>
          ) : null}
          {commitment.followUps.length === 0 ? (
            <p className="muted sm">
              <Trans>Nobody has looked after it yet.</Trans>
            </p>
          ) : null}
          <ol className="plain stackv gap-3 story">
            {[...commitment.followUps].reverse().map((one) => (
              <li key={one.id} className="stackv gap-1">
                <p className="sm row wrap gap-2">
                  <b>{day(one.on, locale)}</b> <span>{i18n._(CHANNELS[one.channel])}</span>
                  {one.status ? (
                    <Badge tone={COMMITMENT_TONES[one.status]}>{i18n._(COMMITMENT_STATES[one.status])}</Badge>
                  ) : null}
                  {one.reached !== null && commitment.whole ? (
                    <span className="num">
                      {number(one.reached, locale)}/{number(commitment.whole, locale)}
                    </span>
                  ) : null}
                </p>
                {one.finding ? <p className="sm pre">{one.finding}</p> : null}
                {one.dueOn ? (
                  <p className="sm">
                    <Trans>New day: {day(one.dueOn, locale)}</Trans>
                  </p>
                ) : null}
                {one.documents.length > 0 ? (
                  <ul className="sm">
                    {one.documents.map((document) => (
                      <li key={document.id}>
                        <Link to="/evidence/$id" params={{ id: document.id }}>
                          <Both text={document.title} />
                        </Link>
                      </li>
                    ))}
                  </ul>
                ) : null}
                {one.waits ? (
                  <p className="sm row wrap gap-2">
                    <Badge tone="warn">
                      <Trans>waits for somebody who looks at the evidence</Trans>
                    </Badge>
                    {one.youVerify && stillOpen ? (
                      <Button
                        className="small"
                        busy={verifying.fetching}
                        onClick={async () => {
                          const { data: told, error: broken } = await verify({ id: one.id });
                          const why = failure(broken, told?.verifyCommitmentFollowUp);
                          if (why) toast.error(why);
                          refresh();
                        }}
                      >
                        <ShieldCheck className="i" aria-hidden="true" />
                        <Trans>I have looked: it is so</Trans>
                      </Button>
                    ) : null}
                  </p>
                ) : null}
                <p className="xs muted">
                  {one.recordedBy ? say(one.recordedBy.name.full) : null}
                  {one.verifiedBy ? ` · ${t`verified by ${say(one.verifiedBy.name.full)}`}` : null}
                </p>
              </li>
            ))}
          </ol>
        </section>
        <aside className="card stackv gap-3" aria-label={t`About it`}>
          <dl className="facts sm">
            <dt>
              <Trans>Who is to keep it</Trans>
            </dt>
            <dd>
              {commitment.owner ? (
                <Both text={commitment.owner} />
              ) : (
                <span>{group ? say(group.label) : <Trans>somebody who is not named</Trans>}</span>
              )}
            </dd>
            <dt>
              <Trans>Due</Trans>
            </dt>
            <dd>
              {commitment.dueOn ? day(commitment.dueOn, locale) : <Trans>no day was said</Trans>}
              {commitment.slippedDays > 0 && commitment.firstDueOn ? (
                <span className="block muted">
                  <Trans>
                    first {day(commitment.firstDueOn, locale)}: slipped by{" "}
                    {number(commitment.slippedDays, locale)} days
                  </Trans>
                </span>
              ) : null}
            </dd>
            {commitment.measure ? (
              <>
                <dt>
                  <Trans>Done when</Trans>
                </dt>
                <dd>{commitment.measure}</dd>
              </>
            ) : null}
            {commitment.whole ? (
              <>
                <dt>
                  <Trans>How far</Trans>
                </dt>
                <dd className="num">
                  {number(commitment.reached ?? 0, locale)}/{number(commitment.whole, locale)}
                </dd>
              </>
            ) : null}
            <dt>
              <Trans>Made</Trans>
            </dt>
            <dd>
              {day(commitment.madeOn, locale)}, {i18n._(FORMS[commitment.form])},{" "}
              {i18n._(SOURCES[commitment.source])}
              {commitment.sourceNote ? <span className="block">{commitment.sourceNote}</span> : null}
            </dd>
            {commitment.confirmedByWhat ? (
              <>
                <dt>
                  <Trans>Confirmed by</Trans>
                </dt>
                <dd>{commitment.confirmedByWhat}</dd>
              </>
            ) : null}
            {commitment.places.length > 0 ? (
              <>
                <dt>
                  <Trans>Where</Trans>
                </dt>
                <dd>{commitment.places.map((place) => say(place.name)).join(", ")}</dd>
              </>
            ) : null}
            {commitment.follower ? (
              <>
                <dt>
                  <Trans>Who looks after it</Trans>
                </dt>
                <dd>
                  {commitment.follower.acronym}
                  {commitment.followerPerson ? `: ${say(commitment.followerPerson.name.full)}` : null}
                </dd>
              </>
            ) : null}
          </dl>
          {commitment.protected ? (
            <Note tone="warn">
              {commitment.consent ? (
                <Trans>
                  Said under a protective rule; its owner agrees to be named: {commitment.consent}
                </Trans>
              ) : (
                <Trans>
                  Said under a protective rule: outside the team its owner is told by group alone.
                </Trans>
              )}
            </Note>
          ) : null}
          {follows ? (
            <div className="row wrap gap-2">
              {stillOpen ? (
                <Button className="small" onClick={() => setOpen("edit")}>
                  <Trans>Change</Trans>
                </Button>
              ) : null}
              {commitment.protected && !commitment.consent ? (
                <Button className="small" onClick={() => setOpen("consent")}>
                  <Trans>Its owner agrees to be named</Trans>
                </Button>
              ) : null}
              {commitment.stakeholder && commitment.campaign ? (
                <Link
                  className="btn small"
                  to="/stakeholders/$campaign"
                  params={{ campaign: commitment.campaign.id }}
                  search={{ who: commitment.stakeholder }}
                >
                  <Trans>On the map</Trans>
                </Link>
              ) : null}
            </div>
          ) : null}
        </aside>
      </div>
      {open === "edit" && commitment.campaign ? (
        <CommitmentForm
          campaign={commitment.campaign.id}
          commitment={commitment}
          onClose={close}
          onDone={refresh}
        />
      ) : null}
      {open === "follow" ? (
        <FollowUpForm network={network?.id ?? ""} commitment={commitment} onClose={close} onDone={refresh} />
      ) : null}
      {open === "confirm" || open === "consent" ? (
        <ByWhat commitment={commitment} what={open} onClose={close} onDone={refresh} />
      ) : null}
    </>
  );
}
