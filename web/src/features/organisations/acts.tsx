import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, EmptyState, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { CHANGES } from "../../ui/words";
import { called } from "../home/changed";
import { OwnStatements } from "../signing/own-statements";
import { ActsPageDocument, type ActsPageQuery } from "./mandates.gql";

type Node = Extract<NonNullable<ActsPageQuery["node"]>, { __typename: "Membership" }>;
type Act = NonNullable<Node["mandates"]["acts"]>["acts"][number];

/** Everything that was done in an organisation's name, by whom and when: its own people's page. */
export function Acts() {
  const { t } = useLingui();
  const { say } = useLocale();
  const { id } = useParams({ from: "/inside/acts/$id" });
  const [after, setAfter] = useState<string[]>([]);
  const [{ data, error, fetching }] = useQuery({
    query: ActsPageDocument,
    variables: { membership: id, after: after.at(-1) ?? null },
  });
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const node = data.node?.__typename === "Membership" ? data.node : null;
  const page = node?.mandates.acts;
  if (!node || !page) {
    return (
      <EmptyState title={t`This does not exist, or not for you.`}>
        <Link to="/" className="btn">
          <Trans>Home</Trans>
        </Link>
      </EmptyState>
    );
  }
  return (
    <>
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/organisations/$id" params={{ id: node.organisation.id }}>
          {say(node.organisation.name)}
        </Link>
      </nav>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Trans>All that was done in our name</Trans>
          </h1>
          <p className="lead">
            <Trans>Newest first. Only your organisation’s own people see this page.</Trans>
          </p>
        </div>
      </div>
      <OwnStatements organisation={node.organisation.id} />
      <section className="card nopad" aria-busy={fetching}>
        {page.acts.length === 0 ? (
          <p className="muted" style={{ padding: "var(--s-4)" }}>
            <Trans>Nothing yet.</Trans>
          </p>
        ) : (
          <ul className="list">
            {page.acts.map((act) => (
              <ActLine key={act.cursor} act={act} />
            ))}
          </ul>
        )}
      </section>
      <div className="actions" style={{ marginTop: "var(--s-4)" }}>
        {after.length > 0 ? (
          <Button onClick={() => setAfter(after.slice(0, -1))}>
            <Trans>Newer</Trans>
          </Button>
        ) : null}
        {page.hasMore ? (
          <Button onClick={() => setAfter([...after, page.acts.at(-1)?.cursor ?? ""])}>
            <Trans>Older</Trans>
          </Button>
        ) : null}
      </div>
    </>
  );
}

function ActLine({ act }: { act: Act }) {
  const { i18n } = useLingui();
  const { locale, say } = useLocale();
  const verb = CHANGES[act.kind];
  const { name, to } = called(act.node);
  return (
    <li style={{ padding: "var(--s-3) var(--s-5)" }}>
      <b>{act.by ? say(act.by.name.full) : "Sala"}</b>{" "}
      {verb ? i18n._(verb) : <Trans>did something with</Trans>}{" "}
      {name ? to ? <Link {...to}>{say(name)}</Link> : <span>{say(name)}</span> : null}
      <br />
      <time className="sm muted" dateTime={act.at}>
        {moment(act.at, locale)}
      </time>
    </li>
  );
}
