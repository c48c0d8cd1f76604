import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useQuery } from "urql";
import { digits, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { CampaignProgressDocument } from "./results.gql";

/** In a few lines: how far a campaign has come, and what has changed last. */
export function Progress({ campaign }: { campaign: string }) {
  const { locale } = useLocale();
  const [{ data }] = useQuery({ query: CampaignProgressDocument, variables: { id: campaign } });
  const indicators = (data?.campaign?.items ?? []).flatMap(({ id, body, progress }) =>
    body.__typename === "PlanIndicator" && progress ? [{ id, statement: body.statement, progress }] : [],
  );
  const outcomes = data?.campaign?.outcomes.edges.map(({ node }) => node) ?? [];
  if (indicators.length === 0 && outcomes.length === 0) return null;
  return (
    <section className="card nopad">
      <header>
        <h2>
          <Link to="/campaigns/$id" params={{ id: campaign }} search={{ tab: "results" }}>
            <Trans>How far it has come</Trans>
          </Link>
        </h2>
      </header>
      <ul className="list">
        {indicators.map(({ id, statement, progress }) => (
          <li key={id} className="inlist">
            <div className="row between sm gap-2">
              <Both text={statement} />
              <b className="num">{digits(progress.reached, locale)}</b>
            </div>
            {progress.way === null ? null : (
              <>
                <div className="bar" aria-hidden="true" style={{ height: 6, marginTop: 4 }}>
                  <i style={{ width: `${Math.max(0, Math.min(100, progress.way))}%` }} />
                </div>
                <small className="muted">
                  <Trans>{number(progress.way, locale)} % of the way</Trans>
                </small>
              </>
            )}
          </li>
        ))}
        {outcomes.map((outcome) => (
          <li key={outcome.id} className="inlist sm">
            <Both text={outcome.statement} />
          </li>
        ))}
      </ul>
    </section>
  );
}
