import { Trans, useLingui } from "@lingui/react/macro";
import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import {
  BookUser,
  CalendarCheck,
  ChevronDown,
  CircleCheck,
  Ellipsis,
  FilePen,
  FileText,
  Handshake,
  House,
  Inbox,
  LibraryBig,
  List,
  LogOut,
  Mail,
  Megaphone,
  MessagesSquare,
  PanelLeftClose,
  PanelLeftOpen,
  Search,
  Settings,
  Settings2,
  Users,
  UsersRound,
  Vote,
  Waypoints,
  WifiOff,
} from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useMutation, useQuery, useSubscription } from "urql";
import { useLocale } from "../i18n/text";
import { Loading } from "../ui/kit";
import { Notices, toast } from "../ui/notice";
import { OrgMark } from "../ui/org-mark";
import { failure } from "../ui/outcome";
import { ROLES } from "../ui/words";
import { actAs } from "./client";
import { forgetCopies } from "./copies";
import { Door, Languages, Mark } from "./door";
import { isLive, live } from "./live";
import { useViewer, type Viewer, ViewerProvider } from "./viewer";
import { ActForDocument, NetworkEventsDocument, SignOutDocument, ViewerDocument } from "./viewer.gql";

const Palette = lazy(() => import("./palette").then((m) => ({ default: m.Palette })));

/** The frame around every page behind the door. */
export function Shell() {
  const { t } = useLingui();
  const [{ data, fetching, error }, again] = useQuery({ query: ViewerDocument });
  const viewer = data?.viewer ?? null;
  const network = viewer?.acting?.network ?? null;
  const acting = viewer?.acting;
  useEffect(() => {
    if (acting) actAs({ network: acting.network.id, organisation: acting.organisation?.id });
  }, [acting]);
  const [narrow, setNarrow] = useState(() => localStorage.getItem("sala.rail") === "narrow");
  const [palette, setPalette] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setPalette((open) => !open);
      }
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  if (!data && error) {
    return (
      <Door>
        <h1>
          <Trans>The hub cannot be reached</Trans>
        </h1>
        <p className="lead">{failure(error)}</p>
        <p style={{ marginTop: "var(--s-5)" }}>
          <button
            type="button"
            className="btn primary"
            onClick={() => again({ requestPolicy: "network-only" })}
          >
            <Trans>Try again</Trans>
          </button>
        </p>
      </Door>
    );
  }
  if (!data && fetching) {
    return (
      <Door>
        <Loading />
      </Door>
    );
  }

  const toggleRail = () => {
    localStorage.setItem("sala.rail", narrow ? "wide" : "narrow");
    setNarrow(!narrow);
  };

  return (
    <ViewerProvider viewer={viewer}>
      {network ? <LiveUpdates key={network.id} network={network.id} since={viewer?.cursor ?? null} /> : null}
      <a className="skip" href="#main">
        <Trans>Skip to content</Trans>
      </a>
      <div className={`app${narrow ? " min" : ""}`}>
        <nav className="rail krama-top" aria-label={t`Main`}>
          <Brand network={network} />
          <div className="nav">
            <NavLinks viewer={viewer} />
          </div>
          <div className="railfoot nav">
            <NavLink
              to="/settings"
              icon={<Settings className="i" aria-hidden="true" />}
              label={t`My settings`}
            />
            <button
              type="button"
              className="btn quiet"
              style={{ justifyContent: narrow ? "center" : "flex-start", gap: "var(--s-3)" }}
              onClick={toggleRail}
              aria-label={narrow ? t`Widen the navigation` : t`Narrow the navigation`}
            >
              {narrow ? (
                <PanelLeftOpen className="i" aria-hidden="true" />
              ) : (
                <PanelLeftClose className="i" aria-hidden="true" />
              )}
              <span>
                <Trans>Collapse</Trans>
              </span>
            </button>
          </div>
        </nav>
        <div style={{ minWidth: 0 }}>
          <header className="head krama-top">
            <div className="headin">
              <Link className="brand phone" style={{ padding: "0 4px" }} to="/" aria-label="Sala">
                <Mark />
              </Link>
              <b className="phone grow" style={{ fontWeight: 600 }} lang="en">
                Sala
              </b>
              <button type="button" className="search desk" onClick={() => setPalette(true)}>
                <Search className="i" aria-hidden="true" />
                <Trans>Search members, people, pages</Trans>
                <kbd>Ctrl K</kbd>
              </button>
              <span className="grow desk" />
              <LineState />
              <button
                type="button"
                className="iconbtn phone"
                aria-label={t`Search`}
                onClick={() => setPalette(true)}
              >
                <Search className="i" aria-hidden="true" />
              </button>
              <div className="ondesk">
                <Languages />
              </div>
              {viewer ? <ActingMenu viewer={viewer} /> : null}
            </div>
          </header>
          <main id="main" tabIndex={-1} style={{ outline: "none" }}>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
        <nav className="bottombar" aria-label={t`Main`}>
          <NavLink to="/" icon={<House className="i" aria-hidden="true" />} label={t`Home`} />
          <NavLink to="/members" icon={<UsersRound className="i" aria-hidden="true" />} label={t`Members`} />
          <NavLink
            to="/evidence"
            icon={<LibraryBig className="i" aria-hidden="true" />}
            label={t`Evidence`}
          />
          <NavLink to="/papers" icon={<FileText className="i" aria-hidden="true" />} label={t`Papers`} />
          <More viewer={viewer} />
        </nav>
      </div>
      {palette ? (
        <Suspense fallback={null}>
          <Palette open={palette} onOpenChange={setPalette} />
        </Suspense>
      ) : null}
      <Notices />
    </ViewerProvider>
  );
}

