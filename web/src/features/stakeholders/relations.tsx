import { Trans, useLingui } from "@lingui/react/macro";
import { Minus, Plus } from "lucide-react";
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useMutation } from "urql";
import type { StakeholderLinkKind } from "../../graphql/schema";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Button, Field } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure } from "../../ui/outcome";
import { at, draw, type Scene, STROKES, type View } from "./draw";
import { path } from "./known";
import { LinkForm } from "./link-form";
import { LayOutStakeholdersDocument, OpenStakeholderLinkDocument } from "./stakeholders.gql";
import type { Relation, Shown, StakeholderMap } from "./use-map";
import { LINK_KINDS } from "./words";

/** Where everybody stands, found beside the page. */
function useSpots(shown: Shown[], links: Relation[]) {
  const [spots, setSpots] = useState<Map<string, [number, number]>>(new Map());
  const [ready, setReady] = useState(false);
  const key = useMemo(
    () =>
      JSON.stringify([
        shown.map(({ who }) => [who.id, who.x, who.y]).sort(),
        links.map((link) => [link.from, link.to]).sort(),
      ]),
    [shown, links],
  );
  useEffect(() => {
    const [those, ties] = JSON.parse(key) as [[string, number | null, number | null][], [string, string][]];
    const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
    const begun = performance.now();
    worker.onmessage = ({ data }: MessageEvent<[string, [number, number]][]>) => {
      performance.measure("sala-layout", { start: begun, end: performance.now() });
      setSpots(new Map(data));
      setReady(true);
      worker.terminate();
    };
    worker.postMessage({
      places: those.map(([id, x, y]) => ({ id, x, y })),
      ties: ties.map(([from, to]) => ({ from, to })),
    });
    return () => worker.terminate();
  }, [key]);
  return { spots, ready, setSpots };
}

/** Everybody within so many steps of one. */
function around(links: Relation[], of: string, steps: number): Set<string> {
  let found = new Set([of]);
  for (let n = 0; n < steps; n += 1) {
    const next = new Set(found);
    for (const link of links) {
      if (found.has(link.from)) next.add(link.to);
      if (found.has(link.to)) next.add(link.from);
    }
    found = next;
  }
  return found;
}

const KINDS = Object.keys(LINK_KINDS) as StakeholderLinkKind[];

