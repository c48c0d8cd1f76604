import { Client, createRequest, type Exchange, gql, makeResult } from "urql";
import { expect, test } from "vitest";
import { filter, map, pipe, tap } from "wonka";
import { refreshExchange } from "./refresh";

/** A store that answers nothing to the first question, as it does for one that it has just repeated, and the truth to later ones. */
const forgetful = (answers: (object | null)[], policies: string[]): Exchange => {
  return () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind === "query"),
      tap(({ context }) => policies.push(context.requestPolicy)),
      map((operation) => makeResult(operation, { data: answers.shift() ?? null, hasNext: false })),
    );
};
const QUESTION = gql`{ campaign { id } }`;

async function told(answers: (object | null)[], again = 0) {
  const policies: string[] = [];
  const seen: unknown[] = [];
  const client = new Client({
    url: "http://localhost/",
    preferGetMethod: false,
    exchanges: [refreshExchange, forgetful(answers, policies)],
  });
  const { unsubscribe } = client.query(QUESTION, {}).subscribe(({ data }) => seen.push(data));
  await new Promise((resolve) => setImmediate(resolve));
  for (let time = 0; time < again; time += 1) {
    const context = { requestPolicy: "network-only" as const };
    client.reexecuteOperation(client.createRequestOperation("query", createRequest(QUESTION, {}), context));
    await new Promise((resolve) => setImmediate(resolve));
  }
  unsubscribe();
  return { policies, seen };
}

test("what the store has forgotten is asked for again", async () => {
  const { policies, seen } = await told([null, { campaign: { id: "1" } }]);
  expect(policies).toEqual(["cache-first", "network-only"]);
  expect(seen.at(-1)).toEqual({ campaign: { id: "1" } });
});

test("an empty answer from the server itself is not asked for without end", async () => {
  const { policies } = await told([null, null, null]);
  expect(policies).toEqual(["cache-first", "network-only"]);
});

test("what is on the screen stays until it is answered: a form would lose what was typed", async () => {
  const [one, two] = [{ campaign: { id: "1" } }, { campaign: { id: "2" } }];
  const { policies, seen } = await told([one, null, two], 1);
  expect(policies).toEqual(["cache-first", "network-only", "network-only"]);
  expect(seen).not.toContain(null);
  expect(seen.at(0)).toEqual(one);
  expect(seen.at(-1)).toEqual(two);
});

test("what is on the screen stays also when the store forgets twice before it is answered", async () => {
  const [one, two] = [{ campaign: { id: "1" } }, { campaign: { id: "2" } }];
  const { seen } = await told([one, null, null, two], 2);
  expect(seen).toEqual([one, one, one, two]);
});