function Brand({ network }: { network: { name: { en: string; km: string } } | null }) {
  const { say } = useLocale();
  return (
    <Link className="brand" to="/">
      <Mark />
      <div>
        <b lang="en">Sala</b>
        <span>{network ? say(network.name) : ""}</span>
      </div>
    </Link>
  );
}

function NavLink({ to, icon, label }: { to: string; icon: ReactNode; label: string }) {
  const here = useRouterState({ select: (state) => state.location.pathname });
  const active = here === to || (to !== "/" && here.startsWith(`${to}/`));
  return (
    <Link to={to} aria-current={active ? "page" : undefined}>
      {icon}
      <span>{label}</span>
    </Link>
  );
}

function NavLinks({ viewer }: { viewer: Viewer | null }) {
  return usePlaces(viewer).map(({ to, label, Icon }) => (
    <NavLink key={to} to={to} icon={<Icon className="i" aria-hidden="true" />} label={label} />
  ));
}

/** The places that have a button of their own in the bar of a phone. */
const IN_BAR = ["/", "/members", "/evidence", "/papers"];

/** Where one may go, in the order of the rail. */
function usePlaces(viewer: Viewer | null) {
  const { t } = useLingui();
  const can = viewer?.acting?.network.viewerCan;
  const applying = viewer !== null && viewer.applications.length > 0;
  return [
    { to: "/", label: t`Home`, Icon: House, shown: true },
    { to: "/members", label: t`Members`, Icon: UsersRound, shown: true },
    { to: "/people", label: t`People`, Icon: BookUser, shown: true },
    { to: "/groups", label: t`Working groups`, Icon: Users, shown: true },
    { to: "/decisions", label: t`Decisions`, Icon: Vote, shown: true },
    { to: "/campaigns", label: t`Campaigns`, Icon: Megaphone, shown: true },
    { to: "/stakeholders", label: t`Stakeholders`, Icon: Waypoints, shown: can?.viewMaps },
    { to: "/papers", label: t`Papers`, Icon: FileText, shown: true },
    { to: "/evidence", label: t`Evidence`, Icon: LibraryBig, shown: true },
    { to: "/dialogues", label: t`Dialogues`, Icon: MessagesSquare, shown: true },
    { to: "/commitments", label: t`Commitments`, Icon: Handshake, shown: true },
    { to: "/duties", label: t`Duties and dates`, Icon: CalendarCheck, shown: true },
    { to: "/applications", label: t`Applications`, Icon: Inbox, shown: can?.viewApplications },
    { to: "/application", label: t`Our application`, Icon: FilePen, shown: applying },
    { to: "/lists", label: t`Lists`, Icon: List, shown: true },
    { to: "/network", label: t`Network settings`, Icon: Settings2, shown: can?.edit },
    { to: "/outbox", label: t`Mail outbox`, Icon: Mail, shown: viewer?.operator },
  ].filter((place) => place.shown);
}

