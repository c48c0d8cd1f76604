import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useKept } from "../../app/kept";
import { digits, moment } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { DECISION_STATES, DECISION_TONES, METHODS, STANCES, SUBJECTS, VOTERS } from "../../ui/decision-words";
import { Badge, Button, EmptyState, Field, Loading, Modal, Note } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure, reasons } from "../../ui/outcome";
import { BallotForm } from "./ballot";
import {
  CloseDecisionDocument,
  type DecisionFullFragment,
  DecisionPageDocument,
  WithdrawDecisionDocument,
} from "./decisions.gql";

/** One decision: what is proposed, by what rule, who has said what, and one's own ballot. */
export function DecisionPage() {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const { id } = useParams({ from: "/inside/decisions/$id" });
  const [{ data: answer, error }] = useQuery({ query: DecisionPageDocument, variables: { id } });
  const data = useKept(answer, id);
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const decision = data.decision;
  if (!decision) {
    return (
      <EmptyState title={t`This does not exist, or not for you.`}>
        <Link to="/decisions" className="btn">
          <Trans>See the decisions</Trans>
        </Link>
      </EmptyState>
    );
  }
  return (
    <>
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/decisions">
          <Trans>Decisions</Trans>
        </Link>
      </nav>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Both text={decision.title} />
          </h1>
          <p className="lead">
            {i18n._(SUBJECTS[decision.subject])}
            {" · "}
            {decision.state === "OPEN" ? (
              <Trans>closes {moment(decision.closesAt, locale)}</Trans>
            ) : decision.endedAt ? (
              moment(decision.endedAt, locale)
            ) : null}
          </p>
        </div>
        <Badge tone={DECISION_TONES[decision.state]}>{i18n._(DECISION_STATES[decision.state])}</Badge>
      </div>
      <div className="two">
        <div className="stackv gap-6">
          {decision.endedReason ? (
            <Note tone="warn">
              <Trans>Withdrawn: {decision.endedReason}</Trans>
            </Note>
          ) : null}
          {decision.paper ? (
            <p>
              <Link className="btn" to="/papers/$id" params={{ id: decision.paper.id }}>
                <Trans>Read the text</Trans>
              </Link>
            </p>
          ) : null}
          {decision.proposal.en || decision.proposal.km ? (
            <section className="card">
              <header>
                <h2>
                  <Trans>The proposal</Trans>
                </h2>
              </header>
              <p style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere", maxWidth: "62ch" }}>
                <Both text={decision.proposal} />
              </p>
            </section>
          ) : null}
          {decision.membership ? (
            <p>
              <Link className="btn" to="/applications/$id" params={{ id: decision.membership.id }}>
                <Trans>Read the application</Trans>
              </Link>
            </p>
          ) : null}
          {decision.yours.map((yours) =>
            yours.organisation ? (
              <BallotForm
                key={`${yours.organisation.id}${yours.ballot?.id ?? ""}`}
                decision={decision}
                organisation={yours.organisation}
                ballot={yours.ballot ?? null}
              />
            ) : null,
          )}
          <Positions decision={decision} />
        </div>
        <Count decision={decision} />
      </div>
    </>
  );
}

