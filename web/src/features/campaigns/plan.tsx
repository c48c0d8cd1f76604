import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Paperclip, Pencil, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useQuery } from "urql";
import { day, money, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button } from "../../ui/kit";
import { Budget } from "./budget";
import { type CampaignFullFragment, PaidWorkDocument, type PlanItemPartsFragment } from "./campaigns.gql";
import { DocumentsForm } from "./documents-form";
import { ItemForm } from "./item-form";
import { KINDS, type Kind } from "./kinds";
import { TalkAbout } from "./talk";
import {
  DIRECTIONS,
  FREQUENCIES,
  INDICATOR_LEVELS,
  MARKERS,
  MEASURES,
  OUTCOMES,
  PATHWAYS,
  RESPONSE_TONES,
  RESPONSES,
  RISK_STATES,
  RISKS,
  SPLITS,
  TARGETS,
} from "./words";

/** The items of some kinds, each to be read, changed and added to. */
export function Plan({
  campaign,
  network,
  of,
  onDone,
}: {
  campaign: CampaignFullFragment;
  network: string;
  of: Kind["kind"][];
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const [open, setOpen] = useState<{ kind: Kind; item?: PlanItemPartsFragment } | null>(null);
  const [resting, setResting] = useState<PlanItemPartsFragment | null>(null);
  const kinds = KINDS.filter((kind) => of.includes(kind.kind));
  const may = campaign.viewerCan.edit;
  return (
    <div className="stackv gap-8">
      {kinds.map((kind) => {
        const items = campaign.items.filter((item) => item.kind === kind.kind);
        return (
          <section key={kind.kind} className="card nopad" aria-label={i18n._(kind.heading)}>
            <header>
              <h2 className="grow">{i18n._(kind.heading)}</h2>
              {may ? (
                <Button className="small" onClick={() => setOpen({ kind })}>
                  <Plus className="i" aria-hidden="true" />
                  {i18n._(kind.add)}
                </Button>
              ) : null}
            </header>
            {items.length === 0 ? <p className="muted sm inlist">{i18n._(kind.teach)}</p> : null}
            <ul className="list">
              {items.map((item, at) => (
                <li key={item.id} className="row top gap-3 inlist">
                  <div className="grow">
                    <Item campaign={campaign} item={item} />
                    <Documents documents={item.documents} />
                  </div>
                  <TalkAbout
                    campaign={campaign}
                    about={item.id}
                    name={`${i18n._(kind.heading)}, ${number(at + 1, locale)}`}
                    count={item.commentCount}
                    onSaid={onDone}
                  />
                  {may ? (
                    <Button
                      className="small"
                      kind="quiet"
                      aria-label={t`Documents: ${i18n._(kind.heading)}, ${number(at + 1, locale)}`}
                      onClick={() => setResting(item)}
                    >
                      <Paperclip className="i" aria-hidden="true" />
                    </Button>
                  ) : null}
                  {may ? (
                    <Button
                      className="small"
                      kind="quiet"
                      aria-label={t`Change: ${i18n._(kind.heading)}, ${number(at + 1, locale)}`}
                      onClick={() => setOpen({ kind, item })}
                    >
                      <Pencil className="i" aria-hidden="true" />
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
            {kind.kind === "BUDGET_LINE" && items.length > 0 ? <Budget campaign={campaign} /> : null}
          </section>
        );
      })}
      {open ? (
        <ItemForm
          campaign={campaign}
          network={network}
          kind={open.kind}
          item={open.item}
          onClose={() => setOpen(null)}
          onDone={onDone}
        />
      ) : null}
      {resting ? (
        <DocumentsForm
          network={network}
          about={resting.id}
          documents={resting.documents}
          onClose={() => setResting(null)}
          onDone={onDone}
        />
      ) : null}
    </div>
  );
}

function Meta({ children }: { children: ReactNode[] }) {
  const said = children.filter(Boolean);
  return (
    <small className="muted">
      {said.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one line, in their order
        <span key={at}>
          {at > 0 ? " · " : ""}
          {one}
        </span>
      ))}
    </small>
  );
}

/** On which documents something rests. */
export function Documents({ documents }: { documents: PlanItemPartsFragment["documents"] }) {
  if (documents.length === 0) return null;
  return (
    <ul className="plain xs">
      {documents.map((document) => (
        <li key={document.id}>
          <Link to="/evidence/$id" params={{ id: document.id }}>
            <Both text={document.title} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** One item, as it is read. */
function Item({ campaign, item }: { campaign: CampaignFullFragment; item: PlanItemPartsFragment }) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const { body } = item;
  const by = (iso: string | null) => (iso ? t`by ${day(iso, locale)}` : null);
  const owner = item.organisation ? say(item.organisation.name) : null;
  switch (body.__typename) {
    case "PlanObjective": {
      const names = [t`specific`, t`measurable`, t`achievable`, t`relevant`, t`timebound`];
      const missing = names.filter((_, at) => !body.smart[at]);
      return (
        <>
          <p className="voice">
            <Both text={body.statement} />
          </p>
          <Meta>{[body.who, by(body.byWhen), i18n._(OUTCOMES[body.outcome])]}</Meta>
          {missing.length > 0 ? (
            <p className="xs">
              <Badge tone="warn">
                <Trans>not yet {missing.join(", ")}</Trans>
              </Badge>
            </p>
          ) : null}
        </>
      );
    }
    case "PlanAsk": {
      const objective = campaign.items.find((one) => one.id === item.objective)?.body;
      return (
        <>
          <p className="voice">
            <Both text={body.text} />
          </p>
          <Meta>
            {[
              say(body.target) || t`of whom is open`,
              i18n._(TARGETS[body.targetKind]),
              by(body.byWhen),
              body.standard,
              objective?.__typename === "PlanObjective" ? t`for: ${say(objective.statement)}` : null,
            ]}
          </Meta>
          {item.paper ? (
            <p className="xs">
              <Link to="/papers/$id" params={{ id: item.paper.id }}>
                <Trans>made in: {say(item.paper.title)}</Trans>
              </Link>
            </p>
          ) : null}
          <p className="xs">
            <Badge tone={RESPONSE_TONES[body.response]}>
              {i18n._(RESPONSES[body.response])}
              {body.respondedOn ? ` ${day(body.respondedOn, locale)}` : ""}
            </Badge>{" "}
            {body.source}
          </p>
        </>
      );
    }
    case "PlanStep":
      return (
        <>
          <p>
            <Trans>
              If <b>{body.cause}</b>, then <b>{body.effect}</b>
            </Trans>
            {body.because ? <Trans>, because {body.because}</Trans> : null}
          </p>
          <Meta>{[body.pathway ? i18n._(PATHWAYS[body.pathway]) : null]}</Meta>
        </>
      );
    case "PlanKeyMessage":
      return (
        <>
          <p className="voice">
            <Both text={body.message} />
          </p>
          <Meta>{[t`for ${body.audience}`, body.messenger, body.channel]}</Meta>
        </>
      );
    case "PlanMarker":
      return (
        <>
          <p>
            <b>{body.partner}</b>: <Both text={body.marker} />
          </p>
          <Meta>
            {[
              i18n._(MARKERS[body.level]),
              body.observedOn ? t`seen on ${day(body.observedOn, locale)}` : null,
              body.evidence,
            ]}
          </Meta>
        </>
      );
    case "PlanRisk": {
      const score = body.likelihood * body.impact;
      return (
        <>
          <p>
            {body.risk}{" "}
            <Badge tone={score >= 15 ? "danger" : score >= 8 ? "warn" : ""}>
              <Trans>
                {number(body.likelihood, locale)} × {number(body.impact, locale)} = {number(score, locale)}
              </Trans>
            </Badge>
          </p>
          <Meta>
            {[i18n._(RISKS[body.category]), i18n._(RISK_STATES[body.status]), body.mitigation, owner]}
          </Meta>
        </>
      );
    }
    case "PlanForce":
      return (
        <>
          <p>{body.force}</p>
          <Meta>
            {[
              i18n._(DIRECTIONS[body.direction]),
              t`strength ${number(body.strength, locale)} of 5`,
              t`can be changed ${number(body.changeability, locale)} of 5`,
              body.basis,
            ]}
          </Meta>
        </>
      );
    case "PlanIndicator":
      return (
        <>
          <p>
            <Both text={body.statement} />
          </p>
          <Meta>
            {[
              i18n._(INDICATOR_LEVELS[body.indicatorLevel]),
              i18n._(MEASURES[body.measure]),
              i18n._(FREQUENCIES[body.frequency]),
              body.splitBy.map((split) => i18n._(SPLITS[split])).join(", "),
            ]}
          </Meta>
        </>
      );
    case "PlanBudgetLine":
      return (
        <>
          <p>
            {body.code ? `${body.code} · ` : ""}
            {body.description}
          </p>
          <Meta>
            {[
              t`planned ${money(body.planned, body.currency, locale)}`,
              t`spent ${money(body.spent, body.currency, locale)}`,
              body.donor,
              owner,
            ]}
          </Meta>
          <PaysFor campaign={campaign.id} line={item.id} />
        </>
      );
  }
}

/** What a line of the budget pays for. */
function PaysFor({ campaign, line }: { campaign: string; line: string }) {
  const { say } = useLocale();
  const [{ data }] = useQuery({ query: PaidWorkDocument, variables: { campaign } });
  const paid = (data?.campaign?.paidWork ?? []).filter((one) => one.budgetLine === line);
  if (paid.length === 0) return null;
  return (
    <small className="muted block">
      <Trans>Pays for: {paid.map((one) => say(one.title)).join(", ")}</Trans>
    </small>
  );
}
