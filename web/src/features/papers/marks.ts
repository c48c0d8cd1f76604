import { Mark, mergeAttributes, Node } from "@tiptap/core";

const plain = (name: string) => ({
  default: "",
  keepOnSplit: false,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? "",
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] ? { [`data-${name}`]: String(attributes[name]) } : {},
});

/** A footnote: its words stand below the text, its number follows from its place. */
export const Footnote = Node.create({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ words: plain("words") }),
  parseHTML: () => [{ tag: "sup[data-words]" }],
  renderHTML: ({ HTMLAttributes }) => ["sup", mergeAttributes(HTMLAttributes, { class: "fn" })],
  renderText: ({ node }) => ` [${node.attrs.words}]`,
});

/** A claim that lacks its evidence. */
export const Unsourced = Mark.create({
  name: "unsourced",
  inclusive: false,
  parseHTML: () => [{ tag: "mark.unsourced" }],
  renderHTML: ({ HTMLAttributes }) => ["mark", mergeAttributes(HTMLAttributes, { class: "unsourced" }), 0],
});

/** Something that is to be done: by whom, what, until when. */
export const Recommendation = Node.create<{ to: string; by: string }>({
  name: "recommendation",
  group: "block",
  content: "inline*",
  defining: true,
  addOptions: () => ({ to: "", by: "" }),
  addAttributes: () => ({ addressee: plain("addressee"), deadline: plain("deadline") }),
  parseHTML: () => [{ tag: "div[data-recommendation]" }],
  renderHTML: ({ HTMLAttributes }) => [
    "div",
    mergeAttributes(HTMLAttributes, { "data-recommendation": "" }),
    0,
  ],
  addNodeView() {
    const { to, by } = this.options;
    return ({ node, editor, getPos }) => {
      const dom = document.createElement("div");
      dom.className = "rec";
      const head = document.createElement("div");
      head.className = "rechead";
      head.contentEditable = "false";
      const field = (name: "addressee" | "deadline", label: string, type: string) => {
        const wrap = document.createElement("label");
        const words = document.createElement("span");
        words.textContent = label;
        const input = document.createElement("input");
        input.type = type;
        input.className = "input";
        input.maxLength = 300;
        input.value = node.attrs[name] as string;
        input.addEventListener("change", () => {
          const pos = getPos();
          if (pos === undefined) return;
          editor.view.dispatch(editor.state.tr.setNodeAttribute(pos, name, input.value.trim().slice(0, 300)));
        });
        wrap.append(words, input);
        head.append(wrap);
        return input;
      };
      const fields = {
        addressee: field("addressee", to, "text"),
        deadline: field("deadline", by, "date"),
      };
      const contentDOM = document.createElement("p");
      contentDOM.className = "recwords";
      dom.append(head, contentDOM);
      const show = () => {
        for (const input of Object.values(fields)) input.disabled = !editor.isEditable;
      };
      show();
      return {
        dom,
        contentDOM,
        update: (next) => {
          if (next.type !== node.type) return false;
          for (const name of ["addressee", "deadline"] as const) {
            // Whoever types in it is not overwritten by what they have just left.
            if (document.activeElement !== fields[name]) fields[name].value = next.attrs[name] as string;
          }
          show();
          return true;
        },
        stopEvent: (event) => head.contains(event.target as HTMLElement),
        ignoreMutation: (mutation) => head.contains(mutation.target as HTMLElement),
      };
    };
  },
});
