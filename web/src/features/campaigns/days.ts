import type { WorkPartsFragment } from "./campaigns.gql";

/** Days are counted from the beginning of time, so that they can be added and subtracted. */
export const dayOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
export const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** From which to which day something lasts. */
export type Span = { from: number; to: number };

/** What of a bar is moved: all of it, its beginning, or its end. */
export type Hold = "all" | "from" | "to";

/** The days of a piece of work; nothing before it has any. */
export function spanOf(work: Pick<WorkPartsFragment, "startsOn" | "dueOn">): Span | null {
  const [from, to] = [work.startsOn ?? work.dueOn, work.dueOn ?? work.startsOn];
  return from && to ? { from: dayOf(from), to: dayOf(to) } : null;
}

/** A span moved by some days; its end never comes before its beginning. */
export function movedBy(span: Span, days: number, hold: Hold): Span {
  if (hold === "from") return { from: Math.min(span.from + days, span.to), to: span.to };
  if (hold === "to") return { from: span.from, to: Math.max(span.to + days, span.from) };
  return { from: span.from + days, to: span.to + days };
}

/** A span as the work wants to be told: what had one day alone keeps one day alone, unless its end was drawn out. */
export function told(
  work: Pick<WorkPartsFragment, "kind" | "startsOn" | "dueOn">,
  span: Span,
): { startsOn: string | null; dueOn: string | null } {
  const [from, to] = [isoOf(span.from), isoOf(span.to)];
  if (work.kind === "MILESTONE") return { startsOn: null, dueOn: to };
  if (span.from === span.to && !work.startsOn) return { startsOn: null, dueOn: to };
  if (span.from === span.to && !work.dueOn) return { startsOn: from, dueOn: null };
  return { startsOn: from, dueOn: to };
}

/** How the line of days is marked: a mark every so often, each with what it is. */
export type Mark = { day: number; kind: "year" | "month" | "week" | "day" };

/** The marks between two days at so many points a day. */
export function marks(from: number, to: number, scale: number): Mark[] {
  const found: Mark[] = [];
  for (let day = from; day <= to; day += 1) {
    const at = new Date(day * 86_400_000);
    const [first, month] = [at.getUTCDate() === 1, at.getUTCMonth()];
    if (first && month === 0) found.push({ day, kind: "year" });
    else if (first && (scale >= 1.4 || month % 3 === 0)) found.push({ day, kind: "month" });
    else if (scale >= 10 && at.getUTCDay() === 1) found.push({ day, kind: "week" });
    else if (scale >= 28) found.push({ day, kind: "day" });
  }
  return found;
}
