import { Trans, useLingui } from "@lingui/react/macro";
import { Minus, Plus } from "lucide-react";
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useMutation } from "urql";
import { day } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure } from "../../ui/outcome";
import {
  type CampaignFullFragment,
  ShiftCampaignWorkDocument,
  type WorkPartsFragment,
} from "./campaigns.gql";
import { dayOf, type Hold, isoOf, marks, movedBy, type Span, spanOf, told } from "./days";
import { ByDay } from "./work-table";

/** Points a day, from years to days. */
const SCALES = [0.6, 1.6, 4, 12, 32];
const ROW = 34;
const HEAD = 30;
const MOST = 560;
/** How much is drawn beyond what is seen, so that scrolling finds it there. */
const BEYOND = 8;

type Seen = { top: number; left: number; width: number; height: number };
type Dated = { work: WorkPartsFragment; span: Span };
/** Where a bar is drawn to: of the work as it was read, and kept in view until the new state has come. */
type Drawn = { id: string; version: number; span: Span; sent: boolean };

/** What has days and is not given up, by its days. */
function sorted(work: WorkPartsFragment[]): Dated[] {
  return work
    .flatMap((one) => {
      const span = spanOf(one);
      return span && one.status !== "DROPPED" ? [{ work: one, span }] : [];
    })
    .sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to || a.work.id.localeCompare(b.work.id));
}

/** What is done when: bars from day to day, milestones as diamonds, policy windows behind everything, today as a line. Bars are
 * moved by hand or by the arrow keys; only what is seen is drawn, so that thousands do not tire the page. */
