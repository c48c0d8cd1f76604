import { Trans, useLingui } from "@lingui/react/macro";
import { Landmark, Lightbulb, Pencil, UserRound, Users, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useQuery } from "urql";
import { day, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { AssessForm } from "./assess-form";
import { EngagementForm } from "./engagement-form";
import { Archive, MergeForm, OfficeForm, VacateForm } from "./moves";
import { StakeholderForm } from "./stakeholder-form";
import { StakeholderNeighboursDocument } from "./stakeholders.gql";
import { Story } from "./story";
import type { Rating, Shown, StakeholderMap } from "./use-map";
import {
  AIIM_ADVICE,
  alignmentIn,
  confidenceIn,
  isPerson,
  KINDS,
  LINK_KINDS,
  POWER,
  POWER_ADVICE,
  STATES,
  sign,
  TARGETS,
} from "./words";

type Open = "assess" | "edit" | "log" | "merge" | "vacate" | "office" | null;

/** Everything about one on a map: how they stand and stood, what to do, who differs, whom they hang together with, what was. */
export function Detail({
  map,
  network,
  one,
  on,
  onChoose,
  onClose,
  onDone,
}: {
  map: StakeholderMap;
  network: string;
  one: Shown;
  on: string;
  onChoose: (id: string) => void;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [open, setOpen] = useState<Open>(null);
  const { who, known } = one;
  // Whoever is chosen far down a table, or on a phone, is shown what was chosen.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const names = new Map(map.stakeholders.map((other) => [other.id, other.name]));
  const asks = map.campaign.items.flatMap((item) =>
    item.body.__typename === "PlanAsk" && who.asks.includes(item.id)
      ? [{ id: item.id, text: item.body.text }]
      : [],
  );
  const offices = map.offices.filter((office) => office.holder === who.id || office.office === who.id);
  const links = map.links.filter((link) => link.from === who.id || link.to === who.id);
  const close = () => setOpen(null);
  return (
    <aside className="card detail" aria-label={t`About ${say(who.name)}`}>
      <header>
        <span className="org l c1" data-shape="sq" aria-hidden="true">
          {isPerson(who.kind) ? <UserRound className="i" /> : <Landmark className="i" />}
        </span>
        <div className="grow">
          <h2 ref={heading} tabIndex={-1}>
            <Both text={who.name} />
          </h2>
          <span className="xs muted">
            {i18n._(KINDS[who.kind])}
            {who.target === "NONE" ? null : ` · ${i18n._(TARGETS[who.target])}`}
            {who.place ? ` · ${say(who.place.name)}` : null}
          </span>
        </div>
        <Button className="small" kind="quiet" aria-label={t`Close`} onClick={onClose}>
          <X className="i" aria-hidden="true" />
        </Button>
      </header>
      <div className="stackv gap-4">
        {who.state === "ACTIVE" ? null : <Badge tone="warn">{i18n._(STATES[who.state])}</Badge>}
        {known ? (
          <>
            <Advice rating={known.rating} before={known.before} counts={known.counts} />
            <Ratings rating={known.rating} before={known.before} />
            <div>
              <h3>
                <Trans>Basis</Trans>
              </h3>
              <p className="sm pre">{known.rating.basis}</p>
              <p className="xs muted">
                {i18n._(confidenceIn(known.rating.confidence))}
                {known.rating.sources ? ` · ${known.rating.sources}` : null} ·{" "}
                <Trans>
                  assessed {day(known.rating.assessedOn, locale)}, valid to{" "}
                  {day(known.rating.validUntil, locale)}
                </Trans>
              </p>
            </div>
            {known.rating.strategy || known.rating.desiredChange || known.rating.accessibleThrough ? (
              <dl className="facts sm">
                {known.rating.desiredChange ? (
                  <>
                    <dt>
                      <Trans>What one would see change</Trans>
                    </dt>
                    <dd>{known.rating.desiredChange}</dd>
                  </>
                ) : null}
                {known.rating.strategy ? (
                  <>
                    <dt>
                      <Trans>How to go about it</Trans>
                    </dt>
                    <dd>{known.rating.strategy}</dd>
                  </>
                ) : null}
                {known.rating.accessibleThrough ? (
                  <>
                    <dt>
                      <Trans>Reached through</Trans>
                    </dt>
                    <dd>{known.rating.accessibleThrough}</dd>
                  </>
                ) : null}
              </dl>
            ) : null}
          </>
        ) : (
          <p className="muted sm">
            <Trans>Nobody has rated them yet.</Trans>
          </p>
        )}
        <Neighbours id={who.id} on={map.today} />
        <Differing map={map} id={who.id} />
        {map.viewerCan.keep && who.state === "ACTIVE" ? (
          <div className="stackv gap-2">
            <Button kind="primary" className="full" onClick={() => setOpen("assess")}>
              <Trans>Rate them anew</Trans>
            </Button>
            <Button className="full" onClick={() => setOpen("log")}>
              <Pencil className="i" aria-hidden="true" />
              <Trans>Log an engagement</Trans>
            </Button>
          </div>
        ) : null}
        {asks.length > 0 ? (
          <div>
            <h3>
              <Trans>Asked of them</Trans>
            </h3>
            <ul className="sm">
              {asks.map((ask) => (
                <li key={ask.id}>
                  <Both text={ask.text} />
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {who.owner ? (
          <p className="sm row">
            <OrgMark id={who.owner.id} acronym={who.owner.acronym} size="s" />
            <span>
              <Trans>{who.owner.acronym} keeps in touch</Trans>
              {who.ownerPerson ? `: ${say(who.ownerPerson.name.full)}` : null}
            </span>
          </p>
        ) : null}
        {offices.length > 0 ? (
          <div>
            <h3>
              <Trans>Offices</Trans>
            </h3>
            <ul className="sm">
              {offices.map((office) => {
                const other = office.holder === who.id ? office.office : office.holder;
                return (
                  <li key={office.office + office.holder + (office.since ?? "")}>
                    <Both text={office.title} />:{" "}
                    <button type="button" className="linkish" onClick={() => onChoose(other)}>
                      <Both text={names.get(other) ?? { en: "", km: "" }} />
                    </button>{" "}
                    <span className="muted">
                      {office.since ? day(office.since, locale) : null}
                      {office.until ? ` – ${day(office.until, locale)}` : null}
                    </span>
                  </li>
                );
              })}
            </ul>
          </div>
        ) : null}
        {links.length > 0 ? (
          <div>
            <h3>
              <Trans>Relations</Trans>
            </h3>
            <ul className="sm">
              {links.slice(0, 12).map((link) => (
                <li key={link.id}>
                  <Both text={names.get(link.from) ?? { en: "", km: "" }} /> {i18n._(LINK_KINDS[link.kind])}{" "}
                  <Both text={names.get(link.to) ?? { en: "", km: "" }} />
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {who.contacts || who.note ? (
          <p className="sm pre">{[who.contacts, who.note].filter(Boolean).join("\n")}</p>
        ) : null}
        {who.aliases.length > 0 ? (
          <p className="xs muted">
            <Trans>Also written: {who.aliases.join(", ")}</Trans>
          </p>
        ) : null}
        <Story map={map} network={network} id={who.id} on={on} onDone={onDone} />
        {map.viewerCan.keep ? (
          <div className="row wrap gap-2">
            <Button className="small" onClick={() => setOpen("edit")}>
              <Trans>Change</Trans>
            </Button>
            {isPerson(who.kind) ? (
              <>
                <Button className="small" onClick={() => setOpen("office")}>
                  <Trans>Takes an office</Trans>
                </Button>
                {who.state === "ACTIVE" ? (
                  <Button className="small" onClick={() => setOpen("vacate")}>
                    <Trans>Has left office</Trans>
                  </Button>
                ) : null}
              </>
            ) : null}
            {map.viewerCan.lead ? (
              <>
                <Button className="small" onClick={() => setOpen("merge")}>
                  <Trans>Is the same as…</Trans>
                </Button>
                <Archive who={who} onDone={onDone} />
              </>
            ) : null}
          </div>
        ) : null}
      </div>
      {open === "assess" ? (
        <AssessForm map={map} network={network} who={who} known={known} onClose={close} onDone={onDone} />
      ) : null}
      {open === "edit" ? <StakeholderForm map={map} who={who} onClose={close} onDone={onDone} /> : null}
      {open === "log" ? <EngagementForm map={map} about={who.id} onClose={close} onDone={onDone} /> : null}
      {open === "merge" ? (
        <MergeForm
          map={map}
          who={who}
          onClose={close}
          onDone={(id) => {
            onDone();
            onChoose(id);
          }}
        />
      ) : null}
      {open === "vacate" ? <VacateForm map={map} who={who} onClose={close} onDone={onDone} /> : null}
      {open === "office" ? <OfficeForm map={map} who={who} onClose={close} onDone={onDone} /> : null}
    </aside>
  );
}

/** What their ratings advise, and what they advised before. */
function Advice({ rating, before, counts }: { rating: Rating; before: Rating | null; counts: boolean }) {
  const { i18n } = useLingui();
  return (
    <div className="note" data-tone={counts ? undefined : "warn"}>
      <Lightbulb className="i" aria-hidden="true" />
      <div>
        <b className="num">{i18n._(POWER[rating.power])}</b>
        <div className="xs">{i18n._(POWER_ADVICE[rating.power])}</div>
        <div className="xs">{i18n._(AIIM_ADVICE[rating.aiim])}</div>
        {before && before.power !== rating.power ? (
          <div className="xs muted">
            <Trans>before: {i18n._(POWER[before.power])}</Trans>
          </div>
        ) : null}
        {counts ? null : (
          <div className="xs">
            <Trans>Rated too long ago to count: look again before you rely on it.</Trans>
          </div>
        )}
      </div>
    </div>
  );
}

function Ratings({ rating, before }: { rating: Rating; before: Rating | null }) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const rows: [string, (of: Rating) => string][] = [
    [t`Influence`, (of) => number(of.influence, locale)],
    [t`Interest`, (of) => number(of.interest, locale)],
    [t`Alignment`, (of) => sign(of.alignment)],
    [t`Confidence`, (of) => number(of.confidence, locale)],
  ];
  return (
    <table className="tbl">
      <caption className="vh">{t`Ratings`}</caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Rating</Trans>
          </th>
          {before ? (
            <th scope="col" className="n">
              <Trans>before</Trans>
            </th>
          ) : null}
          <th scope="col" className="n">
            <Trans>now</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, of]) => (
          <tr key={name}>
            <td>{name}</td>
            {before ? <td className="n">{of(before)}</td> : null}
            <td className="n">
              <b>{of(rating)}</b>
            </td>
          </tr>
        ))}
        <tr>
          <td colSpan={before ? 3 : 2} className="xs muted">
            {i18n._(alignmentIn(rating.alignment))}
            {before ? ` · ${t`before: ${day(before.assessedOn, locale)}`}` : null}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** Who else goes there these days, as far as one may know. */
export function Neighbours({ id, on, but }: { id: string; on: string; but?: string | undefined }) {
  const { locale } = useLocale();
  const [{ data }] = useQuery({
    query: StakeholderNeighboursDocument,
    variables: { id, on, but: but ?? null },
    requestPolicy: "cache-and-network",
  });
  const others = data?.stakeholder?.neighbours ?? [];
  if (others.length === 0) return null;
  return (
    <div className="note" data-tone="warn">
      <Users className="i" aria-hidden="true" />
      <div>
        <b className="num">
          <Trans>Coordinate first.</Trans>
        </b>
        <ul className="plain xs">
          {others.map((one) => (
            <li key={`${one.week} ${one.engagement ?? ""}`}>
              {one.on ? (
                one.organisation ? (
                  <Trans>
                    {one.organisation.acronym} is in touch with them on {day(one.on, locale)}.
                  </Trans>
                ) : (
                  <Trans>Somebody of the secretariat is in touch with them on {day(one.on, locale)}.</Trans>
                )
              ) : (
                <Trans>
                  Another member is in touch with them in the week of {day(one.week, locale)}. Ask the
                  coordinator.
                </Trans>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** What organisations say of one, where they differ: shown, never averaged. */
function Differing({ map, id }: { map: StakeholderMap; id: string }) {
  const ids = new Set(map.differing.filter((one) => one.stakeholder === id).map((one) => one.id));
  const said = map.assessments.filter((one) => ids.has(one.id));
  const { locale } = useLocale();
  const { t } = useLingui();
  if (said.length < 2) return null;
  return (
    <div>
      <h3>
        <Trans>Members disagree</Trans>
      </h3>
      <table className="tbl">
        <caption className="vh">{t`What each organisation says`}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Who</Trans>
            </th>
            <th scope="col" className="n">
              <Trans>Influence</Trans>
            </th>
            <th scope="col" className="n">
              <Trans>Interest</Trans>
            </th>
            <th scope="col" className="n">
              <Trans>Alignment</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {said.map((one) => {
            const member = map.campaign.members.find((other) => other.organisation.id === one.onBehalfOfId);
            return (
              <tr key={one.id}>
                <td>{member ? member.organisation.acronym : <Trans>secretariat</Trans>}</td>
                <td className="n">{number(one.influence, locale)}</td>
                <td className="n">{number(one.interest, locale)}</td>
                <td className="n">{sign(one.alignment)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
