import { Trans, useLingui } from "@lingui/react/macro";
import { useParams } from "@tanstack/react-router";
import type { Editor } from "@tiptap/core";
import { GitCompare, Settings2, Users } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useQuery } from "urql";
import { client } from "../../app/client";
import { useKept } from "../../app/kept";
import { useNetwork, useViewer } from "../../app/viewer";
import { day, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { passage } from "./anchors";
import { Downloads, Ended, Present, SaveState } from "./bar";
import { Outline } from "./outline";
import {
  type CommentPartsFragment,
  PaperCommentsDocument,
  PaperDocument,
  type PaperPartsFragment,
  PaperWordsDocument,
} from "./papers.gql";
import { OpenCount, useComments } from "./said";
import "./papers.css";
import { Session } from "./session";
import { DECIDED } from "./suggest";
import { Suggestions } from "./suggestions";
import { type Picked, Surface } from "./surface";
import type { Nodes } from "./versions";
import { PAPER_STATES, PAPER_TONES } from "./words";

// The text comes first, what is said of it beside it.
const Thread = lazy(() => import("./comments").then((part) => ({ default: part.Thread })));
const Steps = lazy(() => import("./steps").then((part) => ({ default: part.Steps })));
const NewComment = lazy(() => import("./comments").then((part) => ({ default: part.NewComment })));
// Opened by few, and not before they ask.
const PaperForm = lazy(() => import("./paper-form").then((part) => ({ default: part.PaperForm })));
const Drafters = lazy(() => import("./drafters").then((part) => ({ default: part.Drafters })));
const Versions = lazy(() => import("./versions").then((part) => ({ default: part.Versions })));

const NONE: { section: string; place: number }[] = [];

/** A paper: its text in both languages, written by many at once, and what is said of it. */
export function PaperPage() {
  const { id } = useParams({ from: "/inside/papers/$id" });
  const { t } = useLingui();
  const viewer = useViewer();
  const [{ data: answer, error }, again] = useQuery({ query: PaperDocument, variables: { id } });
  const data = useKept(answer, id);
  const paper = data?.paper;
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  if (!paper || !viewer?.person) {
    return (
      <EmptyState title={t`There is no such paper`}>
        <p>
          <Trans>It does not exist, or not for you.</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <Open
      key={`${id} ${paper.viewerCan.write}`}
      paper={paper}
      person={viewer.person.id}
      again={() => again({ requestPolicy: "network-only" })}
    />
  );
}

function Open({ paper, person, again }: { paper: PaperPartsFragment; person: string; again: () => void }) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const network = useNetwork();
  const { id } = paper;
  const writes = paper.viewerCan.write;
  const [session, setSession] = useState<Session | null>(null);
  const [round, setRound] = useState(0);
  const reload = useRef(again);
  reload.current = again;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a new session
  useEffect(() => {
    const made = new Session(id, person, writes, (kind) => {
      if (kind.startsWith("paper.comment")) {
        void client
          .query(PaperCommentsDocument, { id, after: null }, { requestPolicy: "network-only" })
          .toPromise();
      }
      reload.current();
    });
    setSession(made);
    return () => made.end();
  }, [id, person, writes, round]);
  const [{ data: words }, count] = useQuery({ query: PaperWordsDocument, variables: { id } });
  const { comments, more } = useComments(id);
  const [columns, setColumns] = useState<"en" | "km" | "both">(() =>
    matchMedia("(min-width: 1100px)").matches ? "both" : paper.sourceLanguage === "KM" ? "km" : "en",
  );
  const [side, setSide] = useState<"text" | "outline" | "comments">("text");
  const [picked, setPicked] = useState<Picked | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [dialog, setDialog] = useState<"about" | "drafters" | "versions" | null>(null);
  const editors = useRef<{ en: Editor | null; km: Editor | null }>({ en: null, km: null });
  const shownLanguage = columns === "both" ? (paper.sourceLanguage === "KM" ? "km" : "en") : columns;

  const [suggesting, setSuggesting] = useState(false);
  const [ready, setReady] = useState(0);
  const onReadyEn = useCallback((editor: Editor | null) => {
    editors.current.en = editor;
    setReady((n) => n + 1);
  }, []);
  const onReadyKm = useCallback((editor: Editor | null) => {
    editors.current.km = editor;
    setReady((n) => n + 1);
  }, []);

  // What the hub reads out of the text, once it has rested: whoever only looks on does not ask at every letter.
  // biome-ignore lint/correctness/useExhaustiveDependencies: watched anew when an editor comes or goes
  useEffect(() => {
    const watched = [editors.current.en, editors.current.km].filter((editor) => editor !== null);
    let timer = 0;
    const later = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => count({ requestPolicy: "network-only" }), 8000);
    };
    for (const editor of watched) editor.on("update", later);
    return () => {
      clearTimeout(timer);
      for (const editor of watched) editor.off("update", later);
    };
  }, [session, ready, count]);

  const anchored = useMemo(() => {
    const of = (language: "EN" | "KM") =>
      comments
        .filter((comment) => comment.language === language && comment.anchor && comment.state === "OPEN")
        .map((comment) => ({
          id: comment.id,
          anchor: comment.anchor as string,
          current: comment.id === current,
        }));
    return { en: of("EN"), km: of("KM") };
  }, [comments, current]);

  const show = (comment: CommentPartsFragment) => {
    setCurrent(comment.id);
    const language = comment.language === "KM" ? "km" : "en";
    if (columns !== "both" && columns !== language) setColumns(language);
    setSide("text");
    requestAnimationFrame(() => {
      const editor = editors.current[language];
      const found = editor && comment.anchor ? passage(editor.state, comment.anchor) : null;
      const dom = found
        ? editor?.view.domAtPos(found.from).node.parentElement
        : editor?.view.dom.querySelector(`[data-section="${comment.section}"]`);
      dom?.scrollIntoView({ block: "center", behavior: "smooth" });
    });
  };
  const showFirst = () => {
    setSide("comments");
    const first = comments.find((comment) => comment.state === "OPEN");
    if (!first) return;
    setCurrent(first.id);
    requestAnimationFrame(() => {
      const card = document.getElementById(`comment-${first.number}`);
      card?.scrollIntoView({ block: "center" });
      card?.querySelector("button")?.focus();
    });
  };
  const onPick = (comment: string) => {
    setCurrent(comment);
    setSide("comments");
    const found = comments.find((one) => one.id === comment);
    if (found) {
      requestAnimationFrame(() =>
        document.getElementById(`comment-${found.number}`)?.scrollIntoView({ block: "nearest" }),
      );
    }
  };
  /** The words of an accepted amendment come into the text, as a change like any other. */
  const carryOut = (comment: CommentPartsFragment) => {
    const editor = editors.current[comment.language === "KM" ? "km" : "en"];
    if (!editor?.isEditable || !comment.amendment) return;
    const found = comment.anchor ? passage(editor.state, comment.anchor) : null;
    const { operation, newText } = comment.amendment;
    if (found && operation !== "ADD") {
      editor.chain().setMeta(DECIDED, true).insertContentAt(found, newText).run();
    } else if (operation === "ADD") {
      let at = found?.to ?? null;
      if (at === null) {
        // To the end of its section.
        let inside = false;
        editor.state.doc.forEach((node, offset) => {
          if (node.type.name === "heading" && node.attrs.section) {
            inside = node.attrs.section === comment.section;
          }
          if (inside) at = offset + node.nodeSize;
        });
        if (at !== null) {
          editor
            .chain()
            .setMeta(DECIDED, true)
            .insertContentAt(at, { type: "paragraph", content: [{ type: "text", text: newText }] })
            .run();
        }
      } else editor.chain().setMeta(DECIDED, true).insertContentAt(at, ` ${newText}`).run();
    }
  };
  const restore = (nodes: Nodes) => {
    for (const language of ["en", "km"] as const) {
      const content = nodes[language];
      if (content) {
        editors.current[language]?.chain().setMeta(DECIDED, true).setContent({ type: "doc", content }).run();
      }
    }
    setDialog(null);
  };

  const outdated = words?.paper?.outdatedBlocks ?? NONE;
  const shown = (["en", "km"] as const).filter((one) => columns === "both" || columns === one);
  const open = comments.filter((comment) => comment.state === "OPEN");
  const rest = comments.filter((comment) => comment.state !== "OPEN");
  return (
    <div className="paperpage">
      <div className="edbar">
        <div className="grow">
          <div className="row wrap" style={{ gap: "4px 10px" }}>
            <h1 className="voice">
              <Both text={paper.title} />
            </h1>
            <Badge tone={PAPER_TONES[paper.state]}>
              {paper.state === "INTERNAL_CONSULTATION" && paper.consultationEndsOn ? (
                <Trans>in consultation to {day(paper.consultationEndsOn, locale)}</Trans>
              ) : (
                i18n._(PAPER_STATES[paper.state])
              )}
            </Badge>
          </div>
        </div>
        {session ? <SaveState session={session} writes={writes} /> : null}
        {session ? <Present session={session} me={person} /> : null}
        <fieldset className="langs seg">
          <legend className="vh">{t`Languages`}</legend>
          {(["en", "both", "km"] as const).map((one) => (
            <button
              key={one}
              type="button"
              className={one === "both" ? "desk" : ""}
              aria-pressed={columns === one}
              onClick={() => {
                setColumns(one);
                setSide("text");
              }}
            >
              {one === "en" ? "EN" : one === "km" ? <span lang="km">ខ្មែរ</span> : "EN + ខ្មែរ"}
            </button>
          ))}
        </fieldset>
        <Button className="small" onClick={() => setDialog("versions")}>
          <GitCompare className="i" aria-hidden="true" />
          <Trans>Versions</Trans>
        </Button>
        <Downloads paper={id} />
        <Button className="small" kind="quiet" onClick={() => setDialog("drafters")}>
          <Users className="i" aria-hidden="true" />
          <Trans>Drafters</Trans>
        </Button>
        {writes ? (
          <Button className="small" kind="quiet" onClick={() => setDialog("about")}>
            <Settings2 className="i" aria-hidden="true" />
            <Trans>About</Trans>
          </Button>
        ) : null}
      </div>
      <div className="tabs phone papertabs" role="tablist" aria-label={t`Parts of the page`}>
        {(
          [
            ["text", t`Text`],
            ["outline", t`Outline`],
            ["comments", t`Comments`],
          ] as const
        ).map(([part, label]) => (
          <button
            key={part}
            type="button"
            role="tab"
            aria-selected={side === part}
            onClick={() => setSide(part)}
          >
            {label}
            {part === "comments" && open.length > 0 ? ` ${number(open.length, locale)}` : ""}
          </button>
        ))}
      </div>
      {session ? <Ended session={session} again={again} onAgain={() => setRound(round + 1)} /> : null}
      <div className="ed" data-side={side}>
        <aside className="edoutline" aria-label={t`Sections`}>
          <Outline
            editor={editors.current[shownLanguage]}
            language={shownLanguage}
            comments={open}
            words={words?.paper ?? null}
            onPick={(section) => {
              setSide("text");
              requestAnimationFrame(() =>
                editors.current[shownLanguage]?.view.dom
                  .querySelector(`[data-section="${section}"]`)
                  ?.scrollIntoView({ block: "start", behavior: "smooth" }),
              );
            }}
          />
          <Suspense>
            <Steps paper={paper} words={words?.paper ?? null} onComment={showFirst} />
          </Suspense>
        </aside>
        <div className="edtext">
          {session ? (
            <div className={shown.length === 2 ? "pair" : "pair one"}>
              {shown.map((language) => (
                <div key={language}>
                  <div className="row between xs muted">
                    <span>
                      {language === "en" ? t`English` : t`Khmer`}
                      {" · "}
                      {(paper.sourceLanguage === "KM") === (language === "km") ? t`source` : t`translation`}
                    </span>
                    {(paper.sourceLanguage === "KM") !== (language === "km") &&
                    words?.paper?.translation === "OUTDATED" ? (
                      <Badge tone="warn">
                        <Trans>outdated</Trans>
                      </Badge>
                    ) : null}
                  </div>
                  <Surface
                    session={session}
                    network={network?.id ?? ""}
                    language={language}
                    writes={writes}
                    comments={paper.viewerCan.comment}
                    anchored={anchored[language]}
                    outdated={outdated}
                    suggesting={suggesting ? person.replace("person:", "") : null}
                    onSuggest={() => setSuggesting(!suggesting)}
                    onComment={(what) => {
                      setPicked(what);
                      setSide("comments");
                    }}
                    onPick={onPick}
                    onReady={language === "en" ? onReadyEn : onReadyKm}
                  />
                </div>
              ))}
            </div>
          ) : (
            <Loading />
          )}
        </div>
        <aside className="stackv edcomments" aria-label={t`Comments and amendments`}>
          <div className="row between">
            <h2>
              <Trans>Comments and amendments</Trans>
            </h2>
            <OpenCount open={paper.openComments} />
          </div>
          <Suspense>
            {picked ? (
              <NewComment
                paper={id}
                picked={picked}
                amends={paper.viewerCan.amend}
                onClose={() => setPicked(null)}
                onDone={() => {
                  setPicked(null);
                  again();
                  void client
                    .query(PaperCommentsDocument, { id, after: null }, { requestPolicy: "network-only" })
                    .toPromise();
                }}
              />
            ) : null}
            {comments.length === 0 && !picked ? (
              <p className="muted sm">
                {paper.viewerCan.comment ? (
                  <Trans>Nobody has said anything yet. Select words in the text and press “Comment”.</Trans>
                ) : (
                  <Trans>Nobody has said anything yet.</Trans>
                )}
              </p>
            ) : null}
            <Suggestions editors={{ en: editors.current.en, km: editors.current.km }} writes={writes} />
            {[...open, ...rest].map((comment) => (
              <Thread
                key={comment.id}
                comment={comment}
                current={comment.id === current}
                onPick={() => show(comment)}
                onAccepted={carryOut}
              />
            ))}
          </Suspense>
          {more ? (
            <Button onClick={more}>
              <Trans>Show more</Trans>
            </Button>
          ) : null}
        </aside>
      </div>
      <Suspense>
        {dialog === "about" && network ? (
          <PaperForm network={network.id} paper={paper} onClose={() => setDialog(null)} />
        ) : null}
        {dialog === "drafters" && network ? (
          <Drafters network={network.id} paper={paper} onClose={() => setDialog(null)} />
        ) : null}
        {dialog === "versions" ? (
          <Versions paper={id} writes={writes} onRestore={restore} onClose={() => setDialog(null)} />
        ) : null}
      </Suspense>
    </div>
  );
}
