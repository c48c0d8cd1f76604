import { expect, test } from "vitest";
import { changedLines, type Piece } from "./changed-text";

const read = (pieces: Piece[]) =>
  changedLines(pieces).map(
    ({ heading, after, pieces }) =>
      (after ? "… " : "") +
      (heading ? "# " : "") +
      pieces
        .map(({ fate, text }) => ({ SAME: text, INSERTED: `+${text}+`, DELETED: `-${text}-` })[fate])
        .join(""),
  );
const TEXT =
  "sala-text 1\nlang en\n\n# A library\n\n## Problem\n\nOne.\n\nTwo.\n\nThree.\n\n## Asks\n\nFour.\n\nPost it";

test("J5.8 a change is read with its heading and its neighbours, without the signs of the signed form", () => {
  expect(
    read([
      { fate: "SAME", text: TEXT },
      { fate: "INSERTED", text: " within 30 days" },
      { fate: "SAME", text: ".\n\nThe law says so.\n\nFar away.\n" },
    ]),
  ).toEqual(["… # Asks", "Four.", "Post it+ within 30 days+.", "The law says so."]);
});

test("J5.8 what goes over several lines is gone in each of them", () => {
  expect(
    read([
      { fate: "SAME", text: "sala-text 1\nlang en\n\n# A library\n\nOne" },
      { fate: "DELETED", text: " and a half.\n\n=> [The mayor] [2026-12-31] Two" },
      { fate: "SAME", text: ".\n" },
    ]),
  ).toEqual(["# A library", "One- and a half.-", "-[The mayor] [2026-12-31] Two-."]);
});

test("J5.8 a changed title is told, and nothing that is the same", () => {
  expect(
    read([
      { fate: "SAME", text: "sala-text 1\nlang en\n\n# A " },
      { fate: "DELETED", text: "library" },
      { fate: "INSERTED", text: "book" },
      { fate: "SAME", text: "\n\nOne.\n\nTwo.\n" },
    ]),
  ).toEqual(["# A -library-+book+", "One."]);
  expect(changedLines([{ fate: "SAME", text: TEXT }])).toEqual([]);
});
