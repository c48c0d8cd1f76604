import type { Exchange, Operation } from "urql";
import { pipe, tap } from "wonka";
import { isLive, live } from "./live";

/**
 * Asks again for what is on the screen each time the live connection is back. Between its end and its return things may have
 * changed that no event tells: rights, above all, whose change is what ends a connection.
 */
export const refreshExchange: Exchange =
  ({ client, forward }) =>
  (operations) => {
    const shown = new Map<number, Operation>();
    let lost = false;
    live.addEventListener("change", () => {
      if (!isLive()) lost = true;
      else if (lost) {
        lost = false;
        for (const operation of shown.values()) {
          client.reexecuteOperation(
            client.createRequestOperation("query", operation, {
              ...operation.context,
              requestPolicy: "network-only",
            }),
          );
        }
      }
    });
    return pipe(
      operations,
      tap((operation) => {
        if (operation.kind === "query") shown.set(operation.key, operation);
        else if (operation.kind === "teardown") shown.delete(operation.key);
      }),
      forward,
    );
  };
