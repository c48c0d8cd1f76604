import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { day, number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Button } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure } from "../../ui/outcome";
import { RESPONSES } from "../campaigns/words";
import { CommitmentForm } from "../commitments/commitment-form";
import { COMMITMENT_KINDS, COMMITMENT_STATES, COMMITMENT_TONES } from "../commitments/words";
import { EngagementForm } from "./engagement-form";
import {
  type EngagementPartsFragment,
  FollowUpEngagementDocument,
  StakeholderEngagementsDocument,
  StakeholderPromisesDocument,
} from "./stakeholders.gql";
import type { StakeholderMap } from "./use-map";
import { ATTRIBUTIONS, CHANNELS, ENGAGEMENT_STATES, REACTIONS, sign } from "./words";

/** One contact: what it was, what was said, what follows. */
export function Contact({
  map,
  engagement,
  onOpen,
  onDone,
}: {
  map: StakeholderMap;
  engagement: EngagementPartsFragment;
  onOpen: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [result, followUp] = useMutation(FollowUpEngagementDocument);
  const [promised, setPromised] = useState(false);
  const navigate = useNavigate();
  const owner = map.stakeholders.find((one) => one.id === engagement.stakeholders[0]);
  const late =
    engagement.followUpOn && !engagement.followUpDoneAt && engagement.followUpOn < map.today
      ? true
      : undefined;
  const names = new Map(map.stakeholders.map((one) => [one.id, say(one.name)]));
  const asks = new Map(
    map.campaign.items.flatMap((item) =>
      item.body.__typename === "PlanAsk" ? [[item.id, say(item.body.text)] as const] : [],
    ),
  );
  const due = engagement.state === "PLANNED" && engagement.heldOn < map.today;
  return (
    <div className="stackv gap-1">
      <p className="sm row wrap gap-2">
        <b>{day(engagement.heldOn, locale)}</b>
        <span>{i18n._(CHANNELS[engagement.channel])}</span>
        <Badge
          tone={engagement.state === "HELD" ? "ok" : engagement.state === "PLANNED" ? "pending" : "ghost"}
        >
          {i18n._(ENGAGEMENT_STATES[engagement.state])}
        </Badge>
        {engagement.organisation ? <span className="muted">{engagement.organisation.acronym}</span> : null}
        {engagement.sensitivity === "CONFIDENTIAL" ? (
          <Badge tone="danger">
            <Trans>confidential</Trans>
          </Badge>
        ) : null}
      </p>
      <p className="sm muted">
        {engagement.stakeholders
          .map((id) => names.get(id) ?? "")
          .filter(Boolean)
          .join(", ")}
        {engagement.theirPeople ? ` · ${engagement.theirPeople}` : null}
      </p>
      {due ? (
        <p className="sm err">
          <Trans>This day is over: write down what was said, or that it was called off.</Trans>
        </p>
      ) : null}
      {engagement.purpose ? <p className="sm">{engagement.purpose}</p> : null}
      {engagement.said ? <p className="sm pre">{engagement.said}</p> : null}
      {engagement.raised.length > 0 ? (
        <ul className="sm">
          {engagement.raised.map((one) => (
            <li key={one.ask}>
              {asks.get(one.ask)} — {i18n._(RESPONSES[one.response])}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="xs muted">
        {engagement.reaction ? `${i18n._(REACTIONS[engagement.reaction])} · ` : null}
        {i18n._(ATTRIBUTIONS[engagement.attribution])}
        {engagement.ourPeople.length > 0
          ? ` · ${t`ours: ${engagement.ourPeople.map((one) => say(one.name.full)).join(", ")}`}`
          : null}
      </p>
      {engagement.followUp ? (
        <p className={late ? "sm err" : "sm"}>
          <Trans>To follow: {engagement.followUp}</Trans>
          {engagement.followUpOn ? `, ${day(engagement.followUpOn, locale)}` : null}
          {engagement.followUpBy ? ` · ${say(engagement.followUpBy.name.full)}` : null}
          {engagement.followUpDoneAt ? (
            <>
              {" "}
              <Badge tone="ok">
                <Trans>done</Trans>
              </Badge>
            </>
          ) : null}
        </p>
      ) : null}
      {map.viewerCan.keep ? (
        <div className="row wrap gap-2">
          <Button className="small" kind="quiet" onClick={onOpen}>
            {engagement.state === "PLANNED" ? <Trans>Write down how it went</Trans> : <Trans>Change</Trans>}
          </Button>
          {engagement.state === "HELD" ? (
            <Button className="small" kind="quiet" onClick={() => setPromised(true)}>
              <Trans>Write down a commitment</Trans>
            </Button>
          ) : null}
          {engagement.followUp ? (
            <Button
              className="small"
              kind="quiet"
              busy={result.fetching}
              onClick={async () => {
                const { data, error } = await followUp({
                  id: engagement.id,
                  version: engagement.version,
                  done: !engagement.followUpDoneAt,
                });
                const why = failure(error, data?.followUpEngagement);
                if (why) toast.error(why);
                onDone();
              }}
            >
              {engagement.followUpDoneAt ? <Trans>It was not done</Trans> : <Trans>It was done</Trans>}
            </Button>
          ) : null}
        </div>
      ) : null}
      {promised ? (
        <CommitmentForm
          campaign={map.campaign.id}
          begun={{
            source: "ENGAGEMENT",
            engagement: engagement.id,
            stakeholder: owner?.id,
            owner: owner?.name,
            constituency: owner?.constituency,
            madeOn: engagement.heldOn,
            quiet: engagement.attribution !== "ON_RECORD",
          }}
          onClose={() => setPromised(false)}
          onDone={(id) => void navigate({ to: "/commitments/$id", params: { id } })}
        />
      ) : null}
    </div>
  );
}

/** What was with one on a map, the latest first: contacts, promises and ratings in one line of time. */
export function Story({
  map,
  id,
  on,
  onDone,
}: {
  map: StakeholderMap;
  network: string;
  id: string;
  on: string;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [opened, setOpened] = useState<EngagementPartsFragment | null>(null);
  const [{ data }, again] = useQuery({
    query: StakeholderEngagementsDocument,
    variables: { campaign: map.campaign.id, with: id, after: null },
    requestPolicy: "cache-and-network",
  });
  const [{ data: kept }, againKept] = useQuery({
    query: StakeholderPromisesDocument,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const engagements = data?.stakeholderMap?.engagements;
  const refresh = () => {
    again({ requestPolicy: "network-only" });
    againKept({ requestPolicy: "network-only" });
    onDone();
  };
  const told = [
    ...(engagements?.edges ?? []).map(({ node }) => ({
      on: node.heldOn,
      key: node.id,
      engagement: node,
      rating: null,
      promise: null,
    })),
    ...(kept?.stakeholder?.commitments.edges ?? []).map(({ node }) => ({
      on: node.madeOn,
      key: node.id,
      engagement: null,
      rating: null,
      promise: node,
    })),
    ...map.assessments
      .filter((one) => one.stakeholder === id && one.assessedOn <= on)
      .map((one) => ({ on: one.assessedOn, key: one.id, engagement: null, rating: one, promise: null })),
  ].sort((a, b) => b.on.localeCompare(a.on) || b.key.localeCompare(a.key));
  if (told.length === 0) return null;
  return (
    <section className="stackv gap-3" aria-label={t`What was`}>
      <h3>
        <Trans>What was</Trans>
      </h3>
      <ol className="plain stackv gap-3 story">
        {told.map((one) => (
          <li key={one.key}>
            {one.engagement ? (
              <Contact
                map={map}
                engagement={one.engagement}
                onOpen={() => setOpened(one.engagement)}
                onDone={refresh}
              />
            ) : one.promise ? (
              <p className="sm">
                <b>{day(one.promise.madeOn, locale)}</b> {i18n._(COMMITMENT_KINDS[one.promise.kind])}{" "}
                <Badge tone={COMMITMENT_TONES[one.promise.state]}>
                  {i18n._(COMMITMENT_STATES[one.promise.state])}
                </Badge>{" "}
                {one.promise.overdue ? (
                  <Badge tone="danger">
                    <Trans>overdue</Trans>
                  </Badge>
                ) : null}
                <Link className="block" to="/commitments/$id" params={{ id: one.promise.id }}>
                  {say(one.promise.text)}
                </Link>
                {one.promise.dueOn ? (
                  <span className="block muted">
                    <Trans>due {day(one.promise.dueOn, locale)}</Trans>
                  </span>
                ) : null}
              </p>
            ) : one.rating ? (
              <p className="sm">
                <b>{day(one.rating.assessedOn, locale)}</b>{" "}
                <Trans>
                  rated: influence {number(one.rating.influence, locale)}, interest{" "}
                  {number(one.rating.interest, locale)}, alignment {sign(one.rating.alignment)}
                </Trans>
                <span className="block muted">{one.rating.basis}</span>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
      {engagements?.pageInfo.hasNextPage ? (
        <p className="xs muted">
          <Trans>Older contacts are in the log of engagements.</Trans>
        </p>
      ) : null}
      {opened ? (
        <EngagementForm map={map} engagement={opened} onClose={() => setOpened(null)} onDone={refresh} />
      ) : null}
    </section>
  );
}
