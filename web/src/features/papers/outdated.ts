import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/** A block of a text: its section, and its place in it. */
export interface Block {
  section: string;
  place: number;
}

const key = new PluginKey<{ blocks: Block[]; marks: DecorationSet }>("outdated");

function draw(doc: Node, blocks: Block[]) {
  const wanted = new Set(blocks.map(({ section, place }) => `${section} ${place}`));
  const marks: Decoration[] = [];
  let section = "";
  let place = 0;
  doc.forEach((node, offset) => {
    if (node.type.name === "heading" && node.attrs.section) {
      section = node.attrs.section as string;
      place = 0;
      return;
    }
    if (wanted.has(`${section} ${place}`)) {
      marks.push(Decoration.node(offset, offset + node.nodeSize, { class: "outdated" }));
    }
    place += 1;
  });
  return DecorationSet.create(doc, marks);
}

/**
 * Marks the blocks whose source has changed since the translation followed it: in the source, and in the translation
 * those that stand in the same places.
 */
export const outdatedPlugin = () =>
  new Plugin<{ blocks: Block[]; marks: DecorationSet }>({
    key,
    state: {
      init: () => ({ blocks: [], marks: DecorationSet.empty }),
      apply(transaction, value, _old, state) {
        const blocks = (transaction.getMeta(key) as Block[] | undefined) ?? value.blocks;
        if (blocks === value.blocks && !transaction.docChanged) return value;
        return { blocks, marks: blocks.length === 0 ? DecorationSet.empty : draw(state.doc, blocks) };
      },
    },
    props: { decorations: (state) => key.getState(state)?.marks },
  });

/** Says which blocks are to be marked. */
export function showOutdated(editor: Editor, blocks: Block[]) {
  editor.view.dispatch(editor.state.tr.setMeta(key, blocks));
}
