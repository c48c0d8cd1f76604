import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Megaphone, Plus } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { useKept } from "../../app/kept";
import { useNetwork } from "../../app/viewer";
import { number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { CampaignForm } from "./campaign-form";
import { CampaignsDocument } from "./campaigns.gql";
import { STATES, TONES } from "./words";

/** The campaigns of the network, the latest moved first. */
export function Campaigns() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const network = useNetwork();
  const [after, setAfter] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const [{ data: answer, error, fetching }] = useQuery({
    query: CampaignsDocument,
    variables: { network: network?.id ?? "", after },
    pause: !network,
  });
  const data = useKept(answer, `${network?.id} ${after}`);
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const { edges, pageInfo, totalCount } = data.campaigns;
  const may = data.network?.viewerCan.startCampaign;
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Trans>Campaigns</Trans>
          </h1>
          <p className="lead">
            <Plural
              value={totalCount}
              _0="What members do together to change something."
              one="One campaign"
              other={`${number(totalCount, locale)} campaigns`}
            />
          </p>
        </div>
        {may ? (
          <Button kind="primary" onClick={() => setStarting(true)}>
            <Plus className="i" aria-hidden="true" />
            <Trans>Begin a campaign</Trans>
          </Button>
        ) : null}
      </div>
      {edges.length === 0 ? (
        <EmptyState title={t`There is no campaign yet`}>
          <p>
            {may ? (
              <Trans>
                Begin one with what is wrong and what is to be reached. The plan grows from there: objectives,
                asks, who does what, and what may go wrong.
              </Trans>
            ) : (
              <Trans>Coordinators and convenors have not begun one that you may know.</Trans>
            )}
          </p>
        </EmptyState>
      ) : (
        <section className="card nopad">
          <ul className="list">
            {edges.map(({ node: campaign }) => (
              <li key={campaign.id}>
                <Link className="todo" to="/campaigns/$id" params={{ id: campaign.id }}>
                  <span className="kind">
                    <Megaphone className="i" aria-hidden="true" />
                  </span>
                  <span>
                    <span className="t">
                      <b>
                        <Both text={campaign.title} />
                      </b>
                    </span>
                    <span className="m">
                      {campaign.lead ? (
                        <span>
                          <Trans>led by {say(campaign.lead.name)}</Trans>
                        </span>
                      ) : null}
                      {campaign.places.length > 0 ? (
                        <span>{campaign.places.map((place) => say(place.name)).join(", ")}</span>
                      ) : null}
                    </span>
                  </span>
                  <Badge tone={TONES[campaign.state]}>{i18n._(STATES[campaign.state])}</Badge>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {pageInfo.hasNextPage ? (
        <p>
          <Button busy={fetching} onClick={() => setAfter(pageInfo.endCursor ?? null)}>
            <Trans>Older</Trans>
          </Button>
        </p>
      ) : null}
      {starting && network ? <CampaignForm network={network.id} onClose={() => setStarting(false)} /> : null}
    </>
  );
}
