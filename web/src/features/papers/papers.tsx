import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { FileText, Plus } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import { day, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { PaperForm } from "./paper-form";
import { PapersDocument } from "./papers.gql";
import { PAPER_STATES, PAPER_TONES, PAPER_TYPES } from "./words";

/** The papers of the network, the latest moved first. */
export function Papers() {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const network = useNetwork();
  const [after, setAfter] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const [{ data, error, fetching }] = useQuery({
    query: PapersDocument,
    variables: { network: network?.id ?? "", states: null, after },
    pause: !network,
  });
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const { edges, pageInfo, totalCount } = data.papers;
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Trans>Papers</Trans>
          </h1>
          <p className="lead">
            <Plural
              value={totalCount}
              _0="Positions, statements and letters that members write together."
              one="One paper"
              other={`${number(totalCount, locale)} papers`}
            />
          </p>
        </div>
        {data.network?.viewerCan.startPaper ? (
          <Button kind="primary" onClick={() => setStarting(true)}>
            <Plus className="i" aria-hidden="true" />
            <Trans>Begin a paper</Trans>
          </Button>
        ) : null}
      </div>
      {edges.length === 0 ? (
        <EmptyState title={t`There is no paper yet`}>
          <p>
            {data.network?.viewerCan.startPaper ? (
              <Trans>
                Begin one: it comes with its sections, in both languages, and everybody you name writes in it
                at once.
              </Trans>
            ) : (
              <Trans>Those who write papers here have not begun one that you may know.</Trans>
            )}
          </p>
        </EmptyState>
      ) : (
        <section className="card nopad">
          <ul className="list">
            {edges.map(({ node: paper }) => (
              <li key={paper.id}>
                <Link className="todo" to="/papers/$id" params={{ id: paper.id }}>
                  <span className="kind">
                    <FileText className="i" aria-hidden="true" />
                  </span>
                  <span>
                    <span className="t">
                      <b>
                        <Both text={paper.title} />
                      </b>
                    </span>
                    <span className="m">
                      <span>{i18n._(PAPER_TYPES[paper.textType])}</span>
                      {paper.group ? (
                        <span>
                          <Both text={paper.group.name} />
                        </span>
                      ) : null}
                      {paper.deadline ? (
                        <span>
                          <Trans>to be delivered on {day(paper.deadline, locale)}</Trans>
                        </span>
                      ) : null}
                      {paper.openComments > 0 ? (
                        <span>
                          <Plural
                            value={paper.openComments}
                            one="1 open comment"
                            other={`${number(paper.openComments, locale)} open comments`}
                          />
                        </span>
                      ) : null}
                    </span>
                  </span>
                  <Badge tone={PAPER_TONES[paper.state]}>
                    {paper.state === "INTERNAL_CONSULTATION" && paper.consultationEndsOn ? (
                      <Trans>in consultation to {day(paper.consultationEndsOn, locale)}</Trans>
                    ) : (
                      i18n._(PAPER_STATES[paper.state])
                    )}
                  </Badge>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {pageInfo.hasNextPage ? (
        <p>
          <Button busy={fetching} onClick={() => setAfter(pageInfo.endCursor ?? null)}>
            <Trans>Show more</Trans>
          </Button>
        </p>
      ) : null}
      {starting && network ? <PaperForm network={network.id} onClose={() => setStarting(false)} /> : null}
    </>
  );
}
