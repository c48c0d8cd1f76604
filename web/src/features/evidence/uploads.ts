import { useSyncExternalStore } from "react";
import { client, send } from "../../app/client";
import { locale } from "../../i18n";
import { pick } from "../../i18n/text";
import { failure } from "../../ui/outcome";
import { AddEvidenceDocument, BeginUploadDocument, CancelUploadDocument } from "./evidence.gql";
import type { Sensitivity } from "./types";

/** How many bytes go at once: small enough to be through before a bad line drops. */
const PART = 512 * 1024;
/** How long to wait before the next try, in milliseconds, each time longer. */
const PATIENCE = [500, 1500, 4000, 10_000, 20_000];

/** A file on its way into the library. It goes on while one reads other pages. */
export interface Sending {
  key: number;
  name: string;
  bytes: number;
  sent: number;
  state: "sending" | "waiting" | "done" | "existing" | "failed";
  why?: string;
  document?: string;
}

interface Job {
  file: File;
  network: string;
  level: Sensitivity;
  clean: boolean;
  upload?: string;
  cancelled?: boolean;
}

let list: readonly Sending[] = [];
let next = 1;
const jobs = new Map<number, Job>();
const watchers = new Set<() => void>();
let running = 0;
/** Told each time a document has come into the library. */
export const arrivals = new EventTarget();

function set(key: number, change: Partial<Sending>) {
  list = list.map((one) => (one.key === key ? { ...one, ...change } : one));
  for (const watcher of watchers) watcher();
}

export function useSendings(): readonly Sending[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => list,
  );
}

/** Puts files on their way; each becomes a document. */
export function add(files: readonly File[], network: string, level: Sensitivity, clean: boolean) {
  for (const file of files) {
    const key = next++;
    jobs.set(key, { file, network, level, clean });
    list = [...list, { key, name: file.name, bytes: file.size, sent: 0, state: "waiting" }];
  }
  for (const watcher of watchers) watcher();
  pump();
}

/** Tries a file again that failed; what has arrived of it stays. */
export function again(key: number) {
  set(key, { state: "waiting", why: undefined as never });
  pump();
}

/** Takes a file off the list, and what has arrived of it from the hub. */
export function remove(key: number) {
  const job = jobs.get(key);
  const one = list.find((other) => other.key === key);
  if (job) job.cancelled = true;
  if (job?.upload && one?.state !== "done") void client.mutation(CancelUploadDocument, { id: job.upload });
  jobs.delete(key);
  list = list.filter((other) => other.key !== key);
  for (const watcher of watchers) watcher();
}

/** Two at a time: more would only slow each other on a bad line. */
function pump() {
  while (running < 2) {
    const waiting = list.find((one) => one.state === "waiting");
    if (!waiting) return;
    running += 1;
    set(waiting.key, { state: "sending" });
    void work(waiting.key).finally(() => {
      running -= 1;
      pump();
    });
  }
}

class Refused extends Error {}

const words = (message: { en: string; km: string } | undefined) =>
  message ? pick(message, locale()).text : undefined;

async function work(key: number) {
  const job = jobs.get(key);
  if (!job) return;
  try {
    await sendParts(key, job);
    if (job.cancelled || !job.upload) return;
    const { data, error } = await client.mutation(AddEvidenceDocument, {
      input: { network: job.network, uploads: [job.upload], level: job.level },
    });
    const payload = data?.addEvidence;
    if (payload?.status !== "DONE") {
      throw new Refused(words(payload?.violations[0]?.message) ?? failure(error) ?? "");
    }
    set(key, {
      state: payload.existing ? "existing" : "done",
      sent: job.file.size,
      document: payload.document?.id as string,
    });
    arrivals.dispatchEvent(new Event("arrived"));
  } catch (problem) {
    if (!job.cancelled) set(key, { state: "failed", why: problem instanceof Refused ? problem.message : "" });
  }
}

async function sendParts(key: number, job: Job) {
  if (!job.upload) {
    const { data, error } = await client.mutation(BeginUploadDocument, {
      network: job.network,
      name: job.file.name,
      bytes: job.file.size,
      clean: job.clean,
    });
    const payload = data?.beginUpload;
    if (!payload?.upload) {
      // Without a line there is nothing to say but to try again.
      const said =
        words(payload?.violations[0]?.message) ?? (error?.networkError ? undefined : failure(error));
      throw said ? new Refused(said) : new Error("no line");
    }
    job.upload = payload.upload.id;
  }
  let received = 0;
  let complete = false;
  let tries = 0;
  let known = false;
  while (!complete && !job.cancelled) {
    try {
      if (!known) {
        const state = await fetch(`/files/${job.upload}/part`);
        if (state.status === 404) throw new Refused("");
        ({ received, complete } = (await state.json()) as { received: number; complete: boolean });
        known = true;
        if (complete) break;
      }
      const part = job.file.slice(received, received + PART);
      const answer = await send(`/files/${job.upload}/part?offset=${received}`, part);
      if (answer.ok) {
        ({ received, complete } = (await answer.json()) as { received: number; complete: boolean });
        set(key, { sent: received });
        tries = 0;
        continue;
      }
      known = false;
      const said = (await answer.json().catch(() => null)) as {
        violations?: { key: string; message: { en: string; km: string } }[];
      } | null;
      const violation = said?.violations?.[0];
      if (violation && violation.key !== "upload_offset" && violation.key !== "storage_full") {
        jobs.set(key, { ...job, upload: undefined as never });
        throw new Refused(words(violation.message) ?? "");
      }
      throw new Error(String(answer.status));
    } catch (problem) {
      if (problem instanceof Refused) throw problem;
      known = false;
      const wait = PATIENCE[tries];
      if (wait === undefined) throw problem;
      tries += 1;
      await new Promise((go) => setTimeout(go, wait));
    }
  }
}
