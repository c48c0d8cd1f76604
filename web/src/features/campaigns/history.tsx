import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { day, digits, moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Loading } from "../../ui/kit";
import { CampaignHistoryDocument } from "./campaigns.gql";
import { headline, type Told, told } from "./history-words";

/** Every change of every field, the newest first. */
export function History({ campaign }: { campaign: string }) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [after, setAfter] = useState<string[]>([]);
  const [{ data }] = useQuery({
    query: CampaignHistoryDocument,
    variables: { id: campaign, after: after.at(-1) ?? null },
    requestPolicy: "cache-and-network",
  });
  const to: Told = {
    day: (iso) => day(iso, locale),
    digits: (text) => digits(text, locale),
    locale,
    say: (words) => i18n._(words),
  };
  const history = data?.campaign?.history;
  if (!history) return <Loading />;
  return (
    <section className="stackv gap-3" aria-label={t`What changed`}>
      <ul className="list card nopad">
        {history.edges.map(({ cursor, node }) => (
          <li key={cursor} className="inlist">
            <b>{node.by ? say(node.by.name.full) : "Sala"}</b>{" "}
            <span className="sm">{headline(node.about, node.field, to.say)}</span>
            <br />
            <span className="sm">
              <del className="muted">{told(node.about, node.field, node.was, to)}</del> →{" "}
              {told(node.about, node.field, node.now, to)}
            </span>
            <br />
            <time className="xs muted" dateTime={node.at}>
              {moment(node.at, locale)}
            </time>
          </li>
        ))}
      </ul>
      <div className="actions">
        {after.length > 0 ? (
          <Button className="small" onClick={() => setAfter(after.slice(0, -1))}>
            <Trans>Newer</Trans>
          </Button>
        ) : null}
        {history.pageInfo.hasNextPage ? (
          <Button className="small" onClick={() => setAfter([...after, history.pageInfo.endCursor ?? ""])}>
            <Trans>Older</Trans>
          </Button>
        ) : null}
      </div>
    </section>
  );
}
