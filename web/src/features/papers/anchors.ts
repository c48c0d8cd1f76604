import type { Editor } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from "@tiptap/y-tiptap";
import * as Y from "yjs";

/** A passage that somebody has said something of. */
export interface Anchored {
  id: string;
  anchor: string;
  current: boolean;
}

interface Sync {
  doc: Y.Doc;
  type: Y.XmlFragment;
  binding: { mapping: Map<Y.AbstractType<unknown>, unknown> } | null;
}

const toBase64 = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const fromBase64 = (text: string) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** A passage as two positions that move with the text: the length of the first, the first, the second. */
export function anchorOf(editor: Editor, from: number, to: number): string | null {
  const sync = ySyncPluginKey.getState(editor.state) as Sync | undefined;
  if (!sync?.binding) return null;
  const place = (pos: number) =>
    Y.encodeRelativePosition(
      absolutePositionToRelativePosition(
        pos,
        sync.type,
        sync.binding?.mapping as never,
      ) as Y.RelativePosition,
    );
  const [start, end] = [place(from), place(to)];
  return toBase64(new Uint8Array([start.length, ...start, ...end]));
}

/** Where a passage is now; null when it is gone. */
export function passage(state: Editor["state"], anchor: string): { from: number; to: number } | null {
  const sync = ySyncPluginKey.getState(state) as Sync | undefined;
  if (!sync?.binding) return null;
  try {
    const bytes = fromBase64(anchor);
    const length = bytes[0] ?? 0;
    const place = (part: Uint8Array) =>
      relativePositionToAbsolutePosition(
        sync.doc,
        sync.type,
        Y.decodeRelativePosition(part),
        sync.binding?.mapping as never,
      );
    const [from, to] = [place(bytes.slice(1, 1 + length)), place(bytes.slice(1 + length))];
    return from !== null && to !== null && from < to ? { from, to } : null;
  } catch {
    return null;
  }
}

const key = new PluginKey<{ shown: Anchored[]; marks: DecorationSet }>("anchors");

/** Marks the passages that somebody has said something of. */
export const anchorsPlugin = (onPick: (id: string) => void) => {
  const draw = (state: Editor["state"], shown: Anchored[]) =>
    DecorationSet.create(
      state.doc,
      shown.flatMap(({ id, anchor, current }) => {
        const found = passage(state, anchor);
        if (!found) return [];
        return [
          Decoration.inline(found.from, found.to, {
            class: current ? "cm on" : "cm",
            "data-comment": id,
          }),
        ];
      }),
    );
  return new Plugin<{ shown: Anchored[]; marks: DecorationSet }>({
    key,
    state: {
      init: () => ({ shown: [], marks: DecorationSet.empty }),
      apply(transaction, value, _old, state) {
        const shown = (transaction.getMeta(key) as Anchored[] | undefined) ?? value.shown;
        if (shown === value.shown && !transaction.docChanged) return value;
        return { shown, marks: draw(state, shown) };
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleClick(_view, _pos, event) {
        const id = (event.target as HTMLElement).closest("[data-comment]")?.getAttribute("data-comment");
        if (id) onPick(id);
        return false;
      },
    },
  });
};

/** Says which passages are to be marked. */
export function showAnchors(editor: Editor, shown: Anchored[]) {
  editor.view.dispatch(editor.state.tr.setMeta(key, shown));
}
