import { Trans, useLingui } from "@lingui/react/macro";
import { day } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import type { WorkPartsFragment } from "./campaigns.gql";
import { WORK_KINDS, WORK_STATES } from "./words";

const DAY = 86_400_000;
const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const ROW = 30;
const HEAD = 28;
const LEFT = 12;
const WIDTH = 950;

/** The first days of the months from one instant to another. */
function months(from: number, to: number): number[] {
  const first = new Date(from);
  const found: number[] = [];
  for (let month = Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1); month <= to; ) {
    if (month >= from) found.push(month);
    const now = new Date(month);
    month = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
  }
  return found;
}

/** Where it does not fit, the picture begins a little before today. */
function toToday(box: HTMLElement | null, today: number) {
  const picture = box?.firstElementChild;
  if (!box || !picture || box.scrollLeft > 0) return;
  box.scrollLeft = (today / WIDTH) * picture.clientWidth - box.clientWidth / 3;
}

/** What is done when: bars from day to day, milestones as diamonds, policy windows behind everything, today as a line. The same
 * as a table under it, for those who do not see it. */
export function Timeline({
  work,
  today,
  onOpen,
}: {
  work: WorkPartsFragment[];
  today: string;
  onOpen: (work: WorkPartsFragment) => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const dated = work
    .filter((one) => (one.startsOn ?? one.dueOn) !== null && one.status !== "DROPPED")
    .sort((a, b) => (a.startsOn ?? a.dueOn ?? "").localeCompare(b.startsOn ?? b.dueOn ?? ""));
  if (dated.length === 0)
    return (
      <p className="muted sm">
        <Trans>Nothing has a day yet. Give work a first or last day, and it stands here.</Trans>
      </p>
    );
  const edges = dated.flatMap((one) => [one.startsOn, one.dueOn]).filter((iso) => iso !== null) as string[];
  const from = Math.min(...edges.map(at), at(today)) - 5 * DAY;
  const to = Math.max(...edges.map(at), at(today)) + 20 * DAY;
  const x = (iso: string) => LEFT + ((at(iso) - from) / (to - from)) * (WIDTH - LEFT - 12);
  const windows = dated.filter((one) => one.kind === "WINDOW");
  const rows = dated.filter((one) => one.kind !== "WINDOW");
  const height = HEAD + Math.max(1, rows.length) * ROW + 10 + windows.length * 18;
  const end = (one: WorkPartsFragment) => one.dueOn ?? one.startsOn ?? today;
  const start = (one: WorkPartsFragment) => one.startsOn ?? one.dueOn ?? today;
  const label = (one: WorkPartsFragment) => {
    const days =
      start(one) === end(one)
        ? day(end(one), locale)
        : `${day(start(one), locale)} – ${day(end(one), locale)}`;
    return `${say(one.title)}, ${days}`;
  };
  return (
    <div className="stackv gap-4">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wide is scrolled by keyboard too */}
      <section className="wide" tabIndex={0} aria-label={t`Timeline`} ref={(box) => toToday(box, x(today))}>
        <svg
          className="viz"
          viewBox={`0 0 ${WIDTH} ${height}`}
          style={{ minWidth: 820, width: "100%", height: "auto" }}
          role="img"
          aria-label={t`Timeline: the table under it says the same.`}
        >
          {months(from, to).map((month) => {
            const iso = new Date(month).toISOString().slice(0, 10);
            return (
              <g key={iso}>
                <line x1={x(iso)} x2={x(iso)} y1={HEAD - 4} y2={height - 6} stroke="var(--viz-grid)" />
                <text x={x(iso) + 4} y={18} className="ax">
                  {day(iso, locale).replace(/^\S+ /, "")}
                </text>
              </g>
            );
          })}
          {windows.map((one, row) => (
            <g key={one.id}>
              <rect
                x={x(start(one))}
                y={HEAD - 4}
                width={Math.max(4, x(end(one)) - x(start(one)))}
                height={height - HEAD - 2}
                fill="var(--warn-soft)"
                stroke="var(--warn-line)"
              />
              <text
                x={Math.min(x(start(one)), WIDTH - 220)}
                y={height - 8 - row * 18}
                style={{ fill: "var(--warn-text)" }}
              >
                {say(one.title)}
              </text>
            </g>
          ))}
          {rows.map((one, row) => {
            const top = HEAD + row * ROW;
            const [left, right] = [x(start(one)), x(end(one))];
            const done = one.status === "DONE";
            const wide = right - left > 180;
            return (
              <g key={one.id} opacity={done ? 0.55 : 1}>
                {one.kind === "MILESTONE" ? (
                  <path
                    d={`M${right} ${top + 2}l10 10-10 10-10-10z`}
                    fill={done ? "var(--viz-1)" : "none"}
                    stroke="var(--viz-1)"
                    strokeWidth={2}
                  />
                ) : (
                  <rect
                    x={left}
                    y={top + 2}
                    width={Math.max(6, right - left)}
                    height={20}
                    rx={3}
                    fill={one.kind === "TASK" ? "var(--viz-3)" : "var(--viz-1)"}
                  />
                )}
                <text
                  x={wide ? left + 7 : right > WIDTH - 260 ? left - 14 : right + 14}
                  y={top + 17}
                  textAnchor={!wide && right > WIDTH - 260 ? "end" : undefined}
                  style={wide && one.kind !== "MILESTONE" ? { fill: "var(--accent-ink)" } : undefined}
                >
                  {say(one.title)}
                </text>
              </g>
            );
          })}
          <line
            x1={x(today)}
            x2={x(today)}
            y1={HEAD - 6}
            y2={height - 4}
            stroke="var(--krama)"
            strokeWidth={2}
          />
        </svg>
      </section>
      <details>
        <summary>
          <Trans>The same as a table</Trans>
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wide is scrolled by keyboard too */}
        <section className="wide" tabIndex={0} aria-label={t`Work by day`}>
          <table className="tbl">
            <caption className="vh">{t`Work by day`}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>What</Trans>
                </th>
                <th scope="col">
                  <Trans>First day</Trans>
                </th>
                <th scope="col">
                  <Trans>Last day</Trans>
                </th>
                <th scope="col">
                  <Trans>Where it stands</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {dated.map((one) => (
                <tr key={one.id}>
                  <td>
                    <button
                      type="button"
                      className="linkish"
                      aria-label={label(one)}
                      onClick={() => onOpen(one)}
                    >
                      <Both text={one.title} />
                    </button>{" "}
                    <small className="muted">{i18n._(WORK_KINDS[one.kind])}</small>
                  </td>
                  <td>{one.startsOn ? day(one.startsOn, locale) : ""}</td>
                  <td>{one.dueOn ? day(one.dueOn, locale) : ""}</td>
                  <td>{one.kind === "WINDOW" ? "" : i18n._(WORK_STATES[one.status])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </div>
  );
}
