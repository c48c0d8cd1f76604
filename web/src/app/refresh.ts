import type { Exchange, Operation } from "urql";
import { map, pipe, tap } from "wonka";
import { isLive, live } from "./live";

/**
 * Asks again where the store of answers was told to forget one and found nothing to ask with: it lets a question that it has just
 * repeated for another's sake not go out a second time, and what is on the screen would load for ever. Until it is answered, what
 * was on the screen stays, however often the store forgets meanwhile: a form would go from it with all that was typed into it.
 *
 * Asks again for what is on the screen each time the live connection is back. Between its end and its return things may have
 * changed that no event tells: rights, above all, whose change is what ends a connection.
 */
export const refreshExchange: Exchange =
  ({ client, forward }) =>
  (operations) => {
    const shown = new Map<number, Operation>();
    // Asked once more for want of any answer, and not answered yet: one question is enough.
    const repeated = new Set<number>();
    // What was last on the screen.
    const told = new Map<number, unknown>();
    let lost = false;
    const ask = (operation: Operation) =>
      client.reexecuteOperation(
        client.createRequestOperation("query", operation, {
          ...operation.context,
          requestPolicy: "network-only",
        }),
      );
    live.addEventListener("change", () => {
      if (!isLive()) lost = true;
      else if (lost) {
        lost = false;
        for (const operation of shown.values()) ask(operation);
      }
    });
    return pipe(
      operations,
      tap((operation) => {
        if (operation.kind === "query") shown.set(operation.key, operation);
        else if (operation.kind === "teardown") {
          shown.delete(operation.key);
          repeated.delete(operation.key);
          told.delete(operation.key);
        }
      }),
      forward,
      map((result) => {
        const { operation, data, error, hasNext } = result;
        const { key } = operation;
        if (operation.kind !== "query" || hasNext || !shown.has(key)) return result;
        if (data || error) {
          repeated.delete(key);
          if (data) told.set(key, data);
          return result;
        }
        if (!repeated.has(key)) {
          repeated.add(key);
          ask(operation);
        }
        return told.has(key) ? { ...result, data: told.get(key), stale: true } : result;
      }),
    );
  };
