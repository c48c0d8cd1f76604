import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { Door } from "../../app/door";
import { Button, Note, TextField } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { AskPasswordResetDocument } from "./identity.gql";

export function Forgot() {
  const { t } = useLingui();
  const [email, setEmail] = useState("");
  const [result, ask] = useMutation(AskPasswordResetDocument);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void ask({ email });
  };
  const why = failure(result.error);
  return (
    <Door>
      <div className="stackv gap-4" style={{ maxWidth: 460 }}>
        <h1>
          <Trans>Choose a new password</Trans>
        </h1>
        {why ? <Note tone="danger">{why}</Note> : null}
        {result.data ? (
          <>
            <Note>
              <Trans>
                If somebody signs in here with this address, a mail with a link is on its way. The link works
                for two hours.
              </Trans>
            </Note>
            <p>
              <Link to="/sign-in" className="btn">
                <Trans>Back to sign-in</Trans>
              </Link>
            </p>
          </>
        ) : (
          <form className="stackv gap-4" onSubmit={submit}>
            <TextField
              label={t`E-mail address`}
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
            <div className="actions">
              <Button type="submit" kind="primary" className="big" busy={result.fetching}>
                <Trans>Send me a link</Trans>
              </Button>
              <Link to="/sign-in" className="btn quiet">
                <Trans>Back to sign-in</Trans>
              </Link>
            </div>
          </form>
        )}
      </div>
    </Door>
  );
}
