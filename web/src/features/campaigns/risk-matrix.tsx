import { Trans, useLingui } from "@lingui/react/macro";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import type { CampaignFullFragment } from "./campaigns.gql";

const FIVE = [1, 2, 3, 4, 5];

/** Risks by how likely and how bad they are: each by its number in the list under it. Those that are past are left out. */
export function RiskMatrix({ campaign }: { campaign: CampaignFullFragment }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const risks = campaign.items
    .flatMap(({ body }) => (body.__typename === "PlanRisk" ? [body] : []))
    .map((risk, at) => ({ ...risk, place: at + 1 }))
    .filter((risk) => risk.status !== "CLOSED");
  if (risks.length === 0) return null;
  const tone = (score: number) => (score >= 15 ? "danger" : score >= 8 ? "warn" : "ok");
  return (
    <section className="card nopad" aria-label={t`Risks at a glance`}>
      <header>
        <h2>
          <Trans>Risks at a glance</Trans>
        </h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wide is scrolled by keyboard too */}
      <section className="wide inlist" tabIndex={0} aria-label={t`Risks by how likely and how bad they are`}>
        <table className="matrix">
          <caption className="vh">{t`Risks by how likely and how bad they are`}</caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>How bad ↓ How likely →</Trans>
              </th>
              {FIVE.map((likelihood) => (
                <th key={likelihood} scope="col">
                  {number(likelihood, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...FIVE].reverse().map((impact) => (
              <tr key={impact}>
                <th scope="row">{number(impact, locale)}</th>
                {FIVE.map((likelihood) => {
                  const here = risks.filter(
                    (risk) => risk.likelihood === likelihood && risk.impact === impact,
                  );
                  return (
                    <td key={likelihood} data-tone={tone(likelihood * impact)}>
                      {here.map((risk) => (
                        <span key={risk.place} className="spot" title={risk.risk}>
                          {number(risk.place, locale)}
                          <span className="vh">: {risk.risk}</span>
                        </span>
                      ))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
