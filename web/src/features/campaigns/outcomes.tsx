import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Pencil, Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { useMutation, useQuery } from "urql";
import { day } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, Loading, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import type { CampaignFullFragment } from "./campaigns.gql";
import { OutcomeForm } from "./outcome-form";
import { AskForm, PublishForm } from "./outcome-steps";
import {
  CampaignOutcomesDocument,
  type OutcomePartsFragment,
  ReviewOutcomeDocument,
  TakeBackOutcomeDocument,
} from "./results.gql";
import { TalkAbout } from "./talk";
import { ANSWERS, CHANGES, OUTCOME_STATES, OUTCOME_TONES } from "./words";

/** What has changed because of a campaign: written down, looked through, confirmed by others, made public. */
export function Outcomes({ campaign, network }: { campaign: CampaignFullFragment; network: string }) {
  const { t } = useLingui();
  const [after, setAfter] = useState<string[]>([]);
  const [open, setOpen] = useState<OutcomePartsFragment | "new" | null>(null);
  const [{ data }, again] = useQuery({
    query: CampaignOutcomesDocument,
    variables: { id: campaign.id, after: after.at(-1) ?? null },
    requestPolicy: "cache-and-network",
  });
  const outcomes = data?.campaign?.outcomes;
  const refresh = () => again({ requestPolicy: "network-only" });
  // The form goes once the list shows what was saved: whoever goes on at once acts on the new state.
  const [saved, setSaved] = useState<{ id: string; version: number } | null>(null);
  const there = outcomes?.edges.some(
    ({ node }) => node.id === saved?.id && node.version >= (saved?.version ?? 0),
  );
  useEffect(() => {
    if (!there) return;
    setOpen(null);
    setSaved(null);
  }, [there]);
  if (!outcomes) return <Loading />;
  return (
    <section className="stackv gap-4" aria-label={t`What has changed`}>
      <div className="row between wrap">
        <h2>
          <Trans>What has changed</Trans>
        </h2>
        {campaign.viewerCan.measure ? (
          <Button kind="primary" onClick={() => setOpen("new")}>
            <Plus className="i" aria-hidden="true" />
            <Trans>Write down an outcome</Trans>
          </Button>
        ) : null}
      </div>
      {outcomes.totalCount === 0 ? (
        <p className="muted sm">
          <Trans>
            Nothing yet. An outcome says who does what differently since when, and what the campaign has to do
            with it.
          </Trans>
        </p>
      ) : null}
      <ul className="stackv gap-4 plain">
        {outcomes.edges.map(({ node }) => (
          <li key={node.id}>
            <One campaign={campaign} outcome={node} onOpen={() => setOpen(node)} onDone={refresh} />
          </li>
        ))}
      </ul>
      <div className="actions">
        {after.length > 0 ? (
          <Button className="small" onClick={() => setAfter(after.slice(0, -1))}>
            <Trans>Newer</Trans>
          </Button>
        ) : null}
        {outcomes.pageInfo.hasNextPage ? (
          <Button className="small" onClick={() => setAfter([...after, outcomes.pageInfo.endCursor ?? ""])}>
            <Trans>Older</Trans>
          </Button>
        ) : null}
      </div>
      {open ? (
        <OutcomeForm
          campaign={campaign}
          network={network}
          outcome={open === "new" ? undefined : open}
          onClose={() => setOpen(null)}
          onDone={refresh}
          onSaved={(saved) => {
            setAfter(open === "new" ? [] : after);
            setSaved(saved);
            refresh();
          }}
        />
      ) : null}
    </section>
  );
}

