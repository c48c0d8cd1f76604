import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { CalendarDays, ChevronRight, Handshake, MessagesSquare, Pencil, Plus, Waypoints } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useQuery } from "urql";
import { useKept } from "../../app/kept";
import { useNetwork } from "../../app/viewer";
import type { CampaignState } from "../../graphql/schema";
import { clockInput, day, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, Loading, Note } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure } from "../../ui/outcome";
import { Board } from "./board";
import { CampaignForm } from "./campaign-form";
import {
  type CampaignFullFragment,
  CampaignPageDocument,
  CampaignWindowsDocument,
  CampaignWorkPageDocument,
  type WorkPartsFragment,
} from "./campaigns.gql";
import { CampaignFeed } from "./feed";
import { History } from "./history";
import { ImportWork } from "./import-work";
import { Plan } from "./plan";
import { Progress } from "./progress";
import { Reports } from "./reports";
import { Results } from "./results";
import { RiskMatrix } from "./risk-matrix";
import { Steps } from "./steps";
import { CAMPAIGN_TABS, type CampaignTab } from "./tabs";
import { Talk } from "./talk";
import { Team } from "./team";
import { Thread } from "./thread";
import { Timeline } from "./timeline";
import { Where } from "./where";
import { RESPONSE_TONES, RESPONSES, STATES, TONES, VISIBILITIES } from "./words";
import { WorkForm } from "./work-form";
import "./campaigns.css";

/** What the team alone is shown. */
const INSIDE: CampaignTab[] = ["reports", "inside", "talk", "history"];

/** It has begun and is not given up: what is public of it may be read. */
const TOLD: CampaignState[] = ["ACTIVE", "PAUSED", "CLOSING", "CLOSED"];

/** All work of a campaign, page after page. */
function useWork(id: string) {
  const [after, setAfter] = useState<string | null>(null);
  const [pages, setPages] = useState<Record<string, WorkPartsFragment[]>>({});
  const [{ data: answer }, again] = useQuery({
    query: CampaignWorkPageDocument,
    variables: { id, after },
    requestPolicy: "cache-and-network",
  });
  const data = useKept(answer, `${id} ${after}`);
  const page = data?.campaign?.work;
  useEffect(() => {
    if (!page) return;
    const nodes = page.edges.map(({ node }) => node);
    // With the first page everything is read anew: what was taken out is not kept from before.
    setPages((known) => (after === null ? { "": nodes } : { ...known, [after]: nodes }));
    if (page.pageInfo.hasNextPage && page.pageInfo.endCursor) setAfter(page.pageInfo.endCursor);
  }, [page, after]);
  const refresh = () => {
    setAfter(null);
    again({ requestPolicy: "network-only" });
  };
  const work = useMemo(() => Object.values(pages).flat(), [pages]);
  return { work, known: page !== undefined, refresh };
}

