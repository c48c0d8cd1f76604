import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import {
  ChevronRight,
  FilePen,
  FileText,
  Languages,
  Mail,
  MapPin,
  Megaphone,
  PenLine,
  Vote,
} from "lucide-react";
import type { ReactNode } from "react";
import { useQuery } from "urql";
import { useViewer } from "../../app/viewer";
import { digits, longDay, moment, number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { EmptyState, Loading, Note } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure } from "../../ui/outcome";
import { CHANGES, ROLES, STATES } from "../../ui/words";
import { called } from "./changed";
import { HomeDocument, type HomeQuery } from "./home.gql";

/** What waits for one's organisation, then what changed. */
export function Home() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const viewer = useViewer();
  const acting = viewer?.acting;
  const [{ data, error }] = useQuery({
    query: HomeDocument,
    variables: {
      network: acting?.network.id ?? "",
      organisation: acting?.organisation?.id ?? "organisation:none",
      hasOrganisation: Boolean(acting?.organisation),
    },
    pause: !acting,
  });
  if (!acting) {
    return (
      <EmptyState title={t`You hold no role yet`}>
        <p>
          <Trans>
            Ask the coordinator of your network to give you one. This page then shows what waits for you.
          </Trans>
        </p>
      </EmptyState>
    );
  }
  const inName = acting.organisation ? say(acting.organisation.name) : say(acting.network.name);
  const roles = viewer.roles
    .filter((r) => r.network?.id === acting.network.id && r.organisation?.id === acting.organisation?.id)
    .map((r) => i18n._(ROLES[r.role]))
    .join(", ");
  const waiting = data?.organisation ? gaps(data.organisation) : [];
  const votes = (data?.network?.decisions.edges ?? [])
    .map((edge) => edge.node)
    .filter((decision) => decision.yours.some((yours) => !yours.ballot));
  const texts = data?.network?.awaitingSignature ?? [];
  const application = viewer.applications[0];
  const asked = data?.asked?.edges.map(({ node }) => node) ?? [];
  const active = data?.active.edges.map(({ node }) => node) ?? [];
  const count = waiting.length + votes.length + texts.length + asked.length + (application ? 1 : 0);
  return (
    <>
      <div className="pagehead">
        <div>
          <p className="sm muted">{longDay(new Date().toISOString(), locale)}</p>
          <h1>
            {count === 0 ? (
              <Trans>Nothing waits for you</Trans>
            ) : (
              <Plural
                value={count}
                one="One thing waits for your organisation"
                other={`${digits(String(count), locale)} things wait for your organisation`}
              />
            )}
          </h1>
          <p className="lead">
            <Trans>
              You act for <b>{inName}</b>: {roles}.
            </Trans>
          </p>
        </div>
      </div>
      {error && !data ? <Note tone="danger">{failure(error)}</Note> : null}
      {!data && !error ? <Loading /> : null}
      {data?.network ? (
        <div className="two">
          <div className="stackv gap-6">
            {count > 0 ? (
              <section className="card nopad">
                <header>
                  <h2 className="grow">
                    <Trans>Waiting</Trans>
                  </h2>
                  <span className="muted sm">{digits(String(count), locale)}</span>
                </header>
                <ul className="list">
                  {application ? (
                    <li>
                      <Waiting
                        to="/application"
                        icon={<FilePen className="i" aria-hidden="true" />}
                        text={<Trans>Your application for membership</Trans>}
                        why={i18n._(STATES[application.state])}
                      />
                    </li>
                  ) : null}
                  {asked.map((campaign) => (
                    <li key={campaign.id}>
                      <Waiting
                        to="/campaigns/$id"
                        params={{ id: campaign.id }}
                        icon={<Megaphone className="i" aria-hidden="true" />}
                        text={say(campaign.title)}
                        why={<Trans>Your organisation is asked to take part in this campaign</Trans>}
                      />
                    </li>
                  ))}
                  {texts.map((paper) => (
                    <li key={paper.id}>
                      <Waiting
                        to="/sign/$id"
                        params={{ id: paper.id }}
                        icon={<PenLine className="i" aria-hidden="true" />}
                        text={say(paper.title)}
                        why={
                          <Trans>
                            Sign, or answer otherwise, before {moment(paper.signOn?.deadline ?? "", locale)}
                          </Trans>
                        }
                      />
                    </li>
                  ))}
                  {votes.map((decision) => (
                    <li key={decision.id}>
                      <Waiting
                        to="/decisions/$id"
                        params={{ id: decision.id }}
                        icon={<Vote className="i" aria-hidden="true" />}
                        text={say(decision.title)}
                        why={<Trans>Cast your ballot before {moment(decision.closesAt, locale)}</Trans>}
                      />
                    </li>
                  ))}
                  {waiting.map((item) => (
                    <li key={item}>
                      <Gap item={item} organisation={data.organisation?.id ?? ""} />
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            {active.length > 0 ? (
              <section className="card nopad" aria-labelledby="under-way">
                <header>
                  <h2 id="under-way">
                    <Trans>Campaigns under way</Trans>
                  </h2>
                </header>
                <ul className="list">
                  {active.map((campaign) => (
                    <li key={campaign.id}>
                      <Waiting
                        to="/campaigns/$id"
                        params={{ id: campaign.id }}
                        icon={<Megaphone className="i" aria-hidden="true" />}
                        text={say(campaign.title)}
                        why={say(campaign.goal)}
                      />
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
            <section className="card">
              <header>
                <h2 className="grow voice">{say(data.network.name)}</h2>
              </header>
              <p style={{ maxWidth: "62ch" }}>{say(data.network.mission)}</p>
              <p className="muted sm" style={{ marginTop: "var(--s-3)" }}>
                <Trans>
                  {number(data.network.members.totalCount, locale)} members in{" "}
                  {number(data.network.memberFacets.provinces.length, locale)} provinces, as far as you may
                  see.
                </Trans>
              </p>
              <p style={{ marginTop: "var(--s-4)" }}>
                <Link to="/members" className="btn">
                  <Trans>See the members</Trans>
                </Link>
              </p>
            </section>
          </div>
          <section className="sec" aria-label={t`What changed`}>
            <header>
              <h2>
                <Trans>What changed</Trans>
              </h2>
            </header>
            {data.network.recentChanges.length === 0 ? (
              <p className="muted sm">
                <Trans>Nothing yet. What members do appears here.</Trans>
              </p>
            ) : (
              <ul className="tl">
                {data.network.recentChanges.map((change) => (
                  <ChangeLine key={change.cursor} change={change} />
                ))}
              </ul>
            )}
          </section>
        </div>
      ) : null}
    </>
  );
}

type GapKind = "khmer" | "english" | "email" | "places";

/** What a profile still lacks, for those who may fill it in. */
function gaps(organisation: NonNullable<HomeQuery["organisation"]>): GapKind[] {
  if (!organisation.viewerCan.edit) return [];
  const found: GapKind[] = [];
  if (organisation.description.km === "") found.push("khmer");
  if (organisation.description.en === "") found.push("english");
  if (organisation.email === "" && organisation.listing !== "RESTRICTED") found.push("email");
  if (organisation.worksIn.length === 0) found.push("places");
  return found;
}

/** One thing to do, and where. */
function Waiting({
  icon,
  text,
  why,
  ...to
}: {
  icon: ReactNode;
  text: ReactNode;
  why: ReactNode;
  to: "/application" | "/decisions/$id" | "/sign/$id" | "/campaigns/$id";
  params?: { id: string };
}) {
  return (
    <Link className="todo" {...to}>
      <span className="kind">{icon}</span>
      <span>
        <span className="t">
          <b>{text}</b>
        </span>
        <span className="m">{why}</span>
      </span>
      <ChevronRight className="i" aria-hidden="true" />
    </Link>
  );
}

function Gap({ item, organisation }: { item: GapKind; organisation: string }) {
  const words: Record<GapKind, { icon: ReactNode; text: ReactNode; why: ReactNode }> = {
    khmer: {
      icon: <Languages className="i" aria-hidden="true" />,
      text: <Trans>Describe your organisation in Khmer</Trans>,
      why: <Trans>Members and visitors read it first</Trans>,
    },
    english: {
      icon: <FileText className="i" aria-hidden="true" />,
      text: <Trans>Describe your organisation in English</Trans>,
      why: <Trans>For partners abroad and donors</Trans>,
    },
    email: {
      icon: <Mail className="i" aria-hidden="true" />,
      text: <Trans>Add an address for mail</Trans>,
      why: <Trans>So that others can reach your office</Trans>,
    },
    places: {
      icon: <MapPin className="i" aria-hidden="true" />,
      text: <Trans>Say where you work</Trans>,
      why: <Trans>It puts you on the map</Trans>,
    },
  };
  const { icon, text, why } = words[item];
  return (
    <Link className="todo" to="/organisations/$id" params={{ id: organisation }} hash="edit">
      <span className="kind">{icon}</span>
      <span>
        <span className="t">
          <b>{text}</b>
        </span>
        <span className="m">{why}</span>
      </span>
      <ChevronRight className="i" aria-hidden="true" />
    </Link>
  );
}

type Change = NonNullable<HomeQuery["network"]>["recentChanges"][number];

function ChangeLine({ change }: { change: Change }) {
  const { i18n } = useLingui();
  const { locale, say } = useLocale();
  const { name, acronym, mark, to } = called(change.node);
  const verb = CHANGES[change.kind];
  if (!verb) return null;
  return (
    <li>
      <OrgMark id={mark} acronym={acronym || (name ? (say(name)[0] ?? "") : "")} size="s" />
      <div>
        <b>{change.by ? say(change.by.name.full) : "Sala"}</b> {i18n._(verb)}{" "}
        {name && to ? <Link {...to}>{say(name)}</Link> : <span>{name ? say(name) : ""}</span>}
        <br />
        <time dateTime={change.at}>{moment(change.at, locale)}</time>
      </div>
    </li>
  );
}
