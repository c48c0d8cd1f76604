import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Loading } from "../../ui/kit";
import { CampaignHistoryDocument } from "./campaigns.gql";

/** A value as it was kept, to be read: words in the reader's language, figures, or nothing. */
function plain(json: string, locale: "en" | "km"): string {
  const value: unknown = JSON.parse(json);
  if (value === null || value === "") return "–";
  if (Array.isArray(value)) return value.length === 0 ? "–" : value.map((one) => String(one)).join(", ");
  if (typeof value === "object") {
    const both = value as { en?: string; km?: string };
    return both[locale] || both.en || both.km || "–";
  }
  return String(value);
}

/** Every change of every field, the newest first. */
export function History({ campaign }: { campaign: string }) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [after, setAfter] = useState<string[]>([]);
  const [{ data }] = useQuery({
    query: CampaignHistoryDocument,
    variables: { id: campaign, after: after.at(-1) ?? null },
    requestPolicy: "cache-and-network",
  });
  const history = data?.campaign?.history;
  if (!history) return <Loading />;
  return (
    <section className="stackv gap-3" aria-label={t`What changed`}>
      <ul className="list card nopad">
        {history.edges.map(({ cursor, node }) => (
          <li key={cursor} className="inlist">
            <b>{node.by ? say(node.by.name.full) : "Sala"}</b>{" "}
            <code className="xs">
              {node.about}.{node.field}
            </code>
            <br />
            <span className="sm">
              <del className="muted">{plain(node.was, locale)}</del> → {plain(node.now, locale)}
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
