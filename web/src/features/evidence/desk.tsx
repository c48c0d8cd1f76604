import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useMutation, useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import { day, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Field, Loading, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import {
  AnswerEvidenceRequestDocument,
  EvidenceDeskDocument,
  type EvidenceDeskQuery,
  SupersedeEvidenceDocument,
} from "./evidence.gql";
import { SavedSearches } from "./saved";
import { Tray } from "./tray";
import { arrivals } from "./uploads";
import { DOCUMENT_STATES, DOCUMENT_TONES, LEVEL_TONES, LEVELS, TEXT_STATES } from "./words";

type Desk = NonNullable<EvidenceDeskQuery["network"]>;

/** What waits: for the knowledge manager all of it, for anybody else their own. */
export function DeskPage() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const network = useNetwork();
  const [after, setAfter] = useState<string[]>([]);
  const [{ data, error }, again] = useQuery({
    query: EvidenceDeskDocument,
    variables: { network: network?.id ?? "", after: after.at(-1) ?? null },
    pause: !network,
    requestPolicy: "cache-and-network",
  });
  const refresh = () => again({ requestPolicy: "network-only" });
  useEffect(() => {
    const arrived = () => again({ requestPolicy: "network-only" });
    arrivals.addEventListener("arrived", arrived);
    return () => arrivals.removeEventListener("arrived", arrived);
  }, [again]);
  const found = data?.network;
  if (!found) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const keeps = found.viewerCan.keepLibrary;
  const { edges, pageInfo, totalCount } = found.evidenceDesk;
  return (
    <>
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/evidence">
          <Trans>Evidence library</Trans>
        </Link>
      </nav>
      <div className="pagehead">
        <div className="grow">
          <h1>{keeps ? <Trans>To be catalogued</Trans> : <Trans>My contributions</Trans>}</h1>
          <p className="lead">
            <Plural
              value={totalCount}
              _0="Nothing waits."
              one="One document waits."
              other={`${number(totalCount, locale)} documents wait.`}
            />
          </p>
        </div>
      </div>
      <div className="stackv gap-6" style={{ maxWidth: 900 }}>
        <Tray />
        {edges.length > 0 ? (
          <section className="card nopad">
            <header>
              <h2>
                <Trans>Documents</Trans>
              </h2>
            </header>
            <ul className="list">
              {edges.map(({ node }) => {
                const pending = node.files.map((file) => TEXT_STATES[file.text]).find(Boolean);
                return (
                  <li key={node.id} style={{ padding: "var(--s-3) var(--s-5)" }}>
                    <Link to="/evidence/$id" params={{ id: node.id }}>
                      <b>
                        <Both text={node.title} />
                      </b>
                    </Link>
                    <div className="row wrap sm muted">
                      <span>
                        {day(node.uploadedAt.slice(0, 10), locale)}
                        {node.uploadedBy ? ` · ${say(node.uploadedBy.name.full)}` : ""}
                        {node.organisation ? ` · ${node.organisation.acronym}` : ""}
                      </span>
                      <Badge tone={DOCUMENT_TONES[node.state]}>{i18n._(DOCUMENT_STATES[node.state])}</Badge>
                      <Badge tone={LEVEL_TONES[node.level]}>{i18n._(LEVELS[node.level])}</Badge>
                      {pending ? <Badge tone="pending">{i18n._(pending)}</Badge> : null}
                    </div>
                  </li>
                );
              })}
            </ul>
          </section>
        ) : (
          <EmptyState title={t`Nothing waits`}>
            <p>
              {keeps ? (
                <Trans>What members send comes here to be described and published.</Trans>
              ) : (
                <Trans>What you send waits here until the knowledge manager has published it.</Trans>
              )}
            </p>
          </EmptyState>
        )}
        {after.length > 0 || pageInfo.hasNextPage ? (
          <div className="row between">
            <Button disabled={after.length === 0} onClick={() => setAfter(after.slice(0, -1))}>
              <Trans>Back</Trans>
            </Button>
            <Button
              disabled={!pageInfo.hasNextPage}
              onClick={() => setAfter([...after, pageInfo.endCursor ?? ""])}
            >
              <Trans>More</Trans>
            </Button>
          </div>
        ) : null}
        {network ? <SavedSearches network={network.id} /> : null}
        <Twins twins={found.evidenceTwins} refresh={refresh} />
        <Requests requests={found.evidenceRequests} keeps={keeps} refresh={refresh} />
      </div>
    </>
  );
}

