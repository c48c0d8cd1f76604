import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { ListFilter, MapPin, Scale, ScanText, Search, Shield, Upload, X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { EvidenceSearch } from "../../app/router";
import { useNetwork } from "../../app/viewer";
import { digits, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Field, Loading, Modal, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { AskForEvidenceDocument, SearchEvidenceDocument } from "./evidence.gql";
import { SaveSearch } from "./saved";
import { AddFiles, Tray } from "./tray";
import type { EvidenceFacet, Results } from "./types";
import { arrivals } from "./uploads";
import {
  DOCUMENT_STATES,
  DOCUMENT_TONES,
  FACETS,
  LANGUAGES,
  LEVEL_TONES,
  LEVELS,
  LICENCES,
  TEXT_STATES,
} from "./words";

/** How long after the last letter to ask, in milliseconds. */
const PAUSE = 120;
/** How long after news to ask again, in milliseconds. */
const SOON = 1000;

/** The facets in the order of the screen, with their words in the address. */
const SHOWN: [EvidenceFacet, keyof EvidenceSearch & string][] = [
  ["PLACE", "place"],
  ["THEME", "theme"],
  ["KIND", "kind"],
  ["LANGUAGE", "language"],
  ["YEAR", "year"],
  ["ORGANISATION", "organisation"],
  ["LEVEL", "level"],
  ["LICENCE", "licence"],
  ["STATE", "state"],
];

const values = (list: string | undefined) => (list ? list.split(",") : []);

/** Searching the library: what is typed and chosen lives in the address. */
export function Library() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const network = useNetwork();
  const search = useSearch({ from: "/inside/evidence" });
  const navigate = useNavigate({ from: "/evidence" });
  const [typed, setTyped] = useState(search.q ?? "");
  const [after, setAfter] = useState<string[]>([]);
  const [files, setFiles] = useState<File[] | null>(null);
  const [filtering, setFiltering] = useState(false);
  const results = useRef<HTMLUListElement>(null);

  const go = (change: Partial<EvidenceSearch>) => {
    setAfter([]);
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed is waited for
  useEffect(() => {
    if (typed === (search.q ?? "")) return;
    const timer = setTimeout(() => go({ q: typed || undefined }), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);

  const filter = {
    place: values(search.place),
    theme: values(search.theme),
    kind: values(search.kind),
    language: values(search.language),
    year: values(search.year),
    organisation: values(search.organisation),
    licence: values(search.licence),
    level: values(search.level).map((level) => level.toUpperCase()) as never[],
    state: values(search.state),
  };
  const chosen = Object.values(filter).reduce((sum, list) => sum + list.length, 0);
  const [{ data, error, stale, fetching }, again] = useQuery({
    query: SearchEvidenceDocument,
    variables: {
      network: network?.id ?? "",
      query: search.q ?? "",
      filter,
      sort: search.sort === "latest" ? "LATEST" : "RELEVANCE",
      after: after.at(-1) ?? null,
    },
    pause: !network,
    requestPolicy: "cache-and-network",
  });
  const kept = useRef(data);
  if (data) kept.current = data;
  // What comes into the library or leaves it is found, or gone, a moment later: the index follows within a second.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => again({ requestPolicy: "network-only" }), SOON);
    };
    addEventListener("sala-library", soon);
    arrivals.addEventListener("arrived", soon);
    return () => {
      clearTimeout(timer);
      removeEventListener("sala-library", soon);
      arrivals.removeEventListener("arrived", soon);
    };
  }, [again]);

  // Nothing found may be nothing found yet: looked again once, when the index has had its moment.
  const empty = data?.searchEvidence.totalCount === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each question
  useEffect(() => {
    if (!empty) return;
    const timer = setTimeout(() => again({ requestPolicy: "network-only" }), 2 * SOON);
    return () => clearTimeout(timer);
  }, [empty, search.q]);
  // Arrows walk from the field into the hits and among them.
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const links = [...(results.current?.querySelectorAll<HTMLElement>("h2 a") ?? [])];
      const at = links.indexOf(document.activeElement as HTMLElement);
      if (at < 0 && document.activeElement?.id !== "eq") return;
      const to = links[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (!to) return;
      event.preventDefault();
      to.focus();
    };
    addEventListener("keydown", walk);
    return () => removeEventListener("keydown", walk);
  }, []);

  const shown = data ?? kept.current;
  if (!network) return <Loading />;
  if (!shown) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const found = shown.searchEvidence;
  const can = shown.network?.viewerCan;

  const label = (facet: EvidenceFacet, value: Results["facets"][number]["values"][number]) => {
    if (value.label) return say(value.label);
    if (facet === "LANGUAGE") return LANGUAGES[value.value] ?? value.value;
    if (facet === "YEAR") return digits(value.value, locale);
    if (facet === "LICENCE")
      return LICENCES[value.value] ? i18n._(LICENCES[value.value] as never) : value.value;
    const word = value.value.toUpperCase();
    if (facet === "LEVEL" && word in LEVELS) return i18n._(LEVELS[word as keyof typeof LEVELS]);
    if (facet === "STATE" && word in DOCUMENT_STATES)
      return i18n._(DOCUMENT_STATES[word as keyof typeof DOCUMENT_STATES]);
    return value.value;
  };
  const toggle = (name: (typeof SHOWN)[number][1], value: string) => {
    const now = values(search[name] as string | undefined);
    const then = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
    go({ [name]: then.length > 0 ? then.join(",") : undefined });
  };
  const facets = (
    <>
      {SHOWN.map(([facet, name]) => {
        const counts = found.facets.find((one) => one.facet === facet)?.values ?? [];
        const now = values(search[name] as string | undefined);
        const rows = [...counts.slice(0, 8), ...counts.slice(8).filter((one) => now.includes(one.value))];
        if (rows.length === 0 || (rows.length === 1 && now.length === 0 && facet !== "PLACE")) return null;
        return (
          <fieldset className="facet" key={facet}>
            <legend>{i18n._(FACETS[facet])}</legend>
            {rows.map((one) => (
              <label key={one.value}>
                <input
                  type="checkbox"
                  checked={now.includes(one.value)}
                  onChange={() => toggle(name, one.value)}
                />
                <span
                  style={facet === "PLACE" && one.value.length > 2 ? { paddingInlineStart: 14 } : undefined}
                >
                  {label(facet, one)}
                </span>
                <span>{number(one.count, locale)}</span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </>
  );
  return (
    <div className="stackv gap-6 fits">
      <div className="row wrap" style={{ gap: 16 }}>
        <h1 className="vh">
          <Trans>Evidence library</Trans>
        </h1>
        <search className="grow" style={{ maxWidth: 640 }}>
          <form
            className="search big"
            onSubmit={(event) => {
              event.preventDefault();
              go({ q: typed || undefined });
            }}
          >
            <Search className="i" aria-hidden="true" />
            <label className="vh" htmlFor="eq">
              <Trans>Search evidence</Trans>
            </label>
            <input
              id="eq"
              type="search"
              autoComplete="off"
              placeholder={t`Words, places, years, in Khmer or English`}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            {typed ? (
              <button
                type="button"
                className="iconbtn"
                aria-label={t`Empty the search`}
                onClick={() => {
                  setTyped("");
                  go({ q: undefined });
                }}
              >
                <X className="i" aria-hidden="true" />
              </button>
            ) : null}
          </form>
        </search>
        {(search.q || chosen > 0) && can?.addEvidence ? (
          <SaveSearch network={network.id} query={search.q ?? ""} filter={filter} />
        ) : null}
        <span className="grow desk" />
        <Link className="btn" to="/evidence/desk">
          {can?.keepLibrary ? <Trans>To be catalogued</Trans> : <Trans>My contributions</Trans>}
        </Link>
        {can?.addEvidence ? (
          <Button kind="primary" onClick={() => setFiles([])}>
            <Upload className="i" aria-hidden="true" />
            <Trans>Add evidence</Trans>
          </Button>
        ) : null}
      </div>
      <Tray />
      <div className="two left">
        <aside className="stackv gap-6 desk" aria-label={t`Filters`}>
          {facets}
        </aside>
        <section className="stackv fits" aria-busy={fetching || stale}>
          <div className="row wrap between">
            <p className="sm" aria-live="polite">
              <Plural
                value={found.totalCount}
                _0="Nothing found"
                one="One document"
                other={`${number(found.totalCount, locale)} documents`}
              />
              {found.inexact && found.totalCount > 0 ? (
                <span className="muted">
                  {" · "}
                  <Trans>spelt nearly so</Trans>
                </span>
              ) : null}
              {found.partial && found.totalCount > 0 ? (
                <span className="muted">
                  {" · "}
                  <Trans>none holds every word</Trans>
                </span>
              ) : null}
            </p>
            <div className="row wrap">
              <button type="button" className="chip phone" onClick={() => setFiltering(true)}>
                <ListFilter className="i" aria-hidden="true" />
                <Trans>Filters</Trans>
                {chosen > 0 ? <b>{number(chosen, locale)}</b> : null}
              </button>
              <select
                className="input small"
                aria-label={t`Order`}
                value={search.sort ?? "relevance"}
                onChange={(event) => go({ sort: event.target.value === "latest" ? "latest" : undefined })}
              >
                <option value="relevance">{t`best first`}</option>
                <option value="latest">{t`latest first`}</option>
              </select>
            </div>
          </div>
          {chosen > 0 ? (
            <div className="chips row wrap">
              {SHOWN.flatMap(([facet, name]) =>
                values(search[name] as string | undefined).map((value) => {
                  const counted = found.facets
                    .find((one) => one.facet === facet)
                    ?.values.find((one) => one.value === value);
                  const called = label(facet, counted ?? { value, count: 0, label: null });
                  return (
                    <button
                      key={`${name} ${value}`}
                      type="button"
                      className="chip"
                      aria-pressed="true"
                      onClick={() => toggle(name, value)}
                      aria-label={t`Do not narrow to ${called}`}
                    >
                      {called}
                      <X className="i" aria-hidden="true" />
                    </button>
                  );
                }),
              )}
            </div>
          ) : null}
          {found.didYouMean ? (
            <p>
              <Trans>Did you mean</Trans>{" "}
              <button
                type="button"
                className="linkbtn"
                onClick={() => {
                  setTyped(found.didYouMean ?? "");
                  go({ q: found.didYouMean ?? undefined });
                }}
              >
                {found.didYouMean}
              </button>
              {locale === "km" ? "" : "?"}
            </p>
          ) : null}
          {error ? <Note tone="danger">{failure(error)}</Note> : null}
          {found.edges.length > 0 ? (
            <div className="card nopad">
              <ul className="list" ref={results}>
                {found.edges.map((edge) => (
                  <li key={edge.node.id}>
                    <Hit edge={edge} q={search.q} />
                  </li>
                ))}
              </ul>
            </div>
          ) : (
            <Nothing network={network.id} q={search.q} may={can?.addEvidence ?? false} />
          )}
          {after.length > 0 || found.hasNextPage ? (
            <div className="row between">
              <Button disabled={after.length === 0} onClick={() => setAfter(after.slice(0, -1))}>
                <Trans>Back</Trans>
              </Button>
              <Button
                disabled={!found.hasNextPage}
                onClick={() => setAfter([...after, found.endCursor ?? ""])}
              >
                <Trans>More</Trans>
              </Button>
            </div>
          ) : null}
          {can?.addEvidence && found.totalCount > 0 ? (
            <p className="sm muted row wrap">
              <Trans>The whole catalogue:</Trans>
              <a href={`/files/${network.id}/catalogue/evidence.csv`}>CSV</a>
              <a href={`/files/${network.id}/catalogue/evidence.ris`}>RIS</a>
              <a href={`/files/${network.id}/catalogue/evidence.bib`}>BibTeX</a>
            </p>
          ) : null}
        </section>
      </div>
      {files ? <AddFiles network={network.id} files={files} onClose={() => setFiles(null)} /> : null}
      <Modal open={filtering} title={t`Filters`} onClose={() => setFiltering(false)}>
        <div className="stackv gap-6">
          {facets}
          <Button kind="primary" onClick={() => setFiltering(false)}>
            <Plural
              value={found.totalCount}
              _0="Nothing found"
              one="Show one document"
              other={`Show ${number(found.totalCount, locale)} documents`}
            />
          </Button>
        </div>
      </Modal>
    </div>
  );
}

/** A text with what was asked for marked. */
export function Pieces({ pieces }: { pieces: readonly { text: string; marked: boolean }[] }): ReactNode {
  return pieces.map((piece, at) =>
    piece.marked ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
      <mark key={at}>{piece.text}</mark>
    ) : (
      piece.text
    ),
  );
}

const khmer = (text: string) => /[\u1780-\u17ff]/.test(text);

function Hit({ edge, q }: { edge: Results["edges"][number]; q: string | undefined }) {
  const { i18n } = useLingui();
  const { locale, say } = useLocale();
  const { node, page, passage } = edge;
  const several = node.files.some((file) => (file.pages ?? 0) > 1);
  const text = passage.map((piece) => piece.text).join("");
  const pending = node.files.map((file) => TEXT_STATES[file.text]).find(Boolean);
  return (
    <article className="hit">
      <div className="row wrap xs muted">
        {node.kind ? <span>{say(node.kind.label)}</span> : null}
        {node.organisation ? <span className="dot">{say(node.organisation.name)}</span> : null}
        {node.publishedOn ? (
          <span className="dot">{digits(node.publishedOn.slice(0, 4), locale)}</span>
        ) : null}
        {page && several ? (
          <span className="dot">
            <Trans>page {number(page, locale)}</Trans>
          </span>
        ) : null}
      </div>
      <h2>
        <Link
          to="/evidence/$id"
          params={{ id: node.id }}
          search={{
            ...(q ? { q } : {}),
            ...(page ? { page } : {}),
            ...(edge.file ? { file: edge.file } : {}),
          }}
        >
          <Both text={node.title} />
        </Link>
      </h2>
      {text.trim() ? (
        <p lang={khmer(text) ? "km" : "en"}>
          <Pieces pieces={passage} />
        </p>
      ) : null}
      <div className="row wrap">
        {node.state !== "PUBLISHED" ? (
          <Badge tone={DOCUMENT_TONES[node.state]}>{i18n._(DOCUMENT_STATES[node.state])}</Badge>
        ) : null}
        {node.level !== "MEMBERS" ? (
          <Badge tone={LEVEL_TONES[node.level]} icon={<Shield className="i" aria-hidden="true" />}>
            {i18n._(LEVELS[node.level])}
          </Badge>
        ) : null}
        {node.places.slice(0, 3).map((place) => (
          <Badge key={place.id} icon={<MapPin className="i" aria-hidden="true" />}>
            {say(place.name)}
          </Badge>
        ))}
        {node.licence === "unknown" && node.state === "PUBLISHED" ? (
          <Badge tone="warn" icon={<Scale className="i" aria-hidden="true" />}>
            <Trans>licence unknown, members only</Trans>
          </Badge>
        ) : null}
        {pending ? (
          <Badge tone="pending" icon={<ScanText className="i" aria-hidden="true" />}>
            {i18n._(pending)}
          </Badge>
        ) : null}
      </div>
    </article>
  );
}

/** Nothing found: what helps, and the network to ask. */
function Nothing({ network, q, may }: { network: string; q: string | undefined; may: boolean }) {
  const { t } = useLingui();
  const [wanted, setWanted] = useState<string>();
  const [asking, ask] = useMutation(AskForEvidenceDocument);
  const payload = asking.data?.askForEvidence;
  if (payload?.status === "DONE") {
    return (
      <EmptyState title={t`Asked`}>
        <p>
          <Trans>The knowledge manager has your question. The answer comes under “My contributions”.</Trans>
        </p>
        <Link className="btn" to="/evidence/desk">
          <Trans>My contributions</Trans>
        </Link>
      </EmptyState>
    );
  }
  const why = failure(asking.error, payload);
  return (
    <EmptyState title={q ? t`Nothing here for these words` : t`The library is empty so far`}>
      <p>
        <Trans>
          Try fewer words, another spelling of the place, or the other language; take filters away.
        </Trans>
      </p>
      {may ? (
        <form
          className="stackv gap-3"
          style={{ maxWidth: 520, width: "100%" }}
          onSubmit={(event) => {
            event.preventDefault();
            void ask({ network, wanted: wanted ?? q ?? "" });
          }}
        >
          {why ? <Note tone="danger">{why}</Note> : null}
          <Field label={t`What do you need?`} error={payload?.violations[0] ? t`Fill this in.` : undefined}>
            {(ids) => (
              <textarea
                className="input"
                rows={2}
                {...ids}
                value={wanted ?? q ?? ""}
                onChange={(event) => setWanted(event.target.value)}
              />
            )}
          </Field>
          <Button type="submit" kind="primary" disabled={asking.fetching}>
            <Trans>Ask the network</Trans>
          </Button>
        </form>
      ) : null}
    </EmptyState>
  );
}
