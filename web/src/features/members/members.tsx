import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import {
  Check,
  CircleCheck,
  Download,
  Eye,
  EyeOff,
  Grid3x3,
  Handshake,
  Search,
  Table2,
  Upload,
  UserPlus,
  UsersRound,
} from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useQuery } from "urql";
import type { MemberSearch } from "../../app/router";
import { useNetwork } from "../../app/viewer";
import type { Tier } from "../../graphql/schema";
import { digits, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Loading, Note } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure } from "../../ui/outcome";
import { STATES, TIERS } from "../../ui/words";
import { AddOrganisation } from "./add-organisation";
import { MembersDocument, type MembersQuery } from "./members.gql";
import { type Province, TileMap } from "./tile-map";

type Data = NonNullable<MembersQuery["network"]>;
type Member = Data["members"]["edges"][number]["node"];

const TIER_ICONS: Record<Tier, ReactNode> = {
  FULL: <CircleCheck className="i" aria-hidden="true" />,
  ASSOCIATE: <UsersRound className="i" aria-hidden="true" />,
  OBSERVER: <Eye className="i" aria-hidden="true" />,
  PARTNER: <Handshake className="i" aria-hidden="true" />,
};

/** A tier as icon and word. */
export function TierBadge({ tier }: { tier: Tier }) {
  const { i18n } = useLingui();
  return (
    <Badge tone={tier === "FULL" ? "accent" : undefined} icon={TIER_ICONS[tier]}>
      {i18n._(TIERS[tier])}
    </Badge>
  );
}

