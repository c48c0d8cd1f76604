import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Vote } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import { digits, moment } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { DECISION_STATES, DECISION_TONES, SUBJECTS } from "../../ui/decision-words";
import { Badge, Button, EmptyState, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { type DecisionRowFragment, DecisionsDocument } from "./decisions.gql";
import { OpenDecision } from "./open-decision";

/** What the network decides and has decided, the newest first. */
export function Decisions() {
  const { t } = useLingui();
  const { locale } = useLocale();
  const network = useNetwork();
  const [after, setAfter] = useState<string | null>(null);
  const [opening, setOpening] = useState(false);
  const [{ data, error, fetching }] = useQuery({
    query: DecisionsDocument,
    variables: { network: network?.id ?? "", after },
    pause: !network,
  });
  if (!data?.network) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const { edges, pageInfo } = data.network.decisions;
  const all = edges.map((edge) => edge.node);
  const waiting = all.filter((decision) => decision.yours.some((yours) => !yours.ballot));
  const rest = all.filter((decision) => !waiting.includes(decision));
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Trans>Decisions</Trans>
          </h1>
          <p className="lead">
            {waiting.length === 0 ? (
              <Trans>No decision waits for your organisation.</Trans>
            ) : (
              <Plural
                value={waiting.length}
                one="One decision waits for your organisation."
                other={`${digits(String(waiting.length), locale)} decisions wait for your organisation.`}
              />
            )}
          </p>
        </div>
        {data.network.viewerCan.openDecision ? (
          <Button kind="primary" onClick={() => setOpening(true)}>
            <Vote className="i" aria-hidden="true" />
            <Trans>Put a question to the vote</Trans>
          </Button>
        ) : null}
      </div>
      {all.length === 0 ? (
        <EmptyState title={t`Nothing has been decided here yet`}>
          <p>
            <Trans>The coordinator or the chair of the committee puts questions to the vote.</Trans>
          </p>
        </EmptyState>
      ) : (
        <div className="stackv gap-6">
          {waiting.length > 0 ? <DecisionRows title={t`Waiting for you`} decisions={waiting} /> : null}
          {rest.length > 0 ? <DecisionRows title={t`All others`} decisions={rest} /> : null}
        </div>
      )}
      {pageInfo.hasNextPage ? (
        <p style={{ marginTop: "var(--s-4)" }}>
          <Button busy={fetching} onClick={() => setAfter(pageInfo.endCursor ?? null)}>
            <Trans>Show more</Trans>
          </Button>
        </p>
      ) : null}
      {opening && network ? (
        <OpenDecision
          network={network.id}
          rules={data.network.decisionRules}
          onClose={() => setOpening(false)}
        />
      ) : null}
    </>
  );
}

export function DecisionRows({ title, decisions }: { title: string; decisions: DecisionRowFragment[] }) {
  const { i18n } = useLingui();
  const { locale } = useLocale();
  return (
    <section className="card nopad">
      <header>
        <h2>{title}</h2>
      </header>
      <ul className="list">
        {decisions.map((decision) => (
          <li key={decision.id}>
            <Link className="todo" to="/decisions/$id" params={{ id: decision.id }}>
              <span className="kind">
                <Vote className="i" aria-hidden="true" />
              </span>
              <span>
                <span className="t">
                  <b>
                    <Both text={decision.title} />
                  </b>
                </span>
                <span className="m">
                  <span>{i18n._(SUBJECTS[decision.subject])}</span>
                  <span>·</span>
                  <span>
                    {decision.state === "OPEN" ? (
                      <Trans>closes {moment(decision.closesAt, locale)}</Trans>
                    ) : decision.endedAt ? (
                      moment(decision.endedAt, locale)
                    ) : null}
                  </span>
                  <span>·</span>
                  <span>
                    <Trans>
                      {digits(String(decision.tally.cast), locale)} of{" "}
                      {digits(String(decision.tally.electorate), locale)} have voted
                    </Trans>
                  </span>
                </span>
              </span>
              <Badge tone={DECISION_TONES[decision.state]}>{i18n._(DECISION_STATES[decision.state])}</Badge>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
