import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ChevronLeft, ChevronRight, Download, Quote, Shield } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useQuery } from "urql";
import { day, digits, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Loading, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure } from "../../ui/outcome";
import { Actions } from "./actions";
import { CitedIn } from "./cited";
import { EvidenceDocumentPageDocument, EvidenceFilePageDocument } from "./evidence.gql";
import { Pieces } from "./library";
import type { Full } from "./types";
import {
  CONSENTS,
  DOCUMENT_STATES,
  DOCUMENT_TONES,
  LANGUAGES,
  LEVEL_HINTS,
  LEVEL_TONES,
  LEVELS,
  LICENCES,
  ORIGINS,
  TEXT_STATES,
} from "./words";

/** How often to look whether a file has been read, in milliseconds. */
const LOOK = 1000;

/** One document: its pages with what was asked for marked, and all that is known of it. */
export function DocumentPage() {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const { id } = useParams({ from: "/inside/evidence/$id" });
  const { q } = useSearch({ from: "/inside/evidence/$id" });
  const [{ data, error }, again] = useQuery({
    query: EvidenceDocumentPageDocument,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const found = data?.evidenceDocument;
  const waiting = found?.files.some((file) => file.text === "WAITING") ?? false;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => again({ requestPolicy: "network-only" }), LOOK);
    return () => clearInterval(timer);
  }, [waiting, again]);
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  if (!found) {
    return (
      <EmptyState title={t`This does not exist, or not for you.`}>
        <Link to="/evidence" className="btn">
          <Trans>Evidence library</Trans>
        </Link>
      </EmptyState>
    );
  }
  return (
    <>
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/evidence" search={q ? { q } : {}}>
          <Trans>Evidence library</Trans>
        </Link>
      </nav>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Both text={found.title} />
          </h1>
          <div className="row wrap" style={{ marginTop: "var(--s-2)" }}>
            {found.kind ? <Badge>{say(found.kind.label)}</Badge> : null}
            <Badge tone={DOCUMENT_TONES[found.state]}>{i18n._(DOCUMENT_STATES[found.state])}</Badge>
            <Badge tone={LEVEL_TONES[found.level]} icon={<Shield className="i" aria-hidden="true" />}>
              {i18n._(LEVELS[found.level])}
            </Badge>
          </div>
        </div>
        <Actions found={found} refresh={() => again({ requestPolicy: "network-only" })} />
      </div>
      {found.state === "WITHDRAWN" ? (
        <Note tone="warn">
          {found.consent === "WITHDRAWN" ? (
            <Trans>Withdrawn: the people concerned took their consent back. Its files are gone.</Trans>
          ) : (
            <Trans>Withdrawn. Its files are gone.</Trans>
          )}{" "}
          {found.stateReason}
        </Note>
      ) : null}
      {found.supersededBy ? (
        <Note>
          <Trans>There is a newer edition:</Trans>{" "}
          <Link to="/evidence/$id" params={{ id: found.supersededBy.id }}>
            <Both text={found.supersededBy.title} />
          </Link>
        </Note>
      ) : null}
      <div className="two">
        <div className="stackv gap-6">
          {found.summary.en || found.summary.km ? (
            <p className="prose">
              <Both text={found.summary} />
            </p>
          ) : null}
          {found.files.length > 0 ? <Reader found={found} /> : null}
          <CitedIn document={found.id} />
        </div>
        <About found={found} />
      </div>
    </>
  );
}

