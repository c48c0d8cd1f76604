import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { day } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Button, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { MakeAccessTokenDocument, RevokeAccessTokenDocument, type SettingsQuery } from "./settings.gql";

type Viewer = NonNullable<SettingsQuery["viewer"]>;

/** Personal access tokens. */
export function Tokens({ tokens }: { tokens: Viewer["accessTokens"] }) {
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
