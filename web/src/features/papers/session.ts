import * as decoding from "lib0/decoding";
import { IndexeddbPersistence } from "y-indexeddb";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { copyOf } from "../../app/copies";

/** Kinds of messages that are Sala's own; other clients ignore them. */
const SAFE = 100;
const NEWS = 101;

/** How the line to the hub stands, as people are told. */
export type Line = "connecting" | "open" | "lost";
/** Why a session is over for good. */
export type Over = "gone" | "changed" | "signed-out" | "refused";

export interface State {
  line: Line;
  /** Everything written here is kept by the hub. */
  saved: boolean;
  over: Over | null;
}

/** Counts the changes that it sends: the hub says how many of them it has kept for good. */
class CountingSocket extends WebSocket {
  changes = 0;

  override send(data: Uint8Array<ArrayBuffer>) {
    // Kind 0 is synchronisation; of its messages, only the first asks and changes nothing.
    if (data[0] === 0 && data[1] !== 0) this.changes += 1;
    super.send(data);
  }
}

/**
 * One open paper: its text, the line to the hub, and the copy on this device. What is written is first in the copy, then
 * on its way, and saved once the hub has said that it is kept.
 */
export class Session {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly #copy: IndexeddbPersistence;
  /** How many of this connection's changes the hub has last said to have kept. */
  #keeps = 0;
  #state: State = { line: "connecting", saved: true, over: null };
  readonly #listeners = new Set<() => void>();

  constructor(
    paper: string,
    person: string,
    writes: boolean,
    private readonly onNews: (kind: string) => void,
  ) {
    this.#copy = new IndexeddbPersistence(copyOf(paper, person, writes), this.doc);
    this.provider = new WebsocketProvider(
      `${location.origin.replace(/^http/, "ws")}/collab`,
      paper,
      this.doc,
      {
        WebSocketPolyfill: CountingSocket,
        // Tabs of one browser may belong to two people, one after the other: the hub is what they share.
        disableBc: true,
        connect: false,
        maxBackoffTime: 8000,
      },
    );
    const { provider } = this;
    provider.messageHandlers[SAFE] = (_encoder, decoder) => this.#kept(decoding.readVarUint(decoder));
    provider.messageHandlers[NEWS] = (_encoder, decoder) => this.onNews(decoding.readVarString(decoder));
    this.doc.on("update", (_update: Uint8Array, origin: unknown) => {
      if (origin !== provider && origin !== this.#copy) this.#set({ saved: false });
    });
    // What the hub lacked may be kept before all that this device lacked has come.
    provider.on("sync", (synced) => {
      if (synced && this.#keeps > 0) this.#judge();
    });
    provider.on("status", ({ status }) => {
      if (status === "connecting") this.#keeps = 0;
      if (status === "connected") this.#set({ line: "open" });
      else if (this.#state.line === "open") this.#set({ line: "lost" });
    });
    provider.on("connection-close", () => this.#set({ line: "lost" }));
    provider.on("closed", ({ code }) => {
      const over: Record<number, Over> = { 4401: "signed-out", 4403: "changed", 4404: "gone" };
      this.#set({ over: over[code] ?? "refused" });
      if (code === 4404) void this.#copy.clearData();
    });
    // What this device has comes first: the page is there without a line.
    void this.#copy.whenSynced.then(() => provider.connect());
  }

  #kept(changes: number) {
    this.#keeps = changes;
    this.#judge();
  }

  #judge() {
    const socket = this.provider.ws as CountingSocket | null;
    // The first change of a connection is all that the hub lacked: from then on the count is exact.
    if (socket && socket.changes === this.#keeps && this.provider.synced) this.#set({ saved: true });
  }

  #set(change: Partial<State>) {
    const next = { ...this.#state, ...change };
    if (
      next.line === this.#state.line &&
      next.saved === this.#state.saved &&
      next.over === this.#state.over
    ) {
      return;
    }
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = () => this.#state;

  end() {
    this.provider.destroy();
    void this.#copy.destroy();
    this.doc.destroy();
    this.#listeners.clear();
  }
}
