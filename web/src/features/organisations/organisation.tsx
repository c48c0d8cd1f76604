import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation, useParams } from "@tanstack/react-router";
import { EyeOff, Pencil, UserPlus } from "lucide-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import type { Tier } from "../../graphql/schema";
import { day } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Loading, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { OrgMark } from "../../ui/org-mark";
import { failure } from "../../ui/outcome";
import { ROLES, STATES, TIERS } from "../../ui/words";
import { TierBadge } from "../members/members";
import { AddPerson } from "./add-person";
import { EditOrganisation } from "./edit-organisation";
import { Facts } from "./facts";
import { ListingDialog } from "./listing";
import { MandatesCard } from "./mandates";
import {
  InvitePersonDocument,
  OrganisationPageDocument,
  type OrganisationPageQuery,
  SetTierDocument,
} from "./organisation.gql";
import { StandingCard } from "./standing";

export type Organisation = NonNullable<OrganisationPageQuery["organisation"]>;

/** One organisation: who it is, how it belongs, its people. */
export function OrganisationPage() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const { id } = useParams({ from: "/inside/organisations/$id" });
  const { hash } = useLocation();
  const network = useNetwork();
  const [open, setOpen] = useState<"edit" | "listing" | "person" | null>(hash === "edit" ? "edit" : null);
  const [{ data, error }] = useQuery({ query: OrganisationPageDocument, variables: { id } });
  const organisation = data?.organisation;
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  if (!organisation) {
    return (
      <EmptyState title={t`This does not exist, or not for you.`}>
        <Link to="/members" className="btn">
          <Trans>See the members</Trans>
        </Link>
      </EmptyState>
    );
  }
  const can = organisation.viewerCan;
  return (
    <>
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/members">
          <Trans>Members</Trans>
        </Link>
      </nav>
      <div className="pagehead">
        <div className="row top">
          <OrgMark
            id={organisation.id}
            acronym={organisation.acronym}
            kind={organisation.kind?.code}
            size="l"
            logo={organisation.logo}
          />
          <div className="grow">
            <h1>
              <Both text={organisation.name} />
            </h1>
            <p className="lead">
              <span lang="en">{organisation.acronym}</span>
              {organisation.kind ? (
                <>
                  {" · "}
                  <Both text={organisation.kind.label} />
                </>
              ) : null}
              {organisation.hq ? (
                <>
                  {" · "}
                  <Both text={organisation.hq.name} />
                  {organisation.province && organisation.province.id !== organisation.hq.id ? (
                    <>
                      , <Both text={organisation.province.name} />
                    </>
                  ) : null}
                </>
              ) : null}
            </p>
          </div>
        </div>
        {can.edit ? (
          <Button kind="primary" onClick={() => setOpen("edit")}>
            <Pencil className="i" aria-hidden="true" />
            <Trans>Edit the profile</Trans>
          </Button>
        ) : null}
      </div>
      {organisation.listing === "RESTRICTED" ? (
        <div style={{ marginBottom: "var(--s-6)" }}>
          <Note tone="warn">
            <EyeOff className="i" aria-hidden="true" />{" "}
            <Trans>
              This group is hidden. Do not name it to others; contact it through{" "}
              <b>{organisation.host ? say(organisation.host.name) : "–"}</b>.
            </Trans>
          </Note>
        </div>
      ) : null}
      <div className="two">
        <div className="stackv gap-6">
          <section className="card">
            <header>
              <h2>
                <Trans>What it does</Trans>
              </h2>
            </header>
            {organisation.description.en || organisation.description.km ? (
              <p style={{ whiteSpace: "pre-wrap", maxWidth: "62ch" }}>
                <Both text={organisation.description} />
              </p>
            ) : (
              <p className="muted">
                <Trans>Not described yet.</Trans>
              </p>
            )}
            <div className="row wrap" style={{ marginTop: "var(--s-4)" }}>
              {organisation.themes.map((term) => (
                <Badge key={term.id}>
                  <Both text={term.label} />
                </Badge>
              ))}
            </div>
          </section>
          <PeopleOf organisation={organisation} onAdd={() => setOpen("person")} />
        </div>
        <div className="stackv gap-6">
          <section className="card">
            <header>
              <h2>
                <Trans>In networks</Trans>
              </h2>
            </header>
            <ul className="list stackv gap-4">
              {organisation.memberships.map((membership) => (
                <li key={membership.id} className="stackv gap-2" style={{ border: 0 }}>
                  <b>{membership.network ? say(membership.network.name) : ""}</b>
                  <span className="row wrap">
                    <TierBadge tier={membership.tier} />
                    <span className="sm muted">
                      {i18n._(STATES[membership.state])}
                      {membership.joinedOn ? ` · ${day(membership.joinedOn, locale)}` : ""}
                    </span>
                  </span>
                  {membership.network?.viewerCan.manageMembers ? (
                    <TierSelect membership={membership} />
                  ) : null}
                  <StandingCard membership={membership} />
                </li>
              ))}
            </ul>
          </section>
          {network
            ? organisation.memberships
                .filter((membership) => membership.network?.id === network.id)
                .map((membership) => (
                  <MandatesCard
                    key={membership.id}
                    membership={membership.id}
                    network={network.id}
                    organisation={organisation.id}
                  />
                ))
            : null}
          <Facts organisation={organisation} onChangeListing={() => setOpen("listing")} />
        </div>
      </div>
      {open === "edit" && can.edit ? (
        <EditOrganisation organisation={organisation} onClose={() => setOpen(null)} />
      ) : null}
      {open === "listing" && network ? (
        <ListingDialog organisation={organisation} network={network.id} onClose={() => setOpen(null)} />
      ) : null}
      {open === "person" ? <AddPerson organisation={organisation.id} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function TierSelect({ membership }: { membership: Organisation["memberships"][number] }) {
  const { t, i18n } = useLingui();
  const [result, setTier] = useMutation(SetTierDocument);
  const choose = async (tier: Tier) => {
    const { data, error } = await setTier({
      input: { id: membership.id, version: membership.version, tier },
    });
    const why = failure(error, data?.setTier);
    if (why) toast.error(why);
    else toast.success(t`The tier is changed.`);
  };
  return (
    <select
      className="input"
      aria-label={t`Tier`}
      value={membership.tier}
      disabled={result.fetching}
      onChange={(event) => void choose(event.target.value as Tier)}
    >
      {(Object.keys(TIERS) as Tier[]).map((tier) => (
        <option key={tier} value={tier}>
          {i18n._(TIERS[tier])}
        </option>
      ))}
    </select>
  );
}

function PeopleOf({ organisation, onAdd }: { organisation: Organisation; onAdd: () => void }) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [, invite] = useMutation(InvitePersonDocument);
  const people = organisation.people.edges.map((edge) => edge.node);
  const send = async (person: string) => {
    const { data, error } = await invite({ person });
    const why =
      failure(error) ??
      (data?.invitePerson.violations[0] ? say(data.invitePerson.violations[0].message) : undefined);
    if (why) toast.error(why);
    else toast.success(t`The invitation is on its way.`);
  };
  return (
    <section className="card nopad">
      <header>
        <h2 className="grow">
          <Trans>People</Trans>
        </h2>
        {organisation.viewerCan.addPerson ? (
          <Button onClick={onAdd}>
            <UserPlus className="i" aria-hidden="true" />
            <Trans>Add a person</Trans>
          </Button>
        ) : null}
      </header>
      {people.length === 0 ? (
        <p className="muted" style={{ padding: "var(--s-5)" }}>
          <Trans>Nobody yet, as far as you may see.</Trans>
        </p>
      ) : (
        <table className="tbl cards">
          <caption className="vh">
            <Trans>People</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Name</Trans>
              </th>
              <th scope="col">
                <Trans>Roles</Trans>
              </th>
              <th scope="col">
                <Trans>Account</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => {
              const position = person.affiliations.find(
                (a) => a.organisation.id === organisation.id,
              )?.position;
              return (
                <tr key={person.id}>
                  <td>
                    <Link className="plainlink" to="/people/$id" params={{ id: person.id }}>
                      <b>{say(person.name.full)}</b>
                    </Link>
                    {position ? <span className="sub">{say(position)}</span> : null}
                  </td>
                  <td>
                    {person.roles
                      .filter((role) => !role.organisation || role.organisation.id === organisation.id)
                      .map((role) => i18n._(ROLES[role.role]))
                      .join(", ")}
                  </td>
                  <td>
                    {person.account === "ACTIVE" ? (
                      <Badge tone="ok">
                        <Trans>active</Trans>
                      </Badge>
                    ) : null}
                    {person.account === "INVITED" ? (
                      <Badge tone="pending">
                        <Trans>invited</Trans>
                      </Badge>
                    ) : null}
                    {person.viewerCan.invite && person.account !== "ACTIVE" ? (
                      <>
                        {" "}
                        <Button className="small" onClick={() => void send(person.id)}>
                          {person.account === "INVITED" ? <Trans>Invite again</Trans> : <Trans>Invite</Trans>}
                        </Button>
                      </>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
