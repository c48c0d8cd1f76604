import { useLingui } from "@lingui/react/macro";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  Bold,
  BookMarked,
  FileInput,
  Flag,
  Heading3,
  Italic,
  Link2,
  List,
  ListOrdered,
  ListTodo,
  PencilLine,
  Quote,
  Redo2,
  Search,
  Superscript,
  Table2,
  Undo2,
} from "lucide-react";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { toast } from "../../ui/notice";

const LinkForm = lazy(() => import("./toolbar-forms").then((part) => ({ default: part.LinkForm })));
const FootnoteForm = lazy(() => import("./toolbar-forms").then((part) => ({ default: part.FootnoteForm })));

function Tool({
  label,
  on,
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

/** What can be done with the text; while somebody suggests, words and paragraphs alone. */
export function Toolbar({
  editor,
  language,
  suggesting,
  onSuggest,
  onCite,
  onFind,
}: {
  editor: Editor;
  language: "en" | "km";
  suggesting: boolean;
  onSuggest: () => void;
  onCite: () => void;
  onFind: () => void;
}) {
  const { t } = useLingui();
  const [linking, setLinking] = useState(false);
  const [noting, setNoting] = useState(false);
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
      unsourced: editor.isActive("unsourced"),
      note: editor.isActive("footnote") ? (editor.getAttributes("footnote").words as string) : null,
      undo: editor.can().undo(),
      redo: editor.can().redo(),
    }),
  });
  const run = () => editor.chain().focus();
  return (
    <div className="tools" role="toolbar" aria-label={language === "km" ? t`Khmer text` : t`English text`}>
      <Tool label={t`Suggest changes`} on={suggesting} run={onSuggest}>
        <PencilLine className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Bold`} on={on.bold} disabled={suggesting} run={() => run().toggleBold().run()}>
        <Bold className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Italic`} on={on.italic} disabled={suggesting} run={() => run().toggleItalic().run()}>
        <Italic className="i" aria-hidden="true" />
      </Tool>
      <Tool
        label={t`Heading`}
        on={on.heading}
        disabled={suggesting}
        run={() => run().toggleHeading({ level: 3 }).run()}
      >
        <Heading3 className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`List`} on={on.bullets} disabled={suggesting} run={() => run().toggleBulletList().run()}>
        <List className="i" aria-hidden="true" />
      </Tool>
      <Tool
        label={t`Numbered list`}
        on={on.numbers}
        disabled={suggesting}
        run={() => run().toggleOrderedList().run()}
      >
        <ListOrdered className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Quote`} on={on.quote} disabled={suggesting} run={() => run().toggleBlockquote().run()}>
        <Quote className="i" aria-hidden="true" />
      </Tool>
      <Tool
        label={t`Link`}
        on={on.link}
        disabled={suggesting}
        run={() => (on.link ? run().unsetLink().run() : setLinking(true))}
      >
        <Link2 className="i" aria-hidden="true" />
      </Tool>
      <Tool
        label={on.table ? t`Remove the table` : t`Table`}
        on={on.table}
        disabled={suggesting}
        run={() =>
          on.table
            ? run().deleteTable().run()
            : run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
        }
      >
        <Table2 className="i" aria-hidden="true" />
      </Tool>
      <Tool
        label={t`Recommendation`}
        disabled={suggesting}
        run={() => run().insertContent({ type: "recommendation" }).run()}
      >
        <ListTodo className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Cite a document of the library`} disabled={suggesting} run={onCite}>
        <BookMarked className="i" aria-hidden="true" />
      </Tool>
      <Tool
        label={on.note === null ? t`Footnote` : t`Change the footnote`}
        on={on.note !== null}
        disabled={suggesting}
        run={() => setNoting(true)}
      >
        <Superscript className="i" aria-hidden="true" />
      </Tool>
      <Tool
        label={t`Needs evidence`}
        on={on.unsourced}
        disabled={suggesting}
        run={() => run().toggleMark("unsourced").run()}
      >
        <Flag className="i" aria-hidden="true" />
      </Tool>
      <Word editor={editor} disabled={suggesting} />
      <Tool label={t`Find and replace`} run={onFind}>
        <Search className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Undo`} disabled={!on.undo} run={() => run().undo().run()}>
        <Undo2 className="i" aria-hidden="true" />
      </Tool>
      <Tool label={t`Redo`} disabled={!on.redo} run={() => run().redo().run()}>
        <Redo2 className="i" aria-hidden="true" />
      </Tool>
      <Suspense>
        {linking ? (
          <LinkForm
            onClose={() => setLinking(false)}
            onLink={(href) => {
              setLinking(false);
              const { empty } = editor.state.selection;
              const words = { type: "text", text: href, marks: [{ type: "link", attrs: { href } }] };
              if (empty) run().insertContent(words).run();
              else run().setLink({ href }).run();
            }}
          />
        ) : null}
        {noting ? (
          <FootnoteForm
            words={on.note ?? ""}
            onClose={() => setNoting(false)}
            onNote={(words) => {
              setNoting(false);
              if (on.note === null) run().insertContent({ type: "footnote", attrs: { words } }).run();
              else run().updateAttributes("footnote", { words }).run();
            }}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

/** Brings in what a Word file says: read on this device, as far as a paper has a place for it. */
function Word({ editor, disabled }: { editor: Editor; disabled: boolean }) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const bring = async (file: File) => {
    if (file.size > 20 * 1024 * 1024) {
      toast.error(t`This file is larger than 20 MB.`);
      return;
    }
    try {
      const { convertToHtml } = await import("./word");
      const html = await convertToHtml(await file.arrayBuffer());
      if (!html.trim()) toast.error(t`There are no words in this file.`);
      else editor.chain().focus().insertContent(html).run();
    } catch {
      toast.error(t`This file cannot be read. Is it a Word file (.docx)?`);
    }
  };
  return (
    <>
      <Tool
        label={t`Bring in a Word file`}
        disabled={disabled}
        run={() => {
          if (input.current) input.current.value = "";
          input.current?.click();
        }}
      >
        <FileInput className="i" aria-hidden="true" />
      </Tool>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t`Bring in a Word file`}
        accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void bring(file);
        }}
      />
    </>
  );
}