/** The member directory: one set of filters, three views with the same numbers. */
export function Members() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const network = useNetwork();
  const search = useSearch({ from: "/inside/members" });
  const navigate = useNavigate({ from: "/members" });
  const [after, setAfter] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const set = (change: Partial<MemberSearch>) => {
    setAfter(null);
    const next = { ...search, ...change };
    for (const key of Object.keys(next) as (keyof MemberSearch)[]) if (!next[key]) delete next[key];
    void navigate({ search: next, replace: true });
  };
  const [{ data, error, fetching }] = useQuery({
    query: MembersDocument,
    variables: {
      network: network?.id ?? "",
      filter: {
        search: search.q ?? null,
        tier: search.tier && search.tier in TIERS ? (search.tier as Tier) : null,
        province: search.province ?? null,
        theme: search.theme ?? null,
        language: locale === "km" ? "KM" : "EN",
      },
      after,
    },
    pause: !network,
  });
  const found = data?.network;
  const provinces = data?.places.edges.map((edge) => edge.node) ?? [];
  const total = found?.members.totalCount ?? 0;
  const view = search.view ?? "list";
  const tierTotal = found?.memberFacets.tiers.reduce((sum, facet) => sum + facet.count, 0) ?? 0;
  const filtered = Boolean(search.q || search.tier || search.province || search.theme);
  const themes = data?.terms.filter(
    (term) =>
      term.code === search.theme || found?.memberFacets.themes.some((facet) => facet.value === term.code),
  );
  return (
    <>
      <div className="pagehead">
        <div>
          <h1>
            <Trans>Members</Trans>
          </h1>
          {found ? (
            <p className="lead">
              <Trans>
                {number(total, locale)} organisations you may see, in{" "}
                {number(found.memberFacets.provinces.length, locale)} provinces.
              </Trans>
            </p>
          ) : null}
        </div>
        {network ? (
          <a className="btn" href={`/files/${network.id}/members.csv?lang=${locale}`} download>
            <Download className="i" aria-hidden="true" />
            <Trans>Member roll (CSV)</Trans>
          </a>
        ) : null}
        <Link className="btn" to="/coverage">
          <Grid3x3 className="i" aria-hidden="true" />
          <Trans>Coverage</Trans>
        </Link>
        {found?.viewerCan.manageMembers ? (
          <Link className="btn" to="/imports">
            <Upload className="i" aria-hidden="true" />
            <Trans>Import a table</Trans>
          </Link>
        ) : null}
        {found?.viewerCan.manageMembers ? (
          <Button kind="primary" onClick={() => setAdding(true)}>
            <UserPlus className="i" aria-hidden="true" />
            <Trans>Add an organisation</Trans>
          </Button>
        ) : null}
      </div>
      {error && !data ? <Note tone="danger">{failure(error)}</Note> : null}
      <div className={view === "list" ? "two" : "stackv gap-4"}>
        <div className="stackv gap-4">
          <div className="row wrap noprint">
            <SearchBox value={search.q ?? ""} onChange={(q) => set({ q })} />
            <select
              className="input"
              style={{ width: "auto", maxWidth: 260 }}
              aria-label={t`Theme`}
              value={search.theme ?? ""}
              onChange={(event) => set({ theme: event.target.value })}
            >
              <option value="">{t`All themes`}</option>
              {themes?.map((term) => (
                <option key={term.id} value={term.code}>
                  {say(term.label)}
                </option>
              ))}
            </select>
            <span className="grow" />
            <Views view={view} onChange={(next) => set({ view: next === "list" ? undefined : next })} />
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: a row of filters, not a form */}
          <div className="chips" role="group" aria-label={t`Tier`}>
            <Chip pressed={!search.tier} onClick={() => set({ tier: undefined })} count={tierTotal}>
              <Trans>All</Trans>
            </Chip>
            {found?.memberFacets.tiers.map((facet) => {
              const tier = facet.value.toUpperCase() as Tier;
              return (
                <Chip
                  key={tier}
                  pressed={search.tier === tier}
                  onClick={() => set({ tier: search.tier === tier ? undefined : tier })}
                  count={facet.count}
                >
                  {i18n._(TIERS[tier])}
                </Chip>
              );
            })}
            {search.province ? (
              <Chip pressed onClick={() => set({ province: undefined })}>
                <Both text={provinces.find((p) => p.code === search.province)?.name ?? { en: "", km: "" }} />{" "}
                ✕
              </Chip>
            ) : null}
          </div>
          {!found && fetching ? <Loading /> : null}
          {found && total === 0 ? (
            <EmptyState title={filtered ? t`No member fits` : t`No members yet`}>
              {filtered ? (
                <Button onClick={() => void navigate({ search: {}, replace: true })}>
                  <Trans>Show all</Trans>
                </Button>
              ) : (
                <p>
                  <Trans>Add the first organisation; its people can then be invited.</Trans>
                </p>
              )}
            </EmptyState>
          ) : null}
          {found && total > 0 && view === "list" ? (
            <Roll members={found.members.edges.map((e) => e.node)} />
          ) : null}
          {found && total > 0 && view === "table" ? (
            <Roll members={found.members.edges.map((e) => e.node)} wide />
          ) : null}
          {found && view === "map" ? (
            <div className="two">
              <TileMap
                provinces={provinces}
                facets={found.memberFacets.provinces}
                chosen={search.province}
                onChoose={(province) => set({ province })}
              />
              <ProvinceTable provinces={provinces} facets={found.memberFacets.provinces} />
            </div>
          ) : null}
          {found?.members.pageInfo.hasNextPage && view !== "map" ? (
            <div>
              <Button busy={fetching} onClick={() => setAfter(found.members.pageInfo.endCursor ?? null)}>
                <Trans>Show more</Trans>
              </Button>
            </div>
          ) : null}
        </div>
        {found && view === "list" ? (
          <section className="card">
            <header>
              <h2>
                <Trans>By province</Trans>
              </h2>
            </header>
            <TileMap
              provinces={provinces}
              facets={found.memberFacets.provinces}
              chosen={search.province}
              onChoose={(province) => set({ province })}
            />
            <div className="legend" style={{ marginTop: "var(--s-4)" }}>
              <span>
                <svg width="14" height="14" aria-hidden="true">
                  <rect width="14" height="14" fill="var(--seq-0)" stroke="var(--line-strong)" />
                </svg>
                <Trans>none</Trans>
              </span>
              {[1, 2, 3].map((n) => (
                <span key={n}>
                  <svg width="14" height="14" aria-hidden="true">
                    <rect width="14" height="14" fill={`var(--seq-${n === 3 ? 4 : n})`} />
                  </svg>
                  {digits(n === 3 ? "3+" : String(n), locale)}
                </span>
              ))}
              <Link className="end row" to="/members" search={{ ...search, view: "map" }}>
                <Table2 className="i" aria-hidden="true" />
                <Trans>As table</Trans>
              </Link>
            </div>
          </section>
        ) : null}
      </div>
      {adding && network ? <AddOrganisation network={network.id} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function Chip({
  pressed,
  onClick,
  count,
  children,
}: {
  pressed: boolean;
  onClick: () => void;
  count?: number;
  children: ReactNode;
}) {
  const { locale } = useLocale();
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onClick}>
      {pressed ? <Check className="i" aria-hidden="true" /> : null}
      {children}
      {count === undefined ? null : <b>{number(count, locale)}</b>}
    </button>
  );
}

