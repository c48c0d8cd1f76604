/** The state of the live connection: says `change` when it is there, and when it is gone. */
export const live = new EventTarget();
let connected = false;
export const isLive = () => connected;

/** For the socket itself. */
export function setLive(now: boolean) {
  if (connected === now) return;
  connected = now;
  live.dispatchEvent(new Event("change"));
}
