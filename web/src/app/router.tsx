import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { CAMPAIGN_TABS, type CampaignTab } from "../features/campaigns/tabs";
import { DIALOGUE_TABS, type DialogueTab } from "../features/dialogues/tabs";
import { MAP_VIEWS, type MapView } from "../features/stakeholders/views";
import { client } from "./client";
import { Lost } from "./door";
import { ViewerDocument } from "./viewer.gql";

/** The parts of a campaign's page. */
const root = createRootRoute({ component: Outlet, notFoundComponent: Lost });

/** Who is signed in; asked of the server once per visit, then kept current by the cache. */
const whoIsThere = () => client.query(ViewerDocument, {}, { requestPolicy: "cache-first" }).toPromise();

/** Everything behind the door. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: lazyRouteComponent(() => import("./shell"), "Shell"),
  beforeLoad: async ({ location }) => {
    const { data } = await whoIsThere();
    // Without an answer (offline) the shell shows what it has kept.
    if (data && !data.viewer) throw redirect({ to: "/sign-in", search: { to: location.href } });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search): { to?: string; problem?: string } => {
    const { to, problem } = search;
    return {
      // Only a path of our own: never another site.
      ...(typeof to === "string" && /^\/(?![/\\])/.test(to) ? { to } : {}),
      ...(typeof problem === "string" ? { problem } : {}),
    };
  },
  component: lazyRouteComponent(() => import("../features/identity/sign-in"), "SignIn"),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: "/set-up",
  component: lazyRouteComponent(() => import("../features/identity/set-up"), "SetUp"),
});
const welcome = createRoute({
  getParentRoute: () => root,
  path: "/welcome",
  component: lazyRouteComponent(() => import("../features/identity/choose-password"), "Welcome"),
});
const reset = createRoute({
  getParentRoute: () => root,
  path: "/reset",
  component: lazyRouteComponent(() => import("../features/identity/choose-password"), "Reset"),
});
const forgot = createRoute({
  getParentRoute: () => root,
  path: "/forgot",
  component: lazyRouteComponent(() => import("../features/identity/forgot"), "Forgot"),
});

const confirm = createRoute({
  getParentRoute: () => root,
  path: "/confirm",
  component: lazyRouteComponent(() => import("../features/identity/confirm"), "Confirm"),
});

const apply = createRoute({
  getParentRoute: () => root,
  path: "/apply",
  component: lazyRouteComponent(() => import("../features/applications/apply"), "Apply"),
});
const verify = createRoute({
  getParentRoute: () => root,
  path: "/verify",
  component: lazyRouteComponent(() => import("../features/signing/verify"), "VerifyPage"),
});
const signGuest = createRoute({
  getParentRoute: () => root,
  path: "/sign-guest",
  component: lazyRouteComponent(() => import("../features/signing/guest-page"), "GuestPage"),
});
const claim = createRoute({
  getParentRoute: () => root,
  path: "/claim",
  component: lazyRouteComponent(() => import("../features/applications/claim"), "ClaimPage"),
});
const substantiate = createRoute({
  getParentRoute: () => root,
  path: "/substantiate",
  component: lazyRouteComponent(() => import("../features/campaigns/substantiate"), "Substantiate"),
});
const reference = createRoute({
  getParentRoute: () => root,
  path: "/reference",
  component: lazyRouteComponent(() => import("../features/applications/reference"), "Reference"),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: "/",
  component: lazyRouteComponent(() => import("../features/home/home"), "Home"),
});

/** What narrows the member directory; lives in the address so that a view can be sent to a colleague. */
export interface MemberSearch {
  q?: string;
  tier?: string;
  province?: string;
  theme?: string;
  view?: "list" | "table" | "map";
}
const word = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
const members = createRoute({
  getParentRoute: () => inside,
  path: "/members",
  validateSearch: (search): MemberSearch => {
    const view = search.view === "table" || search.view === "map" ? search.view : undefined;
    // The router reads "02" in an address as a number: give the code its zero back.
    const province =
      typeof search.province === "number" ? String(search.province).padStart(2, "0") : word(search.province);
    return {
      ...(search.q !== undefined && String(search.q) !== "" ? { q: String(search.q) } : {}),
      ...(word(search.tier) ? { tier: word(search.tier) } : {}),
      ...(province ? { province } : {}),
      ...(word(search.theme) ? { theme: word(search.theme) } : {}),
      ...(view ? { view } : {}),
    } as MemberSearch;
  },
  component: lazyRouteComponent(() => import("../features/members/members"), "Members"),
});
const papers = createRoute({
  getParentRoute: () => inside,
  path: "/papers",
  component: lazyRouteComponent(() => import("../features/papers/papers"), "Papers"),
});
const paper = createRoute({
  getParentRoute: () => inside,
  path: "/papers/$id",
  component: lazyRouteComponent(() => import("../features/papers/paper"), "PaperPage"),
});
/** What is looked for in the library, and to what it is narrowed: lists with commas, so that a view can be sent on. */
export interface EvidenceSearch {
  q?: string | undefined;
  kind?: string | undefined;
  theme?: string | undefined;
  place?: string | undefined;
  year?: string | undefined;
  language?: string | undefined;
  organisation?: string | undefined;
  licence?: string | undefined;
  level?: string | undefined;
  state?: string | undefined;
  sort?: "latest" | undefined;
}
const EVIDENCE = ["kind", "theme", "year", "language", "organisation", "licence", "level", "state"] as const;
const evidence = createRoute({
  getParentRoute: () => inside,
  path: "/evidence",
  validateSearch: (search): EvidenceSearch => {
    const found: EvidenceSearch = {};
    if (search.q !== undefined && String(search.q) !== "") found.q = String(search.q);
    for (const name of EVIDENCE) {
      if (search[name] !== undefined && String(search[name]) !== "") found[name] = String(search[name]);
    }
    // The router reads "02" in an address as a number: give the code its zero back.
    const place = search.place;
    if (typeof place === "number") {
      const digits = String(place);
      found.place = digits.length % 2 ? `0${digits}` : digits;
    } else if (word(place)) found.place = word(place);
    if (search.sort === "latest") found.sort = "latest";
    return found;
  },
  component: lazyRouteComponent(() => import("../features/evidence/library"), "Library"),
});
const desk = createRoute({
  getParentRoute: () => inside,
  path: "/evidence/desk",
  component: lazyRouteComponent(() => import("../features/evidence/desk"), "DeskPage"),
});
const document = createRoute({
  getParentRoute: () => inside,
  path: "/evidence/$id",
  validateSearch: (search): { q?: string; page?: number; file?: string } => {
    const page = Number(search.page);
    return {
      ...(search.q !== undefined && String(search.q) !== "" ? { q: String(search.q) } : {}),
      ...(Number.isInteger(page) && page > 0 ? { page } : {}),
      ...(word(search.file) ? { file: word(search.file) as string } : {}),
    };
  },
  component: lazyRouteComponent(() => import("../features/evidence/document"), "DocumentPage"),
});
const commitments = createRoute({
  getParentRoute: () => inside,
  path: "/commitments",
  validateSearch: (
    search,
  ): {
    which?: "open" | "overdue" | "all";
    campaign?: string | undefined;
    view?: "list" | "board" | "map";
  } => ({
    ...(search.which === "overdue" || search.which === "all" ? { which: search.which } : {}),
    ...(search.view === "board" || search.view === "map" ? { view: search.view } : {}),
    ...(word(search.campaign) ? { campaign: word(search.campaign) as string } : {}),
  }),
  component: lazyRouteComponent(() => import("../features/commitments/commitments"), "Commitments"),
});
const commitment = createRoute({
  getParentRoute: () => inside,
  path: "/commitments/$id",
  component: lazyRouteComponent(() => import("../features/commitments/commitment"), "CommitmentPage"),
});
const dialogues = createRoute({
  getParentRoute: () => inside,
  path: "/dialogues",
  validateSearch: (search): { which?: "ahead" | "all"; campaign?: string | undefined } => ({
    ...(search.which === "all" ? { which: search.which } : {}),
    ...(word(search.campaign) ? { campaign: word(search.campaign) as string } : {}),
  }),
  component: lazyRouteComponent(() => import("../features/dialogues/dialogues"), "Dialogues"),
});
const dialogue = createRoute({
  getParentRoute: () => inside,
  path: "/dialogues/$id",
  validateSearch: (search): { tab?: DialogueTab | undefined } => ({
    ...(DIALOGUE_TABS.includes(search.tab as DialogueTab) ? { tab: search.tab as DialogueTab } : {}),
  }),
  component: lazyRouteComponent(() => import("../features/dialogues/dialogue"), "DialoguePage"),
});
/** Who is at the door: a page of its own, which works without a connection. */
const doorList = createRoute({
  getParentRoute: () => root,
  path: "/door/$id",
  component: lazyRouteComponent(() => import("../features/dialogues/door-list"), "DoorList"),
});
const maps = createRoute({
  getParentRoute: () => inside,
  path: "/stakeholders",
  component: lazyRouteComponent(() => import("../features/stakeholders/maps"), "Maps"),
});
const map = createRoute({
  getParentRoute: () => inside,
  path: "/stakeholders/$campaign",
  validateSearch: (
    search,
  ): { view?: MapView | undefined; who?: string | undefined; on?: string | undefined } => ({
    ...(MAP_VIEWS.includes(search.view as MapView) ? { view: search.view as MapView } : {}),
    ...(word(search.who) ? { who: word(search.who) as string } : {}),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(String(search.on ?? "")) ? { on: String(search.on) } : {}),
  }),
  component: lazyRouteComponent(() => import("../features/stakeholders/map-page"), "MapPage"),
});
const coverage = createRoute({
  getParentRoute: () => inside,
  path: "/coverage",
  component: lazyRouteComponent(() => import("../features/members/coverage"), "Coverage"),
});
const imports = createRoute({
  getParentRoute: () => inside,
  path: "/imports",
  component: lazyRouteComponent(() => import("../features/imports/imports"), "Imports"),
});
const importPage = createRoute({
  getParentRoute: () => inside,
  path: "/imports/$id",
  component: lazyRouteComponent(() => import("../features/imports/import"), "ImportPage"),
});
const organisation = createRoute({
  getParentRoute: () => inside,
  path: "/organisations/$id",
  component: lazyRouteComponent(() => import("../features/organisations/organisation"), "OrganisationPage"),
});
const people = createRoute({
  getParentRoute: () => inside,
  path: "/people",
  validateSearch: (search): { q?: string } =>
    search.q !== undefined && String(search.q) !== "" ? { q: String(search.q) } : {},
  component: lazyRouteComponent(() => import("../features/people/people"), "People"),
});
const person = createRoute({
  getParentRoute: () => inside,
  path: "/people/$id",
  component: lazyRouteComponent(() => import("../features/people/person"), "PersonPage"),
});
const settings = createRoute({
  getParentRoute: () => inside,
  path: "/settings",
  component: lazyRouteComponent(() => import("../features/settings/settings"), "Settings"),
});
const network = createRoute({
  getParentRoute: () => inside,
  path: "/network",
  component: lazyRouteComponent(() => import("../features/networks/network"), "NetworkSettings"),
});
const sign = createRoute({
  getParentRoute: () => inside,
  path: "/sign/$id",
  component: lazyRouteComponent(() => import("../features/signing/sign"), "SignPage"),
});
const lists = createRoute({
  getParentRoute: () => inside,
  path: "/lists",
  component: lazyRouteComponent(() => import("../features/lists/lists"), "Lists"),
});
const outbox = createRoute({
  getParentRoute: () => inside,
  path: "/outbox",
  component: lazyRouteComponent(() => import("../features/outbox/outbox"), "Outbox"),
});

