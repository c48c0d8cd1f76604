import { useMemo } from "react";
import { useLocale } from "../../i18n/text";
import { type Known, knownOn } from "./known";
import type {
  LinkPartsFragment,
  RatingPartsFragment,
  StakeholderMapQuery,
  StakeholderPartsFragment,
} from "./stakeholders.gql";

type Told = NonNullable<StakeholderMapQuery["stakeholderMap"]>;
/** Somebody on a map, with the names of what they refer to. */
export type Stakeholder = StakeholderPartsFragment & {
  place: Told["places"][number] | null;
  owner: Told["owners"][number] | null;
  ownerPerson: Told["ownerPeople"][number] | null;
};
export type StakeholderMap = Omit<Told, "stakeholders"> & { stakeholders: Stakeholder[] };

/** A map as it is told, with names put where only ids came: hundreds of rows say each name once. */
export function named(told: Told): StakeholderMap {
  const places = new Map(told.places.map((one) => [one.code, one]));
  const owners = new Map(told.owners.map((one) => [one.id, one]));
  const people = new Map(told.ownerPeople.map((one) => [one.id, one]));
  return {
    ...told,
    stakeholders: told.stakeholders.map((one) => ({
      ...one,
      place: (one.placeCode && places.get(one.placeCode)) || null,
      owner: (one.ownerId && owners.get(one.ownerId)) || null,
      ownerPerson: (one.ownerPersonId && people.get(one.ownerPersonId)) || null,
    })),
  };
}

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
