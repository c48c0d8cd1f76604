import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import { day, digits } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Loading, Note } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure } from "../../ui/outcome";
import { STATES } from "../../ui/words";
import { ApplicationsDocument } from "./applications.gql";
import { Claims } from "./claims";

/** Applications handed in, for the secretariat and the committee. */
export function Applications() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const network = useNetwork();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }] = useQuery({
    query: ApplicationsDocument,
    variables: { network: network?.id ?? "", after },
    pause: !network,
  });
  if (!data?.network) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const { edges, totalCount, pageInfo } = data.network.applications;
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Trans>Applications</Trans>
          </h1>
          <p className="lead">
            <Plural
              value={totalCount}
              one="One organisation wants to join."
              other={`${digits(String(totalCount), locale)} organisations want to join.`}
            />
          </p>
        </div>
      </div>
      {network ? <Claims network={network.id} /> : null}
      {edges.length === 0 ? (
        <EmptyState title={t`No applications at present`}>
          <p>
            <Trans>Organisations apply at this address; send it to those who ask:</Trans>
          </p>
          <p className="hash">{`${location.origin}/apply`}</p>
        </EmptyState>
      ) : (
        <section className="card nopad">
          <table className="tbl cards">
            <caption className="vh">
              <Trans>Applications</Trans>
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Organisation</Trans>
                </th>
                <th scope="col">
                  <Trans>Where it stands</Trans>
                </th>
                <th scope="col">
                  <Trans>Referees</Trans>
                </th>
                <th scope="col">
                  <Trans>Handed in</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {edges.map(({ node }) => {
                const referees = node.application?.referees ?? [];
                const settled = referees.filter((r) => r.answeredAt || r.waivedAt).length;
                return (
                  <tr key={node.id}>
                    <td>
                      <span className="row">
                        <OrgMark
                          id={node.organisation.id}
                          acronym={node.organisation.acronym || (say(node.organisation.name)[0] ?? "")}
                          kind={node.organisation.kind?.code}
                        />
                        <span>
                          <Link className="plainlink" to="/applications/$id" params={{ id: node.id }}>
                            <b>
                              <Both text={node.organisation.name} />
                            </b>
                          </Link>
                          {node.organisation.province ? (
                            <span className="sub">{say(node.organisation.province.name)}</span>
                          ) : null}
                        </span>
                      </span>
                    </td>
                    <td>
                      <Badge tone={node.state === "RETURNED" ? "warn" : "pending"}>
                        {i18n._(STATES[node.state])}
                      </Badge>
                    </td>
                    <td>{digits(`${settled}/${referees.length}`, locale)}</td>
                    <td>{node.application?.submittedAt ? day(node.application.submittedAt, locale) : "–"}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
      {pageInfo.hasNextPage ? (
        <p style={{ marginTop: "var(--s-4)" }}>
          <Button busy={fetching} onClick={() => setAfter(pageInfo.endCursor ?? null)}>
            <Trans>Show more</Trans>
          </Button>
        </p>
      ) : null}
    </>
  );
}
