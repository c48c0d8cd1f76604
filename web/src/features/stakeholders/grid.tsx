import { Trans, useLingui } from "@lingui/react/macro";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { beside } from "./known";
import type { Rating, Shown } from "./use-map";
import { AIIM, POWER, sign, tone } from "./words";

const LEFT = 64;
const TOP = 20;
const WIDE = 546;
const HIGH = 420;
const CELL = WIDE / 5;

/** What the signs and arrows of a picture mean. */
export function Legend({ moves }: { moves: boolean }) {
  return (
    <div className="legend">
      <span>
        <svg width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="7" fill="var(--viz-for)" />
        </svg>
        <Trans>++ champion, + supports</Trans>
      </span>
      <span>
        <svg width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="7" fill="var(--viz-zero)" />
        </svg>
        <Trans>0 undecided</Trans>
      </span>
      <span>
        <svg width="16" height="16" aria-hidden="true">
          <circle cx="8" cy="8" r="7" fill="var(--viz-against)" />
        </svg>
        <Trans>− opposes</Trans>
      </span>
      <span>
        <svg width="16" height="16" aria-hidden="true">
          <circle
            cx="8"
            cy="8"
            r="6.5"
            fill="none"
            stroke="var(--viz-zero)"
            strokeWidth="2"
            strokeDasharray="3 3"
          />
        </svg>
        <Trans>rated too long ago to count</Trans>
      </span>
      {moves ? (
        <span>
          <svg width="34" height="12" aria-hidden="true">
            <circle cx="5" cy="6" r="4" fill="none" stroke="var(--viz-zero)" strokeWidth="2" />
            <path d="M11 6h18m-5-4l5 4-5 4" fill="none" stroke="var(--ink-2)" strokeWidth="2" />
          </svg>
          <Trans>moved from</Trans>
        </span>
      ) : null}
    </div>
  );
}

