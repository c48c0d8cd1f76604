import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { Hub } from "./hub";

/** Loads the demo once, for all journeys to copy. */
export default async function load() {
  const hub = await Hub.start("demo");
  const data = await hub.leave();
  process.env.SALA_E2E_DEMO = data;
  return () => rmSync(dirname(data), { recursive: true, force: true });
}