export function Timeline({
  campaign,
  work,
  may,
  today,
  onOpen,
  onMoved,
}: {
  campaign: CampaignFullFragment;
  work: WorkPartsFragment[];
  may: boolean;
  today: string;
  onOpen: (work: WorkPartsFragment) => void;
  onMoved: () => void;
}) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const box = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(2);
  const [seen, setSeen] = useState<Seen>({ top: 0, left: 0, width: 900, height: MOST });
  const [drawing, setDrawn] = useState<Drawn | null>(null);
  const drawn = work.some((one) => one.id === drawing?.id && one.version === drawing.version)
    ? drawing
    : null;
  const held = useRef<{ x: number; hold: Hold; span: Span; moved: boolean } | null>(null);
  const [, shift] = useMutation(ShiftCampaignWorkDocument);
  const scale = SCALES[zoom] ?? 4;
  const now = dayOf(today);
  // Scrolling draws anew, and must neither sort nor list anew.
  const dated = useMemo(() => sorted(work), [work]);
  const empty = dated.length === 0;
  const [windows, rows] = useMemo(
    () => [
      dated.filter((one) => one.work.kind === "WINDOW"),
      dated.filter((one) => one.work.kind !== "WINDOW"),
    ],
    [dated],
  );
  const [first, last] = useMemo(
    () => [
      Math.min(now, ...dated.map(({ span }) => span.from)) - 14,
      Math.max(now, ...dated.map(({ span }) => span.to)) + 60,
    ],
    [now, dated],
  );
  const table = useMemo(
    () => <ByDay campaign={campaign} dated={dated.map((one) => one.work)} onOpen={onOpen} onDone={onMoved} />,
    [campaign, dated, onOpen, onMoved],
  );
  const x = (of: number) => (of - first) * scale;
  const toDay = (of: number) => {
    if (box.current) box.current.scrollLeft = x(of) - box.current.clientWidth / 3;
  };

  // Where it does not fit, the picture begins a little before today; a nearer look keeps the day that is in the middle.
  const middle = useRef(now);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another scale, and the first bar, move what is seen
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.scrollLeft = x(middle.current) - element.clientWidth / 3;
    look();
  }, [zoom, empty]);
  const look = () => {
    const element = box.current;
    if (!element) return;
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = element;
    setSeen({ top: scrollTop, left: scrollLeft, width: clientWidth, height: clientHeight });
    middle.current = first + (scrollLeft + clientWidth / 3) / scale;
  };
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    element.addEventListener("scroll", soon, { passive: true });
    window.addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener("scroll", soon);
      window.removeEventListener("resize", soon);
    };
  });

  if (empty)
    return (
      <p className="muted sm">
        <Trans>Nothing has a day yet. Give work a first or last day, and it stands here.</Trans>
      </p>
    );

  const height = HEAD + Math.max(1, rows.length) * ROW + windows.length * 20 + 8;
  const from = Math.max(0, Math.floor((seen.top - HEAD) / ROW) - BEYOND);
  const until = Math.ceil((seen.top + seen.height) / ROW) + BEYOND;
  const [left, right] = [first + seen.left / scale - 30, first + (seen.left + seen.width) / scale + 30];
  const lines = marks(Math.max(first, Math.floor(left)), Math.min(last, Math.ceil(right)), scale);
  const days = (span: Span) =>
    span.from === span.to
      ? day(isoOf(span.to), locale)
      : `${day(isoOf(span.from), locale)} – ${day(isoOf(span.to), locale)}`;

  const save = async (one: WorkPartsFragment, span: Span) => {
    const before = spanOf(one);
    if (before && before.from === span.from && before.to === span.to) {
      setDrawn(null);
      return;
    }
    const { id, version } = one;
    setDrawn({ id, version, span, sent: true });
    const { data, error } = await shift({ id, version, ...told(one, span) });
    const why = failure(error, data?.shiftCampaignWork);
    if (why) {
      toast.error(why);
      setDrawn(null);
    }
    onMoved();
  };
  const grab = (event: PointerEvent<HTMLElement>, one: Dated, hold: Hold) => {
    // A finger scrolls; whoever has only fingers changes the days in the form.
    if (!may || event.pointerType === "touch" || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { x: event.clientX, hold, span: one.span, moved: false };
  };
  const draw = (event: PointerEvent<HTMLElement>, { id, version }: WorkPartsFragment) => {
    const hand = held.current;
    if (!hand) return;
    const by = Math.round((event.clientX - hand.x) / scale);
    if (Math.abs(event.clientX - hand.x) > 4) hand.moved = true;
    if (hand.moved) setDrawn({ id, version, span: movedBy(hand.span, by, hand.hold), sent: false });
  };
  const drop = (one: Dated) => {
    const hand = held.current;
    held.current = null;
    if (hand?.moved && drawn?.id === one.work.id) void save(one.work, drawn.span);
  };
  const press = (event: KeyboardEvent<HTMLElement>, one: Dated) => {
    const { id, version } = one.work;
    // What is on its way is not drawn any further: its new state comes first.
    if (drawn?.sent && event.key.startsWith("Arrow")) {
      event.preventDefault();
      return;
    }
    const span = drawn?.id === id ? drawn.span : one.span;
    const step = event.shiftKey ? 7 : 1;
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key];
    if (by !== undefined && may) {
      event.preventDefault();
      setDrawn({ id, version, span: movedBy(span, by, event.altKey ? "to" : "all"), sent: false });
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const bars = [...(box.current?.querySelectorAll<HTMLElement>(".bar-handle") ?? [])];
      bars[bars.indexOf(event.currentTarget) + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    } else if (event.key === "Enter" && drawn?.id === id) {
      event.preventDefault();
      if (!drawn.sent) void save(one.work, drawn.span);
    } else if (event.key === "Escape" && drawn) {
      event.preventDefault();
      setDrawn(null);
    }
  };

  return (
    <div className="stackv gap-3">
      <div className="row wrap gap-2">
        <Button
          className="small"
          aria-label={t`Look from further away`}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        >
          <Minus className="i" aria-hidden="true" />
        </Button>
        <Button
          className="small"
          aria-label={t`Look nearer`}
          disabled={zoom === SCALES.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          <Plus className="i" aria-hidden="true" />
        </Button>
        <Button className="small" onClick={() => toDay(now)}>
          <Trans>Today</Trans>
        </Button>
        {may ? (
          <small className="muted byhand">
            <Trans>
              Draw a bar, or choose it and use the arrow keys: Shift for a week, Alt for its end, Enter to
              keep it.
            </Trans>
          </small>
        ) : null}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wide is scrolled by keyboard too */}
      <section className="gantt" ref={box} tabIndex={0} aria-label={t`Timeline`}>
        <div className="days" style={{ width: x(last), height }}>
          {lines.map(({ day: at, kind }) => (
            <span key={at} className="mark" data-kind={kind} style={{ insetInlineStart: x(at) }}>
              {kind === "day" || kind === "week"
                ? day(isoOf(at), locale).split(" ")[0]
                : day(isoOf(at), locale).replace(/^\S+ /, "")}
            </span>
          ))}
          {windows.map((one, row) => (
            <div
              key={one.work.id}
              className="window"
              style={{
                insetInlineStart: x(one.span.from),
                width: Math.max(4, x(one.span.to + 1) - x(one.span.from)),
              }}
            >
              <button
                type="button"
                className="windowname"
                style={{ bottom: 4 + row * 20 }}
                onClick={() => onOpen(one.work)}
              >
                {say(one.work.title)}
              </button>
            </div>
          ))}
          <div className="today" style={{ insetInlineStart: x(now) }} aria-hidden="true" />
          {rows.slice(from, until).map((one, at) => {
            const moving = drawn?.id === one.work.id;
            const span = moving ? drawn.span : one.span;
            const width = Math.max(one.work.kind === "MILESTONE" ? 0 : 8, x(span.to + 1) - x(span.from));
            const inside = width > 170;
            return (
              <div
                key={one.work.id}
                className="bar-row"
                style={{ top: HEAD + (from + at) * ROW, insetInlineStart: x(span.from) }}
              >
                <button
                  type="button"
                  className="bar-handle"
                  data-kind={one.work.kind}
                  data-status={one.work.status}
                  data-moving={moving || undefined}
                  style={{ width: one.work.kind === "MILESTONE" ? undefined : width }}
                  aria-label={`${say(one.work.title)}, ${days(span)}`}
                  onClick={() => {
                    if (!drawn) onOpen(one.work);
                  }}
                  onKeyDown={(event) => press(event, one)}
                  onBlur={() => {
                    if (moving && !drawn.sent && !held.current) void save(one.work, span);
                  }}
                  onPointerDown={(event) => {
                    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
                    const hold: Hold =
                      one.work.kind === "MILESTONE" || width < 24
                        ? "all"
                        : at < 8
                          ? "from"
                          : at > width - 8
                            ? "to"
                            : "all";
                    grab(event, one, hold);
                  }}
                  onPointerMove={(event) => draw(event, one.work)}
                  onPointerUp={() => drop(one)}
                  onPointerCancel={() => {
                    held.current = null;
                    setDrawn(null);
                  }}
                >
                  {inside ? say(one.work.title) : null}
                </button>
                {inside ? null : (
                  <span className="barname" aria-hidden="true">
                    {say(one.work.title)}
                  </span>
                )}
              </div>
            );
          })}
        </div>
      </section>
      <p role="status" className="vh">
        {drawn && !drawn.sent ? days(drawn.span) : ""}
      </p>
      {table}
    </div>
  );
}
