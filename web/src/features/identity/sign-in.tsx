import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { Door } from "../../app/door";
import { useLocale } from "../../i18n/text";
import { Button, Note, TextField } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure, reasons } from "../../ui/outcome";
import { ROLES } from "../../ui/words";
import { enter } from "./enter";
import { DoorDocument, SignInDemoDocument, SignInDocument } from "./identity.gql";
import { Problem, Providers } from "./providers";

export function SignIn() {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const { to, problem } = useSearch({ from: "/sign-in" });
  const [{ data }] = useQuery({ query: DoorDocument });
  const [result, signIn] = useMutation(SignInDocument);
  const [demo, signInDemo] = useMutation(SignInDemoDocument);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await signIn({ input: { email, password } });
    if (data?.signIn.status === "DONE") enter(to);
  };
  const tryAs = async (face: string) => {
    const { data } = await signInDemo({ email: face });
    if (data?.signInDemo.status === "DONE") enter(to);
  };
  const wrong = reasons(result.data?.signIn);
  const why = failure(result.error) ?? failure(demo.error);
  return (
    <Door>
      <div className="stackv gap-8">
        <div className="stackv gap-4" style={{ maxWidth: 440 }}>
          <h1>
            <Trans>Sign in</Trans>
          </h1>
          {data && !data.hub.ready ? (
            <Note tone="warn">
              <Trans>
                Nobody has set this hub up yet. Open the one-time link that Sala printed where it was started.
              </Trans>
            </Note>
          ) : null}
          {problem && !why ? <Problem word={problem} /> : null}
          {why ? <Note tone="danger">{why}</Note> : null}
          <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
            <TextField
              label={t`E-mail address`}
              type="email"
              autoComplete="username"
              inputMode="email"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
            <TextField
              label={t`Password`}
              type="password"
              autoComplete="current-password"
              required
              value={password}
              error={wrong.password}
              onChange={(event) => setPassword(event.target.value)}
            />
            <div className="actions">
              <Button type="submit" kind="primary" className="big" busy={result.fetching}>
                <Trans>Sign in</Trans>
              </Button>
              <Link to="/forgot" className="btn quiet">
                <Trans>I forgot my password</Trans>
              </Link>
            </div>
          </form>
          {data && data.hub.signInProviders.length > 0 ? (
            <>
              <p className="or muted sm">
                <Trans>or</Trans>
              </p>
              <Providers offered={data.hub.signInProviders} purpose="SIGN_IN" to={to} />
            </>
          ) : null}
        </div>
        {data?.hub.demo ? (
          <section className="sec">
            <header>
              <h2>
                <Trans>Or look around as somebody of the demo network</Trans>
              </h2>
            </header>
            <p className="muted sm">
              <Trans>All organisations and people here are invented. No password is needed.</Trans>
            </p>
            <div className="faces">
              {data.hub.demoFaces.map((face) => (
                <button
                  key={face.email}
                  type="button"
                  className="face"
                  disabled={demo.fetching}
                  onClick={() => void tryAs(face.email)}
                >
                  <OrgMark id={face.organisation} acronym={face.organisation} />
                  <span>
                    <b>{locale === "km" ? face.nameKm : face.nameEn}</b>
                    <small>
                      {i18n._(ROLES[face.role])} · <span lang="en">{face.organisation}</span>
                    </small>
                  </span>
                </button>
              ))}
            </div>
          </section>
        ) : null}
        <p className="sm">
          <Trans>Is your organisation not here yet?</Trans>{" "}
          <Link to="/apply">
            <Trans>Apply for membership</Trans>
          </Link>
        </p>
      </div>
    </Door>
  );
}
