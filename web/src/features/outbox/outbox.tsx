import { Trans, useLingui } from "@lingui/react/macro";
import { CircleCheck, Clock, TriangleAlert, Undo2 } from "lucide-react";
import { useState } from "react";
import { useMutation, useQuery, useSubscription } from "urql";
import { moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Field, Loading, Modal, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { MailEventsDocument, OutboxDocument, TakeMailDocument } from "./outbox.gql";

/** Every mail of the hub. Without a mail server this is where they are read and passed on by hand. */
export function Outbox() {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [after, setAfter] = useState<string | null>(null);
  const [taking, setTaking] = useState(false);
  const [{ data, error, fetching }, again] = useQuery({ query: OutboxDocument, variables: { after } });
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
        <Button onClick={() => setTaking(true)}>
          <Undo2 className="i" aria-hidden="true" />
          <Trans>A mail came back</Trans>
        </Button>
      </div>
      {taking ? (
        <Returned
          onClose={() => setTaking(false)}
          onDone={() => {
            setTaking(false);
            again({ requestPolicy: "network-only" });
          }}
        />
      ) : null}
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

/** Takes what came to the hub's address: a letter that did not arrive, or a calendar's answer. */
function Returned({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { t } = useLingui();
  const [result, take] = useMutation(TakeMailDocument);
  const payload = result.data?.takeMail;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.file ?? wrong.dialogue ?? wrong.answer;
  return (
    <Modal title={t`A mail came back`} open onClose={onClose}>
      <div className="stackv gap-4">
        {why ? <Note tone="danger">{why}</Note> : null}
        <p className="sm muted">
          <Trans>
            A mail server that cannot deliver a letter sends it back to the address of this hub. Save that
            mail as a file and choose it here: the letter is marked, and whoever invited is told. The answer
            of a guest's calendar is taken in the same way.
          </Trans>
        </p>
        <Field label={t`The mail as a file (.eml)`}>
          {(ids) => (
            <input
              className="input"
              type="file"
              accept=".eml,.ics,message/rfc822,text/calendar"
              {...ids}
              onChange={async (event) => {
                const file = event.target.files?.[0];
                if (!file) return;
                const { data } = await take({ file: await file.text() });
                if (data?.takeMail.status !== "DONE") return;
                toast.success(t`It is written down.`);
                onDone();
              }}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}
