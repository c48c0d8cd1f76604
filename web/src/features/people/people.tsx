import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, EmptyState, Loading, Note } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure } from "../../ui/outcome";
import { ROLES } from "../../ui/words";
import { SearchBox } from "../members/members";
import { PeopleDocument } from "./people.gql";

/** Everybody with a role or position in the network, as far as one may know them. */
export function People() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const network = useNetwork();
  const { q } = useSearch({ from: "/inside/people" });
  const navigate = useNavigate({ from: "/people" });
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }] = useQuery({
    query: PeopleDocument,
    variables: { network: network?.id ?? "", search: q ?? null, after },
    pause: !network,
  });
  const people = data?.network?.people;
  return (
    <>
      <div className="pagehead">
        <div>
          <h1>
            <Trans>People and roles</Trans>
          </h1>
          {people ? (
            <p className="lead">
              <Trans>{number(people.totalCount, locale)} people you may see.</Trans>
            </p>
          ) : null}
        </div>
      </div>
      <div className="stackv gap-4">
        <div className="row wrap noprint">
          <SearchBox
            value={q ?? ""}
            onChange={(text) => {
              setAfter(null);
              void navigate({ search: text ? { q: text } : {}, replace: true });
            }}
          />
        </div>
        {error && !data ? <Note tone="danger">{failure(error)}</Note> : null}
        {!people && fetching ? <Loading /> : null}
        {people && people.totalCount === 0 ? (
          <EmptyState title={t`Nobody fits`}>
            <Button onClick={() => void navigate({ search: {}, replace: true })}>
              <Trans>Show all</Trans>
            </Button>
          </EmptyState>
        ) : null}
        {people && people.totalCount > 0 ? (
          <div className="card nopad">
            <table className="tbl cards">
              <caption className="vh">
                <Trans>People and roles</Trans>
              </caption>
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>Name</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Organisation</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Roles</Trans>
                  </th>
                </tr>
              </thead>
              <tbody>
                {people.edges.map(({ node }) => {
                  const seat = node.affiliations[0];
                  return (
                    <tr key={node.id}>
                      <td>
                        <Link className="plainlink" to="/people/$id" params={{ id: node.id }}>
                          <b>{say(node.name.full)}</b>
                        </Link>
                        {seat ? <span className="sub">{say(seat.position)}</span> : null}
                      </td>
                      <td>
                        {seat ? (
                          <Link
                            className="row plainlink"
                            to="/organisations/$id"
                            params={{ id: seat.organisation.id }}
                          >
                            <OrgMark
                              id={seat.organisation.id}
                              acronym={seat.organisation.acronym}
                              kind={seat.organisation.kind?.code}
                              size="s"
                            />
                            <span className="grow">{say(seat.organisation.name)}</span>
                          </Link>
                        ) : null}
                      </td>
                      <td>{[...new Set(node.roles.map((role) => i18n._(ROLES[role.role])))].join(", ")}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        ) : null}
        {people?.pageInfo.hasNextPage ? (
          <div>
            <Button busy={fetching} onClick={() => setAfter(people.pageInfo.endCursor ?? null)}>
              <Trans>Show more</Trans>
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}