/** A campaign: in ten seconds where it stands, and everything behind it. */
export function CampaignPage() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const { id } = useParams({ from: "/inside/campaigns/$id" });
  const { tab = "overview", through } = useSearch({ from: "/inside/campaigns/$id" });
  const navigate = useNavigate();
  const network = useNetwork();
  const [editing, setEditing] = useState(false);
  const [{ data: answer, error }, again] = useQuery({ query: CampaignPageDocument, variables: { id } });
  const data = useKept(answer, id);
  const campaign = data?.campaign;
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  if (!campaign)
    return (
      <Note tone="danger">
        <Trans>This does not exist, or not for you.</Trans>
      </Note>
    );
  const refresh = () => again({ requestPolicy: "network-only" });
  const names: Record<CampaignTab, string> = {
    overview: t`Overview`,
    asks: t`Objectives and asks`,
    work: t`Work`,
    results: t`Results`,
    thread: t`Golden thread`,
    reports: t`Reports`,
    inside: t`Budget and risks`,
    talk: t`Talk`,
    history: t`What changed`,
  };
  const tabs = CAMPAIGN_TABS.filter((one) => campaign.viewerCan.viewInside || !INSIDE.includes(one));
  const there = campaign.members.filter((member) => member.state === "ACCEPTED");
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <p className="crumb">
            <Link to="/campaigns">
              <Trans>Campaigns</Trans>
            </Link>
            {campaign.themes[0] ? (
              <>
                <ChevronRight className="i" aria-hidden="true" />
                <span>{say(campaign.themes[0].label)}</span>
              </>
            ) : null}
          </p>
          <h1 className="voice">
            <Both text={campaign.title} />
          </h1>
          <p className="row wrap gap-2">
            <Badge tone={TONES[campaign.state]}>{i18n._(STATES[campaign.state])}</Badge>
            {campaign.lead ? (
              <span className="row sm gap-2">
                <OrgMark id={campaign.lead.id} acronym={campaign.lead.acronym} size="s" />
                <Trans>led by {say(campaign.lead.name)}</Trans>
              </span>
            ) : null}
            <span className="sm muted">
              <Plural
                value={there.length}
                one="1 organisation"
                other={`${number(there.length, locale)} organisations`}
              />
              {campaign.places.length > 0
                ? ` · ${campaign.places.map((place) => say(place.name)).join(", ")}`
                : ""}
            </span>
          </p>
        </div>
        <Link className="btn" to="/dialogues" search={{ campaign: id }}>
          <MessagesSquare className="i" aria-hidden="true" />
          <Trans>Dialogues</Trans>
        </Link>
        <Link className="btn" to="/commitments" search={{ campaign: id }}>
          <Handshake className="i" aria-hidden="true" />
          <Trans>Commitments</Trans>
        </Link>
        {campaign.viewerCan.viewMap ? (
          <Link className="btn" to="/stakeholders/$campaign" params={{ campaign: id }} search={{}}>
            <Waypoints className="i" aria-hidden="true" />
            <Trans>Stakeholder map</Trans>
          </Link>
        ) : null}
        {campaign.viewerCan.edit ? (
          <Button onClick={() => setEditing(true)}>
            <Pencil className="i" aria-hidden="true" />
            <Trans>Change</Trans>
          </Button>
        ) : null}
      </div>
      {campaign.stateReason ? <Note tone="warn">{campaign.stateReason}</Note> : null}
      <nav className="tabs" aria-label={t`Campaign`}>
        {tabs.map((one) => (
          <Link
            key={one}
            to="/campaigns/$id"
            params={{ id }}
            search={{ tab: one }}
            aria-current={one === tab ? "page" : undefined}
          >
            {names[one]}
          </Link>
        ))}
      </nav>
      {tab === "overview" ? <Overview campaign={campaign} network={network?.id ?? ""} /> : null}
      {tab === "asks" ? (
        <Plan
          campaign={campaign}
          network={network?.id ?? ""}
          of={["OBJECTIVE", "ASK", "STEP", "MESSAGE", "MARKER"]}
          onDone={refresh}
        />
      ) : null}
      {tab === "work" ? <Work campaign={campaign} onDone={refresh} /> : null}
      {tab === "inside" ? <RiskMatrix campaign={campaign} /> : null}
      {tab === "inside" ? (
        <Plan
          campaign={campaign}
          network={network?.id ?? ""}
          of={["BUDGET_LINE", "RISK", "FORCE"]}
          onDone={refresh}
        />
      ) : null}
      {tab === "results" ? (
        <Results campaign={campaign} network={network?.id ?? ""} onDone={refresh} />
      ) : null}
      {tab === "thread" ? <Thread campaign={id} through={through} /> : null}
      {tab === "reports" ? <Reports campaign={campaign} /> : null}
      {tab === "talk" ? <Talk campaign={campaign} onSaid={refresh} /> : null}
      {tab === "history" ? <History campaign={id} /> : null}
      {editing && network ? (
        <CampaignForm
          network={network.id}
          campaign={campaign}
          onClose={() => {
            setEditing(false);
            void navigate({ to: "/campaigns/$id", params: { id }, search: { tab } });
          }}
        />
      ) : null}
    </>
  );
}

