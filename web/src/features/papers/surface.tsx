import { Trans, useLingui } from "@lingui/react/macro";
import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import { MessageSquarePlus } from "lucide-react";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { toast } from "../../ui/notice";
import { type Anchored, anchorOf, showAnchors } from "./anchors";
import { type Cited, citationsOf, References } from "./citations";
import { extensions } from "./extensions";
import { FindReplace } from "./find";
import { type Block, showOutdated } from "./outdated";
import type { Session } from "./session";
import { Toolbar } from "./toolbar";

const Cite = lazy(() => import("./cite").then((part) => ({ default: part.Cite })));

/** A passage somebody wants to say something of. */
export interface Picked {
  language: "EN" | "KM";
  section: string;
  quote: string;
  anchor: string | null;
}

/** What the hub reads where the text holds no letters. */
const leafWords = (node: Node) =>
  node.type.name === "footnote" ? ` [${node.attrs.words}]` : node.type.name === "hardBreak" ? "\n" : "";

/** The section in which a position lies: the last heading before it that begins one. */
function sectionAt(editor: Editor, position: number): string {
  let section = "";
  editor.state.doc.forEach((node, offset) => {
    if (offset <= position && node.type.name === "heading" && node.attrs.section)
      section = node.attrs.section;
  });
  return section;
}

/** What is selected, also where the text cannot be changed and the editor does not follow the selection. */
function selected(editor: Editor): { from: number; to: number } | null {
  const { from, to } = editor.state.selection;
  if (editor.isEditable && from < to) return { from, to };
  const picked = window.getSelection();
  const dom = editor.view.dom;
  if (!picked || picked.isCollapsed || !dom.contains(picked.anchorNode) || !dom.contains(picked.focusNode)) {
    return null;
  }
  const range = picked.getRangeAt(0);
  const start = editor.view.posAtDOM(range.startContainer, range.startOffset);
  const end = editor.view.posAtDOM(range.endContainer, range.endOffset);
  return start < end ? { from: start, to: end } : null;
}

/** What the text cites, as it is now. */
function Cites({ editor, language }: { editor: Editor; language: "en" | "km" }) {
  const cited = useEditorState({
    editor,
    selector: ({ editor }) => JSON.stringify(citationsOf(editor)),
  });
  return <References cited={JSON.parse(cited) as Cited[]} language={language} />;
}

/** The footnotes of the text, in order. */
function Footnotes({ editor, language }: { editor: Editor; language: "en" | "km" }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const told = useEditorState({
    editor,
    selector: ({ editor }) => {
      const found: string[] = [];
      editor.state.doc.descendants((node) => {
        if (node.type.name === "footnote") found.push(node.attrs.words as string);
      });
      return JSON.stringify(found);
    },
  });
  const notes = JSON.parse(told) as string[];
  if (notes.length === 0) return null;
  return (
    <section
      className="references"
      aria-label={language === "km" ? t`Footnotes of the Khmer text` : t`Footnotes of the English text`}
    >
      <h2 className="xs muted">
        <Trans>Footnotes</Trans>
      </h2>
      <ol>
        {notes.map((words, place) => {
          const key = `${place} ${words}`;
          return (
            <li key={key} lang={language}>
              <span className="num">{number(place + 1, locale)}.</span> {words}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** The text in one language: written in by those who may, read and commented on by the others. */
export function Surface({
  session,
  network,
  language,
  writes,
  comments,
  anchored,
  outdated,
  suggesting,
  onSuggest,
  onComment,
  onPick,
  onReady,
}: {
  session: Session;
  network: string;
  language: "en" | "km";
  writes: boolean;
  comments: boolean;
  anchored: Anchored[];
  outdated: Block[];
  /** Whoever suggests instead of writing: their plain id. */
  suggesting: string | null;
  onSuggest: () => void;
  onComment: (picked: Picked) => void;
  onPick: (id: string) => void;
  onReady: (editor: Editor | null) => void;
}) {
  const { t } = useLingui();
  const [citing, setCiting] = useState(false);
  const [finding, setFinding] = useState(false);
  const words = { placeholder: t`Write here`, to: t`To whom`, by: t`Until when` };
  const refused = t`While you suggest, words and paragraphs alone can be changed. Stop suggesting for all else.`;
  const label = language === "km" ? t`Khmer text` : t`English text`;
  const on = useRef({ pick: onPick, refused: () => {} });
  on.current = { pick: onPick, refused: () => void toast.error(refused) };
  // biome-ignore lint/correctness/useExhaustiveDependencies: words that change with the language of the page
  const made = useMemo(
    () =>
      extensions(session, language, words, {
        pick: (id) => on.current.pick(id),
        refused: () => on.current.refused(),
      }),
    [session, language, words.placeholder],
  );
  const editor = useEditor(
    {
      extensions: made,
      editable: writes,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          class: "prose",
          lang: language,
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": label,
          ...(writes ? {} : { "aria-readonly": "true", tabindex: "0" }),
        },
      },
    },
    [made, writes],
  );
  useEffect(() => {
    onReady(editor);
    return () => onReady(null);
  }, [editor, onReady]);
  useEffect(() => {
    if (editor) showAnchors(editor, anchored);
  }, [editor, anchored]);
  useEffect(() => {
    if (editor) showOutdated(editor, outdated);
  }, [editor, outdated]);
  useEffect(() => {
    if (editor) editor.storage.suggest.by = suggesting;
  }, [editor, suggesting]);
  if (!editor) return null;
  const comment = () => {
    const range = selected(editor);
    const at = range?.from ?? editor.state.selection.from;
    onComment({
      language: language === "km" ? "KM" : "EN",
      section: sectionAt(editor, at),
      quote: range ? editor.state.doc.textBetween(range.from, range.to, "\n", leafWords) : "",
      anchor: range ? anchorOf(editor, range.from, range.to) : null,
    });
  };
  return (
    <div className="surface">
      <div className="toolrow">
        {writes ? (
          <Toolbar
            editor={editor}
            language={language}
            suggesting={suggesting !== null}
            onSuggest={onSuggest}
            onCite={() => setCiting(true)}
            onFind={() => setFinding(!finding)}
          />
        ) : null}
        {comments ? (
          <button
            type="button"
            className="btn small quiet"
            onMouseDown={(event) => event.preventDefault()}
            onClick={comment}
          >
            <MessageSquarePlus className="i" aria-hidden="true" />
            <Trans>Comment</Trans>
          </button>
        ) : null}
      </div>
      {finding ? <FindReplace editor={editor} writes={writes} onClose={() => setFinding(false)} /> : null}
      {suggesting ? (
        <p className="sm suggesting" role="status">
          <Trans>You suggest: nothing changes before a writer accepts it.</Trans>
        </p>
      ) : null}
      <EditorContent editor={editor} />
      <Footnotes editor={editor} language={language} />
      <Cites editor={editor} language={language} />
      {citing ? (
        <Suspense>
          <Cite
            network={network}
            onClose={() => setCiting(false)}
            onCite={(cited) => {
              setCiting(false);
              editor.chain().focus().insertContent({ type: "citation", attrs: cited }).run();
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
