import { Trans, useLingui } from "@lingui/react/macro";
import type { JSONContent } from "@tiptap/core";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { client } from "../../app/client";
import { moment, number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Loading, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { Playback, Writers } from "./history";
import {
  KeepPaperRevisionDocument,
  PaperDifferencesDocument,
  PaperRevisionsDocument,
  type PaperRevisionsQuery,
  PaperTextDocument,
} from "./papers.gql";
import { PAPER_STATES } from "./words";

type Revision = NonNullable<PaperRevisionsQuery["paper"]>["revisions"]["edges"][number]["node"];

/** The editor's nodes of both languages. */
export interface Nodes {
  en?: JSONContent[];
  km?: JSONContent[];
}

/** The paper as it was: kept under a name, compared word by word, brought back. */
export function Versions({
  paper,
  writes,
  onRestore,
  onClose,
}: {
  paper: string;
  writes: boolean;
  onRestore: (nodes: Nodes) => void;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, again] = useQuery({
    query: PaperRevisionsDocument,
    variables: { id: paper, after },
    requestPolicy: "cache-and-network",
  });
  const [note, setNote] = useState("");
  const [keeping, keep] = useMutation(KeepPaperRevisionDocument);
  const [from, setFrom] = useState<number | null>(null);
  const [to, setTo] = useState<number | null>(null);
  const [restoring, setRestoring] = useState<number | null>(null);
  const wrong = reasons(keeping.data?.keepPaperRevision);
  const revisions = data?.paper?.revisions;
  const all = revisions?.edges.map((edge) => edge.node) ?? [];
  const called = (revision: Revision) => {
    if (revision.kind === "AUTOMATIC") return t`kept by itself`;
    if (revision.kind === "MILESTONE") {
      const state = revision.note.toUpperCase() as keyof typeof PAPER_STATES;
      return PAPER_STATES[state] ? i18n._(PAPER_STATES[state]) : revision.note;
    }
    return revision.note;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await keep({ id: paper, note });
    if (result.data?.keepPaperRevision.status === "DONE") {
      setNote("");
      again({ requestPolicy: "network-only" });
    }
  };
  const older = from ?? all[0]?.number ?? null;
  return (
    <Modal title={t`Versions`} open onClose={onClose}>
      <div className="stackv gap-4">
        {writes ? (
          <form className="row wrap end" onSubmit={(event) => void submit(event)}>
            <div className="grow">
              <TextField
                label={t`Keep the text as it is now, under a name`}
                value={note}
                error={wrong.note}
                onChange={(event) => setNote(event.target.value)}
              />
            </div>
            <Button type="submit" busy={keeping.fetching}>
              <Trans>Keep</Trans>
            </Button>
          </form>
        ) : null}
        {error ? <Note tone="danger">{failure(error)}</Note> : null}
        {!revisions ? <Loading /> : null}
        {revisions && all.length === 0 ? (
          <p className="muted">
            <Trans>
              Nothing is kept yet. Each step of the paper keeps the text, and so does a pause in writing.
            </Trans>
          </p>
        ) : null}
        {all.length > 0 ? (
          <>
            <div className="formgrid">
              <Field label={t`From`}>
                {(ids) => (
                  <select
                    className="input"
                    {...ids}
                    value={older ?? ""}
                    onChange={(event) => setFrom(Number(event.target.value))}
                  >
                    {all.map((revision) => (
                      <option key={revision.id} value={revision.number}>
                        {`${number(revision.number, locale)} · ${called(revision)}`}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <Field label={t`To`}>
                {(ids) => (
                  <select
                    className="input"
                    {...ids}
                    value={to ?? ""}
                    onChange={(event) => setTo(event.target.value === "" ? null : Number(event.target.value))}
                  >
                    <option value="">{t`the text as it is now`}</option>
                    {all.map((revision) => (
                      <option key={revision.id} value={revision.number}>
                        {`${number(revision.number, locale)} · ${called(revision)}`}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </div>
            {older !== null ? <Differences paper={paper} from={older} to={to} /> : null}
            <Playback paper={paper} revisions={all} called={called} />
            <Writers paper={paper} />
            <ul className="list">
              {all.map((revision) => (
                <li key={revision.id} className="row wrap version">
                  <span className="grow">
                    <b>{`${number(revision.number, locale)} · ${called(revision)}`}</b>
                    <br />
                    <small className="muted">
                      {moment(revision.madeAt, locale)}
                      {revision.by ? ` · ${say(revision.by.name.full)}` : ""}
                      {revision.onBehalfOf ? ` · ${revision.onBehalfOf.acronym}` : ""}
                      {" · "}
                      <code>{revision.hash.slice(0, 12)}</code>
                    </small>
                  </span>
                  {writes ? (
                    restoring === revision.number ? (
                      <>
                        <Button
                          kind="danger"
                          className="small"
                          onClick={async () => {
                            const { data } = await client
                              .query(PaperTextDocument, { id: paper, revision: revision.number })
                              .toPromise();
                            if (data?.paper) onRestore(data.paper.text.nodes as Nodes);
                          }}
                        >
                          <Trans>Yes, bring it back</Trans>
                        </Button>
                        <Button className="small" onClick={() => setRestoring(null)}>
                          <Trans>Cancel</Trans>
                        </Button>
                      </>
                    ) : (
                      <Button className="small" kind="quiet" onClick={() => setRestoring(revision.number)}>
                        <Trans>Bring back…</Trans>
                      </Button>
                    )
                  ) : null}
                </li>
              ))}
            </ul>
            {revisions?.pageInfo.hasNextPage ? (
              <Button onClick={() => setAfter(revisions.pageInfo.endCursor ?? null)}>
                <Trans>Show more</Trans>
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
    </Modal>
  );
}

/** What changed between two versions, word by word. */
function Differences({ paper, from, to }: { paper: string; from: number; to: number | null }) {
  const { t } = useLingui();
  const [{ data, fetching, error }] = useQuery({
    query: PaperDifferencesDocument,
    variables: { id: paper, from, to },
    requestPolicy: "network-only",
  });
  if (error) return <Note tone="danger">{failure(error)}</Note>;
  if (!data?.paper || fetching) return <Loading />;
  const { differences } = data.paper;
  if (differences.length === 0) {
    return (
      <p className="muted">
        <Trans>The two are the same, word for word.</Trans>
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys, too
    <section className="stackv gap-4 differences" aria-label={t`What changed`} tabIndex={0}>
      {differences.map(({ language, section, heading, pieces }) => (
        <section key={`${language} ${section}`} lang={language === "KM" ? "km" : "en"} className="prose">
          <h3>{heading}</h3>
          <p>
            {pieces.map((piece, place) => {
              const key = place;
              if (piece.fate === "INSERTED") return <ins key={key}>{piece.text}</ins>;
              if (piece.fate === "DELETED") return <del key={key}>{piece.text}</del>;
              return <span key={key}>{piece.text}</span>;
            })}
          </p>
        </section>
      ))}
    </section>
  );
}
