import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Loading } from "../../ui/kit";
import { StakeholderLogDocument } from "./stakeholders.gql";
import type { StakeholderMap } from "./use-map";
import { ACTS } from "./words";

/** Whom an act was about, as far as the log says. */
function about(
  map: StakeholderMap,
  was: string,
  now: string,
  say: (text: { en: string; km: string }) => string,
) {
  try {
    const told = (JSON.parse(now) ?? JSON.parse(was) ?? {}) as {
      name?: { en: string; km: string };
      stakeholder?: string;
    };
    if (told.name) return say(told.name);
    const who = map.stakeholders.find((one) => told.stakeholder && one.id.endsWith(told.stakeholder));
    return who ? say(who.name) : "";
  } catch {
    return "";
  }
}

/** Who did what on a map, who opened what is confidential, who took a picture away; for those who lead it. */
export function Acts({ map }: { map: StakeholderMap }) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [after, setAfter] = useState<string[]>([]);
  const [{ data }] = useQuery({
    query: StakeholderLogDocument,
    variables: { campaign: map.campaign.id, after: after.at(-1) ?? null },
    requestPolicy: "cache-and-network",
  });
  const log = data?.stakeholderMap?.log;
  if (!log) return <Loading />;
  return (
    <section className="stackv gap-3" aria-label={t`Who did what`}>
      <p className="sm muted">
        <Trans>
          Everything that was done here, who opened what is confidential, and what was taken away.
        </Trans>
      </p>
      <ul className="list card">
        {log.edges.map(({ cursor, node }) => {
          const words = ACTS[node.act];
          const whom = about(map, node.was, node.now, say);
          return (
            <li key={cursor} className="sm inlist">
              <b>{node.by ? say(node.by.name.full) : <Trans>the hub</Trans>}</b>
              {node.onBehalfOf ? <span className="muted"> ({node.onBehalfOf.acronym})</span> : null}{" "}
              {words ? i18n._(words) : node.act}
              {whom ? `: ${whom}` : null}{" "}
              <time className="xs muted" dateTime={node.at}>
                {moment(node.at, locale)}
              </time>
            </li>
          );
        })}
      </ul>
      <div className="actions">
        {after.length > 0 ? (
          <Button className="small" onClick={() => setAfter(after.slice(0, -1))}>
            <Trans>Newer</Trans>
          </Button>
        ) : null}
        {log.pageInfo.hasNextPage ? (
          <Button className="small" onClick={() => setAfter([...after, log.pageInfo.endCursor ?? ""])}>
            <Trans>Older</Trans>
          </Button>
        ) : null}
      </div>
    </section>
  );
}