/** Those on a map by interest and influence, or by interest and alignment; each is a button that opens them. */
export function Grid({
  kind,
  shown,
  chosen,
  moves,
  onChoose,
}: {
  kind: "power" | "aiim";
  shown: Shown[];
  chosen: string | null;
  moves: boolean;
  onChoose: (id: string) => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const high = HIGH / 5;
  const spot = (rating: Rating): [number, number] => [
    LEFT + (rating.interest - 0.5) * CELL,
    kind === "power" ? TOP + (5.5 - rating.influence) * high : TOP + (2.5 - rating.alignment) * high,
  ];
  const radius = (rating: Rating, among: number) =>
    (kind === "power" ? 14 : 8 + rating.influence * 2) * (among > 5 ? 0.7 : 1);
  const rated = shown.flatMap((one) => (one.known ? [{ ...one, known: one.known }] : []));
  const crowd = new Map<string, number>();
  for (const { known } of rated) {
    const at = spot(known.rating).join();
    crowd.set(at, (crowd.get(at) ?? 0) + 1);
  }
  const taken = new Map<string, number>();
  const bubbles = rated.map((one) => {
    const [x, y] = spot(one.known.rating);
    const at = `${x},${y}`;
    const n = taken.get(at) ?? 0;
    taken.set(at, n + 1);
    const among = crowd.get(at) ?? 1;
    const r = radius(one.known.rating, among);
    const [dx, dy] = beside(n, among, kind === "power" ? r : Math.max(r, 12));
    return { ...one, x: x + dx, y: y + dy, r, alone: among === 1 };
  });
  const rows = kind === "power" ? [5, 4, 3, 2, 1] : [2, 1, 0, -1, -2];
  const corners =
    kind === "power"
      ? [POWER.KEEP_SATISFIED, POWER.MANAGE_CLOSELY, POWER.MONITOR, POWER.KEEP_INFORMED]
      : [AIIM.ENTHUSE, AIIM.ALLY, AIIM.AWARE, AIIM.CHALLENGE];
  const split = kind === "power" ? TOP + 3 * high : TOP + HIGH / 2;
  const title =
    kind === "power"
      ? t`${number(rated.length, locale)} stakeholders by influence and interest. The same is in the table.`
      : t`${number(rated.length, locale)} stakeholders by alignment and interest. The same is in the table.`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wide is scrolled by keyboard too
    <section className="scroll" tabIndex={0} aria-label={title}>
      <svg className="viz gridsvg" viewBox="0 0 640 480">
        <title>{title}</title>
        <defs>
          <marker id={`to-${kind}`} markerWidth="9" markerHeight="9" refX="7" refY="4" orient="auto">
            <path d="M0 0l8 4-8 4z" fill="var(--ink-2)" />
          </marker>
        </defs>
        <rect x={LEFT} y={TOP} width={WIDE} height={HIGH} fill="none" stroke="var(--viz-grid)" />
        <rect x={LEFT + 2 * CELL} y={TOP} width={3 * CELL} height={split - TOP} fill="var(--viz-band)" />
        <path
          d={`M${LEFT + 2 * CELL} ${TOP}V${TOP + HIGH}M${LEFT} ${split}H${LEFT + WIDE}`}
          stroke="var(--viz-zero)"
          strokeWidth="1.5"
        />
        {[1, 2, 3, 4, 5].map((n) => (
          <text key={n} className="ax" x={LEFT + (n - 0.5) * CELL} y={TOP + HIGH + 16} textAnchor="middle">
            {number(n, locale)}
          </text>
        ))}
        {rows.map((n, at) => (
          <text key={n} className="ax" x={LEFT - 10} y={TOP + (at + 0.5) * high + 4} textAnchor="end">
            {kind === "aiim" && n > 0 ? "+" : n < 0 ? "−" : ""}
            {number(Math.abs(n), locale)}
          </text>
        ))}
        {corners.map((words, at) => (
          <text
            key={words.id}
            className="q"
            x={(at % 2 ? LEFT + 2 * CELL : LEFT) + 8}
            y={at < 2 ? TOP + 16 : TOP + HIGH - 8}
          >
            {i18n._(words)}
          </text>
        ))}
        <text className="ax" x={LEFT + WIDE / 2} y={TOP + HIGH + 36} textAnchor="middle">
          {t`interest, 1 unaware → 5 drives the issue`}
        </text>
        <text className="ax" transform={`translate(16 ${TOP + HIGH / 2}) rotate(-90)`} textAnchor="middle">
          {kind === "power" ? t`influence, 1 no say → 5 decides` : t`alignment, −2 against → +2 champion`}
        </text>
        {moves
          ? bubbles.map(({ who, known, x, y }) => {
              if (!known.before) return null;
              const [fx, fy] = spot(known.before);
              const long = Math.hypot(x - fx, y - fy);
              if (long < 34) return null;
              const [ux, uy] = [(x - fx) / long, (y - fy) / long];
              return (
                <g key={who.id}>
                  <circle
                    cx={fx}
                    cy={fy}
                    r="5"
                    fill="var(--surface)"
                    stroke="var(--viz-zero)"
                    strokeWidth="2"
                  />
                  <path
                    d={`M${fx + ux * 7} ${fy + uy * 7}L${x - ux * 22} ${y - uy * 22}`}
                    stroke="var(--ink-2)"
                    strokeWidth="1.5"
                    markerEnd={`url(#to-${kind})`}
                  />
                </g>
              );
            })
          : null}
        {bubbles.map(({ number: n, who, known, x, y, r, alone }) => {
          const { rating } = known;
          const name = say(who.name);
          const open = () => onChoose(who.id);
          return (
            // biome-ignore lint/a11y/useSemanticElements: there is no button in a drawing
            <g
              key={who.id}
              role="button"
              tabIndex={0}
              className="bubble"
              aria-pressed={chosen === who.id}
              aria-label={
                known.counts
                  ? t`${name}: influence ${number(rating.influence, locale)}, interest ${number(rating.interest, locale)}, alignment ${sign(rating.alignment)}`
                  : t`${name}: influence ${number(rating.influence, locale)}, interest ${number(rating.interest, locale)}, alignment ${sign(rating.alignment)}, rated too long ago to count`
              }
              onClick={open}
              onKeyDown={(event) => {
                if (event.key === "Enter" || event.key === " ") {
                  event.preventDefault();
                  open();
                }
              }}
            >
              {chosen === who.id ? (
                <circle cx={x} cy={y} r={r + 5} fill="none" stroke="var(--ink)" strokeWidth="1.5" />
              ) : null}
              <circle
                className="disc"
                cx={x}
                cy={y}
                r={r}
                fill={known.counts ? tone(rating.alignment) : "var(--surface)"}
                stroke={tone(rating.alignment)}
                strokeWidth="2"
                strokeDasharray={known.counts ? undefined : "3 3"}
              />
              <text
                className="signed"
                x={x}
                y={y + 4.5}
                textAnchor="middle"
                style={{ fill: known.counts ? "var(--surface)" : "var(--ink)" }}
              >
                {sign(rating.alignment)}
              </text>
              <text
                className={alone && rated.length <= 16 ? "tag" : "tag few"}
                x={x > LEFT + WIDE - 90 ? x - r - 4 : x + r + 4}
                y={y - r + 4}
                textAnchor={x > LEFT + WIDE - 90 ? "end" : "start"}
              >
                {number(n, locale)}
                {alone && rated.length <= 16 ? ` ${short(name)}` : ""}
              </text>
            </g>
          );
        })}
      </svg>
    </section>
  );
}

const short = (name: string) => (name.length > 26 ? `${name.slice(0, 25)}…` : name);
