import { Trans, useLingui } from "@lingui/react/macro";
import { History, TrendingDown, TrendingUp } from "lucide-react";
import { day, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge } from "../../ui/kit";
import type { Shown } from "./use-map";
import { alignmentIn, TARGETS } from "./words";

/** Everybody on a map with their ratings: what the pictures show, to be read. */
export function MapTable({
  shown,
  chosen,
  onChoose,
}: {
  shown: Shown[];
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  return (
    <table className="tbl cards">
      <caption className="vh">{t`Stakeholders and how they are rated`}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Stakeholder</Trans>
          </th>
          <th scope="col" className="n">
            <Trans>Influence</Trans>
          </th>
          <th scope="col" className="n">
            <Trans>Interest</Trans>
          </th>
          <th scope="col">
            <Trans>Alignment</Trans>
          </th>
          <th scope="col">
            <Trans>Moved</Trans>
          </th>
          <th scope="col">
            <Trans>Assessed</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => {
          const { who, known } = one;
          const went = known?.rating.movement;
          return (
            <tr key={who.id} aria-selected={chosen === who.id}>
              <td>
                <div className="row top">
                  <span className="muted num">{number(one.number, locale)}</span>
                  <button
                    type="button"
                    className="linkish grow"
                    aria-label={say(who.name)}
                    onClick={() => onChoose(who.id)}
                  >
                    <Both text={who.name} />
                  </button>
                </div>
                {who.target === "NONE" ? null : (
                  <small className="muted">{i18n._(TARGETS[who.target])}</small>
                )}
              </td>
              <td className="n" data-l={t`Influence`}>
                {known ? number(known.rating.influence, locale) : ""}
              </td>
              <td className="n" data-l={t`Interest`}>
                {known ? number(known.rating.interest, locale) : ""}
              </td>
              <td>
                {known ? (
                  i18n._(alignmentIn(known.rating.alignment))
                ) : (
                  <span className="muted">
                    <Trans>not rated</Trans>
                  </span>
                )}
              </td>
              <td>
                {went === "TOWARD" ? (
                  <span className="row">
                    <TrendingUp className="i" aria-hidden="true" />
                    <Trans>toward</Trans>
                  </span>
                ) : went === "AWAY" ? (
                  <span className="row">
                    <TrendingDown className="i" aria-hidden="true" />
                    <Trans>away</Trans>
                  </span>
                ) : went === "STILL" ? (
                  <span className="muted">
                    <Trans>no change</Trans>
                  </span>
                ) : null}
              </td>
              <td>
                {known ? (
                  known.counts ? (
                    day(known.rating.assessedOn, locale)
                  ) : (
                    <Badge tone="warn" icon={<History className="i" aria-hidden="true" />}>
                      <Trans>stale, {day(known.rating.assessedOn, locale)}</Trans>
                    </Badge>
                  )
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
