import { useCallback, useState } from "react";

// Asking the hub without a cache, a socket or a router: for pages that somebody without an account opens on a bad line.

/** Why a call failed as a whole, in the shape that the app's own client tells it. */
export interface Broken {
  networkError?: Error;
  graphQLErrors: { message: string; extensions: Record<string, unknown> }[];
}

export interface Called<Data> {
  data?: Data | undefined;
  error?: Broken | undefined;
  fetching: boolean;
}

async function call<Data>(query: string, operationName: string, variables: unknown): Promise<Called<Data>> {
  try {
    const answer = await fetch("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, operationName, variables }),
    });
    const { data, errors } = (await answer.json()) as {
      data?: Data | null;
      errors?: Broken["graphQLErrors"];
    };
    return {
      fetching: false,
      ...(data ? { data } : {}),
      ...(errors
        ? { error: { graphQLErrors: errors.map((one) => ({ ...one, extensions: one.extensions ?? {} })) } }
        : {}),
    };
  } catch (cause) {
    const networkError = cause instanceof Error ? cause : new Error(String(cause));
    return { fetching: false, error: { networkError, graphQLErrors: [] } };
  }
}

/** One of some operations, to be called: how it went last, and the call. */
export function useCall<Data, Variables>(operations: string, name: string) {
  const [state, setState] = useState<Called<Data>>({ fetching: false });
  const run = useCallback(
    async (variables: Variables): Promise<Called<Data>> => {
      setState((was) => ({ ...was, fetching: true }));
      const told = await call<Data>(operations, name, variables);
      setState(told);
      return told;
    },
    [operations, name],
  );
  return [state, run] as const;
}
