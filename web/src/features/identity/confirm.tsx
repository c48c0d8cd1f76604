import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMutation } from "urql";
import { Door } from "../../app/door";
import { Button, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { ConfirmEmailDocument } from "./identity.gql";
import { linkSecret } from "./link";

/** Answers the mail to a new sign-in address. Opening the page changes nothing: mail scanners open links too. */
export function Confirm() {
  const { t } = useLingui();
  const [link] = useState(linkSecret);
  const [result, confirm] = useMutation(ConfirmEmailDocument);
  const done = result.data?.confirmEmail.status === "DONE";
  const wrong = reasons(result.data?.confirmEmail);
  const why =
    link === ""
      ? t`This link is incomplete. Open it again from the mail.`
      : (wrong.link ?? failure(result.error));
  return (
    <Door>
      <div className="stackv gap-4" style={{ maxWidth: 460 }}>
        <h1>
          <Trans>Your new address</Trans>
        </h1>
        {why ? <Note tone="danger">{why}</Note> : null}
        {done ? (
          <>
            <Note>
              <Trans>From now on you sign in with this address. The old one has been told.</Trans>
            </Note>
            <p>
              <Link to="/" className="btn primary big">
                <Trans>Go home</Trans>
              </Link>
            </p>
          </>
        ) : (
          <>
            <p className="lead">
              <Trans>Sign in to Sala with the address this mail came to, from now on?</Trans>
            </p>
            <div>
              <Button
                kind="primary"
                className="big"
                busy={result.fetching}
                disabled={link === ""}
                onClick={() => void confirm({ link })}
              >
                <Trans>Yes, use this address</Trans>
              </Button>
            </div>
          </>
        )}
      </div>
    </Door>
  );
}
