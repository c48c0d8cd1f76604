import "@fontsource/noto-serif-khmer/khmer-400.css";
import "@fontsource/source-serif-4/latin-400.css";
import "@fontsource/source-serif-4/latin-600.css";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useParams } from "@tanstack/react-router";
import type { Editor } from "@tiptap/core";
import {
  CloudAlert,
  CloudCheck,
  CloudOff,
  CloudUpload,
  Download,
  GitCompare,
  MessageSquare,
  PenLine,
  Settings2,
  Users,
} from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useQuery } from "urql";
import { client } from "../../app/client";
import { useNetwork, useViewer } from "../../app/viewer";
import { day, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { passage } from "./anchors";
import { NewComment, OpenCount, Thread, useComments } from "./comments";
import { Drafters } from "./drafters";
import { PaperForm } from "./paper-form";
import {
  type CommentPartsFragment,
  PaperCommentsDocument,
  PaperDocument,
  type PaperPartsFragment,
  PaperWordsDocument,
} from "./papers.gql";
import { hue, nameOf } from "./people";
import { Session } from "./session";
import { Steps } from "./steps";
import { type Picked, Surface } from "./surface";
import { type Nodes, Versions } from "./versions";
import { PAPER_STATES, PAPER_TONES } from "./words";

/** A paper: its text in both languages, written by many at once, and what is said of it. */
export function PaperPage() {
  const { id } = useParams({ from: "/inside/papers/$id" });
  const { t } = useLingui();
  const viewer = useViewer();
  const [{ data, error }, again] = useQuery({ query: PaperDocument, variables: { id } });
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
  const [outline, setOutline] = useState<{ section: string; text: string }[]>([]);
  const shownLanguage = columns === "both" ? (paper.sourceLanguage === "KM" ? "km" : "en") : columns;

  const [ready, setReady] = useState(0);
  const onReadyEn = useCallback((editor: Editor | null) => {
    editors.current.en = editor;
    setReady((n) => n + 1);
  }, []);
  const onReadyKm = useCallback((editor: Editor | null) => {
    editors.current.km = editor;
    setReady((n) => n + 1);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew when an editor comes or goes
  useEffect(() => {
    const editor = editors.current[shownLanguage];
    if (!editor) return;
    let timer = 0;
    const draw = () => {
      const found: { section: string; text: string }[] = [];
      editor.state.doc.forEach((node) => {
        if (node.type.name === "heading" && node.attrs.section) {
          found.push({ section: node.attrs.section, text: node.textContent });
        }
      });
      setOutline((old) => (JSON.stringify(old) === JSON.stringify(found) ? old : found));
    };
    const later = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        draw();
        count({ requestPolicy: "network-only" });
      }, 1500);
    };
    draw();
    editor.on("update", later);
    return () => {
      clearTimeout(timer);
      editor.off("update", later);
    };
  }, [shownLanguage, session, ready, count]);

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
      editor.chain().insertContentAt(found, newText).run();
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
            .insertContentAt(at, { type: "paragraph", content: [{ type: "text", text: newText }] })
            .run();
        }
      } else editor.chain().insertContentAt(at, ` ${newText}`).run();
    }
  };
  const restore = (nodes: Nodes) => {
    for (const language of ["en", "km"] as const) {
      const content = nodes[language];
      if (content) editors.current[language]?.commands.setContent({ type: "doc", content });
    }
    setDialog(null);
  };

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
          <h2 className="xs muted">
            <Trans>Sections</Trans>
          </h2>
          <nav className="outline" aria-label={t`Outline`} lang={shownLanguage}>
            {outline.map(({ section, text }, place) => {
              const said = open.filter((comment) => comment.section === section).length;
              const counted = words?.paper?.sections.find(
                (one) => one.section === section && one.language === (shownLanguage === "km" ? "KM" : "EN"),
              )?.words;
              return (
                <button
                  key={section}
                  type="button"
                  onClick={() => {
                    setSide("text");
                    requestAnimationFrame(() =>
                      editors.current[shownLanguage]?.view.dom
                        .querySelector(`[data-section="${section}"]`)
                        ?.scrollIntoView({ block: "start", behavior: "smooth" }),
                    );
                  }}
                >
                  <small>{number(place + 1, locale)}</small>
                  <span>{text}</span>
                  {said > 0 ? (
                    <small>
                      <MessageSquare className="i" aria-hidden="true" />
                      <span aria-hidden="true">{number(said, locale)}</span>
                      <span className="vh">
                        <Plural
                          value={said}
                          one="1 open comment"
                          other={`${number(said, locale)} open comments`}
                        />
                      </span>
                    </small>
                  ) : (
                    <small>{counted ? number(counted, locale) : ""}</small>
                  )}
                </button>
              );
            })}
          </nav>
          <Steps paper={paper} words={words?.paper ?? null} onComment={showFirst} />
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
          {[...open, ...rest].map((comment) => (
            <Thread
              key={comment.id}
              comment={comment}
              current={comment.id === current}
              onPick={() => show(comment)}
              onAccepted={carryOut}
            />
          ))}
          {more ? (
            <Button onClick={more}>
              <Trans>Show more</Trans>
            </Button>
          ) : null}
        </aside>
      </div>
      {dialog === "about" && network ? (
        <PaperForm network={network.id} paper={paper} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === "drafters" && network ? (
        <Drafters network={network.id} paper={paper} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === "versions" ? (
        <Versions paper={id} writes={writes} onRestore={restore} onClose={() => setDialog(null)} />
      ) : null}
    </div>
  );
}

