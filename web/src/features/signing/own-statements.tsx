import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import { moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Button } from "../../ui/kit";
import { OwnStatementsDocument } from "./signing.gql";
import { SAID, SAID_TONES } from "./words";

/** Everything that an organisation has said to texts, also under a name that is withheld: for its own people. */
export function OwnStatements({ organisation }: { organisation: string }) {
  const { i18n } = useLingui();
  const { locale, say } = useLocale();
  const network = useNetwork();
  const [after, setAfter] = useState<string[]>([]);
  const [{ data }] = useQuery({
    query: OwnStatementsDocument,
    variables: { network: network?.id ?? "", organisation, after: after.at(-1) ?? null },
    pause: !network,
  });
  const told = data?.network?.ownStatements;
  if (!told?.totalCount) return null;
  return (
    <section className="stackv gap-3" style={{ marginBottom: "var(--s-6)" }}>
      <h2>
        <Trans>What we have said to texts</Trans>
      </h2>
      <ul className="list card nopad">
        {told.edges.map(({ cursor, node: { paper, statement } }) => (
          <li
            key={cursor}
            className="row top between wrap gap-2"
            style={{ padding: "var(--s-3) var(--s-4)" }}
          >
            <span>
              {paper ? (
                <Link to="/sign/$id" params={{ id: paper.id }}>
                  {say(paper.title)}
                </Link>
              ) : (
                <Trans>a text that is not for you any more</Trans>
              )}
              <br />
              <small className="muted">
                {moment(statement.at, locale)}
                {statement.by ? ` · ${say(statement.by.name.full)}` : ""}
                {statement.reservation ? ` · ${statement.reservation}` : ""}
                {statement.note ? ` · ${statement.note}` : ""}
              </small>
            </span>
            <Badge tone={SAID_TONES[statement.state]}>{i18n._(SAID[statement.state])}</Badge>
          </li>
        ))}
      </ul>
      <div className="actions">
        {after.length > 0 ? (
          <Button className="small" onClick={() => setAfter(after.slice(0, -1))}>
            <Trans>Newer</Trans>
          </Button>
        ) : null}
        {told.pageInfo.hasNextPage ? (
          <Button className="small" onClick={() => setAfter([...after, told.pageInfo.endCursor ?? ""])}>
            <Trans>Older</Trans>
          </Button>
        ) : null}
      </div>
    </section>
  );
}
