import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useMutation } from "urql";
import { instant, moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { ConfirmPublicationDocument, ProposePublicationDocument, type SignPageQuery } from "./signing.gql";

const End = lazy(() => import("./end").then((part) => ({ default: part.End })));

type Paper = NonNullable<SignPageQuery["paper"]>;

/** Publishing what was signed: one person proposes, another confirms. */
export function Publish({ paper, onDone }: { paper: Paper; onDone: () => void }) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [embargo, setEmbargo] = useState("");
  const [ending, setEnding] = useState(false);
  const [proposing, propose] = useMutation(ProposePublicationDocument);
  const [confirming, confirm] = useMutation(ConfirmPublicationDocument);
  const { publication, viewerCan, state } = paper;
  const wrong = reasons(proposing.data?.proposePublication);
  const why =
    failure(proposing.error, proposing.data?.proposePublication) ??
    failure(confirming.error, confirming.data?.confirmPublication) ??
    reasons(confirming.data?.confirmPublication).file;
  if (["PUBLISHED", "SUPERSEDED", "RETRACTED"].includes(state) && publication?.publicFrom) {
    const open = new Date(publication.publicFrom) <= new Date();
    return (
      <section className="stackv gap-3" aria-label={t`Published`}>
        <h2>
          <Trans>Published</Trans>
        </h2>
        {publication.endedAt ? (
          <Note tone="warn">
            {publication.successor ? (
              <>
                <Trans>Since {moment(publication.endedAt, locale)} another text stands in its place:</Trans>{" "}
                <Link to="/papers/$id" params={{ id: publication.successor.id }}>
                  {say(publication.successor.title)}
                </Link>
              </>
            ) : (
              <>
                <Trans>It was taken back on {moment(publication.endedAt, locale)}:</Trans>{" "}
                {say(publication.endedReason)}
              </>
            )}
          </Note>
        ) : null}
        <p>
          {open ? (
            <Trans>Everybody can read it since {moment(publication.publicFrom, locale)}.</Trans>
          ) : (
            <Trans>Everybody can read it from {moment(publication.publicFrom, locale)} on.</Trans>
          )}
        </p>
        {open ? (
          <p className="row wrap">
            <a className="btn primary" href={`/public/papers/${paper.id}`} target="_blank" rel="noopener">
              <Trans>The public page</Trans>
            </a>
            <a className="btn" href={`/public/papers/${paper.id}/paper.pdf`}>
              <Trans>PDF with the signatures</Trans>
            </a>
            <a className="btn" href={`/public/papers/${paper.id}/paper.docx`}>
              <Trans>Word</Trans>
            </a>
            {paper.authorMode === "SIGNATORIES" ? (
              <a className="btn" href={`/public/papers/${paper.id}/signatories.csv`}>
                <Trans>The names as a table (CSV)</Trans>
              </a>
            ) : null}
            {viewerCan.endPublication ? (
              <Button kind="quiet" onClick={() => setEnding(true)}>
                <Trans>Take back or supersede</Trans>
              </Button>
            ) : null}
          </p>
        ) : null}
        {ending ? (
          <Suspense>
            <End paper={paper.id} onClose={() => setEnding(false)} onDone={onDone} />
          </Suspense>
        ) : null}
        <details>
          <summary>
            <Trans>How a copy is told from a changed one</Trans>
          </summary>
          <ul className="list">
            {publication.files.map(({ name, sha256 }) => (
              <li key={name} className="xs">
                {name} <code className="hash">{sha256}</code>
              </li>
            ))}
          </ul>
          <p>
            <a href="/verify">
              <Trans>Check a file</Trans>
            </a>
          </p>
        </details>
      </section>
    );
  }
  if (state !== "READY" || (!viewerCan.runSignOn && !viewerCan.confirmPublication)) return null;
  return (
    <section className="card stackv gap-3" aria-label={t`Publish`}>
      <h2>
        <Trans>Publish</Trans>
      </h2>
      <p className="sm muted">
        <Trans>
          It takes two persons: the coordinator proposes, the chair confirms. After that nothing changes.
        </Trans>
      </p>
      {why ? <Note tone="danger">{why}</Note> : null}
      {publication ? (
        <p>
          {publication.proposedBy ? (
            <Trans>Proposed by {say(publication.proposedBy.name.full)}.</Trans>
          ) : (
            <Trans>Proposed.</Trans>
          )}{" "}
          {publication.embargoUntil ? (
            <Trans>Nobody outside reads it before {moment(publication.embargoUntil, locale)}.</Trans>
          ) : null}
        </p>
      ) : null}
      {viewerCan.runSignOn ? (
        <form
          className="stackv gap-3"
          onSubmit={async (event) => {
            event.preventDefault();
            await propose({ paper: paper.id, embargoUntil: embargo ? instant(embargo) : null });
            onDone();
          }}
        >
          <TextField
            label={t`Nobody outside reads it before (time in Phnom Penh); at once when empty`}
            type="datetime-local"
            value={embargo}
            error={wrong.embargoUntil}
            onChange={(event) => setEmbargo(event.target.value)}
          />
          <div>
            <Button kind={publication ? "quiet" : "primary"} type="submit" busy={proposing.fetching}>
              {publication ? <Trans>Propose anew</Trans> : <Trans>Propose to publish</Trans>}
            </Button>
          </div>
        </form>
      ) : null}
      {viewerCan.confirmPublication && publication && !publication.byYou ? (
        <div>
          <Button
            kind="primary"
            busy={confirming.fetching}
            onClick={async () => {
              await confirm({ paper: paper.id });
              onDone();
            }}
          >
            <Trans>Confirm and publish</Trans>
          </Button>
        </div>
      ) : null}
    </section>
  );
}