function One({
  campaign,
  outcome,
  onOpen,
  onDone,
}: {
  campaign: CampaignFullFragment;
  outcome: OutcomePartsFragment;
  onOpen: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [step, setStep] = useState<"ask" | "publish" | null>(null);
  const [reviewing, review] = useMutation(ReviewOutcomeDocument);
  const [taking, takeBack] = useMutation(TakeBackOutcomeDocument);
  const { viewerCan: can } = campaign;
  const gaps = Object.values(reasons(reviewing.data?.reviewOutcome));
  const why =
    failure(taking.error, taking.data?.takeBackOutcome) ??
    failure(reviewing.error, reviewing.data?.reviewOutcome);
  const { state } = outcome;
  const when = outcome.happenedOn
    ? outcome.happenedIn === "MONTH"
      ? day(outcome.happenedOn, locale).replace(/^\S+ /, "")
      : day(outcome.happenedOn, locale)
    : null;
  const publishable = ["REVIEWED", "SUBSTANTIATED", "PARTLY_SUBSTANTIATED"].includes(state);
  return (
    <article className="card stackv gap-3">
      <div className="row between top gap-3">
        <p className="voice grow">
          <Both text={outcome.statement} />
        </p>
        <Badge tone={OUTCOME_TONES[state]}>{i18n._(OUTCOME_STATES[state])}</Badge>
      </div>
      <p className="sm muted">
        {[
          when,
          outcome.place ? say(outcome.place.name) : null,
          outcome.who,
          i18n._(CHANGES[outcome.change]),
          outcome.positive ? null : t`for the worse`,
          outcome.intended ? null : t`not intended`,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {outcome.significance ? (
        <p className="sm">
          <b>
            <Trans>Why it matters</Trans>:
          </b>{" "}
          {outcome.significance}
        </p>
      ) : null}
      {outcome.contribution ? (
        <p className="sm">
          <b>
            <Trans>What we have to do with it</Trans>:
          </b>{" "}
          {outcome.contribution}
          {outcome.members.length > 0
            ? ` (${outcome.members.map((one) => one.acronym || say(one.name)).join(", ")})`
            : ""}
        </p>
      ) : null}
      {outcome.documents.length > 0 ? (
        <p className="sm">
          {outcome.documents.map((document) => (
            <Link key={document.id} className="block" to="/evidence/$id" params={{ id: document.id }}>
              <Both text={document.title} />
            </Link>
          ))}
        </p>
      ) : null}
      {outcome.substantiations.length > 0 ? (
        <ul className="list sm">
          {outcome.substantiations.map((one) => (
            <li key={one.id}>
              <b>{one.name}</b>{" "}
              {one.answer ? (
                <>
                  {i18n._(ANSWERS[one.answer])}
                  {one.comment ? `: ${one.comment}` : ""}
                  {one.onRecord ? null : (
                    <small className="muted">
                      {" "}
                      <Trans>(not to be named)</Trans>
                    </small>
                  )}
                </>
              ) : (
                <small className="muted">
                  <Trans>
                    asked {day(one.askedAt, locale)}, until {day(one.expiresAt, locale)}
                  </Trans>
                </small>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {gaps.length > 0 ? (
        <Note tone="danger">
          <ul>
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      {why ? <Note tone="danger">{why}</Note> : null}
      <div className="row wrap gap-2">
        <Link
          className="btn small"
          to="/campaigns/$id"
          params={{ id: campaign.id }}
          search={{ tab: "thread", through: outcome.id }}
        >
          <Trans>How it came about</Trans>
        </Link>
        <TalkAbout
          campaign={campaign}
          about={outcome.id}
          name={say(outcome.statement)}
          count={outcome.commentCount}
          onSaid={onDone}
        />
        {can.measure && (state === "DRAFTED" || state === "REVIEWED") ? (
          <Button className="small" onClick={onOpen}>
            <Pencil className="i" aria-hidden="true" />
            <Trans>Change</Trans>
          </Button>
        ) : null}
        {can.review && state === "DRAFTED" ? (
          <Button
            className="small"
            kind="primary"
            busy={reviewing.fetching}
            onClick={async () => {
              const { data } = await review({ id: outcome.id, version: outcome.version });
              // What was done is in the answer; what somebody else did meanwhile has to be read.
              if (data?.reviewOutcome.status === "CONFLICT") onDone();
            }}
          >
            <Trans>Looked through</Trans>
          </Button>
        ) : null}
        {can.review && (state === "REVIEWED" || state === "OUT_FOR_SUBSTANTIATION") ? (
          <Button className="small" onClick={() => setStep("ask")}>
            <Trans>Ask somebody outside</Trans>
          </Button>
        ) : null}
        {can.publish && publishable ? (
          <Button className="small" onClick={() => setStep("publish")}>
            <Trans>Make it public</Trans>
          </Button>
        ) : null}
        {can.publish && state === "PUBLISHED" ? (
          <Button
            className="small"
            busy={taking.fetching}
            onClick={async () => {
              const { data } = await takeBack({ id: outcome.id, version: outcome.version });
              if (data?.takeBackOutcome.status === "CONFLICT") onDone();
            }}
          >
            <Trans>Take it back</Trans>
          </Button>
        ) : null}
      </div>
      {step === "ask" ? <AskForm outcome={outcome} onClose={() => setStep(null)} onDone={onDone} /> : null}
      {step === "publish" ? (
        <PublishForm outcome={outcome} onClose={() => setStep(null)} onDone={onDone} />
      ) : null}
    </article>
  );
}