/** The paper as a file. */
function Downloads({ paper }: { paper: string }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const at = (name: string) => `/files/${paper}/paper/${name}?lang=${locale}`;
  const files = [
    ["text.docx", t`Word, with comments`],
    ["text.html", t`Web page, to print or save as PDF`],
    ["text.md", t`Markdown`],
    ["matrix.csv", t`Comment-response matrix (table)`],
  ] as const;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="btn small quiet">
        <Download className="i" aria-hidden="true" />
        <Trans>Download</Trans>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          {files.map(([name, label]) => (
            <DropdownMenu.Item key={name} asChild>
              <a href={at(name)} target={name === "text.html" ? "_blank" : undefined} rel="noopener">
                {label}
              </a>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Whether what is written here is kept: always visible. */
function SaveState({ session, writes }: { session: Session; writes: boolean }) {
  const state = useSyncExternalStore(session.subscribe, session.state);
  if (state.line !== "open") {
    return (
      <span className="sync" data-s="offline" role="status">
        {state.saved ? (
          <CloudOff className="i" aria-hidden="true" />
        ) : (
          <CloudAlert className="i" aria-hidden="true" />
        )}
        {state.line === "connecting" ? (
          <Trans>Connecting…</Trans>
        ) : state.saved ? (
          <Trans>No line</Trans>
        ) : (
          <Trans>No line; kept on this device</Trans>
        )}
      </span>
    );
  }
  if (!writes) {
    return (
      <span className="sync" role="status">
        <CloudCheck className="i" aria-hidden="true" />
        <Trans>Live</Trans>
      </span>
    );
  }
  return (
    <span className="sync" data-s={state.saved ? "saved" : "saving"} role="status">
      {state.saved ? (
        <CloudCheck className="i" aria-hidden="true" />
      ) : (
        <CloudUpload className="i" aria-hidden="true" />
      )}
      {state.saved ? <Trans>Saved</Trans> : <Trans>Saving…</Trans>}
    </span>
  );
}

/** Who else is here. */
function Present({ session, me }: { session: Session; me: string }) {
  const { t } = useLingui();
  const [people, setPeople] = useState<string[]>([]);
  const [, named] = useState(0);
  useEffect(() => {
    const { awareness } = session.provider;
    const look = () => {
      const found = new Set<string>();
      for (const [, state] of awareness.getStates()) {
        const person = (state as { user?: { person?: string } }).user?.person;
        if (person && person !== me) found.add(person);
      }
      setPeople([...found].sort());
      for (const person of found) nameOf(person, () => named((n) => n + 1));
    };
    look();
    awareness.on("change", look);
    return () => awareness.off("change", look);
  }, [session, me]);
  if (people.length === 0) return null;
  const names = people.map((person) => {
    let known = "";
    nameOf(person, (name) => {
      known = name;
    });
    return known || t`somebody`;
  });
  return (
    <span className="pstack" role="img" aria-label={t`Here now: ${names.join(", ")}`}>
      {people.slice(0, 5).map((person, place) => (
        <span
          key={person}
          style={{ background: `var(--t${hue(person)})`, color: `var(--t${hue(person)}-ink)` }}
          title={names[place]}
        >
          <span aria-hidden="true">{[...(names[place] ?? "")].slice(0, 2).join("")}</span>
        </span>
      ))}
      {people.length > 5 ? <span className="more">{`+${people.length - 5}`}</span> : null}
    </span>
  );
}

/** Why the line is closed for good, and what to do. */
function Ended({ session, again, onAgain }: { session: Session; again: () => void; onAgain: () => void }) {
  const { over } = useSyncExternalStore(session.subscribe, session.state);
  const done = useRef(false);
  useEffect(() => {
    if (over === "signed-out") location.assign("/sign-in");
    // One's rights have changed, or the paper has moved on: look at it anew.
    if ((over === "changed" || over === "gone") && !done.current) {
      done.current = true;
      again();
      if (over === "changed") onAgain();
    }
  }, [over, again, onAgain]);
  if (over !== "refused") return null;
  return (
    <Note tone="danger">
      <p>
        <Trans>
          The hub did not take the last change: something in it has no place in a paper, or it was too much at
          once. What you have written is still on this device.
        </Trans>
      </p>
      <Button onClick={onAgain}>
        <PenLine className="i" aria-hidden="true" />
        <Trans>Try again</Trans>
      </Button>
    </Note>
  );
}
