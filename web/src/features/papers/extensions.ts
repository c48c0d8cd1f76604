import { Extension } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { HorizontalRule } from "@tiptap/extension-horizontal-rule";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Strike } from "@tiptap/extension-strike";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import { Underline } from "@tiptap/extension-underline";
import { Placeholder } from "@tiptap/extensions";
import { anchorsPlugin } from "./anchors";
import { Citation } from "./citations";
import { Search } from "./find";
import { Footnote, Recommendation, Unsourced } from "./marks";
import { outdatedPlugin } from "./outdated";
import { caret } from "./people";
import type { Session } from "./session";
import { Deletion, Insertion, Suggest } from "./suggest";

/** A heading that may begin a section; the section stays when the heading's words change. */
const SectionHeading = Heading.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      section: {
        default: null,
        keepOnSplit: false,
        parseHTML: (element) => element.getAttribute("data-section"),
        renderHTML: ({ section }) => (section ? { "data-section": section, id: `s-${section}` } : {}),
      },
    };
  },
}).configure({ levels: [2, 3, 4] });

/** What the editor of one language is made of. What is not here has no place in a paper: the hub refuses it, too. */
export function extensions(
  session: Session,
  language: "en" | "km",
  words: { placeholder: string; to: string; by: string },
  on: { pick: (id: string) => void; refused: () => void },
) {
  return [
    Document,
    Paragraph,
    Text,
    SectionHeading,
    Bold,
    Italic,
    Underline,
    Strike,
    Link.configure({
      openOnClick: false,
      protocols: ["http", "https", "mailto"],
      HTMLAttributes: { rel: "noopener noreferrer nofollow", target: "_blank" },
    }),
    BulletList,
    OrderedList,
    ListItem,
    Blockquote,
    HardBreak,
    HorizontalRule,
    Citation,
    Footnote,
    Unsourced,
    Recommendation.configure({ to: words.to, by: words.by }),
    Insertion,
    Deletion,
    Suggest.configure({ onRefused: on.refused }),
    Search,
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader,
    TableCell,
    Placeholder.configure({ placeholder: words.placeholder }),
    Collaboration.configure({ document: session.doc, field: language }),
    CollaborationCaret.configure({ provider: session.provider, user: {}, render: caret }),
    Extension.create({
      name: "anchors",
      addProseMirrorPlugins: () => [anchorsPlugin(on.pick), outdatedPlugin()],
    }),
  ];
}
