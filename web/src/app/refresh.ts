import type { Exchange, Operation } from "urql";
import { pipe, tap } from "wonka";
import { isLive, live } from "./live";

/**
 * Asks again where the store of answers was told to forget one and found nothing to ask with: it lets a question that it has just
 * repeated for another's sake not go out a second time, and what is on the screen would load for ever.
 *
 * Asks again for what is on the screen each time the live connection is back. Between its end and its return things may have
 * changed that no event tells: rights, above all, whose change is what ends a connection.
 */
export const refreshExchange: Exchange =
  ({ client, forward }) =>
  (operations) => {
    const shown = new Map<number, Operation>();
    // Asked once more for want of any answer; a second empty answer is left as it is.
    const repeated = new Set<number>();
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
        }
      }),
      forward,
      tap(({ operation, data, error, hasNext }) => {
        if (operation.kind !== "query" || hasNext) return;
        if (data || error) repeated.delete(operation.key);
        else if (shown.has(operation.key) && !repeated.has(operation.key)) {
          repeated.add(operation.key);
          ask(operation);
        }
      }),
    );
  };