/** How those on a map stand to each other: a picture one moves through, and the same to be read. */
export function Relations({
  map,
  shown,
  on,
  chosen,
  standing,
  onChoose,
  onDone,
}: {
  map: StakeholderMap;
  shown: Shown[];
  on: string;
  /** Where everybody stands, for whoever takes the picture away. */
  standing: RefObject<Map<string, [number, number]>>;
  chosen: string | null;
  onChoose: (id: string) => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hidden, setHidden] = useState<StakeholderLinkKind[]>([]);
  const [towers, setTowers] = useState(false);
  const [focus, setFocus] = useState("");
  const [goal, setGoal] = useState("");
  const [form, setForm] = useState<Relation | "new" | null>(null);
  const [opened, setOpened] = useState<Relation[]>([]);
  const [, layOut] = useMutation(LayOutStakeholdersDocument);
  const [, open] = useMutation(OpenStakeholderLinkDocument);
  const [page, setPage] = useState(0);
  const links = useMemo(
    () =>
      [...map.links, ...opened.filter((link) => !map.links.some((other) => other.id === link.id))].filter(
        (link) =>
          !hidden.includes(link.kind) &&
          (!link.since || link.since <= on) &&
          (!link.until || link.until >= on),
      ),
    [map.links, opened, hidden, on],
  );
  // The places are those of all relations: choosing a kind moves nobody.
  const { spots, ready, setSpots } = useSpots(shown, map.links);
  const names = useMemo(() => new Map(map.stakeholders.map((who) => [who.id, say(who.name)])), [map, say]);
  const way = useMemo(
    () => (focus && goal && focus !== goal ? path(links, focus, goal) : null),
    [links, focus, goal],
  );
  const lit = useMemo(() => {
    if (way) return new Set(way);
    return focus ? around(links, focus, 1) : null;
  }, [way, focus, links]);
  useEffect(() => {
    standing.current = spots;
  }, [standing, spots]);
  const scene: Scene = useMemo(
    () => ({ shown, links, spots, chosen, lit, towers, names }),
    [shown, links, spots, chosen, lit, towers, names],
  );
  const view = useRef<View>({ x: 0, y: 0, zoom: 1 });
  const frame = useRef(0);
  const paint = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      if (canvas.current) draw(canvas.current, scene, view.current);
    });
  }, [scene]);
  // At first everybody is in view.
  const fitted = useRef(false);
  useLayoutEffect(() => {
    const element = canvas.current;
    if (ready && !fitted.current && element && spots.size > 0) {
      const all = [...spots.values()];
      const [xs, ys] = [all.map((one) => one[0]), all.map((one) => one[1])];
      const [low, high] = [
        [Math.min(...xs), Math.min(...ys)],
        [Math.max(...xs), Math.max(...ys)],
      ] as [[number, number], [number, number]];
      view.current = {
        x: (low[0] + high[0]) / 2,
        y: (low[1] + high[1]) / 2,
        zoom: Math.min(
          1.4,
          element.clientWidth / (high[0] - low[0] + 140),
          element.clientHeight / (high[1] - low[1] + 110),
        ),
      };
      fitted.current = true;
    }
    paint();
  }, [paint, ready, spots]);
  useEffect(() => {
    const again = () => paint();
    addEventListener("resize", again);
    return () => {
      removeEventListener("resize", again);
      cancelAnimationFrame(frame.current);
    };
  }, [paint]);
  const zoomBy = (by: number) => {
    view.current = { ...view.current, zoom: Math.min(4, Math.max(0.08, view.current.zoom * by)) };
    paint();
  };
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      view.current = {
        ...view.current,
        zoom: Math.min(4, Math.max(0.08, view.current.zoom * Math.exp(-event.deltaY / 300))),
      };
      paint();
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  }, [paint]);

  const held = useRef<{ x: number; y: number; who: string | null; moved: boolean } | null>(null);
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    const { offsetX: x, offsetY: y } = event.nativeEvent;
    held.current = { x, y, who: at(event.currentTarget, scene, view.current, { x, y }), moved: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const was = held.current;
    if (!was) return;
    const { offsetX: x, offsetY: y } = event.nativeEvent;
    const [dx, dy] = [x - was.x, y - was.y];
    if (!was.moved && Math.hypot(dx, dy) < 4) return;
    const spot = was.who && map.viewerCan.keep ? spots.get(was.who) : undefined;
    if (spot) {
      spot[0] += dx / view.current.zoom;
      spot[1] += dy / view.current.zoom;
    } else {
      view.current = {
        ...view.current,
        x: view.current.x - dx / view.current.zoom,
        y: view.current.y - dy / view.current.zoom,
      };
    }
    held.current = { ...was, x, y, moved: true };
    paint();
  };
  const up = async () => {
    const was = held.current;
    held.current = null;
    if (!was?.who) return;
    if (!was.moved) {
      onChoose(was.who);
      return;
    }
    const spot = spots.get(was.who);
    if (spot && map.viewerCan.keep) {
      setSpots(new Map(spots));
      await keep([was.who]);
    }
  };
  const keep = async (ids: string[]) => {
    const places = ids.flatMap((id) => {
      const spot = spots.get(id);
      return spot ? [{ id, x: Math.round(spot[0]), y: Math.round(spot[1]) }] : [];
    });
    const { data, error } = await layOut({ campaign: map.campaign.id, places });
    const why = failure(error, data?.layOutStakeholders);
    if (why) toast.error(why);
    else onDone();
  };
  const key = (event: KeyboardEvent) => {
    const step = 60 / view.current.zoom;
    const by: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const moved = by[event.key];
    if (moved) {
      event.preventDefault();
      view.current = { ...view.current, x: view.current.x + moved[0], y: view.current.y + moved[1] };
      paint();
    } else if (event.key === "+" || event.key === "=") zoomBy(1.25);
    else if (event.key === "-") zoomBy(0.8);
  };
  const sealed = map.sealed.filter((one) => !opened.some((link) => link.id === one.id));
  const choices = [...shown].sort((a, b) => say(a.who.name).localeCompare(say(b.who.name), locale));
  const PAGE = 40;
  const listed = links.slice(page * PAGE, (page + 1) * PAGE);
  return (
    <div className="stackv gap-4">
      <fieldset className="row wrap gap-3">
        <legend className="vh">{t`Kinds of relations`}</legend>
        {KINDS.map((kind) => (
          <label key={kind} className="check">
            <input
              type="checkbox"
              checked={!hidden.includes(kind)}
              onChange={(event) =>
                setHidden(event.target.checked ? hidden.filter((one) => one !== kind) : [...hidden, kind])
              }
            />
            <svg width="26" height="10" aria-hidden="true">
              <path
                d="M0 5H26"
                stroke={`var(${STROKES[kind].colour})`}
                strokeWidth="2.5"
                strokeDasharray={STROKES[kind].dash.join(" ")}
              />
            </svg>
            <span>{i18n._(LINK_KINDS[kind])}</span>
          </label>
        ))}
        <label className="check">
          <input type="checkbox" checked={towers} onChange={(event) => setTowers(event.target.checked)} />
          <span>
            <Trans>Towers of influence</Trans>
          </span>
        </label>
      </fieldset>
      <div className="graphbox">
        <canvas
          ref={canvas}
          className="graph"
          role="img"
          tabIndex={0}
          data-ready={ready || undefined}
          aria-label={t`${number(shown.length, locale)} stakeholders and ${number(links.length, locale)} relations. Arrow keys move, plus and minus come nearer and go away. The same is in the table.`}
          onPointerDown={down}
          onPointerMove={move}
          onPointerUp={() => void up()}
          onKeyDown={key}
        />
        <span className="graphzoom">
          <Button className="small" aria-label={t`Nearer`} onClick={() => zoomBy(1.25)}>
            <Plus className="i" aria-hidden="true" />
          </Button>
          <Button className="small" aria-label={t`Further away`} onClick={() => zoomBy(0.8)}>
            <Minus className="i" aria-hidden="true" />
          </Button>
        </span>
      </div>
      <div className="formgrid">
        <Field label={t`Around whom`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={focus}
              onChange={(event) => setFocus(event.target.value)}
            >
              <option value="">{t`everybody`}</option>
              {choices.map(({ who }) => (
                <option key={who.id} value={who.id}>
                  {say(who.name)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t`The way to whom`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={goal}
              disabled={focus === ""}
              onChange={(event) => setGoal(event.target.value)}
            >
              <option value="">{t`nobody in particular`}</option>
              {choices.map(({ who }) => (
                <option key={who.id} value={who.id}>
                  {say(who.name)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {focus && goal && focus !== goal ? (
        <p role="status">
          {way ? (
            <Trans>The way: {way.map((id) => names.get(id)).join(" → ")}</Trans>
          ) : (
            <Trans>No way leads there.</Trans>
          )}
        </p>
      ) : null}
      <div className="row wrap gap-2">
        {map.viewerCan.keep ? (
          <>
            <Button className="small" onClick={() => setForm("new")}>
              <Plus className="i" aria-hidden="true" />
              <Trans>Write down a relation</Trans>
            </Button>
            <Button
              className="small"
              kind="quiet"
              disabled={!ready}
              onClick={() => void keep([...spots.keys()])}
            >
              <Trans>Keep everybody where they stand</Trans>
            </Button>
          </>
        ) : null}
        {sealed.length > 0 ? (
          <Button
            className="small"
            kind="quiet"
            onClick={async () => {
              const found: Relation[] = [];
              for (const one of sealed) {
                const { data } = await open({ id: one.id });
                if (data?.openStakeholderLink.link) found.push(data.openStakeholderLink.link);
              }
              setOpened([...opened, ...found]);
            }}
          >
            <Trans>Open {number(sealed.length, locale)} confidential; it is written down that you did</Trans>
          </Button>
        ) : null}
      </div>
      {links.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wide is scrolled by keyboard too
        <section className="wide" tabIndex={0} aria-label={t`Relations, as a table`}>
          <table className="tbl">
            <caption className="vh">{t`Relations, as a table`}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>From</Trans>
                </th>
                <th scope="col">
                  <Trans>How</Trans>
                </th>
                <th scope="col">
                  <Trans>To</Trans>
                </th>
                <th scope="col" className="n">
                  <Trans>Strength</Trans>
                </th>
                <th scope="col">
                  <Trans>By what one knows</Trans>
                </th>
                {map.viewerCan.keep ? (
                  <th scope="col">
                    <span className="vh">
                      <Trans>Change</Trans>
                    </span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {listed.map((link) => (
                <tr key={link.id}>
                  <td>{names.get(link.from)}</td>
                  <td>
                    {i18n._(LINK_KINDS[link.kind])}
                    {link.directed ? null : (
                      <small className="muted">
                        {" "}
                        <Trans>both ways</Trans>
                      </small>
                    )}
                    {link.sensitivity === "CONFIDENTIAL" ? (
                      <>
                        {" "}
                        <Badge tone="danger">
                          <Trans>confidential</Trans>
                        </Badge>
                      </>
                    ) : null}
                  </td>
                  <td>{names.get(link.to)}</td>
                  <td className="n">{number(link.strength, locale)}</td>
                  <td>{link.basis}</td>
                  {map.viewerCan.keep ? (
                    <td>
                      <Button
                        className="small"
                        kind="quiet"
                        aria-label={t`Change: ${names.get(link.from) ?? ""} – ${names.get(link.to) ?? ""}`}
                        onClick={() => setForm(link)}
                      >
                        <Trans>Change</Trans>
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <p className="muted sm">
          <Trans>No relation is written down yet.</Trans>
        </p>
      )}
      {links.length > PAGE ? (
        <div className="actions">
          <Button className="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
            <Trans>Back</Trans>
          </Button>
          <span className="sm muted">
            {number(page * PAGE + 1, locale)}–{number(Math.min(links.length, (page + 1) * PAGE), locale)} /{" "}
            {number(links.length, locale)}
          </span>
          <Button
            className="small"
            disabled={(page + 1) * PAGE >= links.length}
            onClick={() => setPage(page + 1)}
          >
            <Trans>Further</Trans>
          </Button>
        </div>
      ) : null}
      {form ? (
        <LinkForm
          map={map}
          link={form === "new" ? undefined : form}
          from={chosen ?? undefined}
          onClose={() => setForm(null)}
          onDone={() => {
            setOpened([]);
            onDone();
          }}
        />
      ) : null}
    </div>
  );
}