/** The rule and the count; every voter is a place on the mat. */
function Count({ decision }: { decision: DecisionFullFragment }) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const [closing, close] = useMutation(CloseDecisionDocument);
  const [withdrawing, withdraw] = useMutation(WithdrawDecisionDocument);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { tally } = decision;
  const n = (count: number) => digits(String(count), locale);
  const why =
    failure(closing.error, closing.data?.closeDecision) ?? reasons(closing.data?.closeDecision).decision;
  const notBack =
    failure(withdrawing.error, withdrawing.data?.withdrawDecision) ??
    reasons(withdrawing.data?.withdrawDecision).reason;
  const back = async () => {
    const { data } = await withdraw({ decision: decision.id, reason });
    if (data?.withdrawDecision.status === "DONE") setOpen(false);
  };
  return (
    <section className="card stackv gap-4">
      <header>
        <h2>
          <Trans>The count</Trans>
        </h2>
      </header>
      <div className="thr">
        <div style={{ gridTemplateColumns: "minmax(0, 1fr)", justifyItems: "start" }}>
          <span className="lab">
            <b>{n(tally.cast)}</b> / {n(tally.electorate)} <Trans>have voted</Trans>
          </span>
          <span className="slots" aria-hidden="true">
            {Array.from({ length: tally.electorate }, (_, place) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: places have no other name
                key={place}
                className={`slot${place < tally.cast ? "" : " empty"}`}
              >
                {place === tally.needed - 1 ? t`quorum` : " "}
              </span>
            ))}
          </span>
          <Badge tone={tally.quorate ? "ok" : "warn"}>
            {tally.quorate ? <Trans>quorum reached</Trans> : <Trans>quorum: {n(tally.needed)}</Trans>}
          </Badge>
        </div>
      </div>
      <dl className="kv">
        <dt>
          <Trans>In favour</Trans>
        </dt>
        <dd>{n(tally.inFavour)}</dd>
        <dt>
          <Trans>Against</Trans>
        </dt>
        <dd>{n(tally.against)}</dd>
        <dt>
          <Trans>Objections</Trans>
        </dt>
        <dd>{n(tally.objecting)}</dd>
        <dt>
          <Trans>Standing aside</Trans>
        </dt>
        <dd>{n(tally.aside)}</dd>
        <dt>
          <Trans>Abstaining</Trans>
        </dt>
        <dd>{n(tally.abstaining)}</dd>
        <dt>
          <Trans>Rule</Trans>
        </dt>
        <dd>{i18n._(METHODS[decision.method])}</dd>
        <dt>
          <Trans>Voters</Trans>
        </dt>
        <dd>{i18n._(VOTERS[decision.voters])}</dd>
      </dl>
      <div className="actions">
        <a className="btn" href={`/files/${decision.id}/record.csv?lang=${locale}`} download>
          <Download className="i" aria-hidden="true" />
          <Trans>Record as a table (CSV)</Trans>
        </a>
        <a className="btn" href={`/files/${decision.id}/record.pdf?lang=${locale}`} download>
          <Download className="i" aria-hidden="true" />
          <Trans>Record to print (PDF)</Trans>
        </a>
        {decision.viewerCan.close ? (
          <Button
            kind="primary"
            busy={closing.fetching}
            onClick={() => void close({ decision: decision.id })}
          >
            <Trans>Close: everyone has voted</Trans>
          </Button>
        ) : null}
        {decision.viewerCan.withdraw ? (
          <Button onClick={() => setOpen(true)}>
            <Trans>Withdraw</Trans>
          </Button>
        ) : null}
      </div>
      {why ? <Note tone="danger">{why}</Note> : null}
      {open ? (
        <Modal title={t`Withdraw the decision`} open onClose={() => setOpen(false)}>
          {notBack ? <Note tone="danger">{notBack}</Note> : null}
          <Field label={t`Reason`} hint={t`Everyone who sees the decision reads it.`}>
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
            <Button kind="danger" busy={withdrawing.fetching} onClick={() => void back()}>
              <Trans>Withdraw</Trans>
            </Button>
          </div>
        </Modal>
      ) : null}
    </section>
  );
}

function Positions({ decision }: { decision: DecisionFullFragment }) {
  const { i18n } = useLingui();
  const { locale, say } = useLocale();
  return (
    <section className="card nopad">
      <header>
        <h2>
          <Trans>Where each organisation stands</Trans>
        </h2>
      </header>
      <ul className="list">
        {decision.positions.edges.map(({ node }) =>
          node.organisation ? (
            <li key={node.organisation.id} className="todo">
              <OrgMark
                id={node.organisation.id}
                acronym={node.organisation.acronym}
                kind={node.organisation.kind?.code}
              />
              <span>
                <span className="t">
                  <b>{say(node.organisation.name)}</b>
                </span>
                {node.ballot ? (
                  <span className="m">
                    {node.ballot.castBy ? <span>{say(node.ballot.castBy.name.full)}</span> : null}
                    <time dateTime={node.ballot.castAt}>{moment(node.ballot.castAt, locale)}</time>
                  </span>
                ) : null}
                {node.ballot?.reason ? <span className="sub">{node.ballot.reason}</span> : null}
                {node.ballot?.dissent ? (
                  <span className="sub">
                    <Trans>Dissent: {node.ballot.dissent}</Trans>
                  </span>
                ) : null}
              </span>
              {node.ballot ? (
                <Badge
                  tone={
                    node.ballot.stance === "OBJECTION" || node.ballot.stance === "BLOCK" ? "danger" : "ok"
                  }
                >
                  {i18n._(STANCES[node.ballot.stance])}
                </Badge>
              ) : (
                <Badge>
                  <Trans>not yet</Trans>
                </Badge>
              )}
            </li>
          ) : null,
        )}
      </ul>
    </section>
  );
}
