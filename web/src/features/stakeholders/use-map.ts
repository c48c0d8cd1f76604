import { useMemo } from "react";
import { useLocale } from "../../i18n/text";
import { type Known, knownOn } from "./known";
import type {
  LinkPartsFragment,
  RatingPartsFragment,
  StakeholderMapQuery,
  StakeholderPartsFragment,
} from "./stakeholders.gql";

export type StakeholderMap = NonNullable<StakeholderMapQuery["stakeholderMap"]>;
export type Stakeholder = StakeholderPartsFragment;
export type Rating = RatingPartsFragment;
export type Relation = LinkPartsFragment;

/** Somebody on a picture: numbered, so that what cannot be read off it is read off the table. */
export interface Shown {
  number: number;
  who: Stakeholder;
  known: Known<Rating> | null;
}

/** Those on a map as they were known on a day: the most influential first. */
export function useShown(
  map: StakeholderMap | null | undefined,
  on: string,
  objective: string | null,
): Shown[] {
  const { say, locale } = useLocale();
  return useMemo(() => {
    if (!map) return [];
    const known = knownOn(map.assessments, on, objective);
    const there = map.stakeholders
      .filter((who) => who.state === "ACTIVE" || (who.state === "OFFICE_VACATED" && known.has(who.id)))
      .map((who) => ({ who, known: known.get(who.id) ?? null }));
    // One order whatever the day: numbers that jump while time moves tell nothing.
    const now = knownOn(map.assessments, map.today, objective);
    const weight = (id: string) => now.get(id)?.rating.influence ?? 0;
    there.sort(
      (a, b) =>
        weight(b.who.id) - weight(a.who.id) ||
        say(a.who.name).localeCompare(say(b.who.name), locale) ||
        a.who.id.localeCompare(b.who.id),
    );
    return there.map((one, at) => ({ ...one, number: at + 1 }));
  }, [map, on, objective, say, locale]);
}

/** What stands between two dates of the form 2026-07-01, in days. */
export const daysLater = (iso: string, days: number) =>
  new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
