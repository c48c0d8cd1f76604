import { Extension, Mark, mergeAttributes } from "@tiptap/core";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { type EditorState, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { Mapping, ReplaceStep } from "@tiptap/pm/transform";
import { ySyncPluginKey } from "@tiptap/y-tiptap";

/**
 * Suggestions: words put in and words taken away, each under a name that begins with whoever makes it. They stand in the
 * text as marks, and breaks between paragraphs as an attribute of the paragraph after the break (`+name`: added,
 * `-name`: taken away). Nothing of it is a part of the text before a writer accepts it. The hub takes a new suggestion
 * from its author alone.
 */

/** A new name: who, when, and what tells it from others made in that instant. */
export function suggestionName(by: string): string {
  const letters = crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? "0";
  return `${by}.${Date.now().toString(36)}.${letters}`;
}

/** Who makes a suggestion: the plain id of a person. */
export const authorOf = (name: string) => name.slice(0, 36);

/** When it was made. */
export const madeAt = (name: string) => new Date(Number.parseInt(name.split(".")[1] ?? "", 36) || 0);

const named = (tag: "ins" | "del") => ({
  inclusive: false,
  addAttributes: () => ({
    id: {
      default: "",
      // What is pasted is new: it brings no suggestion with it.
      parseHTML: () => "",
      renderHTML: ({ id }: { id?: string }) => (id ? { "data-suggestion": id } : {}),
    },
  }),
  renderHTML: ({ HTMLAttributes }: { HTMLAttributes: Record<string, unknown> }) =>
    [tag, mergeAttributes(HTMLAttributes, { class: "sg" }), 0] as const,
});

export const Insertion = Mark.create({ name: "insertion", excludes: "insertion", ...named("ins") });

export const Deletion = Mark.create({
  name: "deletion",
  excludes: "deletion",
  ...named("del"),
  // Copied with the words around it, it stays behind.
  parseHTML: () => [{ tag: "del[data-suggestion]", ignore: true, priority: 100 }],
});

/** Marks a transaction that is no suggestion, whoever is suggesting. */
export const DECIDED = "decided";

const BLOCKS = new Set(["paragraph", "heading"]);
const PASTED = new Set([...BLOCKS, "text", "listItem", "bulletList", "orderedList"]);

const markOf = (node: Node, name: "insertion" | "deletion"): string =>
  (node.marks.find((mark) => mark.type.name === name)?.attrs.id as string | undefined) ?? "";

const breakOf = (node: Node): string => (node.attrs.break as string | null) ?? "";

/** The name that goes on: of one's own suggestion right beside. */
function goesOn(doc: Node, from: number, to: number, by: string): string | null {
  for (const beside of [doc.resolve(from).nodeBefore, doc.resolve(to).nodeAfter]) {
    if (!beside?.isText) continue;
    for (const name of [markOf(beside, "insertion"), markOf(beside, "deletion")]) {
      if (name && authorOf(name) === by) return name;
    }
  }
  const begun = breakOf(doc.resolve(from).parent).slice(1);
  return begun && authorOf(begun) === by && doc.resolve(from).parentOffset === 0 ? begun : null;
}

/** Takes a block back into the one before it. */
function join(tr: Transaction, pos: number) {
  const before = Selection.findFrom(tr.doc.resolve(pos), -1, true);
  if (before) tr.delete(before.to, pos + 1);
}

/** Marks a passage as to be taken away; one's own suggested words go at once. Whether that is possible. */
function take(tr: Transaction, from: number, to: number, name: string, by: string): boolean {
  const { deletion } = tr.doc.type.schema.marks;
  if (!deletion) return false;
  const gone: (() => void)[] = [];
  let possible = true;
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isText) {
      const [start, end] = [Math.max(pos, from), Math.min(pos + node.nodeSize, to)];
      const inserted = markOf(node, "insertion");
      if (inserted && authorOf(inserted) === by) gone.push(() => tr.delete(start, end));
      else if (!markOf(node, "deletion")) tr.addMark(start, end, deletion.create({ id: name }));
    } else if (pos >= from && node.type.name.startsWith("table")) {
      possible = false;
    } else if (node.isTextblock && pos >= from) {
      const suggested = breakOf(node);
      if (!BLOCKS.has(node.type.name)) possible = false;
      else if (suggested[0] === "+" && authorOf(suggested.slice(1)) === by) gone.push(() => join(tr, pos));
      else if (!suggested) tr.setNodeAttribute(pos, "break", `-${name}`);
    }
    return possible;
  });
  // From the end, so that the places before stay what they are.
  if (possible) for (const go of gone.reverse()) go();
  return possible;
}

