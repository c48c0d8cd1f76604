import { Trans, useLingui } from "@lingui/react/macro";
import { CircleCheck, Clock, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useQuery, useSubscription } from "urql";
import { moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { MailEventsDocument, OutboxDocument } from "./outbox.gql";

/** Every mail of the hub. Without a mail server this is where they are read and passed on by hand. */
export function Outbox() {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }] = useQuery({ query: OutboxDocument, variables: { after } });
  useSubscription({ query: MailEventsDocument });
  const mails = data?.mails;
  return (
    <>
      <div className="pagehead">
        <div>
          <h1>
            <Trans>Mail outbox</Trans>
          </h1>
          <p className="lead">
            <Trans>
              Where no mail server is set up, mails wait here: pass their links on yourself, only to the
              person they are addressed to.
            </Trans>
          </p>
        </div>
      </div>
      {error && !data ? <Note tone="danger">{failure(error)}</Note> : null}
      {!data && !error ? <Loading /> : null}
      {mails && mails.totalCount === 0 ? <EmptyState title={t`No mail yet`} /> : null}
      <div className="stackv gap-4">
        {mails?.edges.map(({ node }) => (
          <article key={node.id} className="card">
            <header>
              <h2 className="grow" lang={node.language.toLowerCase()}>
                {node.subject}
              </h2>
              {node.state === "SENT" ? (
                <Badge tone="ok" icon={<CircleCheck className="i" aria-hidden="true" />}>
                  <Trans>sent</Trans>
                </Badge>
              ) : node.state === "FAILED" ? (
                <Badge tone="danger" icon={<TriangleAlert className="i" aria-hidden="true" />}>
                  <Trans>refused</Trans>
                </Badge>
              ) : (
                <Badge tone="pending" icon={<Clock className="i" aria-hidden="true" />}>
                  <Trans>waiting</Trans>
                </Badge>
              )}
            </header>
            <p className="sm muted">
              {node.recipient} · {moment(node.createdAt, locale)}
            </p>
            {node.error ? <Note tone="danger">{node.error}</Note> : null}
            <p className="mailbody" lang={node.language.toLowerCase()} style={{ marginTop: "var(--s-3)" }}>
              {node.body}
            </p>
          </article>
        ))}
        {mails?.pageInfo.hasNextPage ? (
          <div>
            <Button busy={fetching} onClick={() => setAfter(mails.pageInfo.endCursor ?? null)}>
              <Trans>Show more</Trans>
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}
