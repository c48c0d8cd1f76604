import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { useLocale } from "../../i18n/text";
import type { CampaignFullFragment } from "./campaigns.gql";
import { IndicatorCard } from "./indicator";
import { Outcomes } from "./outcomes";
import { Plan } from "./plan";
import { CampaignIndicatorsDocument, SplitListsDocument } from "./results.gql";
import { type Listed, UNKNOWN } from "./words";

/** How far it has come: indicators with their values, and what has changed. */
export function Results({
  campaign,
  network,
  onDone,
}: {
  campaign: CampaignFullFragment;
  network: string;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [{ data }, again] = useQuery({
    query: CampaignIndicatorsDocument,
    variables: { id: campaign.id },
    requestPolicy: "cache-and-network",
  });
  const indicators = (data?.campaign?.items ?? []).flatMap((item) =>
    item.body.__typename === "PlanIndicator" ? [{ item, body: item.body }] : [],
  );
  const [{ data: lists }] = useQuery({ query: SplitListsDocument });
  const listed: Listed = {
    PROVINCE: Object.fromEntries(
      (lists?.places.edges ?? []).map(({ node }) => [node.code, say(node.name)] as const),
    ),
    CONSTITUENCY: {
      ...Object.fromEntries((lists?.terms ?? []).map((term) => [term.code, say(term.label)] as const)),
      unknown: i18n._(UNKNOWN),
    },
  };
  const done = () => {
    again({ requestPolicy: "network-only" });
    onDone();
  };
  return (
    <div className="stackv gap-8">
      <Outcomes campaign={campaign} network={network} />
      <section className="stackv gap-4" aria-label={t`How far it has come`}>
        <h2>
          <Trans>How far it has come</Trans>
        </h2>
        {indicators.map(({ item, body }) => (
          <IndicatorCard
            key={item.id}
            campaign={campaign}
            network={network}
            item={item}
            body={body}
            listed={listed}
            onDone={done}
          />
        ))}
        <Plan campaign={campaign} network={network} of={["INDICATOR"]} onDone={done} />
      </section>
    </div>
  );
}
