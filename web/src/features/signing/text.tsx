import type { ReactNode } from "react";

/** The sections of a canonical text: everything after a heading of the second level, up to the next. */
export function sectionsOf(text: string): { heading: string; lines: string[] }[] {
  const found: { heading: string; lines: string[] }[] = [];
  for (const line of text.split("\n").slice(4)) {
    if (line.startsWith("## ")) found.push({ heading: line.slice(3), lines: [] });
    else if (line.trim()) {
      if (found.length === 0) found.push({ heading: "", lines: [] });
      found.at(-1)?.lines.push(line);
    }
  }
  return found.filter((section) => section.lines.length > 0);
}

function Line({ line }: { line: string }): ReactNode {
  const heading = /^#{3,} (.*)$/.exec(line);
  if (heading) return <h4>{heading[1]}</h4>;
  const due = /^=> \[(.*?)\] \[(.*?)\] (.*)$/.exec(line);
  if (due) {
    return (
      <p className="rec">
        {due[1] || due[2] ? <b>{[due[1], due[2]].filter(Boolean).join(" · ")}</b> : null} {due[3]}
      </p>
    );
  }
  if (line.startsWith("> ")) return <blockquote>{line.slice(2)}</blockquote>;
  return <p>{line}</p>;
}

/** A text as it is signed, to be read. */
export function Canonical({ text, lang }: { text: string; lang: "en" | "km" }) {
  return (
    <div className="prose canonical" lang={lang}>
      {sectionsOf(text).map((section) => (
        <section key={section.heading}>
          {section.heading ? <h3>{section.heading}</h3> : null}
          {section.lines.map((line, place) => {
            const key = `${place} ${line}`;
            return <Line key={key} line={line} />;
          })}
        </section>
      ))}
    </div>
  );
}
