import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { LogIn } from "lucide-react";
import { useState } from "react";
import { useMutation } from "urql";
import { type BothLanguages, useLocale } from "../../i18n/text";
import { Button, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { BeginOpenIdDocument } from "./identity.gql";

/** Why a sign-in at a provider came to nothing: the words for the keys that the hub sends back in the address. */
const PROBLEMS: Record<string, ReturnType<typeof msg>> = {
  provider_not_linked: msg`This account is not linked to anybody here. Sign in with your password and link it under My settings.`,
  provider_linked_elsewhere: msg`This account is linked to somebody else.`,
  provider_refused: msg`The sign-in provider did not let you in. Nothing was changed.`,
  provider_stale: msg`This sign-in took too long or began in another browser. Begin again.`,
  link_used_or_expired: msg`This link has been used or has expired. Ask for a new one.`,
  throttled: msg`Too many tries. Wait a little and try again.`,
};
const DOWN = msg`The sign-in provider does not answer as it should. Try again, or sign in with your password.`;

/** Tells why one is back at the door. */
export function Problem({ word }: { word: string }) {
  const { i18n } = useLingui();
  return <Note tone="danger">{i18n._(PROBLEMS[word] ?? DOWN)}</Note>;
}

/** One button for each provider that is set up here; nothing where there is none. */
export function Providers({
  offered,
  purpose,
  invitation,
  to,
}: {
  offered: { id: string; name: BothLanguages }[];
  purpose: "SIGN_IN" | "LINK" | "INVITATION";
  invitation?: string;
  to?: string | undefined;
}) {
  const { say } = useLocale();
  const [result, begin] = useMutation(BeginOpenIdDocument);
  const [leaving, setLeaving] = useState("");
  const go = async (provider: string) => {
    const input = { provider, purpose, invitation: invitation ?? null, to: to ?? null };
    const { data } = await begin({ input });
    if (data?.beginOpenId.url) {
      setLeaving(provider);
      location.assign(data.beginOpenId.url);
    }
  };
  const wrong = reasons(result.data?.beginOpenId);
  const why = failure(result.error) ?? wrong.provider ?? wrong.link;
  return (
    <div className="stackv">
      {why ? <Note tone="danger">{why}</Note> : null}
      {offered.map((provider) => {
        const name = say(provider.name);
        return (
          <Button
            key={provider.id}
            className="big"
            busy={result.fetching || leaving === provider.id}
            onClick={() => void go(provider.id)}
          >
            <LogIn className="i" aria-hidden="true" />
            {purpose === "LINK" ? <Trans>Link {name}</Trans> : <Trans>Continue with {name}</Trans>}
          </Button>
        );
      })}
    </div>
  );
}