function Views({ view, onChange }: { view: string; onChange: (view: "list" | "table" | "map") => void }) {
  const { t } = useLingui();
  const labels = { list: t`List`, table: t`Table`, map: t`Map` };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a choice of views, not a form
    <div className="langs" role="group" aria-label={t`View`}>
      {(["list", "table", "map"] as const).map((name) => (
        <button key={name} type="button" aria-pressed={view === name} onClick={() => onChange(name)}>
          {labels[name]}
        </button>
      ))}
    </div>
  );
}

/** Searches while one types, a moment after the last key. */
export function SearchBox({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the text decides when to search
  useEffect(() => {
    if (text === value) return;
    const wait = setTimeout(() => onChange(text), 200);
    return () => clearTimeout(wait);
  }, [text]);
  return (
    <div className="search" style={{ minWidth: "min(260px, 100%)" }}>
      <Search className="i" aria-hidden="true" />
      <input
        type="search"
        aria-label={t`Name, acronym or place`}
        placeholder={t`Name, acronym or place`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        style={{
          border: 0,
          background: "none",
          font: "inherit",
          color: "var(--ink)",
          width: "100%",
          minHeight: 32,
        }}
      />
    </div>
  );
}

function ProvinceTable({
  provinces,
  facets,
}: {
  provinces: Province[];
  facets: { value: string; count: number }[];
}) {
  const { locale } = useLocale();
  return (
    <div className="card nopad">
      <table className="tbl">
        <caption className="vh">
          <Trans>Members by province</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Province</Trans>
            </th>
            <th scope="col" className="n">
              <Trans>Members</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {provinces.map((province) => (
            <tr key={province.id}>
              <td>
                <Both text={province.name} />
              </td>
              <td className="n">
                {number(facets.find((facet) => facet.value === province.code)?.count ?? 0, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Roll({ members, wide = false }: { members: Member[]; wide?: boolean }) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  return (
    <div className="card nopad">
      <table className="tbl cards">
        <caption className="vh">
          <Trans>Members</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Organisation</Trans>
            </th>
            <th scope="col">
              <Trans>Province</Trans>
            </th>
            {wide ? (
              <th scope="col">
                <Trans>Themes</Trans>
              </th>
            ) : null}
            <th scope="col">
              <Trans>Tier</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <td>
                <Link
                  className="row top plainlink"
                  to="/organisations/$id"
                  params={{ id: member.organisation.id }}
                >
                  <OrgMark
                    id={member.organisation.id}
                    acronym={member.organisation.acronym}
                    kind={member.organisation.kind?.code}
                    logo={member.organisation.logo}
                  />
                  <span className="grow">
                    <b>
                      <Both text={member.organisation.name} />
                    </b>
                    <span className="sub">
                      <span lang="en">{member.organisation.acronym}</span>
                      {member.organisation.kind ? (
                        <>
                          {" · "}
                          <Both text={member.organisation.kind.label} />
                        </>
                      ) : null}
                    </span>
                  </span>
                </Link>
              </td>
              <td data-l={t`Province`}>
                {member.organisation.province ? <Both text={member.organisation.province.name} /> : null}
              </td>
              {wide ? <td>{member.organisation.themes.map((term) => say(term.label)).join(", ")}</td> : null}
              <td>
                <TierBadge tier={member.tier} />{" "}
                {member.state !== "ACTIVE" ? (
                  <Badge tone="pending">{i18n._(STATES[member.state])}</Badge>
                ) : null}
                {member.organisation.listing === "RESTRICTED" ? (
                  <Badge tone="warn" icon={<EyeOff className="i" aria-hidden="true" />}>
                    <Trans>hidden</Trans>
                  </Badge>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
