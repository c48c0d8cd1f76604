import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery, useSubscription } from "urql";
import { Languages } from "../../app/door";
import { applyTheme, type Theme, theme } from "../../app/theme";
import { Field, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { PersonForm } from "../people/person-form";
import { CalendarFeed } from "./calendar";
import { Password } from "./password";
import { Sessions } from "./sessions";
import { SettingsDocument, ViewerEventsDocument } from "./settings.gql";
import { Tokens } from "./tokens";
import { WaysIn } from "./ways-in";

/** What belongs to oneself: record, appearance, password, devices, tokens. */
export function Settings() {
  const [{ data, error }] = useQuery({ query: SettingsDocument });
  // A sign-in elsewhere, a token ended on another device: seen at once.
  useSubscription({ query: ViewerEventsDocument });
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
          <WaysIn viewer={viewer} offered={data.hub.signInProviders} />
          <Password has={viewer.hasPassword} />
          <Sessions sessions={viewer.sessions} />
          <CalendarFeed since={viewer.calendarFeedSince} />
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
