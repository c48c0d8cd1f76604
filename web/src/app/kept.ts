import { useRef } from "react";

/**
 * The last answer there was to the same question. A page stays, with what was typed into it, when asking again fails: the
 * line is bad, not the answer.
 */
export function useKept<T>(data: T | undefined, question: string): T | undefined {
  const last = useRef<{ question: string; data: T } | null>(null);
  if (data) last.current = { question, data };
  return data ?? (last.current?.question === question ? last.current.data : undefined);
}
