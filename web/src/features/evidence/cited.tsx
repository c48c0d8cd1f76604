import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { Both } from "../../i18n/text";
import { Button } from "../../ui/kit";
import { EvidenceCitedInDocument } from "./evidence.gql";

/** The papers that cite a document, as far as whoever looks may know them; nothing where there are none. */
export function CitedIn({ document }: { document: string }) {
  const [after, setAfter] = useState<string | null>(null);
  const [{ data }] = useQuery({
    query: EvidenceCitedInDocument,
    variables: { id: document, after },
    requestPolicy: "cache-and-network",
  });
  const cited = data?.evidenceDocument?.citedIn;
  if (!cited || cited.totalCount === 0) return null;
  return (
    <section className="card stackv gap-2">
      <h2>
        <Trans>Cited in</Trans>
      </h2>
      <ul className="list">
        {cited.edges.map(({ node }) => (
          <li key={node.id}>
            <Link to="/papers/$id" params={{ id: node.id }}>
              <Both text={node.title} />
            </Link>
          </li>
        ))}
      </ul>
      {cited.pageInfo.hasNextPage ? (
        <Button onClick={() => setAfter(cited.pageInfo.endCursor ?? null)}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
    </section>
  );
}
