import { t } from "@lingui/core/macro";
import type { CombinedError } from "urql";
import type { Broken } from "../app/plain";
import { locale } from "../i18n";
import { pick } from "../i18n/text";

/** What every payload has. */
export interface Payload {
  status: "DONE" | "INVALID" | "CONFLICT";
  violations: { field: string; message: { en: string; km: string } }[];
}

/** The reasons by field, in the person's language. */
export function reasons(payload: Payload | null | undefined): Record<string, string> {
  const found: Record<string, string> = {};
  for (const violation of payload?.violations ?? []) {
    found[violation.field] ??= pick(violation.message, locale()).text;
  }
  return found;
}

/** Why a request failed as a whole, in words; undefined when it did not. */
export function failure(
  error: CombinedError | Broken | undefined,
  payload?: Payload | null,
): string | undefined {
  if (payload?.status === "CONFLICT") {
    return t`Somebody else changed this meanwhile. Nothing of yours was saved: look at the new state and try again.`;
  }
  if (!error) return undefined;
  if (error.networkError)
    return t`The hub cannot be reached. Nothing was changed; try again when the line is back.`;
  const first = error.graphQLErrors[0];
  const code = first?.extensions.code;
  if (code === "THROTTLED") return t`Too many tries. Wait a little and try again.`;
  if (code === "UNAUTHENTICATED") return t`You are not signed in any more. Sign in again.`;
  if (code === "NOT_FOUND") return t`This does not exist, or not for you.`;
  if (locale() === "km" && typeof first?.extensions.km === "string") return first.extensions.km;
  return first?.message ?? t`Something broke on our side. Try again.`;
}
