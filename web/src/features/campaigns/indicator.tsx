import { Trans, useLingui } from "@lingui/react/macro";
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { day, digits, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button } from "../../ui/kit";
import type { CampaignFullFragment } from "./campaigns.gql";
import type { IndicatorPartsFragment } from "./results.gql";
import { ValueForm } from "./value-form";
import { GROUPS, INDICATOR_LEVELS, type Listed, SPLITS } from "./words";

export type Indicator = Extract<IndicatorPartsFragment["body"], { __typename: "PlanIndicator" }>;
export type Value = IndicatorPartsFragment["values"][number];

const WIDTH = 460;
const HEIGHT = 120;
const LEFT = 8;
const RIGHT = 60;
const TOP = 16;
const BOTTOM = 22;
const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

/** From the baseline to the target: what it was in each period, and how far that is on the way. */
export function IndicatorCard({
  campaign,
  network,
  item,
  body,
  listed,
  onDone,
}: {
  campaign: CampaignFullFragment;
  network: string;
  item: IndicatorPartsFragment;
  body: Indicator;
  /** Names of provinces and constituencies by their codes. */
  listed: Listed;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [open, setOpen] = useState<Value | "new" | null>(null);
  const unit = say(body.unit);
  const may = campaign.viewerCan.measure;
  const way = item.progress?.way;
  const told = (figure: string | null) => (figure === null ? "–" : digits(figure, locale));
  return (
    <section className="card nopad" aria-label={say(body.statement)}>
      <header>
        <h3 className="grow">
          <Both text={body.statement} />
        </h3>
        {may ? (
          <Button className="small" onClick={() => setOpen("new")}>
            <Plus className="i" aria-hidden="true" />
            <Trans>Enter a value</Trans>
          </Button>
        ) : null}
      </header>
      <div className="inlist stackv gap-3">
        <p className="sm muted">
          {[
            i18n._(INDICATOR_LEVELS[body.indicatorLevel]),
            body.baseline !== null && body.baselineOn
              ? t`from ${told(body.baseline)} ${unit} (${day(body.baselineOn, locale)})`
              : null,
            body.goalFigure !== null && body.targetOn
              ? t`to ${told(body.goalFigure)} ${unit} (${day(body.targetOn, locale)})`
              : null,
            body.means,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        {item.progress ? (
          <p className="row wrap gap-3">
            <b className="figure">{told(item.progress.reached)}</b>
            <span>{unit}</span>
            {way !== null && way !== undefined ? (
              <Badge tone={way >= 100 ? "ok" : way < 0 ? "danger" : ""}>
                <Trans>{number(way, locale)} % of the way</Trans>
              </Badge>
            ) : null}
          </p>
        ) : (
          <p className="muted sm">
            <Trans>No value has been entered yet.</Trans>
          </p>
        )}
        <Chart body={body} values={item.values} />
      </div>
      {item.values.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wide is scrolled by keyboard too
        <section className="wide" tabIndex={0} aria-label={t`Values: ${say(body.statement)}`}>
          <table className="tbl cards">
            <caption className="vh">{t`Values: ${say(body.statement)}`}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Period</Trans>
                </th>
                <th scope="col" className="num">
                  <Trans>Value</Trans>
                </th>
                <th scope="col">
                  <Trans>Made up of</Trans>
                </th>
                <th scope="col">
                  <Trans>Evidence</Trans>
                </th>
                {may ? (
                  <th scope="col">
                    <span className="vh">{t`Change`}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {item.values.map((value) => (
                <tr key={value.id}>
                  <td>
                    {day(value.fromOn, locale)} – {day(value.toOn, locale)}
                    {value.note ? <small className="muted block">{value.note}</small> : null}
                  </td>
                  <td className="num" data-l={t`Value`}>
                    {value.value === null ? t`fewer than 5` : told(value.value)}
                  </td>
                  <td>
                    <Parts value={value} listed={listed} />
                  </td>
                  <td>
                    {value.documents.map((document) => (
                      <a key={document.id} className="block" href={`/evidence/${document.id}`}>
                        <Both text={document.title} />
                      </a>
                    ))}
                    {value.documents.length === 0 ? (
                      <Badge tone="warn">
                        <Trans>no evidence</Trans>
                      </Badge>
                    ) : null}
                  </td>
                  {may ? (
                    <td>
                      <Button
                        className="small"
                        kind="quiet"
                        aria-label={t`Change the value of ${day(value.toOn, locale)}`}
                        onClick={() => setOpen(value)}
                      >
                        <Pencil className="i" aria-hidden="true" />
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {open ? (
        <ValueForm
          network={network}
          item={item}
          body={body}
          listed={listed}
          value={open === "new" ? undefined : open}
          onClose={() => setOpen(null)}
          onDone={onDone}
        />
      ) : null}
    </section>
  );
}

/** How a value is made up, split by split; groups of few people are withheld. */
function Parts({ value, listed }: { value: Value; listed: Listed }) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const splits = [...new Set(value.parts.map((part) => part.split))];
  return (
    <>
      {splits.map((split) => (
        <small key={split} className="block">
          <span className="muted">{i18n._(SPLITS[split])}: </span>
          {value.parts
            .filter((part) => part.split === split)
            .map((part) => {
              const words = GROUPS[split]?.[part.group];
              const name = words ? i18n._(words) : (listed[split]?.[part.group] ?? part.group);
              return `${name} ${part.value === null ? t`(few)` : digits(part.value, locale)}`;
            })
            .join(", ")}
        </small>
      ))}
    </>
  );
}

/** The way from the baseline to the target as a dashed line, values as dots; the table says the same. */
function Chart({ body, values }: { body: Indicator; values: Value[] }) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const points: { on: string; n: number; kind: "baseline" | "value" | "target" }[] = [];
  if (body.baseline !== null && body.baselineOn)
    points.push({ on: body.baselineOn, n: Number(body.baseline), kind: "baseline" });
  let sum = 0;
  for (const value of values) {
    if (value.value === null) return null;
    sum += Number(value.value);
    points.push({ on: value.toOn, n: body.measure === "SUM" ? sum : Number(value.value), kind: "value" });
  }
  const target =
    body.goalFigure !== null && body.targetOn
      ? { on: body.targetOn, n: Number(body.goalFigure), kind: "target" as const }
      : null;
  const all = target ? [...points, target] : points;
  if (all.length < 2) return null;
  const days = all.map((one) => at(one.on));
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const most = Math.max(...all.map((one) => one.n), 1);
  const x = (iso: string) => LEFT + ((at(iso) - from) / Math.max(1, to - from)) * (WIDTH - LEFT - RIGHT);
  const y = (n: number) => TOP + (1 - n / most) * (HEIGHT - TOP - BOTTOM);
  const line = points.map((one) => `${x(one.on)},${y(one.n)}`).join(" ");
  const first = points[0];
  return (
    <svg
      className="viz"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      style={{ width: "100%", maxWidth: WIDTH, height: "auto" }}
      role="img"
      aria-label={t`${say(body.statement)}: the table under it says the same.`}
    >
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={y(0)} y2={y(0)} stroke="var(--viz-grid)" />
      {target && first ? (
        <line
          x1={x(first.on)}
          y1={y(first.n)}
          x2={x(target.on)}
          y2={y(target.n)}
          stroke="var(--viz-zero)"
          strokeDasharray="4 4"
        />
      ) : null}
      <polyline points={line} fill="none" stroke="var(--viz-1)" strokeWidth={2} />
      {all.map((one) => (
        <g key={`${one.kind}${one.on}`}>
          <circle
            cx={x(one.on)}
            cy={y(one.n)}
            r={4}
            fill={one.kind === "value" ? "var(--viz-1)" : "var(--surface)"}
            stroke={one.kind === "target" ? "var(--viz-zero)" : "var(--viz-1)"}
            strokeWidth={2}
          />
          <text x={x(one.on) + 8} y={y(one.n) + (one.kind === "value" ? 14 : -4)} className="ax lab">
            {digits(String(one.n), locale)}
          </text>
        </g>
      ))}
    </svg>
  );
}