const application = createRoute({
  getParentRoute: () => inside,
  path: "/application",
  component: lazyRouteComponent(() => import("../features/applications/my-application"), "MyApplication"),
});
const applications = createRoute({
  getParentRoute: () => inside,
  path: "/applications",
  component: lazyRouteComponent(() => import("../features/applications/applications"), "Applications"),
});
const review = createRoute({
  getParentRoute: () => inside,
  path: "/applications/$id",
  component: lazyRouteComponent(() => import("../features/applications/review"), "ReviewPage"),
});
const decisions = createRoute({
  getParentRoute: () => inside,
  path: "/decisions",
  component: lazyRouteComponent(() => import("../features/decisions/decisions"), "Decisions"),
});
const decision = createRoute({
  getParentRoute: () => inside,
  path: "/decisions/$id",
  component: lazyRouteComponent(() => import("../features/decisions/decision"), "DecisionPage"),
});

const campaigns = createRoute({
  getParentRoute: () => inside,
  path: "/campaigns",
  component: lazyRouteComponent(() => import("../features/campaigns/campaigns"), "Campaigns"),
});
const campaign = createRoute({
  getParentRoute: () => inside,
  path: "/campaigns/$id",
  validateSearch: (search): { tab?: CampaignTab; through?: string } => {
    const tab = CAMPAIGN_TABS.find((one) => one === search.tab);
    const through = typeof search.through === "string" ? { through: search.through } : {};
    return tab ? { tab, ...through } : {};
  },
  component: lazyRouteComponent(() => import("../features/campaigns/campaign"), "CampaignPage"),
});
const acts = createRoute({
  getParentRoute: () => inside,
  path: "/acts/$id",
  component: lazyRouteComponent(() => import("../features/organisations/acts"), "Acts"),
});
const duties = createRoute({
  getParentRoute: () => inside,
  path: "/duties",
  component: lazyRouteComponent(() => import("../features/duties/duties"), "Duties"),
});
const groups = createRoute({
  getParentRoute: () => inside,
  path: "/groups",
  component: lazyRouteComponent(() => import("../features/groups/groups"), "Groups"),
});
const group = createRoute({
  getParentRoute: () => inside,
  path: "/groups/$id",
  component: lazyRouteComponent(() => import("../features/groups/group"), "GroupPage"),
});
const meeting = createRoute({
  getParentRoute: () => inside,
  path: "/meetings/$id",
  component: lazyRouteComponent(() => import("../features/groups/meeting"), "MeetingPage"),
});

const tree = root.addChildren([
  signIn,
  setUp,
  welcome,
  reset,
  forgot,
  confirm,
  apply,
  claim,
  verify,
  reference,
  substantiate,
  doorList,
  signGuest,
  inside.addChildren([
    home,
    members,
    dialogues,
    dialogue,
    commitments,
    commitment,
    maps,
    map,
    coverage,
    papers,
    paper,
    evidence,
    desk,
    document,
    imports,
    importPage,
    organisation,
    people,
    person,
    application,
    applications,
    review,
    decisions,
    decision,
    acts,
    campaigns,
    campaign,
    duties,
    groups,
    group,
    meeting,
    settings,
    network,
    sign,
    lists,
    outbox,
  ]),
]);

export const createAppRouter = () =>
  createRouter({ routeTree: tree, defaultPreload: "intent", scrollRestoration: true });
