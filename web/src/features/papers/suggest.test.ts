import { Editor } from "@tiptap/core";
import { Document } from "@tiptap/extension-document";
import { BulletList, ListItem } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, it, vi } from "vitest";
import {
  authorOf,
  Deletion,
  decide,
  Insertion,
  madeAt,
  Suggest,
  suggestionName,
  suggestionsOf,
} from "./suggest";

const ME = "11111111-1111-4111-8111-111111111111";
const OTHER = "22222222-2222-4222-8222-222222222222";

function editor(content: string, by: string | null = ME, onRefused = () => {}) {
  const made = new Editor({
    extensions: [
      Document,
      Paragraph,
      Text,
      BulletList,
      ListItem,
      Insertion,
      Deletion,
      Suggest.configure({ onRefused }),
    ],
    content,
  });
  made.storage.suggest.by = by;
  return made;
}

/** The text with what is suggested in it: [+put in], [-taken away], ¶+ and ¶- for breaks. */
function told(made: Editor): string {
  const lines: string[] = [];
  made.state.doc.descendants((node) => {
    if (!node.isTextblock) return true;
    const sign = (node.attrs.break as string | null)?.[0];
    let line = sign ? `¶${sign}` : "";
    node.forEach((child) => {
      const names = child.marks.map((mark) => mark.type.name);
      const signs = `${names.includes("insertion") ? "+" : ""}${names.includes("deletion") ? "-" : ""}`;
      line += signs ? `[${signs}${child.text}]` : child.text;
    });
    lines.push(line);
    return false;
  });
  return lines.join("|");
}

const type = (made: Editor, words: string) => {
  for (const letter of words) {
    const { from, to } = made.state.selection;
    made.view.dispatch(made.state.tr.insertText(letter, from, to));
  }
};
const backspace = (made: Editor) => {
  const { from, empty } = made.state.selection;
  made.view.dispatch(empty ? made.state.tr.delete(from - 1, from) : made.state.tr.deleteSelection());
};
const all = (made: Editor) => new Set(suggestionsOf(made.state.doc).map((one) => one.name));

describe("J4.3 suggestions", () => {
  it("names say who and when", () => {
    const name = suggestionName(ME);
    expect(authorOf(name)).toBe(ME);
    expect(Math.abs(madeAt(name).getTime() - Date.now())).toBeLessThan(5000);
  });

  it("puts words in the place of others, under one name", () => {
    const made = editor("<p>within 30 days</p>");
    made.commands.setTextSelection({ from: 8, to: 10 });
    type(made, "45");
    expect(told(made)).toBe("within [-30][+45] days");
    const [one, more] = suggestionsOf(made.state.doc);
    expect(more).toBeUndefined();
    expect(one).toMatchObject({ inserted: "45", deleted: "30", breaks: 0 });
    made.view.dispatch(decide(made.state, all(made), true));
    expect(told(made)).toBe("within 45 days");
  });

  it("takes back to what was when it is rejected", () => {
    const made = editor("<p>within 30 days</p>");
    made.commands.setTextSelection({ from: 8, to: 10 });
    type(made, "45");
    made.view.dispatch(decide(made.state, all(made), false));
    expect(told(made)).toBe("within 30 days");
  });

  it("takes away letter by letter, backwards, and one's own words at once", () => {
    const made = editor("<p>abc</p>");
    made.commands.setTextSelection(4);
    type(made, "xy");
    expect(told(made)).toBe("abc[+xy]");
    for (let times = 0; times < 4; times++) backspace(made);
    expect(told(made)).toBe("a[-bc]");
    expect(suggestionsOf(made.state.doc)).toHaveLength(1);
    made.view.dispatch(decide(made.state, all(made), true));
    expect(told(made)).toBe("a");
  });

  it("suggests a new paragraph, and the end of one", () => {
    const made = editor("<p>one two</p><p>three</p>");
    made.commands.setTextSelection(4);
    made.commands.splitBlock();
    expect(told(made)).toBe("one|¶+ two|three");
    made.commands.setTextSelection({ from: 9, to: 12 });
    expect(told(made)).toBe("one|¶+ two|three");
    made.view.dispatch(decide(made.state, all(made), false));
    expect(told(made)).toBe("one two|three");
    made.commands.setTextSelection({ from: 5, to: 12 });
    backspace(made);
    expect(told(made)).toBe("one [-two]|¶-[-th]ree");
    made.view.dispatch(decide(made.state, all(made), true));
    expect(told(made)).toBe("one ree");
  });

  it("knows new items of a list", () => {
    const made = editor("<ul><li><p>one two</p></li></ul>");
    made.commands.setTextSelection(6);
    made.commands.splitListItem("listItem");
    expect(told(made)).toBe("one|¶+ two");
    made.view.dispatch(decide(made.state, all(made), false));
    expect(told(made)).toBe("one two");
    expect(made.state.doc.firstChild?.childCount).toBe(1);
  });

  it("keeps what others suggest under their names", () => {
    const made = editor("<p>abc</p>", OTHER);
    made.commands.setTextSelection(4);
    type(made, "xy");
    made.storage.suggest.by = ME;
    made.commands.setTextSelection({ from: 3, to: 6 });
    backspace(made);
    expect(told(made)).toBe("ab[-c][+-xy]");
    type(made, "z");
    const names = [...all(made)].map(authorOf);
    expect(new Set(names)).toEqual(new Set([ME, OTHER]));
    const mine = new Set([...all(made)].filter((name) => authorOf(name) === ME));
    made.view.dispatch(decide(made.state, mine, false));
    expect(told(made)).toBe("abc[+xy]");
  });

  it("refuses what is more than words and paragraphs, and says so", () => {
    const refused = vi.fn();
    const made = editor("<p>abc</p>", ME, refused);
    made.commands.setTextSelection(2);
    made.commands.toggleBulletList();
    expect(refused).toHaveBeenCalled();
    expect(told(made)).toBe("abc");
  });

  it("leaves everything as it is while nobody suggests", () => {
    const made = editor("<p>abc</p>", null);
    made.commands.setTextSelection(4);
    type(made, "d");
    backspace(made);
    backspace(made);
    expect(told(made)).toBe("ab");
  });

  it("goes back and forth over thousands of random changes", () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 40; round++) {
      const before = "<p>one two three</p><p>four five</p><p>six</p>";
      const made = editor(before);
      const was = told(made);
      for (let times = 0; times < 40; times++) {
        const size = made.state.doc.content.size;
        const [a, b] = [random(size), random(size)];
        const { doc, tr } = made.state;
        const end = random(3) === 0 ? a : b;
        made.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(a), doc.resolve(end))));
        const deed = random(4);
        if (deed === 0 && made.state.selection.empty) made.commands.splitBlock();
        else if (deed === 1 && !made.state.selection.empty) backspace(made);
        else type(made, "xyz");
      }
      const plain = (text: string) => text.replace(/\|/g, "\n");
      made.view.dispatch(decide(made.state, all(made), false));
      expect(plain(told(made))).toBe(plain(was));
    }
  });
});
