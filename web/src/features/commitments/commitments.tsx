import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Clock, ExternalLink, Plus } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import type { CommitmentState } from "../../graphql/schema";
import { day, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Field, Loading, Note } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure } from "../../ui/outcome";
import { PlacePicker } from "../../ui/place-picker";
import { ProvincesDocument } from "../campaigns/results.gql";
import { TileMap } from "../members/tile-map";
import { ConstituenciesDocument, type ConstituenciesQuery } from "../stakeholders/stakeholders.gql";
import { CommitmentForm } from "./commitment-form";
import {
  CommitmentCampaignsDocument,
  type CommitmentCardFragment,
  CommitmentsDocument,
  CommitmentTallyDocument,
  type CommitmentTallyQuery,
} from "./commitments.gql";
import { COMMITMENT_STATES, COMMITMENT_TONES, OPEN } from "./words";
import "../stakeholders/stakeholders.css";

/** What was promised in a network: how it stands, what is due next, what is overdue. */
export function Commitments() {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const network = useNetwork();
  const { which = "open", campaign, view = "list" } = useSearch({ from: "/inside/commitments" });
  const navigate = useNavigate();
  const [after, setAfter] = useState<string[]>([]);
  const [chosen, setChosen] = useState("");
  const [place, setPlace] = useState<string | null>(null);
  const [whom, setWhom] = useState<By>({});
  const [form, setForm] = useState(false);
  const states: CommitmentState[] | null = which === "open" ? OPEN : null;
  const [{ data, error }, again] = useQuery({
    query: CommitmentsDocument,
    variables: {
      network: network?.id ?? "",
      campaign: campaign ?? null,
      states,
      overdue: which === "overdue",
      place,
      owner: whom.owner ?? null,
      constituency: whom.group ?? null,
      after: after.at(-1) ?? null,
    },
    pause: !network,
    requestPolicy: "cache-and-network",
  });
  const [{ data: campaigns }] = useQuery({
    query: CommitmentCampaignsDocument,
    variables: { network: network?.id ?? "" },
    pause: !network,
  });
  const [{ data: counted }] = useQuery({
    query: CommitmentTallyDocument,
    variables: {
      network: network?.id ?? "",
      campaign: campaign ?? null,
      states,
      overdue: which === "overdue",
    },
    pause: !network,
    requestPolicy: "cache-and-network",
  });
  const tally = counted?.commitmentTally;
  const [{ data: lists }] = useQuery({ query: ConstituenciesDocument });
  const found = data?.commitments;
  const scores = data?.commitmentScores;
  if (!found || !scores) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const mine = (campaigns?.campaigns.edges ?? []).filter(({ node }) => node.viewerCan.measure);
  const into = campaign && mine.some(({ node }) => node.id === campaign) ? campaign : chosen;
  const go = (to: { which?: "open" | "overdue" | "all"; campaign?: string | undefined; view?: View }) => {
    setAfter([]);
    // What was chosen on the map is not what is typed beside the list.
    if (to.view) setPlace(null);
    void navigate({ to: "/commitments", search: { which, campaign, view, ...to }, replace: true });
  };
  const group = (one: CommitmentCardFragment) => lists?.terms.find((term) => term.code === one.constituency);
  const tiles: [string, number, string][] = [
    [t`still to be kept`, scores.open, ""],
    [t`overdue`, scores.overdue, scores.overdue > 0 ? "danger" : ""],
    [t`kept`, scores.fulfilled, "ok"],
    [t`kept in part`, scores.partly, ""],
    [t`not kept`, scores.not, ""],
  ];
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Trans>Commitments</Trans>
          </h1>
          <p className="lead">
            {scores.due > 0 ? (
              <Trans>
                {number(scores.kept, locale)} of {number(scores.due, locale)} confirmed commitments that are
                due were kept.
              </Trans>
            ) : (
              <Trans>What was promised, and what became of it.</Trans>
            )}
          </p>
        </div>
        {network ? (
          <a className="btn" href={`/public/commitments/${network.id}`} target="_blank" rel="noopener">
            <ExternalLink className="i" aria-hidden="true" />
            <Trans>As everybody sees them</Trans>
          </a>
        ) : null}
      </div>
      <div className="stackv gap-6 onmap">
        <dl className="scores">
          {tiles.map(([name, count, tone]) => (
            <div key={name} className="card" data-tone={tone || undefined}>
              <dt className="xs muted">{name}</dt>
              <dd className="num figure">{number(count, locale)}</dd>
            </div>
          ))}
        </dl>
        <div className="formgrid">
          <Field label={t`Which`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={which}
                onChange={(event) => go({ which: event.target.value as "open" | "overdue" | "all" })}
              >
                <option value="open">{t`still to be kept`}</option>
                <option value="overdue">{t`overdue`}</option>
                <option value="all">{t`all`}</option>
              </select>
            )}
          </Field>
          <Field label={t`Of which campaign`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={campaign ?? ""}
                onChange={(event) => go({ campaign: event.target.value || undefined })}
              >
                <option value="">{t`all`}</option>
                {campaigns?.campaigns.edges.map(({ node }) => (
                  <option key={node.id} value={node.id}>
                    {say(node.title)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Whom
            tally={tally}
            terms={lists?.terms ?? []}
            whom={whom}
            onChoose={(chosen) => {
              setAfter([]);
              setWhom(chosen);
            }}
          />
          {view === "map" ? null : (
            <PlacePicker
              label={t`In which place`}
              value={place}
              onChange={(chosen) => {
                setAfter([]);
                setPlace(chosen);
              }}
            />
          )}
          <Field label={t`How they are shown`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={view}
                onChange={(event) => go({ view: event.target.value as View })}
              >
                <option value="list">{t`as a list`}</option>
                <option value="board">{t`side by side, by how they stand`}</option>
                <option value="map">{t`on a map of provinces`}</option>
              </select>
            )}
          </Field>
        </div>
        {mine.length > 0 ? (
          <div className="row wrap gap-2">
            {campaign ? null : (
              <select
                className="input small"
                aria-label={t`In which campaign it was promised`}
                value={chosen}
                onChange={(event) => setChosen(event.target.value)}
              >
                <option value="">{t`Choose a campaign`}</option>
                {mine.map(({ node }) => (
                  <option key={node.id} value={node.id}>
                    {say(node.title)}
                  </option>
                ))}
              </select>
            )}
            <Button kind="primary" disabled={!into} onClick={() => setForm(true)}>
              <Plus className="i" aria-hidden="true" />
              <Trans>Write down a commitment</Trans>
            </Button>
          </div>
        ) : null}
        {view === "map" && tally ? (
          <OnMap
            tally={tally}
            place={place}
            onChoose={(chosen) => {
              setAfter([]);
              setPlace(chosen);
            }}
          />
        ) : null}
        {found.totalCount === 0 ? (
          <EmptyState title={t`Nothing here`}>
            <p>
              <Trans>
                What somebody promises in a meeting, in reply to an ask or in public is written down here,
                with who looks after it and by when.
              </Trans>
            </p>
          </EmptyState>
        ) : (
          <Found
            board={view === "board"}
            found={found.edges.map(({ node }) => node)}
            group={(one) => say(group(one)?.label ?? { en: "", km: "" })}
          />
        )}
        <div className="actions">
          {after.length > 0 ? (
            <Button className="small" onClick={() => setAfter(after.slice(0, -1))}>
              <Trans>Back</Trans>
            </Button>
          ) : null}
          {found.pageInfo.hasNextPage ? (
            <Button className="small" onClick={() => setAfter([...after, found.pageInfo.endCursor ?? ""])}>
              <Trans>Further</Trans>
            </Button>
          ) : null}
        </div>
      </div>
      {form && into ? (
        <CommitmentForm
          campaign={into}
          onClose={() => setForm(false)}
          onDone={() => again({ requestPolicy: "network-only" })}
        />
      ) : null}
    </>
  );
}

type View = "list" | "board" | "map";
type Tally = CommitmentTallyQuery["commitmentTally"];

/** By whom they are to be kept: one by name, or all who speak for a group. */
interface By {
  owner?: string;
  group?: string;
}

function Whom({
  tally,
  terms,
  whom,
  onChoose,
}: {
  tally: Tally | undefined;
  terms: ConstituenciesQuery["terms"];
  whom: By;
  onChoose: (whom: By) => void;
}) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const label = (code: string) => terms.find((term) => term.code === code)?.label ?? { en: code, km: code };
  return (
    <Field label={t`By whom`}>
      {(ids) => (
        <select
          className="input"
          {...ids}
          value={whom.owner ? `o ${whom.owner}` : whom.group ? `g ${whom.group}` : ""}
          onChange={(event) => {
            const name = event.target.value.slice(2);
            onChoose(event.target.value.startsWith("o ") ? { owner: name } : name ? { group: name } : {});
          }}
        >
          <option value="">{t`all`}</option>
          <optgroup label={t`Groups`}>
            {tally?.groups.map(({ code, count }) => (
              <option key={code} value={`g ${code}`}>
                {say(label(code))} ({number(count, locale)})
              </option>
            ))}
          </optgroup>
          <optgroup label={t`Institutions and persons`}>
            {tally?.owners.map(({ owner, count }) => (
              <option key={`${owner.en} ${owner.km}`} value={`o ${owner.en || owner.km}`}>
                {say(owner)} ({number(count, locale)})
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </Field>
  );
}

/** Where they are to be kept; a province chosen shows its own below. */
function OnMap({
  tally,
  place,
  onChoose,
}: {
  tally: Tally;
  place: string | null;
  onChoose: (place: string | null) => void;
}) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [{ data }] = useQuery({ query: ProvincesDocument });
  const provinces = data?.places.edges.map(({ node }) => node) ?? [];
  if (provinces.length === 0) return <Loading />;
  return (
    <section className="stackv gap-2" aria-label={t`Where they are to be kept`}>
      <TileMap
        provinces={provinces}
        facets={tally.provinces.map(({ code, count }) => ({ value: code, count }))}
        label={t`Commitments by province`}
        chosen={provinces.find((province) => province.id === place)?.code}
        onChoose={(code) => onChoose(provinces.find((province) => province.code === code)?.id ?? null)}
      />
      {tally.nowhere > 0 ? (
        <p className="sm muted">
          <Trans>
            {number(tally.nowhere, locale)} of {number(tally.all, locale)} name no place.
          </Trans>
        </p>
      ) : null}
    </section>
  );
}

/** Commitments under each other, or beside each other by how they stand. */
function Found({
  board,
  found,
  group,
}: {
  board: boolean;
  found: CommitmentCardFragment[];
  group: (one: CommitmentCardFragment) => string;
}) {
  const { i18n } = useLingui();
  const { locale } = useLocale();
  if (!board)
    return (
      <ul className="list card nopad">
        {found.map((node) => (
          <Card key={node.id} node={node} group={group} />
        ))}
      </ul>
    );
  const states = (Object.keys(COMMITMENT_STATES) as CommitmentState[]).filter((state) =>
    found.some((one) => one.state === state),
  );
  return (
    <div className="columns">
      {states.map((state) => {
        const all = found.filter((one) => one.state === state);
        return (
          <section key={state} aria-label={i18n._(COMMITMENT_STATES[state])} className="stackv gap-2">
            <h2 className="sm row gap-2">
              {i18n._(COMMITMENT_STATES[state])}{" "}
              <span className="num muted">{number(all.length, locale)}</span>
            </h2>
            <ul className="list card nopad">
              {all.map((node) => (
                <Card key={node.id} node={node} group={group} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Card({
  node,
  group,
}: {
  node: CommitmentCardFragment;
  group: (one: CommitmentCardFragment) => string;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  return (
    <li className="inlist stackv gap-1">
      <p className="row wrap gap-2">
        <Badge tone={COMMITMENT_TONES[node.state]}>{i18n._(COMMITMENT_STATES[node.state])}</Badge>
        {node.overdue ? (
          <Badge tone="danger" icon={<Clock className="i" aria-hidden="true" />}>
            <Trans>overdue</Trans>
          </Badge>
        ) : null}
        <Link className="grow" to="/commitments/$id" params={{ id: node.id }}>
          <Both text={node.text} />
        </Link>
      </p>
      <p className="sm muted row wrap gap-2">
        <span>{node.owner ? say(node.owner) : group(node) || t`somebody who is not named`}</span>
        {node.dueOn ? (
          <span>
            <Trans>due {day(node.dueOn, locale)}</Trans>
            {node.slippedDays > 0 ? ` (${t`slipped by ${number(node.slippedDays, locale)} days`})` : null}
          </span>
        ) : null}
        {node.whole ? (
          <span className="num">
            {number(node.reached ?? 0, locale)}/{number(node.whole, locale)}
          </span>
        ) : null}
        {node.places.length > 0 ? (
          <span>{node.places.map((place) => say(place.name)).join(", ")}</span>
        ) : null}
        {node.follower ? (
          <span className="row gap-1">
            <OrgMark id={node.follower.id} acronym={node.follower.acronym} size="s" />
            <Trans>looks after it</Trans>
          </span>
        ) : null}
      </p>
    </li>
  );
}