/** The same file came twice, from somebody who could not know: keep one. */
function Twins({ twins, refresh }: { twins: Desk["evidenceTwins"]; refresh: () => void }) {
  const [settling, supersede] = useMutation(SupersedeEvidenceDocument);
  if (twins.edges.length === 0) return null;
  const why = failure(settling.error, settling.data?.supersedeEvidence);
  return (
    <section className="card stackv gap-4">
      <h2>
        <Trans>The same file twice</Trans>
      </h2>
      {why ? <Note tone="danger">{why}</Note> : null}
      <ul className="stackv gap-4">
        {twins.edges.map(({ node: { document, twin } }) => (
          <li key={document.id} className="row wrap between">
            <span className="grow">
              <Link to="/evidence/$id" params={{ id: document.id }}>
                <Both text={document.title} />
              </Link>
              {" = "}
              {twin ? (
                <Link to="/evidence/$id" params={{ id: twin.id }}>
                  <Both text={twin.title} />
                </Link>
              ) : (
                <span className="muted">
                  <Trans>one that is not for you</Trans>
                </span>
              )}
            </span>
            {twin ? (
              <Button
                disabled={settling.fetching}
                onClick={() =>
                  void supersede({ id: document.id, version: document.version, newer: twin.id }).then(refresh)
                }
              >
                <Trans>Keep the first one</Trans>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="sm muted">
        <Trans>Publishing the new one keeps both. Whoever sent it is not told of the other.</Trans>
      </p>
    </section>
  );
}

function Requests({
  requests,
  keeps,
  refresh,
}: {
  requests: Desk["evidenceRequests"];
  keeps: boolean;
  refresh: () => void;
}) {
  const { locale, say } = useLocale();
  if (requests.edges.length === 0) return null;
  return (
    <section className="card nopad">
      <header>
        <h2>{keeps ? <Trans>Asked of the library</Trans> : <Trans>My questions</Trans>}</h2>
      </header>
      <ul className="list">
        {requests.edges.map(({ node }) => (
          <li key={node.id} className="stackv gap-2" style={{ padding: "var(--s-3) var(--s-5)" }}>
            <p style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>{node.wanted}</p>
            <p className="sm muted">
              {day(node.askedAt.slice(0, 10), locale)}
              {node.person ? ` · ${say(node.person.name.full)}` : ""}
              {node.organisation ? ` · ${node.organisation.acronym}` : ""}
            </p>
            {node.answeredAt ? (
              <Note>
                <b>
                  <Trans>Answer:</Trans>
                </b>{" "}
                {node.answer}{" "}
                {node.document ? (
                  <Link to="/evidence/$id" params={{ id: node.document.id }}>
                    <Both text={node.document.title} />
                  </Link>
                ) : null}
              </Note>
            ) : keeps ? (
              <AnswerForm id={node.id} refresh={refresh} />
            ) : (
              <p className="sm">
                <Badge tone="pending">
                  <Trans>waits for an answer</Trans>
                </Badge>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AnswerForm({ id, refresh }: { id: string; refresh: () => void }) {
  const { t } = useLingui();
  const [answer, setAnswer] = useState("");
  const [answering, say] = useMutation(AnswerEvidenceRequestDocument);
  const payload = answering.data?.answerEvidenceRequest;
  const why = failure(answering.error, payload);
  // The address of a document, pasted, is the document.
  const document = /document:[0-9a-f-]{36}/.exec(answer)?.[0];
  const words = answer.replace(/\S*document:[0-9a-f-]{36}\S*/g, "").trim();
  return (
    <form
      className="row wrap top"
      onSubmit={(event) => {
        event.preventDefault();
        void say({ id, answer: words, document: document ?? null }).then(refresh);
      }}
    >
      {why ? <Note tone="danger">{why}</Note> : null}
      <div className="grow">
        <Field
          label={t`Answer`}
          hint={t`Words, or the address of a document of the library.`}
          error={Object.values(reasons(payload))[0]}
        >
          {(ids) => (
            <textarea
              className="input"
              rows={2}
              {...ids}
              value={answer}
              onChange={(event) => setAnswer(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" kind="primary" disabled={answering.fetching}>
        <Trans>Answer</Trans>
      </Button>
    </form>
  );
}