/** What is put in, under its name; null where it is more than words and paragraphs. */
function put(slice: Slice, name: string, state: EditorState): Slice | null {
  const { insertion, deletion } = state.schema.marks;
  if (!insertion || !deletion) return null;
  let possible = true;
  let blocks = 0;
  const under = (fragment: Fragment): Fragment => {
    const made: Node[] = [];
    fragment.forEach((node) => {
      if (!PASTED.has(node.type.name)) possible = false;
      else if (node.isText) {
        made.push(node.mark(insertion.create({ id: name }).addToSet(deletion.removeFromSet(node.marks))));
      } else if (BLOCKS.has(node.type.name)) {
        // The first goes on in the paragraph that is there.
        const first = blocks++ === 0 && slice.openStart > 0;
        const attrs = { ...node.attrs, break: first ? null : `+${name}` };
        made.push(node.type.create(attrs, under(node.content), node.marks));
      } else made.push(node.copy(under(node.content)));
    });
    return Fragment.fromArray(made);
  };
  const content = under(slice.content);
  return possible ? new Slice(content, slice.openStart, slice.openEnd) : null;
}

/** A change as a suggestion of somebody; null where it is no change of words and paragraphs. */
export function suggested(change: Transaction, state: EditorState, by: string): Transaction | null {
  const tr = state.tr;
  let cursor: number | null = null;
  for (const [at, step] of change.steps.entries()) {
    if (!(step instanceof ReplaceStep)) return null;
    // Places of this step, in the text as it was and from there in the text as it becomes.
    const back = new Mapping(
      change.steps
        .slice(0, at)
        .map((one) => one.getMap().invert())
        .reverse(),
    );
    const place = (pos: number, side: number) => tr.mapping.map(back.map(pos, side), side);
    const [from, to] = [place(step.from, step.from === step.to ? 1 : -1), place(step.to, 1)];
    const name = goesOn(tr.doc, from, to, by) ?? suggestionName(by);
    const begun = tr.mapping.maps.length;
    if (from < to && !take(tr, from, to, name, by)) return null;
    const after = tr.mapping.slice(begun);
    if (step.slice.size === 0) {
      const { selection } = state;
      cursor = after.map(selection.empty && selection.head <= step.from ? to : from);
      continue;
    }
    const slice = put(step.slice, name, state);
    if (!slice) return null;
    const place2 = after.map(to, 1);
    const before = tr.mapping.maps.length;
    try {
      tr.step(new ReplaceStep(place2, place2, slice));
    } catch {
      tr.replace(place2, place2, slice);
    }
    cursor = tr.mapping.slice(before).map(place2, 1);
  }
  if (!tr.docChanged && cursor === null) return null;
  if (cursor !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(cursor), -1));
  const under = tr.selection.$from.nodeBefore;
  const mark = under?.marks.find((one) => one.type.name === "insertion");
  // What is typed next begins under the mark: an input method would lose its place if it came later.
  if (mark && authorOf(mark.attrs.id as string) === by) tr.addStoredMark(mark);
  return tr.scrollIntoView();
}

