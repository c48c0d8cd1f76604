import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useQuery } from "urql";
import { number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { CampaignThreadDocument, type CampaignThreadQuery } from "./results.gql";
import { GAPS, KNOTS } from "./words";

type Node = NonNullable<CampaignThreadQuery["campaign"]>["thread"]["nodes"][number];

const WIDTH = 1000;
const BOX = 214;
const HEIGHT = 50;
const GAP = 14;
const HEAD = 30;

/** In which column something stands: what leads to something else stands before it. */
function column(node: Node): number {
  if (node.kind === "DOCUMENT") return 0;
  if (node.kind === "PAPER" || node.itemKind === "OBJECTIVE") return 1;
  if (node.itemKind === "ASK") return 2;
  return 3;
}

/** A word for what a thing is. */
const knot = (node: Node) => KNOTS[node.kind === "ITEM" ? (node.itemKind ?? "ASK") : node.kind];

/** A title in two lines at most. */
function lines(title: string): string[] {
  // Khmer is written without spaces; its clusters are not torn apart.
  const pieces: string[] = title.match(/\P{M}(?:\u17d2\p{L}|\p{M})*/gu) ?? [];
  const [most, found] = [27, [] as string[]];
  let rest = pieces;
  while (rest.length > 0 && found.length < 2) {
    let end = Math.min(most, rest.length);
    if (end < rest.length) {
      const space = rest.slice(0, end).lastIndexOf(" ");
      if (space > 8) end = space;
    }
    found.push(rest.slice(0, end).join("").trim());
    rest = rest.slice(end);
  }
  if (rest.length > 0 && found[1]) found[1] = `${found[1].slice(0, -1)}…`;
  return found;
}

/** The golden thread: from the evidence to the paper to the ask to what came of it; and where it is broken. */
export function Thread({ campaign, through }: { campaign: string; through?: string | undefined }) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [{ data, error }] = useQuery({
    query: CampaignThreadDocument,
    variables: { id: campaign, through: through ?? null },
    requestPolicy: "cache-and-network",
  });
  const thread = data?.campaign?.thread;
  if (!thread) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  if (thread.nodes.length === 0)
    return (
      <p className="muted">
        <Trans>Nothing hangs on the thread yet: begin with an objective and an ask.</Trans>
      </p>
    );
  const columns = [0, 1, 2, 3].map((at) => thread.nodes.filter((node) => column(node) === at));
  const place = new Map<string, { x: number; y: number }>();
  const step = (WIDTH - BOX) / 3;
  columns.forEach((nodes, at) => {
    nodes.forEach((node, row) => {
      place.set(node.id, { x: at * step, y: HEAD + row * (HEIGHT + GAP) });
    });
  });
  const height = HEAD + Math.max(...columns.map((nodes) => nodes.length)) * (HEIGHT + GAP);
  const title = (id: string) => {
    const node = thread.nodes.find((one) => one.id === id);
    return node ? say(node.title) : "";
  };
  const heads = [t`Evidence`, t`Papers and objectives`, t`Asks`, t`Of whom, and what came of it`];
  const broken = thread.nodes.filter((node) => node.gaps.length > 0);
  return (
    <section className="stackv gap-6" aria-label={t`The golden thread`}>
      {through ? (
        <p className="sm">
          <Link to="/campaigns/$id" params={{ id: campaign }} search={{ tab: "thread" }}>
            <Trans>Show the whole thread</Trans>
          </Link>
        </p>
      ) : null}
      <p>
        {broken.length === 0 ? (
          <Badge tone="ok">
            <Trans>The thread is whole</Trans>
          </Badge>
        ) : (
          <Badge tone="warn">
            <Trans>Broken at {number(broken.length, locale)} places</Trans>
          </Badge>
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wide is scrolled by keyboard too */}
      <section className="wide" tabIndex={0} aria-label={t`The golden thread as a picture`}>
        <svg
          className="viz"
          viewBox={`0 0 ${WIDTH} ${height}`}
          style={{ minWidth: 860, width: "100%", height: "auto" }}
          role="img"
          aria-label={t`The golden thread: the table under it says the same.`}
        >
          {heads.map((head, at) => (
            <text key={head} x={at * step} y={16} className="q">
              {head}
            </text>
          ))}
          {thread.links.map(({ from, to }) => {
            const [start, end] = [place.get(from), place.get(to)];
            if (!start || !end) return null;
            const [x1, y1, x2, y2] = [start.x + BOX, start.y + HEIGHT / 2, end.x, end.y + HEIGHT / 2];
            const bend = Math.max(20, (x2 - x1) / 2);
            return (
              <path
                key={from + to}
                d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`}
                fill="none"
                stroke="var(--viz-2)"
                strokeWidth={1.6}
              />
            );
          })}
          {thread.nodes.map((node) => {
            const at = place.get(node.id) ?? { x: 0, y: 0 };
            const gap = node.gaps.length > 0;
            return (
              <g key={node.id}>
                <rect
                  x={at.x}
                  y={at.y}
                  width={BOX}
                  height={HEIGHT}
                  rx={4}
                  fill="var(--surface)"
                  stroke={gap ? "var(--viz-against)" : "var(--viz-1)"}
                  strokeDasharray={gap ? "5 4" : undefined}
                  strokeWidth={node.id === through ? 3 : 1.4}
                />
                {lines(say(node.title)).map((line, row) => (
                  <text key={line} x={at.x + 10} y={at.y + 21 + row * 17}>
                    {line}
                  </text>
                ))}
              </g>
            );
          })}
        </svg>
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wide is scrolled by keyboard too */}
      <section className="wide" tabIndex={0} aria-label={t`The golden thread as a table`}>
        <table className="tbl cards">
          <caption className="vh">{t`The golden thread as a table`}</caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>What</Trans>
              </th>
              <th scope="col">
                <Trans>It rests on</Trans>
              </th>
              <th scope="col">
                <Trans>Where it is broken</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.flat().map((node) => (
              <tr key={node.id}>
                <td>
                  <Where campaign={campaign} node={node}>
                    <Both text={node.title} />
                  </Where>
                  <small className="muted block">{i18n._(knot(node))}</small>
                </td>
                <td data-l={t`It rests on`}>
                  {thread.links
                    .filter((link) => link.to === node.id)
                    .map((link) => (
                      <span key={link.from} className="block sm">
                        {title(link.from)}
                      </span>
                    ))}
                </td>
                <td data-l={t`Where it is broken`}>
                  {node.gaps.map((gap) => (
                    <span key={gap} className="block">
                      <Badge tone="warn">{i18n._(GAPS[gap])}</Badge>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** Where a thing is read; what is of the plan, by what hangs together with it. */
function Where({ campaign, node, children }: { campaign: string; node: Node; children: ReactNode }) {
  if (node.kind === "DOCUMENT")
    return (
      <Link to="/evidence/$id" params={{ id: node.id }}>
        {children}
      </Link>
    );
  if (node.kind === "PAPER")
    return (
      <Link to="/papers/$id" params={{ id: node.id }}>
        {children}
      </Link>
    );
  if (node.kind === "STAKEHOLDER")
    return (
      <Link to="/stakeholders/$campaign" params={{ campaign }} search={{ who: node.id }}>
        {children}
      </Link>
    );
  return (
    <Link to="/campaigns/$id" params={{ id: campaign }} search={{ tab: "thread", through: node.id }}>
      {children}
    </Link>
  );
}
