/** What one has to know of a rating to say how somebody was known on a day. */
export interface Rated {
  id: string;
  stakeholder: string;
  objective?: string | null | undefined;
  assessedOn: string;
  validUntil: string;
  closedOn?: string | null | undefined;
}

/** How somebody is known on a day. */
export interface Known<R extends Rated> {
  rating: R;
  /** The one before it. */
  before: R | null;
  /** It still counts on that day. */
  counts: boolean;
}

/** How everybody was known on a day: by the newest rating up to it, for an objective where there is one, else for the campaign
 * as a whole. Ratings come in the order in which they were given. */
export function knownOn<R extends Rated>(
  ratings: readonly R[],
  on: string,
  objective: string | null = null,
): Map<string, Known<R>> {
  const found = new Map<string, Known<R>>();
  for (const rating of ratings) {
    const fits = !rating.objective || rating.objective === objective;
    if (!fits || rating.assessedOn > on || (rating.closedOn && rating.closedOn <= on)) continue;
    const was = found.get(rating.stakeholder)?.rating ?? null;
    // What was said for the objective is not undone by what is said in general.
    if (was?.objective && !rating.objective) continue;
    const counts = rating.validUntil >= on;
    found.set(rating.stakeholder, { rating, before: was, counts });
  }
  return found;
}

/** Where those on one spot are drawn, so that none hides another: in rings around it, as wide as bubbles of a radius ask. */
export function beside(n: number, of: number, radius: number): [number, number] {
  if (of < 2) return [0, 0];
  const each = Math.min(of, 8);
  const angle = ((n % 8) / each) * Math.PI * 2;
  const far = (radius + 1) / Math.sin(Math.PI / each) + Math.floor(n / 8) * (2 * radius + 2);
  return [Math.cos(angle) * far, Math.sin(angle) * far];
}

/** The steps from one to another along relations, the fewest there are; nothing where no way leads there. */
export function path(
  links: readonly { from: string; to: string; directed: boolean }[],
  from: string,
  to: string,
): string[] | null {
  const next = new Map<string, string[]>();
  const add = (a: string, b: string) => next.set(a, [...(next.get(a) ?? []), b]);
  for (const link of links) {
    add(link.from, link.to);
    if (!link.directed) add(link.to, link.from);
  }
  const came = new Map<string, string | null>([[from, null]]);
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (at === to) {
      const steps: string[] = [];
      for (let step: string | null = at; step !== null; step = came.get(step) ?? null) steps.unshift(step);
      return steps;
    }
    for (const one of next.get(at) ?? []) {
      if (!came.has(one)) {
        came.set(one, at);
        queue.push(one);
      }
    }
  }
  return null;
}

/** The months from the first rating to today, as days on which to look: the first of each, and today. */
export function months(first: string, today: string): string[] {
  const days: string[] = [];
  let [year = 2026, month = 1] = first.split("-").map(Number);
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const day = `${year}-${String(month).padStart(2, "0")}-01`;
    if (day >= today) break;
    days.push(day);
    if (days.length > 240) break;
  }
  return [...days, today];
}
