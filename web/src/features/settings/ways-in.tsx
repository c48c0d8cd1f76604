import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { day } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { Providers } from "../identity/providers";
import { ChangeEmailDocument, type SettingsQuery, UnlinkOpenIdDocument } from "./settings.gql";

type Viewer = NonNullable<SettingsQuery["viewer"]>;
type Offered = SettingsQuery["hub"]["signInProviders"];

/** The address one signs in with, and the providers that open the door. */
export function WaysIn({ viewer, offered }: { viewer: Viewer; offered: Offered }) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [, unlink] = useMutation(UnlinkOpenIdDocument);
  const linked = viewer.linkedProviders;
  const free = offered.filter((p) => !linked.some((l) => l.provider?.id === p.id));
  const end = async (issuer: string) => {
    const { data, error } = await unlink({ issuer });
    const why = failure(error) ?? reasons(data?.unlinkOpenId).provider;
    if (why) toast.error(why);
    else toast.success(t`Taken off. All other devices are signed out.`);
  };
  return (
    <section className="card">
      <header>
        <h2>
          <Trans>Ways to sign in</Trans>
        </h2>
      </header>
      <div className="stackv gap-4">
        <Address viewer={viewer} />
        {linked.length > 0 ? (
          <ul className="list">
            {linked.map((account) => (
              <li key={account.issuer} className="row between wrap" style={{ paddingBlock: "var(--s-3)" }}>
                <span>
                  <b>{account.provider ? say(account.provider.name) : account.issuer}</b>
                  <br />
                  <span className="sm muted">
                    <Trans>linked since {day(account.linkedAt, locale)}</Trans>
                  </span>
                </span>
                <Button kind="danger" className="small" onClick={() => void end(account.issuer)}>
                  <Trans>Take off</Trans>
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
        {free.length > 0 ? <Providers offered={free} purpose="LINK" to="/settings" /> : null}
      </div>
    </section>
  );
}

function Address({ viewer }: { viewer: Viewer }) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [result, change] = useMutation(ChangeEmailDocument);
  const wrong = reasons(result.data?.changeEmail);
  const why = failure(result.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await change({ input: { email, password } });
    if (data?.changeEmail.status === "DONE") {
      setOpen(false);
      setPassword("");
    }
  };
  return (
    <>
      <div className="row between wrap">
        <span>
          <span className="sm muted">
            <Trans>You sign in with</Trans>
          </span>
          <br />
          <b lang="en">{viewer.email}</b>
        </span>
        {open ? null : (
          <Button className="small" onClick={() => setOpen(true)}>
            <Trans>Change the address</Trans>
          </Button>
        )}
      </div>
      {result.data?.changeEmail.status === "DONE" ? (
        <Note>
          <Trans>
            A mail is on its way to {email}. Open its link within two hours; until then nothing changes.
          </Trans>
        </Note>
      ) : null}
      {open ? (
        <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
          {why ? <Note tone="danger">{why}</Note> : null}
          <div className="formgrid">
            <TextField
              label={t`New e-mail address`}
              type="email"
              autoComplete="email"
              inputMode="email"
              required
              value={email}
              error={wrong.email}
              onChange={(event) => setEmail(event.target.value)}
            />
            {viewer.hasPassword ? (
              <TextField
                label={t`Your password`}
                type="password"
                autoComplete="current-password"
                required
                value={password}
                error={wrong.password}
                onChange={(event) => setPassword(event.target.value)}
              />
            ) : null}
          </div>
          <div className="actions">
            <Button type="submit" kind="primary" busy={result.fetching}>
              <Trans>Send me a link</Trans>
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </form>
      ) : null}
    </>
  );
}
