import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ChevronRight, FileDown, History, Lock, Plus } from "lucide-react";
import { type MouseEvent, useMemo, useRef, useState } from "react";
import { useMutation, useQuery } from "urql";
import { useKept } from "../../app/kept";
import { useNetwork } from "../../app/viewer";
import type { StakeholderMovement } from "../../graphql/schema";
import { day, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Button, EmptyState, Field, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { Reports } from "../campaigns/reports";
import { Acts } from "./acts";
import { CopyForm } from "./copy-form";
import { Detail } from "./detail";
import { Forces } from "./forces";
import { Grid, Legend } from "./grid";
import { ImportForm } from "./import-form";
import { months } from "./known";
import { Log } from "./log";
import { MergeForm } from "./moves";
import { Relations } from "./relations";
import { StakeholderForm } from "./stakeholder-form";
import {
  LayOutStakeholdersDocument,
  StakeholderMapDocument,
  StakeholderMovesDocument,
  StakeholderPairsDocument,
} from "./stakeholders.gql";
import { MapTable } from "./table";
import { named, type StakeholderMap, useShown } from "./use-map";
import { MAP_VIEWS, type MapView } from "./views";
import { POWER, TARGETS } from "./words";
import "../campaigns/campaigns.css";
import "./stakeholders.css";

/** Views that show how somebody was known on a day. */
const PICTURES: MapView[] = ["grid", "aiim", "forces", "relations", "table"];

/** The map of a campaign: who decides, who moves, who has met whom. */
export function MapPage() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const { campaign: id } = useParams({ from: "/inside/stakeholders/$campaign" });
  const { view = "grid", who, on: asked } = useSearch({ from: "/inside/stakeholders/$campaign" });
  const navigate = useNavigate();
  const network = useNetwork();
  const [form, setForm] = useState<"add" | "import" | "copy" | null>(null);
  const [moves, setMoves] = useState(true);
  const [objective, setObjective] = useState("");
  const [targets, setTargets] = useState(false);
  const standing = useRef<Map<string, [number, number]>>(new Map());
  const [, layOut] = useMutation(LayOutStakeholdersDocument);
  const [{ data: answer, error }, again] = useQuery({
    query: StakeholderMapDocument,
    variables: { campaign: id },
    requestPolicy: "cache-and-network",
  });
  const data = useKept(answer, id);
  const told = data?.stakeholderMap;
  const map = useMemo(() => (told ? named(told) : null), [told]);
  const on = asked ?? map?.today ?? "";
  const shown = useShown(map, on, objective || null);
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  if (!map)
    return (
      <Note tone="danger">
        <Trans>This does not exist, or not for you.</Trans>
      </Note>
    );
  const refresh = () => again({ requestPolicy: "network-only" });
  const go = (to: { view?: MapView; who?: string | undefined; on?: string | undefined }) =>
    void navigate({
      to: "/stakeholders/$campaign",
      params: { campaign: id },
      search: { view, who, on: asked, ...to },
      replace: true,
    });
  // The picture of relations is drawn by the hub: it first learns where everybody stands, so that it shows what one sees.
  const asSeen = async (event: MouseEvent<HTMLAnchorElement>) => {
    const { href } = event.currentTarget;
    const open = map.stakeholders.filter((one) => one.x === null && standing.current.has(one.id));
    if (open.length === 0 || !map.viewerCan.keep) return;
    event.preventDefault();
    const places = [...standing.current].map(([one, [x, y]]) => ({
      id: one,
      x: Math.round(x),
      y: Math.round(y),
    }));
    await layOut({ campaign: id, places });
    refresh();
    location.assign(href);
  };
  const narrowed = targets ? shown.filter((one) => one.who.target !== "NONE") : shown;
  const archived = map.stakeholders.filter((one) => one.state === "ARCHIVED");
  const chosen =
    shown.find((one) => one.who.id === who) ??
    map.stakeholders.filter((one) => one.id === who).map((one) => ({ number: 0, who: one, known: null }))[0];
  const names: Record<MapView, string> = {
    grid: t`Power and interest`,
    aiim: t`Alignment (AIIM)`,
    forces: t`Forces`,
    relations: t`Relations`,
    table: t`Table`,
    log: t`Engagements`,
    reports: t`Reports`,
    acts: t`Who did what`,
  };
  const views = MAP_VIEWS.filter((one) => one !== "acts" || map.viewerCan.lead);
  const picture = PICTURES.includes(view);
  const objectives = map.campaign.items.flatMap((item) =>
    item.body.__typename === "PlanObjective" ? [{ id: item.id, text: item.body.statement }] : [],
  );
  const file = (name: string, ending: string) => `/files/${id}/map/${name}.${ending}?lang=${locale}&on=${on}`;
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <p className="crumb">
            <Link to="/campaigns/$id" params={{ id }}>
              <Both text={map.campaign.title} />
            </Link>
            <ChevronRight className="i" aria-hidden="true" />
            <span className="row">
              <Lock className="i" aria-hidden="true" />
              <Trans>team only</Trans>
            </span>
          </p>
          <h1>
            <Trans>Stakeholder map</Trans>
          </h1>
          <Moved map={map} />
        </div>
        {map.viewerCan.keep ? (
          <div className="row wrap gap-2">
            <Button kind="primary" onClick={() => setForm("add")}>
              <Plus className="i" aria-hidden="true" />
              <Trans>Put somebody on the map</Trans>
            </Button>
            <Button onClick={() => setForm("import")}>
              <Trans>From a table</Trans>
            </Button>
            <Button onClick={() => setForm("copy")}>
              <Trans>From another map</Trans>
            </Button>
          </div>
        ) : null}
      </div>
      <nav className="tabs" aria-label={t`Views`}>
        {views.map((one) => (
          <Link
            key={one}
            to="/stakeholders/$campaign"
            params={{ campaign: id }}
            search={{ view: one, who, on: asked }}
            aria-current={one === view ? "page" : undefined}
          >
            {names[one]}
          </Link>
        ))}
      </nav>
      {map.stakeholders.length === 0 && view !== "acts" ? (
        <EmptyState title={t`Nobody is on the map yet`}>
          <p>
            <Trans>
              Put those on it who decide, who advise, who are concerned. Rate each by what you have seen; the
              map shows whom to meet, whom to win, and how they move. Only the team of this campaign sees it.
            </Trans>
          </p>
        </EmptyState>
      ) : (
        <div className={chosen && picture ? "two mapview onmap" : "stackv gap-6 onmap"}>
          <div className="stackv gap-6">
            {picture ? (
              <section className="card stackv gap-3" aria-label={names[view]}>
                <div className="row between wrap gap-3">
                  {view === "table" ? (
                    <span />
                  ) : (
                    <Legend moves={moves && (view === "grid" || view === "aiim")} />
                  )}
                  <div className="row wrap gap-3">
                    {view === "grid" || view === "aiim" ? (
                      <label className="check">
                        <input
                          type="checkbox"
                          checked={moves}
                          onChange={(event) => setMoves(event.target.checked)}
                        />
                        <span>
                          <Trans>Arrows</Trans>
                        </span>
                      </label>
                    ) : null}
                    <label className="check">
                      <input
                        type="checkbox"
                        checked={targets}
                        onChange={(event) => setTargets(event.target.checked)}
                      />
                      <span>
                        <Trans>Targets alone</Trans>
                      </span>
                    </label>
                  </div>
                </div>
                {view === "grid" || view === "aiim" ? (
                  <Grid
                    kind={view === "grid" ? "power" : "aiim"}
                    shown={narrowed}
                    chosen={who ?? null}
                    moves={moves}
                    onChoose={(one) => go({ who: one })}
                  />
                ) : null}
                {view === "forces" ? (
                  <Forces shown={narrowed} chosen={who ?? null} onChoose={(one) => go({ who: one })} />
                ) : null}
                {view === "relations" ? (
                  <Relations
                    map={map}
                    shown={narrowed}
                    on={on}
                    chosen={who ?? null}
                    standing={standing}
                    onChoose={(one) => go({ who: one })}
                    onDone={refresh}
                  />
                ) : null}
                {view === "table" ? (
                  <MapTable shown={narrowed} chosen={who ?? null} onChoose={(one) => go({ who: one })} />
                ) : null}
                <Slider map={map} on={on} onChange={(to) => go({ on: to === map.today ? undefined : to })} />
                {objectives.length > 0 && view !== "relations" ? (
                  <Field label={t`Rated for`}>
                    {(ids) => (
                      <select
                        className="input"
                        {...ids}
                        value={objective}
                        onChange={(event) => setObjective(event.target.value)}
                      >
                        <option value="">{t`the campaign as a whole`}</option>
                        {objectives.map((one) => (
                          <option key={one.id} value={one.id}>
                            {say(one.text)}
                          </option>
                        ))}
                      </select>
                    )}
                  </Field>
                ) : null}
                {map.viewerCan.lead ? (
                  <div className="row wrap gap-2">
                    {view === "table" ? (
                      <a className="btn small" href={file("table", "csv")} download>
                        <FileDown className="i" aria-hidden="true" />
                        <Trans>Table (CSV)</Trans>
                      </a>
                    ) : (
                      ["png", "svg", "pdf"].map((ending) => (
                        <a
                          key={ending}
                          className="btn small"
                          href={file(view, ending)}
                          download
                          onClick={view === "relations" ? (event) => void asSeen(event) : undefined}
                        >
                          <FileDown className="i" aria-hidden="true" />
                          {ending.toUpperCase()}
                        </a>
                      ))
                    )}
                    <span className="xs muted">
                      <Trans>It carries your name and the time, and is written down.</Trans>
                    </span>
                  </div>
                ) : null}
              </section>
            ) : null}
            {view === "log" ? <Log map={map} onDone={refresh} /> : null}
            {view === "reports" ? (
              <Reports
                campaign={{ id, items: [] }}
                kinds={["MOVEMENT", "COVERAGE", "TARGETS", "RESPONSES"]}
                files={map.viewerCan.lead}
              />
            ) : null}
            {view === "acts" ? <Acts map={map} /> : null}
            {picture && view !== "table" && view !== "relations" ? (
              <section className="card nopad" aria-label={t`The same, as a table`}>
                <header>
                  <h2>
                    <Trans>The same, as a table</Trans>
                  </h2>
                </header>
                <MapTable shown={narrowed} chosen={who ?? null} onChoose={(one) => go({ who: one })} />
              </section>
            ) : null}
            {view === "grid" ? <Cells shown={narrowed} /> : null}
            {view === "table" && archived.length > 0 ? (
              <details>
                <summary>
                  <Trans>Put away: {number(archived.length, locale)}</Trans>
                </summary>
                <ul className="sm">
                  {archived.map((one) => (
                    <li key={one.id}>
                      <button type="button" className="linkish" onClick={() => go({ who: one.id })}>
                        <Both text={one.name} />
                      </button>{" "}
                      <span className="muted">{i18n._(TARGETS[one.target])}</span>
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
            {map.viewerCan.lead && view === "table" ? <Pairs map={map} onDone={refresh} /> : null}
          </div>
          {chosen && picture ? (
            <Detail
              key={chosen.who.id}
              map={map}
              network={network?.id ?? ""}
              one={chosen}
              on={on}
              onChoose={(one) => go({ who: one })}
              onClose={() => go({ who: undefined })}
              onDone={refresh}
            />
          ) : null}
        </div>
      )}
      {form === "add" ? (
        <StakeholderForm
          map={map}
          onClose={() => setForm(null)}
          onDone={(added) => {
            refresh();
            go({ who: added });
          }}
        />
      ) : null}
      {form === "copy" ? (
        <CopyForm map={map} network={network?.id ?? ""} onClose={() => setForm(null)} onDone={refresh} />
      ) : null}
      {form === "import" ? <ImportForm map={map} onClose={() => setForm(null)} onDone={refresh} /> : null}
    </>
  );
}

/** How many have moved in the last three months, in one sentence. */
function Moved({ map }: { map: StakeholderMap }) {
  const { locale } = useLocale();
  const [year = 2026, month = 1] = map.today.split("-").map(Number);
  const since = new Date(Date.UTC(year, month - 4, 1)).toISOString().slice(0, 10);
  const [{ data }] = useQuery({
    query: StakeholderMovesDocument,
    variables: { campaign: map.campaign.id, since },
    requestPolicy: "cache-and-network",
  });
  const moves = data?.stakeholderMap?.moves;
  if (!moves) return null;
  const count = (way: StakeholderMovement) => moves.filter((one) => one.movement === way).length;
  return (
    <p className="lead">
      <Trans>
        Since {day(since, locale)}, <b>{number(count("TOWARD"), locale)} moved toward</b> the ask and{" "}
        <b>{number(count("AWAY"), locale)} moved away</b>.
      </Trans>
    </p>
  );
}

/** On which day one looks: a month a step. */
function Slider({ map, on, onChange }: { map: StakeholderMap; on: string; onChange: (to: string) => void }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const first = map.assessments[0]?.assessedOn;
  if (!first || first >= map.today) return null;
  const days = months(first, map.today);
  const found = days.findIndex((one) => one >= on);
  const value = found < 0 ? days.length - 1 : found;
  return (
    <div className="slider">
      <label className="row between sm" htmlFor="as-known-on">
        <span className="row">
          <History className="i" aria-hidden="true" /> <Trans>As known on</Trans>
        </span>
        <b className="num">{on === map.today ? t`today, ${day(on, locale)}` : day(on, locale)}</b>
      </label>
      <input
        id="as-known-on"
        type="range"
        min={0}
        max={days.length - 1}
        value={value}
        aria-valuetext={day(days[value] ?? on, locale)}
        onChange={(event) => onChange(days[Number(event.target.value)] ?? map.today)}
      />
      <div aria-hidden="true">
        <span>{day(days[0] ?? on, locale)}</span>
        <span>
          <Trans>today</Trans>
        </span>
      </div>
    </div>
  );
}

/** How many stand in each cell, of those whose rating counts. */
function Cells({ shown }: { shown: ReturnType<typeof useShown> }) {
  const { i18n } = useLingui();
  const { locale } = useLocale();
  const counting = shown.filter((one) => one.known?.counts);
  return (
    <p className="sm muted">
      {(Object.keys(POWER) as (keyof typeof POWER)[])
        .map(
          (cell) =>
            `${i18n._(POWER[cell])}: ${number(
              counting.filter((one) => one.known?.rating.power === cell).length,
              locale,
            )}`,
        )
        .join(" · ")}{" "}
      <Plural
        value={shown.filter((one) => one.known && !one.known.counts).length}
        _0=""
        one="· one is rated too long ago to count"
        other="· some are rated too long ago to count"
      />
    </p>
  );
}

/** Pairs that may be one, to be merged by those who lead the map. */
function Pairs({ map, onDone }: { map: StakeholderMap; onDone: () => void }) {
  const { t } = useLingui();
  const [merging, setMerging] = useState<[string, string] | null>(null);
  const [{ data }, again] = useQuery({
    query: StakeholderPairsDocument,
    variables: { campaign: map.campaign.id },
    requestPolicy: "cache-and-network",
  });
  const pairs = data?.stakeholderMap?.likelyPairs ?? [];
  const of = (id: string) => map.stakeholders.find((one) => one.id === id);
  const going = merging ? of(merging[0]) : undefined;
  if (pairs.length === 0) return null;
  return (
    <section className="stackv gap-2" aria-label={t`Perhaps the same`}>
      <h2>
        <Trans>Perhaps the same</Trans>
      </h2>
      <ul className="sm">
        {pairs.map(({ one, other }) => (
          <li key={one + other} className="row wrap gap-2">
            <Both text={of(one)?.name ?? { en: "", km: "" }} /> ·{" "}
            <Both text={of(other)?.name ?? { en: "", km: "" }} />
            <Button className="small" kind="quiet" onClick={() => setMerging([other, one])}>
              <Trans>Merge…</Trans>
            </Button>
          </li>
        ))}
      </ul>
      {going && merging ? (
        <MergeForm
          map={map}
          who={going}
          into={merging[1]}
          onClose={() => setMerging(null)}
          onDone={() => {
            again({ requestPolicy: "network-only" });
            onDone();
          }}
        />
      ) : null}
    </section>
  );
}