/** The pages of a file: a picture where the hub can draw one, and the words. */
function Reader({ found }: { found: Full }) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const search = useSearch({ from: "/inside/evidence/$id" });
  const navigate = useNavigate({ from: "/evidence/$id" });
  const file = found.files.find((one) => one.id === search.file) ?? found.files[0];
  const page = search.page ?? 1;
  const [drawn, setDrawn] = useState(true);
  const [{ data }] = useQuery({
    query: EvidenceFilePageDocument,
    variables: { id: found.id, number: page, marked: search.q ?? "" },
    pause: file?.text !== "READ",
    requestPolicy: "cache-and-network",
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page may be drawn though this one was not
  useEffect(() => setDrawn(true), [file?.id, page]);
  if (!file) return null;
  const pages = file.pages ?? 1;
  const text = data?.evidenceDocument?.files.find((one) => one.id === file.id)?.page;
  const turn = (to: number) =>
    void navigate({ search: (before) => ({ ...before, page: to, file: file.id }), replace: true });
  const pending = TEXT_STATES[file.text];
  const picture = file.media === "application/pdf" || file.media.startsWith("image/");
  return (
    <section className="card stackv gap-4" aria-label={t`Pages`}>
      {found.files.length > 1 ? (
        <div className="row wrap">
          {found.files.map((one) => (
            <button
              key={one.id}
              type="button"
              className="chip"
              aria-pressed={one.id === file.id}
              onClick={() =>
                void navigate({ search: (b) => ({ ...b, file: one.id, page: 1 }), replace: true })
              }
            >
              {one.name}
            </button>
          ))}
        </div>
      ) : null}
      <div className="row between wrap">
        <span className="row">
          <button
            type="button"
            className="iconbtn"
            disabled={page <= 1}
            onClick={() => turn(page - 1)}
            aria-label={t`Previous page`}
          >
            <ChevronLeft className="i" aria-hidden="true" />
          </button>
          <span aria-live="polite">
            <Trans>
              page <b>{number(page, locale)}</b> of {number(pages, locale)}
            </Trans>
          </span>
          <button
            type="button"
            className="iconbtn"
            disabled={page >= pages}
            onClick={() => turn(page + 1)}
            aria-label={t`Next page`}
          >
            <ChevronRight className="i" aria-hidden="true" />
          </button>
        </span>
        <span className="row wrap">
          <Cite found={found} page={pages > 1 ? page : undefined} />
          <a className="btn" href={`/files/${file.id}/content`} download={file.name}>
            <Download className="i" aria-hidden="true" />
            <Trans>Download</Trans> <span className="muted xs">{size(file.bytes, locale)}</span>
          </a>
        </span>
      </div>
      {pending ? (
        <Note>
          {file.text === "WAITING" ? (
            <Trans>The text is being read; a moment.</Trans>
          ) : (
            <Trans>
              This text is not searchable yet: it is found by its title and what is written about it.
            </Trans>
          )}
        </Note>
      ) : null}
      {file.recognised ? (
        <Note tone="warn">
          <Trans>These words were recognised in a picture; some may be wrong.</Trans>
        </Note>
      ) : null}
      {text ? (
        <div className="sheet prose" lang={text.language || undefined} style={{ whiteSpace: "pre-wrap" }}>
          <Pieces pieces={text.pieces} />
        </div>
      ) : null}
      {picture && drawn ? (
        <img
          className="pageimg"
          src={`/files/${file.id}/pages/${page}`}
          alt={t`Page ${number(page, locale)} as it looks`}
          loading="lazy"
          onError={() => setDrawn(false)}
        />
      ) : null}
      {pending ? <span className="vh">{i18n._(pending)}</span> : null}
    </section>
  );
}

function size(bytes: number, locale: "en" | "km") {
  const [value, unit] =
    bytes < 1_000_000
      ? [Math.max(1, Math.round(bytes / 1000)), "kB"]
      : [Math.round(bytes / 100_000) / 10, "MB"];
  return `${digits(String(value), locale)} ${unit}`;
}

/** Copies what a text needs to cite this passage: who, when, what, where, and the words chosen. */
function Cite({ found, page }: { found: Full; page: number | undefined }) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const copy = async () => {
    const quote = getSelection()?.toString().trim().slice(0, 600);
    const parts = [
      [
        found.authors.join(", "),
        found.publishedOn ? `(${digits(found.publishedOn.slice(0, 4), locale)})` : "",
      ]
        .filter(Boolean)
        .join(" "),
      say(found.title),
      found.publisher,
      page ? t`p. ${number(page, locale)}` : "",
    ].filter(Boolean);
    const where = `${location.origin}/evidence/${found.id}${page ? `?page=${page}` : ""}`;
    await navigator.clipboard.writeText(`${quote ? `“${quote}” ` : ""}${parts.join(". ")}. ${where}`);
    toast.success(
      quote ? t`Copied, with the words you chose.` : t`Copied. Choose words first to quote them.`,
    );
  };
  return (
    <Button onClick={() => void copy()}>
      <Quote className="i" aria-hidden="true" />
      <Trans>Cite</Trans>
    </Button>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="xs muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What is known of it: where it comes from, what may be done with it, how good it is. */
function About({ found }: { found: Full }) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const q = found.quality;
  return (
    <aside className="card" aria-label={t`About it`}>
      <dl className="stackv gap-3">
        {found.authors.length > 0 ? <Line name={t`Written by`}>{found.authors.join(", ")}</Line> : null}
        {found.publisher ? <Line name={t`Published by`}>{found.publisher}</Line> : null}
        {found.publishedOn ? <Line name={t`Published on`}>{digits(found.publishedOn, locale)}</Line> : null}
        {found.themes.length > 0 ? (
          <Line name={t`Themes`}>{found.themes.map((theme) => say(theme.label)).join(", ")}</Line>
        ) : null}
        {found.places.length > 0 ? (
          <Line name={t`Places`}>{found.places.map((place) => say(place.name)).join(", ")}</Line>
        ) : null}
        {found.languages.length > 0 ? (
          <Line name={t`Languages`}>{found.languages.map((tag) => LANGUAGES[tag] ?? tag).join(", ")}</Line>
        ) : null}
        {found.officialNumber ? <Line name={t`Official number`}>{found.officialNumber}</Line> : null}
        <Line name={t`Who may know it`}>
          {i18n._(LEVEL_HINTS[found.level])} {found.levelReason}
        </Line>
        {found.group ? <Line name={t`Team`}>{say(found.group.name)}</Line> : null}
        <Line name={t`Rights`}>
          {LICENCES[found.licence] ? i18n._(LICENCES[found.licence] as never) : found.licence}
        </Line>
        {found.origin ? (
          <Line name={t`Where it comes from`}>
            {i18n._(ORIGINS[found.origin])}
            {found.obtainedOn ? ` · ${day(found.obtainedOn, locale)}` : ""}
            {found.originNote ? <p className="sm muted">{found.originNote}</p> : null}
          </Line>
        ) : null}
        {found.consent !== "NOT_APPLICABLE" || found.personalData ? (
          <Line name={t`Consent`}>
            {i18n._(CONSENTS[found.consent])}
            {found.consentScope ? ` · ${found.consentScope}` : ""}
            {found.anonymised ? ` · ${t`names are taken out`}` : ""}
          </Line>
        ) : null}
        {q ? (
          <Line name={t`Quality (1 weak, 4 strong)`}>
            <ul className="sm">
              {(
                [
                  [t`Voice and inclusion`, q.voice],
                  [t`Appropriateness`, q.appropriateness],
                  [t`Triangulation`, q.triangulation],
                  [t`Contribution`, q.contribution],
                  [t`Transparency`, q.transparency],
                ] as const
              ).map(([name, mark]) => (
                <li key={name} className="row between">
                  <span>{name}</span>
                  <b>{number(mark, locale)}</b>
                </li>
              ))}
            </ul>
          </Line>
        ) : null}
        <Line name={t`Sent`}>
          {day(found.uploadedAt.slice(0, 10), locale)}
          {found.uploadedBy ? ` · ${say(found.uploadedBy.name.full)}` : ""}
          {found.organisation ? ` · ${say(found.organisation.name)}` : ""}
        </Line>
        {found.url ? (
          <Line name={t`On the web`}>
            <a
              href={found.url}
              rel="noreferrer noopener"
              target="_blank"
              style={{ overflowWrap: "anywhere" }}
            >
              {found.url}
            </a>
          </Line>
        ) : null}
      </dl>
    </aside>
  );
}