function Overview({ campaign, network }: { campaign: CampaignFullFragment; network: string }) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [{ data: windows }] = useQuery({ query: CampaignWindowsDocument, variables: { id: campaign.id } });
  const today = clockInput(new Date().toISOString()).slice(0, 10);
  const next = (windows?.campaign?.work.edges ?? [])
    .map(({ node }) => node)
    .filter((one) => (one.dueOn ?? "") >= today)
    .sort((a, b) => (a.startsOn ?? "").localeCompare(b.startsOn ?? ""))[0];
  const asks = campaign.items.flatMap(({ id, body }) =>
    body.__typename === "PlanAsk" ? [{ id, body }] : [],
  );
  const answered = asks.filter(({ body }) => body.response !== "NONE").length;
  const objective = campaign.items.find((item) => item.kind === "OBJECTIVE")?.body;
  const texts = [
    { name: t`What is wrong`, text: campaign.problem },
    { name: t`Whom it touches`, text: campaign.affected },
  ].filter(({ text }) => text.en || text.km);
  const weeks = next?.startsOn
    ? Math.round((Date.parse(next.startsOn) - Date.parse(today)) / 604_800_000)
    : 0;
  return (
    <div className="two">
      <div className="stackv gap-8">
        <section className="stackv gap-4">
          {campaign.goal.en || campaign.goal.km ? (
            <p className="voice goal">
              <Both text={campaign.goal} />
            </p>
          ) : null}
          {objective?.__typename === "PlanObjective" ? (
            <p>
              <Both text={objective.statement} />
            </p>
          ) : null}
          <Steps campaign={campaign} />
        </section>
        {asks.length > 0 ? (
          <section className="card nopad">
            <header>
              <h2>
                <Trans>Asks</Trans>
              </h2>
              <span className="muted sm end">
                <Trans>
                  {number(answered, locale)} of {number(asks.length, locale)} answered
                </Trans>
              </span>
            </header>
            <table className="tbl cards">
              <caption className="vh">{t`Asks and responses`}</caption>
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>Ask</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Target</Trans>
                  </th>
                  <th scope="col">
                    <Trans>By</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Response</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {asks.map(({ id, body }) => (
                  <tr key={id}>
                    <td>
                      <span className="voice">
                        <Both text={body.text} />
                      </span>
                    </td>
                    <td>{say(body.target)}</td>
                    <td data-l={t`By`}>{body.byWhen ? day(body.byWhen, locale) : ""}</td>
                    <td>
                      <Badge tone={RESPONSE_TONES[body.response]}>
                        {i18n._(RESPONSES[body.response])}
                        {body.respondedOn ? ` ${day(body.respondedOn, locale)}` : ""}
                      </Badge>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ) : null}
        {texts.map(({ name, text }) => (
          <section key={name} className="stackv gap-2">
            <h2>{name}</h2>
            <p className="voice">
              <Both text={text} />
            </p>
          </section>
        ))}
        {campaign.policies ? (
          <section className="stackv gap-2">
            <h2>
              <Trans>Laws and policies it is about</Trans>
            </h2>
            <p>{campaign.policies}</p>
          </section>
        ) : null}
        {campaign.debrief ? (
          <section className="stackv gap-2">
            <h2>
              <Trans>What was learnt</Trans>
            </h2>
            <p>{campaign.debrief}</p>
          </section>
        ) : null}
        <p className="xs muted">
          <Trans>Known to: {i18n._(VISIBILITIES[campaign.visibility])}</Trans>
          {campaign.visibility === "PUBLIC" && TOLD.includes(campaign.state) ? (
            <>
              {" · "}
              <a href={`/public/campaigns/${campaign.id}`}>
                <Trans>The public page</Trans>
              </a>
            </>
          ) : null}
        </p>
      </div>
      <div className="stackv gap-6">
        {next ? (
          <section className="card">
            <p className="muted xs row gap-2">
              <CalendarDays className="i" aria-hidden="true" />
              <Trans>Next policy window</Trans>
            </p>
            <h2>
              <Both text={next.title} />
            </h2>
            <p className="sm">
              {day(next.startsOn ?? "", locale)} – {day(next.dueOn ?? "", locale)}
              {weeks > 0 ? (
                <>
                  {" · "}
                  <Plural value={weeks} one="in 1 week" other={`in ${number(weeks, locale)} weeks`} />
                </>
              ) : null}
            </p>
          </section>
        ) : null}
        <Progress campaign={campaign.id} />
        <Team campaign={campaign} network={network} />
        {campaign.load.length > 0 ? (
          <section className="card nopad">
            <header>
              <h2>
                <Trans>Work by organisation</Trans>
              </h2>
            </header>
            <ul className="list">
              {campaign.load.map((one) => (
                <li key={one.organisation?.id ?? ""} className="inlist">
                  <div className="row between sm">
                    <span>{one.organisation ? say(one.organisation.name) : t`nobody yet`}</span>
                    <b className="num">
                      {number(one.done, locale)}/{number(one.all, locale)}
                    </b>
                  </div>
                  <div className="bar" aria-hidden="true" style={{ height: 6, marginTop: 4 }}>
                    <i style={{ width: `${(100 * one.done) / Math.max(1, one.all)}%` }} />
                  </div>
                  {one.overdue > 0 ? (
                    <p>
                      <Badge tone="danger">
                        <Trans>{number(one.overdue, locale)} overdue</Trans>
                      </Badge>
                    </p>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </div>
  );
}

function Work({ campaign, onDone }: { campaign: CampaignFullFragment; onDone: () => void }) {
  const { t } = useLingui();
  const { say } = useLocale();
  const { work, known, refresh } = useWork(campaign.id);
  const [open, setOpen] = useState<WorkPartsFragment | "new" | null>(null);
  const may = campaign.viewerCan.edit;
  const today = clockInput(new Date().toISOString()).slice(0, 10);
  const [importing, setImporting] = useState(false);
  const [byOrganisation, setByOrganisation] = useState(false);
  if (!known) return <Loading />;
  const whose = [...new Map(work.map((one) => [one.organisation?.id ?? "", one.organisation])).values()];
  const lanes = byOrganisation
    ? whose.map((organisation) => ({
        organisation,
        cards: work.filter((one) => (one.organisation?.id ?? "") === (organisation?.id ?? "")),
      }))
    : [{ organisation: null, cards: work }];
  const lane = (organisation: WorkPartsFragment["organisation"]) =>
    byOrganisation ? (organisation ? say(organisation.name) : t`nobody yet`) : t`All work`;
  const done = () => {
    refresh();
    onDone();
  };
  return (
    <div className="stackv gap-8">
      <section className="stackv gap-3">
        <div className="row between wrap">
          <h2>
            <Trans>Timeline</Trans>
          </h2>
          {may ? (
            <span className="row gap-2">
              <Button onClick={() => setImporting(true)}>
                <Trans>From a table</Trans>
              </Button>
              <Button kind="primary" onClick={() => setOpen("new")}>
                <Plus className="i" aria-hidden="true" />
                <Trans>Add work</Trans>
              </Button>
            </span>
          ) : null}
        </div>
        <Timeline
          campaign={campaign}
          work={work}
          may={may}
          today={today}
          onOpen={(one) => (may ? setOpen(one) : undefined)}
          onMoved={done}
        />
      </section>
      {campaign.viewerCan.viewInside ? (
        <section className="stackv gap-3" aria-label={t`Board`}>
          <div className="row between wrap">
            <h2>
              <Trans>Board</Trans>
            </h2>
            <label className="check">
              <input
                type="checkbox"
                checked={byOrganisation}
                onChange={(event) => setByOrganisation(event.target.checked)}
              />
              <span>
                <Trans>By organisation</Trans>
              </span>
            </label>
          </div>
          {lanes.map(({ organisation, cards }) => (
            <section key={organisation?.id ?? ""} className="stackv gap-2" aria-label={lane(organisation)}>
              {byOrganisation ? <h3>{lane(organisation)}</h3> : null}
              <Board
                campaign={campaign}
                work={cards}
                may={may}
                today={today}
                onOpen={(one) => (may ? setOpen(one) : undefined)}
                onMoved={done}
              />
            </section>
          ))}
        </section>
      ) : null}
      <Where work={work} />
      <CampaignFeed campaign={campaign.id} />
      {importing ? (
        <ImportWork campaign={campaign} onClose={() => setImporting(false)} onDone={done} />
      ) : null}
      {open ? (
        <WorkForm
          campaign={campaign}
          windows={work.filter((one) => one.kind === "WINDOW")}
          work={open === "new" ? undefined : open}
          onClose={() => setOpen(null)}
          onDone={done}
        />
      ) : null}
    </div>
  );
}
