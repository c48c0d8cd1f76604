import { createStore, del, get, set, type UseStore } from "idb-keyval";
import { COPY } from "../../app/copies";
import type { AttendanceInput, InvitationState, Presence, Sex } from "../../graphql/schema";

/** Somebody on the list. */
export interface Guest {
  id: string;
  number: number;
  constituency: string;
  institution: boolean;
  name: { en: string; km: string };
  post: string;
  organisation: string;
  sex: Sex;
  state: InvitationState;
  /** The invitation of whoever sends them. */
  parent: string | null;
  table: number | null;
  /** By what their letters are known; a list that was kept long ago does not say. */
  signs?: string[];
}

/** A mark that the hub knows. */
export interface Known {
  id: string;
  invitation: string | null;
  name: string;
  constituency: string;
  presence: Presence;
  people: number;
  markedAt: string;
}

/** What is kept on this device, so that the list works without a connection. */
export interface Kept {
  title: { en: string; km: string };
  startsAt: string;
  endsAt: string;
  may: boolean;
  groups: { code: string; label: { en: string; km: string } }[];
  guests: Guest[];
  known: Known[];
}

/** How long after its end a list of people stays on a device on which nothing waits to be sent. */
const DAYS_KEPT = 2 * 86_400_000;

const store = (dialogue: string): UseStore => createStore(`${COPY}door:${dialogue}`, "door");

/** The list as this device keeps it. A list whose day is long past is thrown away. */
export async function kept(dialogue: string): Promise<{ list: Kept | null; waiting: AttendanceInput[] }> {
  const own = store(dialogue);
  const [list, waiting] = [
    (await get<Kept>("list", own)) ?? null,
    (await get<AttendanceInput[]>("waiting", own)) ?? [],
  ];
  if (list && waiting.length === 0 && Date.parse(list.endsAt) + DAYS_KEPT < Date.now()) {
    await del("list", own);
    return { list: null, waiting };
  }
  return { list, waiting };
}

export const keepList = (dialogue: string, list: Kept) => set("list", list, store(dialogue));
export const keepWaiting = (dialogue: string, waiting: AttendanceInput[]) =>
  set("waiting", waiting, store(dialogue));

/** A mark that was sent, as the hub knows it from then on. */
export const asKnown = (mark: AttendanceInput): Known => ({
  id: mark.id,
  invitation: mark.invitation ?? null,
  name: mark.name ?? "",
  constituency: mark.constituency ?? "",
  presence: mark.presence,
  people: mark.people ?? 1,
  markedAt: mark.at,
});

/** Who is there, by invitation or by mark; of two marks of one person the later holds, wherever it is. */
export function present(list: Kept, waiting: readonly AttendanceInput[]): Map<string, Known> {
  const marks = new Map<string, Known>();
  for (const one of [...list.known, ...waiting.map(asKnown)]) {
    const key = one.invitation ?? one.id;
    const was = marks.get(key);
    if (!was || Date.parse(was.markedAt) <= Date.parse(one.markedAt)) marks.set(key, one);
  }
  return marks;
}

/** An id for a mark, made on this device. */
export function markId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `attendance:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Which of some marks the hub refused, by the fields of its reasons. */
export function refused(fields: readonly string[]): Set<number> {
  const found = fields.map((field) => /^marks\.(\d+)\./.exec(field)?.[1]);
  return new Set(found.flatMap((at) => (at === undefined ? [] : [Number(at)])));
}

/** By what a letter is known whose sign says this: nothing where it is no letter of a hub. */
export async function signOf(text: string): Promise<string | null> {
  const secret = /\/rsvp#([\w-]+)$/.exec(text)?.[1];
  if (!secret) return null;
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return [...new Uint8Array(hash, 0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Who comes with a letter: whoever it is for, or whom they have sent; nothing where whom they sent is not on the list. */
export function behind(guest: Guest, guests: readonly Guest[]): Guest | undefined {
  if (guest.state !== "DELEGATED") return guest;
  const sent = guests.find(({ parent, state }) => parent === guest.id && state !== "CANCELLED");
  return sent && behind(sent, guests);
}

/** Puts the page's own files where the service worker looks for them, so that the page opens without a connection. */
export async function keepPage(): Promise<boolean> {
  if (!("serviceWorker" in navigator) || !("caches" in window)) return false;
  await navigator.serviceWorker.ready;
  const files = performance
    .getEntriesByType("resource")
    .map((entry) => new URL(entry.name))
    .filter((url) => url.origin === location.origin && url.pathname.startsWith("/assets/"));
  const cache = await caches.open("assets");
  for (const url of files) {
    if (!(await caches.match(url.href))) await cache.add(url.href);
  }
  return true;
}