/** What does not fit into the bar of a phone. */
function More({ viewer }: { viewer: Viewer | null }) {
  const places = usePlaces(viewer).filter((place) => !IN_BAR.includes(place.to));
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger>
        <Ellipsis className="i" aria-hidden="true" />
        <span>
          <Trans>More</Trans>
        </span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" side="top" sideOffset={6}>
          {places.map(({ to, label, Icon }) => (
            <DropdownMenu.Item key={to} asChild>
              <Link to={to}>
                <Icon className="i" aria-hidden="true" />
                {label}
              </Link>
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Item asChild>
            <Link to="/settings">
              <Settings className="i" aria-hidden="true" />
              <Trans>My settings</Trans>
            </Link>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** In whose name one acts: always visible, changed here. */
function ActingMenu({ viewer }: { viewer: Viewer }) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [, actFor] = useMutation(ActForDocument);
  const [, signOut] = useMutation(SignOutDocument);
  const navigate = useNavigate();
  const acting = viewer.acting;
  const name = viewer.person ? say(viewer.person.name.full) : "";
  const seats = new Map(
    viewer.roles.flatMap((role) =>
      role.network ? [[`${role.network.id} ${role.organisation?.id ?? ""}`, role] as const] : [],
    ),
  );
  const current = acting ? `${acting.network.id} ${acting.organisation?.id ?? ""}` : "";
  const inName = acting?.organisation
    ? say(acting.organisation.name)
    : acting
      ? say(acting.network.name)
      : "";
  const choose = async (key: string) => {
    const [networkId, organisationId] = key.split(" ");
    if (!networkId || key === current) return;
    // Stated by this tab from now on; the session's own choice is what a new tab begins with.
    actAs({ network: networkId, organisation: organisationId });
    const result = await actFor({ input: { network: networkId, organisation: organisationId || null } });
    const why = failure(result.error);
    if (why) {
      toast.error(why);
      if (acting) actAs({ network: acting.network.id, organisation: acting.organisation?.id });
    }
  };
  const leave = async () => {
    await signOut({});
    actAs(null);
    await forgetCopies();
    // A clean start: nothing of this person stays in memory on a shared phone.
    await navigate({ to: "/sign-in" });
    location.reload();
  };
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="acting" aria-label={t`${name}, acting for ${inName}. Change`}>
        <OrgMark
          id={acting?.organisation?.id ?? acting?.network.id ?? ""}
          acronym={acting?.organisation?.acronym ?? acting?.network.acronym ?? "–"}
          kind={acting?.organisation?.kind?.code}
          size="s"
        />
        <div>
          <small>
            <Trans>{name} · acting for</Trans>
          </small>
          <b>{acting?.organisation?.acronym || acting?.network.acronym || t`nobody`}</b>
        </div>
        <ChevronDown className="i" aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.Label className="head-label">
            <Trans>You act in the name of</Trans>
          </DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={current} onValueChange={(key) => void choose(key)}>
            {[...seats].map(([key, role]) => (
              <DropdownMenu.RadioItem key={key} value={key}>
                <OrgMark
                  id={role.organisation?.id ?? role.network?.id ?? ""}
                  acronym={role.organisation?.acronym ?? role.network?.acronym ?? ""}
                  kind={role.organisation?.kind?.code}
                  size="s"
                />
                <span className="grow">
                  <b>
                    {role.organisation
                      ? say(role.organisation.name)
                      : role.network
                        ? say(role.network.name)
                        : ""}
                  </b>
                  <br />
                  <small className="muted">
                    {viewer.roles
                      .filter((r) => `${r.network?.id} ${r.organisation?.id ?? ""}` === key)
                      .map((r) => i18n._(ROLES[r.role]))
                      .join(", ")}
                  </small>
                </span>
                <DropdownMenu.ItemIndicator>
                  <CircleCheck className="i" aria-hidden="true" />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <hr />
          <DropdownMenu.Item asChild>
            <Link to="/settings">
              <Settings className="i" aria-hidden="true" />
              <Trans>My settings</Trans>
            </Link>
          </DropdownMenu.Item>
          <DropdownMenu.Item onSelect={() => void leave()}>
            <LogOut className="i" aria-hidden="true" />
            <Trans>Sign out</Trans>
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/**
 * Keeps everything on screen current, from the moment at which the page began to ask; resumes where it was after a lost line.
 */
function LiveUpdates({ network, since }: { network: string; since: string | null }) {
  const cursor = useRef<string | null>(since);
  const [variables, setVariables] = useState<{ network: string; after: string | null }>({
    network,
    after: since,
  });
  const viewer = useViewer();
  useEffect(() => {
    // After a reconnect, ask for what was missed.
    const onChange = () => {
      if (isLive() && cursor.current) setVariables({ network, after: cursor.current });
    };
    live.addEventListener("change", onChange);
    return () => live.removeEventListener("change", onChange);
  }, [network]);
  const [{ error }] = useSubscription(
    { query: NetworkEventsDocument, variables: variables as { network: string }, pause: !viewer },
    (_previous, data) => {
      cursor.current = data.networkEvents.cursor;
      return data;
    },
  );
  // Too much has happened since: what is on screen was asked for anew with the line, and one goes on from here.
  const expired = error?.graphQLErrors.some((one) => one.extensions.code === "CURSOR_EXPIRED") ?? false;
  useEffect(() => {
    if (!expired) return;
    cursor.current = null;
    setVariables({ network, after: null });
  }, [expired, network]);
  return null;
}

const subscribe = (changed: () => void) => {
  live.addEventListener("change", changed);
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    live.removeEventListener("change", changed);
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
};

/** Says when the line is gone; says nothing while all is well. */
function LineState() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <span className="sync" data-s="offline" role="status">
      <WifiOff className="i" aria-hidden="true" />
      <Trans>Offline: you see what was loaded last</Trans>
    </span>
  );
}
