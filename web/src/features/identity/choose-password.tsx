import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { useMutation, useQuery } from "urql";
import { Door } from "../../app/door";
import { Button, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { enter } from "./enter";
import { AnswerLinkDocument, ProvidersDocument } from "./identity.gql";
import { linkSecret } from "./link";
import { Providers } from "./providers";

function ChoosePassword({
  title,
  lead,
  invited = false,
}: {
  title: ReactNode;
  lead: ReactNode;
  invited?: boolean;
}) {
  const { t } = useLingui();
  const [link] = useState(linkSecret);
  const [password, setPassword] = useState("");
  const [{ data: door }] = useQuery({ query: ProvidersDocument, pause: !invited });
  const offered = door?.hub.signInProviders ?? [];
  const [result, answer] = useMutation(AnswerLinkDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await answer({ input: { link, password } });
    if (data?.answerLink.status === "DONE") enter();
  };
  const wrong = reasons(result.data?.answerLink);
  const why =
    link === ""
      ? t`This link is incomplete. Open it again from the mail.`
      : (wrong.link ?? failure(result.error));
  return (
    <Door>
      <div className="stackv gap-4" style={{ maxWidth: 460 }}>
        <h1>{title}</h1>
        <p className="lead">{lead}</p>
        {why ? (
          <Note tone="danger">
            {why}{" "}
            <Link to="/forgot">
              <Trans>Get a new link</Trans>
            </Link>
          </Note>
        ) : null}
        <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
          <TextField
            label={t`New password`}
            hint={t`At least 10 characters. Three words that only you would put together are good.`}
            type="password"
            autoComplete="new-password"
            required
            value={password}
            error={wrong.password}
            onChange={(event) => setPassword(event.target.value)}
          />
          <div>
            <Button
              type="submit"
              kind="primary"
              className="big"
              busy={result.fetching}
              disabled={link === ""}
            >
              <Trans>Save and go in</Trans>
            </Button>
          </div>
        </form>
        {invited && link !== "" && offered.length > 0 ? (
          <>
            <p className="or muted sm">
              <Trans>or, without a password of your own</Trans>
            </p>
            <Providers offered={offered} purpose="INVITATION" invitation={link} />
          </>
        ) : null}
      </div>
    </Door>
  );
}

/** Answers an invitation. */
export const Welcome = () => (
  <ChoosePassword
    invited
    title={<Trans>Welcome to Sala</Trans>}
    lead={<Trans>Choose a password. From then on you sign in with your e-mail address and it.</Trans>}
  />
);

/** Answers a reset link. */
export const Reset = () => (
  <ChoosePassword
    title={<Trans>Choose a new password</Trans>}
    lead={<Trans>All other devices will be signed out.</Trans>}
  />
);
