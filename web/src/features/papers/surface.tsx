import { Trans, useLingui } from "@lingui/react/macro";
import type { Editor } from "@tiptap/core";
import { EditorContent, useEditor, useEditorState } from "@tiptap/react";
import {
  Bold,
  BookMarked,
  Heading3,
  Italic,
  Link2,
  List,
  ListOrdered,
  MessageSquarePlus,
  Quote,
  Redo2,
  Table2,
  Undo2,
} from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { type Anchored, anchorOf, showAnchors } from "./anchors";
import { Cite, type Cited, citationsOf, References } from "./citations";
import { extensions } from "./extensions";
import type { Session } from "./session";

/** A passage somebody wants to say something of. */
export interface Picked {
  language: "EN" | "KM";
  section: string;
  quote: string;
  anchor: string | null;
}

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

function Tool({
  label,
  on = false,
  disabled = false,
  run,
  children,
}: {
  label: string;
  on?: boolean;
  disabled?: boolean;
  run: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="tool"
      aria-label={label}
      title={label}
      aria-pressed={on}
      disabled={disabled}
      // The selection stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {children}
    </button>
  );
}

function Toolbar({ editor, language, onCite }: { editor: Editor; language: string; onCite: () => void }) {
  const { t } = useLingui();
  const on = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive("bold"),
      italic: editor.isActive("italic"),
      heading: editor.isActive("heading", { level: 3 }),
      bullets: editor.isActive("bulletList"),
      numbers: editor.isActive("orderedList"),
      quote: editor.isActive("blockquote"),
      link: editor.isActive("link"),
      table: editor.isActive("table"),
      undo: editor.can().undo(),
      redo: editor.can().redo(),
    }),
  });
  const run = () => editor.chain().focus();
  const link = () => {
    if (on.link) {
      run().unsetLink().run();
      return;
    }
    const href = window.prompt(t`Address of the page, with https://`, "https://");
    if (href && /^(https?:\/\/|mailto:)./i.test(href.trim())) run().setLink({ href: href.trim() }).run();
  };
  return (
    <div className="tools" role="toolbar" aria-label={language === "km" ? t`Khmer text` : t`English text`}>
      <Tool label={t`Bold`} on={on.bold} run={() => run().toggleBold().run()}>
        <Bold className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Italic`} on={on.italic} run={() => run().toggleItalic().run()}>
        <Italic className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Heading`} on={on.heading} run={() => run().toggleHeading({ level: 3 }).run()}>
        <Heading3 className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`List`} on={on.bullets} run={() => run().toggleBulletList().run()}>
        <List className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Numbered list`} on={on.numbers} run={() => run().toggleOrderedList().run()}>
        <ListOrdered className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Quote`} on={on.quote} run={() => run().toggleBlockquote().run()}>
        <Quote className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Link`} on={on.link} run={link}>
        <Link2 className="i" aria-hidden="true" />
      </Tool>
      <Tool
        label={on.table ? t`Remove the table` : t`Table`}
        on={on.table}
        run={() =>
          on.table
            ? run().deleteTable().run()
            : run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
        }
      >
        <Table2 className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Cite a document of the library`} run={onCite}>
        <BookMarked className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Undo`} disabled={!on.undo} run={() => run().undo().run()}>
        <Undo2 className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Redo`} disabled={!on.redo} run={() => run().redo().run()}>
        <Redo2 className="i" aria-hidden="true" />
      </Tool>
    </div>
  );
}

/** What the text cites, as it is now. */
function Cites({ editor, language }: { editor: Editor; language: "en" | "km" }) {
  const cited = useEditorState({
    editor,
    selector: ({ editor }) => JSON.stringify(citationsOf(editor)),
  });
  return <References cited={JSON.parse(cited) as Cited[]} language={language} />;
}

/** The text in one language: written in by those who may, read and commented on by the others. */
export function Surface({
  session,
  network,
  language,
  writes,
  comments,
  anchored,
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
  onComment: (picked: Picked) => void;
  onPick: (id: string) => void;
  onReady: (editor: Editor | null) => void;
}) {
  const { t } = useLingui();
  const [citing, setCiting] = useState(false);
  const placeholder = t`Write here`;
  const label = language === "km" ? t`Khmer text` : t`English text`;
  const pick = useRef(onPick);
  pick.current = onPick;
  const made = useMemo(
    () => extensions(session, language, placeholder, (id) => pick.current(id)),
    [session, language, placeholder],
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
  if (!editor) return null;
  const comment = () => {
    const range = selected(editor);
    const at = range?.from ?? editor.state.selection.from;
    onComment({
      language: language === "km" ? "KM" : "EN",
      section: sectionAt(editor, at),
      quote: range ? editor.state.doc.textBetween(range.from, range.to, "\n") : "",
      anchor: range ? anchorOf(editor, range.from, range.to) : null,
    });
  };
  return (
    <div className="surface">
      <div className="toolrow">
        {writes ? <Toolbar editor={editor} language={language} onCite={() => setCiting(true)} /> : null}
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
      <EditorContent editor={editor} />
      <Cites editor={editor} language={language} />
      {citing ? (
        <Cite
          network={network}
          quote=""
          onClose={() => setCiting(false)}
          onCite={(cited) => {
            setCiting(false);
            editor.chain().focus().insertContent({ type: "citation", attrs: cited }).run();
          }}
        />
      ) : null}
    </div>
  );
}
