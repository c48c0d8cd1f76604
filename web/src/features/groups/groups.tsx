import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Plus, UsersRound } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import { number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { GroupForm } from "./group-form";
import { GroupsDocument } from "./groups.gql";
import { MeetingRows } from "./meetings";
import { GROUP_STATES, GROUP_TONES, JOININGS, SEAT_STATES } from "./words";

/** The working groups of the network and what they have before them. */
export function Groups() {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const network = useNetwork();
  const [after, setAfter] = useState<string | null>(null);
  const [proposing, setProposing] = useState(false);
  const [{ data, error, fetching }] = useQuery({
    query: GroupsDocument,
    variables: { network: network?.id ?? "", after },
    pause: !network,
  });
  if (!data?.network) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const { edges, pageInfo, totalCount } = data.network.workingGroups;
  const meetings = data.network.meetings.edges.map((edge) => edge.node);
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Trans>Working groups</Trans>
          </h1>
          <p className="lead">
            <Plural
              value={totalCount}
              _0="Members who work on one theme, meet and decide together."
              one="One group"
              other={`${number(totalCount, locale)} groups`}
            />
          </p>
        </div>
        {data.network.viewerCan.proposeGroup ? (
          <Button kind="primary" onClick={() => setProposing(true)}>
            <Plus className="i" aria-hidden="true" />
            <Trans>Propose a group</Trans>
          </Button>
        ) : null}
      </div>
      <div className="two">
        <div className="stackv gap-6">
          {edges.length === 0 ? (
            <EmptyState title={t`There is no working group yet`}>
              <p>
                <Trans>The coordinator or the committee proposes groups; the committee approves them.</Trans>
              </p>
            </EmptyState>
          ) : (
            <section className="card nopad">
              <ul className="list">
                {edges.map(({ node: group }) => (
                  <li key={group.id}>
                    <Link className="todo" to="/groups/$id" params={{ id: group.id }}>
                      <span className="kind">
                        <UsersRound className="i" aria-hidden="true" />
                      </span>
                      <span>
                        <span className="t">
                          <b>
                            <Both text={group.name} />
                          </b>
                        </span>
                        <span className="m">
                          {group.themes.map((theme) => (
                            <span key={theme.id}>
                              <Both text={theme.label} />
                            </span>
                          ))}
                          <span>{i18n._(JOININGS[group.joining])}</span>
                        </span>
                      </span>
                      <span className="row gap-2 wrap">
                        {group.yours ? (
                          <Badge tone="accent">
                            <Trans>you: {i18n._(SEAT_STATES[group.yours.state])}</Trans>
                          </Badge>
                        ) : null}
                        <Badge tone={GROUP_TONES[group.state]}>{i18n._(GROUP_STATES[group.state])}</Badge>
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {pageInfo.hasNextPage ? (
            <p>
              <Button busy={fetching} onClick={() => setAfter(pageInfo.endCursor ?? null)}>
                <Trans>Show more</Trans>
              </Button>
            </p>
          ) : null}
        </div>
        <MeetingRows title={t`Meetings to come`} meetings={meetings} named />
      </div>
      {proposing && network ? <GroupForm network={network.id} onClose={() => setProposing(false)} /> : null}
    </>
  );
}
