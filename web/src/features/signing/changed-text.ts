export type Piece = { fate: "SAME" | "INSERTED" | "DELETED"; text: string };
/** A line of a signed text: a heading where it is one, and whether lines before it were left out. */
export type ChangedLine = { heading: boolean; after: boolean; pieces: Piece[] };

const HEAD = [/^sala-text \d+$/, /^lang [a-z]+$/];
const isChanged = (pieces: Piece[]) => pieces.some(({ fate, text }) => fate !== "SAME" && text.trim() !== "");

/** The pieces line by line; what was deleted or inserted across lines is so in each of them. */
function split(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const { fate, text } of pieces) {
    text.split("\n").forEach((part, at) => {
      if (at > 0) lines.push([]);
      if (part) lines.at(-1)?.push({ fate, text: part });
    });
  }
  return lines.filter((line) => line.length > 0);
}

/**
 * What changed in a text as people read it: each changed line whole, one before it and one after it, and the heading it stands
 * under. The signs of the form in which texts are signed are left out; what they say of headings is kept.
 */
export function changedLines(pieces: readonly Piece[]): ChangedLine[] {
  const lines = split(pieces).filter(
    (line, at) => !HEAD[at]?.test(line.map(({ text }) => text).join("")) || isChanged(line),
  );
  const kept = new Set<number>();
  const heading = (line: Piece[] | undefined) => /^#{1,6} /.test(line?.[0]?.text ?? "");
  lines.forEach((line, at) => {
    if (!isChanged(line)) return;
    for (const near of [at - 1, at, at + 1]) if (lines[near]) kept.add(near);
    let above = at;
    while (above > 0 && !heading(lines[above])) above -= 1;
    if (heading(lines[above])) kept.add(above);
  });
  return lines.flatMap((line, at) =>
    kept.has(at)
      ? [
          {
            heading: heading(line),
            after: at > 0 && !kept.has(at - 1),
            pieces: line.map((piece, place) =>
              place === 0 ? { ...piece, text: piece.text.replace(/^(#{1,6}|=>|>) /, "") } : piece,
            ),
          },
        ]
      : [],
  );
}