/** Somebody who types on in their own suggestion changes nothing else. */
function typesOn(change: Transaction, by: string): boolean {
  return change.steps.every((step) => {
    if (!(step instanceof ReplaceStep) || step.from !== step.to || step.slice.openStart > 0) return false;
    let own = true;
    step.slice.content.forEach((node) => {
      const name = node.isText ? markOf(node, "insertion") : "";
      own &&= name !== "" && authorOf(name) === by;
    });
    return own;
  });
}

declare module "@tiptap/core" {
  interface Storage {
    suggest: { by: string | null };
  }
}

/** Turns what somebody writes into suggestions while they suggest. */
export const Suggest = Extension.create<{ onRefused: () => void }, { by: string | null }>({
  name: "suggest",
  addOptions: () => ({ onRefused: () => {} }),
  addStorage: () => ({ by: null }),
  addGlobalAttributes() {
    return [
      {
        types: [...BLOCKS],
        attributes: {
          break: {
            default: null,
            keepOnSplit: false,
            parseHTML: () => null,
            renderHTML: ({ break: value }: { break?: string | null }) =>
              value ? { "data-break": value[0] === "+" ? "added" : "taken" } : {},
          },
        },
      },
    ];
  },
  dispatchTransaction({ transaction, next }) {
    const { by } = this.storage;
    const passes =
      !by ||
      !transaction.docChanged ||
      transaction.getMeta(ySyncPluginKey) !== undefined ||
      transaction.getMeta(DECIDED) === true ||
      typesOn(transaction, by);
    if (passes) return next(transaction);
    const made = suggested(transaction, this.editor.state, by);
    if (made) next(made);
    else this.options.onRefused();
  },
});

/** A suggestion as it stands in the text. */
export interface Suggestion {
  name: string;
  inserted: string;
  deleted: string;
  /** Breaks added and taken away. */
  breaks: number;
  /** Where it begins. */
  from: number;
}

/** The suggestions of a text, in order. */
export function suggestionsOf(doc: Node): Suggestion[] {
  const found = new Map<string, Suggestion>();
  const of = (name: string, from: number) => {
    const one = found.get(name) ?? { name, inserted: "", deleted: "", breaks: 0, from };
    found.set(name, one);
    return one;
  };
  doc.descendants((node, pos) => {
    if (node.isText) {
      const [inserted, deleted] = [markOf(node, "insertion"), markOf(node, "deletion")];
      if (inserted) of(inserted, pos).inserted += node.text ?? "";
      if (deleted) of(deleted, pos).deleted += inserted ? "" : (node.text ?? "");
    } else if (node.isTextblock && breakOf(node)) {
      of(breakOf(node).slice(1), pos + 1).breaks += 1;
    }
  });
  return [...found.values()];
}

/** Accepts or rejects suggestions by their names. */
export function decide(state: EditorState, names: ReadonlySet<string>, accept: boolean): Transaction {
  const tr = state.tr.setMeta(DECIDED, true);
  const { insertion, deletion } = state.schema.marks;
  const deeds: (() => void)[] = [];
  state.doc.descendants((node, pos) => {
    const end = pos + node.nodeSize;
    if (node.isText) {
      const inserted = names.has(markOf(node, "insertion"));
      const deleted = names.has(markOf(node, "deletion"));
      if ((inserted && !accept) || (deleted && accept)) deeds.push(() => tr.delete(pos, end));
      else {
        if (inserted && insertion) deeds.push(() => tr.removeMark(pos, end, insertion));
        if (deleted && deletion) deeds.push(() => tr.removeMark(pos, end, deletion));
      }
    } else if (node.isTextblock && names.has(breakOf(node).slice(1))) {
      const joins = (breakOf(node)[0] === "+") !== accept;
      deeds.push(() => (joins ? join(tr, pos) : tr.setNodeAttribute(pos, "break", null)));
    }
  });
  // From the end, so that the places before stay what they are.
  for (const deed of deeds.reverse()) deed();
  return tr;
}
