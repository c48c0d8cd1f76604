import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Lock } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Loading, Note, TextField } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure } from "../../ui/outcome";
import { STATES, TONES } from "../campaigns/words";
import { FindStakeholdersDocument, StakeholderMapsDocument } from "./stakeholders.gql";
import { KINDS } from "./words";

/** The maps one may know, and somebody on any of them found by name. */
export function Maps() {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const network = useNetwork();
  const [after, setAfter] = useState<string[]>([]);
  const [words, setWords] = useState("");
  const text = useDeferredValue(words.trim());
  const [{ data, error }] = useQuery({
    query: StakeholderMapsDocument,
    variables: { network: network?.id ?? "", after: after.at(-1) ?? null },
    pause: !network,
    requestPolicy: "cache-and-network",
  });
  const [{ data: found }] = useQuery({
    query: FindStakeholdersDocument,
    variables: { network: network?.id ?? "", text, after: null },
    pause: !network || text.length < 2,
  });
  const maps = data?.stakeholderMaps;
  if (!maps) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const hits = text.length < 2 ? undefined : found?.stakeholders;
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Trans>Stakeholders</Trans>
          </h1>
          <p className="lead">
            <Trans>
              Who decides, who moves, who has met whom: the maps of the campaigns you take part in.
            </Trans>
          </p>
        </div>
      </div>
      <div className="stackv gap-6">
        <TextField
          label={t`Find somebody by any spelling of their name`}
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {hits ? (
          <section className="stackv gap-2" aria-label={t`Found`}>
            {hits.totalCount === 0 ? (
              <p className="muted">
                <Trans>Nobody of that name is on your maps.</Trans>
              </p>
            ) : null}
            <ul className="list card nopad">
              {hits.edges.map(({ node }) => (
                <li key={node.id} className="inlist">
                  {node.campaign ? (
                    <Link
                      to="/stakeholders/$campaign"
                      params={{ campaign: node.campaign.id }}
                      search={{ who: node.id }}
                    >
                      <Both text={node.name} />
                    </Link>
                  ) : null}{" "}
                  <span className="sm muted">
                    {i18n._(KINDS[node.kind])}
                    {node.campaign ? ` · ${say(node.campaign.title)}` : null}
                    {node.aliases.length > 0 ? ` · ${node.aliases.join(", ")}` : null}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {maps.totalCount === 0 ? (
          <EmptyState title={t`No map yet`}>
            <p>
              <Trans>
                Open a campaign in which your organisation takes part and choose “Stakeholder map” to begin
                one. Only its team sees it.
              </Trans>
            </p>
          </EmptyState>
        ) : (
          <ul className="list card nopad">
            {maps.edges.map(({ node }) => (
              <li key={node.id} className="inlist row wrap gap-3">
                <Lock className="i" aria-hidden="true" />
                <Link
                  className="grow"
                  to="/stakeholders/$campaign"
                  params={{ campaign: node.campaign.id }}
                  search={{}}
                >
                  <Both text={node.campaign.title} />
                </Link>
                {node.campaign.lead ? (
                  <OrgMark id={node.campaign.lead.id} acronym={node.campaign.lead.acronym} size="s" />
                ) : null}
                <Badge tone={TONES[node.campaign.state]}>{i18n._(STATES[node.campaign.state])}</Badge>
              </li>
            ))}
          </ul>
        )}
        <div className="actions">
          {after.length > 0 ? (
            <Button className="small" onClick={() => setAfter(after.slice(0, -1))}>
              <Trans>Back</Trans>
            </Button>
          ) : null}
          {maps.pageInfo.hasNextPage ? (
            <Button className="small" onClick={() => setAfter([...after, maps.pageInfo.endCursor ?? ""])}>
              <Trans>Further</Trans>
            </Button>
          ) : null}
        </div>
      </div>
    </>
  );
}
