import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useMutation, useQuery } from "urql";
import { Languages } from "../../app/shell";
import { applyTheme, type Theme, theme } from "../../app/theme";
import { day, moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Button, Field, Loading, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { PersonForm } from "../people/person-form";
import {
  ChangePasswordDocument,
  EndSessionDocument,
  MakeAccessTokenDocument,
  RevokeAccessTokenDocument,
  SettingsDocument,
  type SettingsQuery,
} from "./settings.gql";

type Viewer = NonNullable<SettingsQuery["viewer"]>;

/** What belongs to oneself: record, appearance, password, devices, tokens. */
export function Settings() {
  const [{ data, error }] = useQuery({ query: SettingsDocument });
  const viewer = data?.viewer;
  return (
    <>
      <div className="pagehead">
        <div>
          <h1>
            <Trans>My settings</Trans>
          </h1>
        </div>
      </div>
      {error && !data ? <Note tone="danger">{failure(error)}</Note> : null}
      {!data && !error ? <Loading /> : null}
      {viewer ? (
        <div className="stackv gap-6" style={{ maxWidth: 760 }}>
          <Appearance />
          {viewer.person ? (
            <section className="card">
              <header>
                <h2>
                  <Trans>About me</Trans>
                </h2>
              </header>
              <PersonForm person={viewer.person} />
            </section>
          ) : null}
          <Password />
          <Sessions sessions={viewer.sessions} />
          <Tokens tokens={viewer.accessTokens} />
        </div>
      ) : null}
    </>
  );
}

function Appearance() {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<Theme>(theme);
  return (
    <section className="card">
      <header>
        <h2>
          <Trans>Language and appearance</Trans>
        </h2>
      </header>
      <div className="row wrap gap-4">
        <Languages />
        <Field label={t`Appearance`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={chosen}
              onChange={(event) => {
                const next = event.target.value as Theme;
                setChosen(next);
                applyTheme(next);
              }}
            >
              <option value="system">{t`As the device`}</option>
              <option value="light">{t`Light`}</option>
              <option value="dark">{t`Dark`}</option>
            </select>
          )}
        </Field>
      </div>
    </section>
  );
}

function Password() {
  const { t } = useLingui();
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  const [result, change] = useMutation(ChangePasswordDocument);
  const wrong = reasons(result.data?.changePassword);
  const why = failure(result.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await change({ input: { old, new: next } });
    if (data?.changePassword.status === "DONE") {
      setOld("");
      setNext("");
      toast.success(t`Your password is changed. All other devices are signed out.`);
    }
  };
  return (
    <section className="card">
      <header>
        <h2>
          <Trans>Password</Trans>
        </h2>
      </header>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <TextField
            label={t`Present password`}
            type="password"
            autoComplete="current-password"
            value={old}
            error={wrong.old}
            onChange={(event) => setOld(event.target.value)}
          />
          <TextField
            label={t`New password`}
            type="password"
            autoComplete="new-password"
            required
            value={next}
            error={wrong.new}
            onChange={(event) => setNext(event.target.value)}
          />
        </div>
        <div>
          <Button type="submit" busy={result.fetching}>
            <Trans>Change the password</Trans>
          </Button>
        </div>
      </form>
    </section>
  );
}

function Sessions({ sessions }: { sessions: Viewer["sessions"] }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [, endSession] = useMutation(EndSessionDocument);
  const end = async (id: string) => {
    const { error } = await endSession({ id });
    const why = failure(error);
    if (why) toast.error(why);
    else toast.success(t`That device is signed out.`);
  };
  return (
    <section className="card nopad">
      <header>
        <h2>
          <Trans>Devices you are signed in with</Trans>
        </h2>
      </header>
      <ul className="list">
        {sessions.map((session) => (
          <li key={session.id} className="row between wrap" style={{ padding: "var(--s-4) var(--s-5)" }}>
            <span>
              <b lang="en">{session.device || "–"}</b>{" "}
              {session.current ? (
                <Badge tone="accent">
                  <Trans>this one</Trans>
                </Badge>
              ) : null}
              <br />
              <span className="sm muted">
                <Trans>
                  since {day(session.createdAt, locale)}, last used {moment(session.seenAt, locale)}
                </Trans>
              </span>
            </span>
            {session.current ? null : (
              <Button kind="danger" className="small" onClick={() => void end(session.id)}>
                <Trans>Sign out</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tokens({ tokens }: { tokens: Viewer["accessTokens"] }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [name, setName] = useState("");
  const [write, setWrite] = useState(false);
  const [result, make] = useMutation(MakeAccessTokenDocument);
  const [, revoke] = useMutation(RevokeAccessTokenDocument);
  const wrong = reasons(result.data?.makeAccessToken);
  const why = failure(result.error);
  const secret = result.data?.makeAccessToken.secret;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await make({ input: { name, write, days: 90 } });
    if (data?.makeAccessToken.status === "DONE") setName("");
  };
  return (
    <section className="card">
      <header>
        <h2>
          <Trans>Access tokens for programs</Trans>
        </h2>
      </header>
      <div className="stackv gap-4">
        <p className="muted sm">
          <Trans>A program that has your token may do what you may do. Each works for 90 days.</Trans>
        </p>
        {why ? <Note tone="danger">{why}</Note> : null}
        {secret ? (
          <Note tone="warn">
            <Trans>Copy this now; it is never shown again.</Trans>
            <p className="secret">{secret}</p>
          </Note>
        ) : null}
        <ul className="list">
          {tokens.map((token) => (
            <li key={token.id} className="row between wrap" style={{ paddingBlock: "var(--s-3)" }}>
              <span>
                <b>{token.name}</b>{" "}
                <Badge>
                  {token.scopes.includes("write") ? <Trans>read and write</Trans> : <Trans>read</Trans>}
                </Badge>
                <br />
                <span className="sm muted">
                  <Trans>until {day(token.expiresAt, locale)}</Trans>
                </span>
              </span>
              <Button kind="danger" className="small" onClick={() => void revoke({ id: token.id })}>
                <Trans>End</Trans>
              </Button>
            </li>
          ))}
        </ul>
        <form
          className="row wrap gap-4"
          style={{ alignItems: "flex-end" }}
          onSubmit={(event) => void submit(event)}
        >
          <TextField
            label={t`Name of the program`}
            value={name}
            error={wrong.name}
            onChange={(event) => setName(event.target.value)}
          />
          <label className="row" style={{ minHeight: 40 }}>
            <input
              type="checkbox"
              style={{ width: 20, height: 20, accentColor: "var(--accent)" }}
              checked={write}
              onChange={() => setWrite(!write)}
            />
            <Trans>may also change things</Trans>
          </label>
          <Button type="submit" busy={result.fetching}>
            <Trans>Make a token</Trans>
          </Button>
        </form>
      </div>
    </section>
  );
}
