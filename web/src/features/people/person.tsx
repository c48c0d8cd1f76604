import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import { day } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, EmptyState, Loading, Modal, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { OrgMark } from "../../ui/org-mark";
import { failure } from "../../ui/outcome";
import { ROLES } from "../../ui/words";
import { GrantRole } from "./grant-role";
import { EndRoleDocument, PersonPageDocument } from "./people.gql";
import { PersonForm } from "./person-form";

/** One person: name, contacts, positions, roles. */
export function PersonPage() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const network = useNetwork();
  const { id } = useParams({ from: "/inside/people/$id" });
  const [{ data, error }, again] = useQuery({ query: PersonPageDocument, variables: { id } });
  const [, endRole] = useMutation(EndRoleDocument);
  const [open, setOpen] = useState<"edit" | "role" | null>(null);
  const person = data?.person;
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  if (!person) {
    return (
      <EmptyState title={t`This does not exist, or not for you.`}>
        <Link to="/people" className="btn">
          <Trans>See all people</Trans>
        </Link>
      </EmptyState>
    );
  }
  const refresh = () => again({ requestPolicy: "network-only" });
  const end = async (role: string) => {
    const { data, error } = await endRole({ id: role });
    const reason = data?.endRole.violations[0];
    const why = failure(error) ?? (reason ? say(reason.message) : undefined);
    if (why) toast.error(why);
    else {
      toast.success(t`The role has ended.`);
      refresh();
    }
  };
  return (
    <>
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/people">
          <Trans>People and roles</Trans>
        </Link>
      </nav>
      <div className="pagehead">
        <div>
          <h1>{say(person.name.full)}</h1>
          <p className="lead" lang={locale === "km" ? "en" : "km"}>
            {locale === "km" ? person.name.full.en : person.name.full.km}
          </p>
        </div>
        {person.viewerCan.edit ? (
          <Button onClick={() => setOpen("edit")}>
            <Pencil className="i" aria-hidden="true" />
            <Trans>Edit</Trans>
          </Button>
        ) : null}
      </div>
      <div className="two">
        <section className="card nopad">
          <header>
            <h2 className="grow">
              <Trans>Roles</Trans>
            </h2>
            {network?.viewerCan.manageRoles ? (
              <Button onClick={() => setOpen("role")}>
                <Trans>Give a role</Trans>
              </Button>
            ) : null}
          </header>
          {person.roles.length === 0 ? (
            <p className="muted" style={{ padding: "var(--s-5)" }}>
              <Trans>No role.</Trans>
            </p>
          ) : (
            <ul className="list">
              {person.roles.map((role) => (
                <li key={role.id} className="row between wrap" style={{ padding: "var(--s-4) var(--s-5)" }}>
                  <span>
                    <b>{i18n._(ROLES[role.role])}</b>
                    <br />
                    <span className="sm muted">
                      {role.organisation ? `${say(role.organisation.name)} · ` : ""}
                      {role.network ? say(role.network.name) : ""} · {day(role.grantedAt, locale)}
                    </span>
                  </span>
                  {role.network?.viewerCan.manageRoles ? (
                    <Button kind="danger" className="small" onClick={() => void end(role.id)}>
                      <Trans>End</Trans>
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
        </section>
        <section className="card">
          <dl className="kv">
            {person.affiliations.map((seat) => (
              <div key={seat.organisation.id} style={{ display: "contents" }}>
                <dt>
                  <OrgMark
                    id={seat.organisation.id}
                    acronym={seat.organisation.acronym}
                    kind={seat.organisation.kind?.code}
                    size="s"
                  />
                </dt>
                <dd>
                  <Link to="/organisations/$id" params={{ id: seat.organisation.id }}>
                    {say(seat.organisation.name)}
                  </Link>
                  <br />
                  <span className="muted">{say(seat.position)}</span>
                </dd>
              </div>
            ))}
            {person.email ? (
              <>
                <dt>
                  <Trans>Mail</Trans>
                </dt>
                <dd>
                  <a href={`mailto:${person.email}`}>{person.email}</a>
                </dd>
              </>
            ) : null}
            {person.phone ? (
              <>
                <dt>
                  <Trans>Telephone</Trans>
                </dt>
                <dd>{person.phone}</dd>
              </>
            ) : null}
          </dl>
        </section>
      </div>
      <Modal title={t`Edit`} open={open === "edit"} onClose={() => setOpen(null)}>
        <PersonForm person={person} onDone={() => setOpen(null)} />
      </Modal>
      {open === "role" && network ? (
        <GrantRole
          person={person.id}
          network={network.id}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            refresh();
          }}
        />
      ) : null}
    </>
  );
}
