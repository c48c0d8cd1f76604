import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { ChevronRight, Send, UserPlus } from "lucide-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useKept } from "../../app/kept";
import { useNetwork } from "../../app/viewer";
import { day, moment, number, span } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, Loading, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { SEEN_BY } from "../commitments/words";
import { ConstituenciesDocument } from "../stakeholders/stakeholders.gql";
import { ATTRIBUTIONS } from "../stakeholders/words";
import { Agenda } from "./agenda";
import { DialogueForm } from "./dialogue-form";
import { type DialogueFullFragment, DialoguePageDocument, SendInvitationsDocument } from "./dialogues.gql";
import { CalendarReply, ImportForm } from "./import-form";
import { InviteForm } from "./invite-form";
import { Invitees } from "./invitees";
import { Preparation } from "./preparation";
import { Record } from "./record";
import { RepeatForm } from "./repeat-form";
import { type Moves, StepForm } from "./step-form";
import { DIALOGUE_TABS, type DialogueTab } from "./tabs";
import { DIALOGUE_KINDS, DIALOGUE_STATES, DIALOGUE_TONES, MODES, PURPOSES } from "./words";

/** A dialogue: what it is, how each group stands, who is invited. */
export function DialoguePage() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const { id } = useParams({ from: "/inside/dialogues/$id" });
  const { tab = "overview" } = useSearch({ from: "/inside/dialogues/$id" });
  const network = useNetwork();
  const [open, setOpen] = useState<"edit" | "invite" | "table" | "calendar" | "repeat" | Moves | null>(null);
  const [{ data: answer, error }, again] = useQuery({
    query: DialoguePageDocument,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const [{ data: lists }] = useQuery({ query: ConstituenciesDocument });
  const [sending, send] = useMutation(SendInvitationsDocument);
  const data = useKept(answer, id);
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const dialogue = data.dialogue;
  if (!dialogue)
    return (
      <Note tone="danger">
        <Trans>This does not exist, or not for you.</Trans>
      </Note>
    );
  const refresh = () => again({ requestPolicy: "network-only" });
  const group = (code: string) =>
    say(lists?.terms.find((term) => term.code === code)?.label ?? { en: code, km: "" });
  const { organise, lead } = dialogue.viewerCan;
  const names: Record<DialogueTab, string> = {
    overview: t`Overview`,
    preparation: t`Preparation`,
    agenda: t`Agenda`,
    day: t`The day`,
    minutes: t`Minutes`,
  };
  const offers = [
    dialogue.stepFree ? t`no steps` : "",
    dialogue.signLanguage ? t`sign language` : "",
    dialogue.largePrint ? t`large print in Khmer` : "",
    dialogue.interpretation ? t`interpretation into ${dialogue.interpretation}` : "",
  ].filter(Boolean);
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <p className="crumb">
            <Link to="/dialogues">
              <Trans>Dialogues</Trans>
            </Link>
            {dialogue.campaign ? (
              <>
                <ChevronRight className="i" aria-hidden="true" />
                <Link to="/campaigns/$id" params={{ id: dialogue.campaign.id }} search={{ tab: "overview" }}>
                  <Both text={dialogue.campaign.title} />
                </Link>
              </>
            ) : null}
          </p>
          <h1 className="voice">
            <Both text={dialogue.title} />
          </h1>
          <p className="row wrap gap-2">
            <Badge tone={DIALOGUE_TONES[dialogue.state]}>{i18n._(DIALOGUE_STATES[dialogue.state])}</Badge>
            <span className="sm muted">
              {span(dialogue.startsAt, dialogue.endsAt, locale)} · {i18n._(DIALOGUE_KINDS[dialogue.kind])} ·{" "}
              {i18n._(SEEN_BY[dialogue.visibility])}
            </span>
          </p>
          {dialogue.forgottenAt ? (
            <p className="sm muted">
              <Trans>
                Since {day(dialogue.forgottenAt, locale)} nobody who was invited is named any more: the
                network keeps names no longer.
              </Trans>
            </p>
          ) : null}
          {dialogue.reason ? <p className="sm">{dialogue.reason}</p> : null}
        </div>
        {dialogue.viewerCan.repeat ? (
          <Button onClick={() => setOpen("repeat")}>
            <Trans>Plan the next one</Trans>
          </Button>
        ) : null}
        {organise ? (
          <Button onClick={() => setOpen("edit")}>
            <Trans>Change</Trans>
          </Button>
        ) : null}
      </div>
      {organise || lead ? (
        <div className="row wrap gap-2 nextsteps">
          {dialogue.state === "CONCEPT" && lead ? (
            <Button kind="primary" onClick={() => setOpen("APPROVE")}>
              <Trans>Approve it</Trans>
            </Button>
          ) : null}
          {dialogue.state === "PLANNED" && organise ? (
            <Button kind="primary" onClick={() => setOpen("OPEN_INVITATIONS")}>
              <Trans>Open for answers</Trans>
            </Button>
          ) : null}
          {dialogue.state === "INVITING" && organise ? (
            <Button kind="primary" onClick={() => setOpen("CONFIRM")}>
              <Trans>It takes place</Trans>
            </Button>
          ) : null}
          {dialogue.state === "CONFIRMED" && organise && Date.parse(dialogue.startsAt) <= Date.now() ? (
            <Button kind="primary" onClick={() => setOpen("HOLD")}>
              <Trans>It took place</Trans>
            </Button>
          ) : null}
          {dialogue.state === "HELD" && organise ? (
            <Button kind="primary" onClick={() => setOpen("REPORT")}>
              <Trans>Report it</Trans>
            </Button>
          ) : null}
          {dialogue.state === "REPORTED" && lead ? (
            <Button kind="primary" onClick={() => setOpen("CLOSE")}>
              <Trans>Close it</Trans>
            </Button>
          ) : null}
          {["PLANNED", "INVITING", "CONFIRMED"].includes(dialogue.state) && organise ? (
            <Button onClick={() => setOpen("PUT_OFF")}>
              <Trans>Put it off</Trans>
            </Button>
          ) : null}
          {["CONCEPT", "PLANNED", "INVITING", "CONFIRMED"].includes(dialogue.state) && lead ? (
            <Button onClick={() => setOpen("CALL_OFF")}>
              <Trans>Call it off</Trans>
            </Button>
          ) : null}
        </div>
      ) : null}
      <nav className="tabs" aria-label={t`Dialogue`}>
        {DIALOGUE_TABS.map((one) => (
          <Link
            key={one}
            to="/dialogues/$id"
            params={{ id }}
            search={{ tab: one }}
            aria-current={one === tab ? "page" : undefined}
          >
            {names[one]}
          </Link>
        ))}
      </nav>
      {tab === "preparation" ? (
        <Preparation dialogue={dialogue} network={network?.id ?? ""} onDone={refresh} />
      ) : null}
      {tab === "agenda" ? <Agenda dialogue={dialogue} onDone={refresh} /> : null}
      {tab === "day" || tab === "minutes" ? (
        <Record dialogue={dialogue} tab={tab} network={network?.id ?? ""} group={group} onDone={refresh} />
      ) : null}
      {tab === "overview" ? (
        <div className="two">
          <div className="stackv gap-6">
            <Room dialogue={dialogue} group={group} />
            {dialogue.balance ? (
              <section className="card stackv gap-4" aria-label={t`Who is invited`}>
                <h2>
                  <Trans>Who is invited</Trans>
                </h2>
                {organise ? (
                  <div className="row wrap gap-2">
                    <Button disabled={dialogue.seats.length === 0} onClick={() => setOpen("invite")}>
                      <UserPlus className="i" aria-hidden="true" />
                      <Trans>Invite</Trans>
                    </Button>
                    <Button disabled={dialogue.seats.length === 0} onClick={() => setOpen("table")}>
                      <Trans>Invite from a table</Trans>
                    </Button>
                    <Button
                      disabled={!dialogue.hears}
                      busy={sending.fetching}
                      onClick={async () => {
                        const { data: told, error: broken } = await send({ dialogue: dialogue.id });
                        const payload = told?.sendInvitations;
                        const why = reasons(payload).dialogue ?? failure(broken, payload);
                        if (why) toast.error(why);
                        refresh();
                      }}
                    >
                      <Send className="i" aria-hidden="true" />
                      <Trans>Send what is not yet sent</Trans>
                    </Button>
                    {dialogue.hears ? (
                      <Button onClick={() => setOpen("calendar")}>
                        <Trans>Read a calendar's answer</Trans>
                      </Button>
                    ) : null}
                  </div>
                ) : null}
                {dialogue.seats.length === 0 ? (
                  <p className="sm muted">
                    <Trans>Give seats to groups first; then people can be invited for them.</Trans>
                  </p>
                ) : null}
                <Invitees dialogue={dialogue} group={group} />
              </section>
            ) : null}
          </div>
          <aside className="card stackv gap-3" aria-label={t`About it`}>
            <dl className="facts sm">
              {dialogue.objectives.en || dialogue.objectives.km ? (
                <>
                  <dt>
                    <Trans>What is to come of it</Trans>
                  </dt>
                  <dd className="pre">
                    <Both text={dialogue.objectives} />
                  </dd>
                </>
              ) : null}
              <dt>
                <Trans>What for</Trans>
              </dt>
              <dd>{i18n._(PURPOSES[dialogue.purpose])}</dd>
              <dt>
                <Trans>Where</Trans>
              </dt>
              <dd>
                {[
                  say(dialogue.venue),
                  dialogue.place ? say(dialogue.place.name) : "",
                  i18n._(MODES[dialogue.mode]),
                ]
                  .filter(Boolean)
                  .join(", ")}
                {dialogue.onlineLink ? (
                  <a className="block" href={dialogue.onlineLink} target="_blank" rel="noopener noreferrer">
                    {dialogue.onlineLink}
                  </a>
                ) : null}
              </dd>
              {offers.length > 0 ? (
                <>
                  <dt>
                    <Trans>What the place offers</Trans>
                  </dt>
                  <dd>{offers.join(", ")}</dd>
                </>
              ) : null}
              {dialogue.rsvpBy ? (
                <>
                  <dt>
                    <Trans>Answers until</Trans>
                  </dt>
                  <dd>{moment(dialogue.rsvpBy, locale)}</dd>
                </>
              ) : null}
              {dialogue.chair ? (
                <>
                  <dt>
                    <Trans>Who presides</Trans>
                  </dt>
                  <dd>{dialogue.chair}</dd>
                </>
              ) : null}
              {dialogue.facilitator ? (
                <>
                  <dt>
                    <Trans>Who facilitates</Trans>
                  </dt>
                  <dd>{dialogue.facilitator}</dd>
                </>
              ) : null}
              {dialogue.contact ? (
                <>
                  <dt>
                    <Trans>Telephone of the organisers</Trans>
                  </dt>
                  <dd className="num">{dialogue.contact}</dd>
                </>
              ) : null}
              <dt>
                <Trans>How far what is said may be passed on</Trans>
              </dt>
              <dd>{i18n._(ATTRIBUTIONS[dialogue.attribution])}</dd>
            </dl>
            {dialogue.series.edges.length > 1 ? (
              <nav aria-label={t`The series`} className="stackv gap-1 sm">
                <b>
                  <Trans>The series</Trans>
                </b>
                {dialogue.series.edges.map(({ node }) => (
                  <Link
                    key={node.id}
                    to="/dialogues/$id"
                    params={{ id: node.id }}
                    search={{ tab: "overview" }}
                    aria-current={node.id === id ? "page" : undefined}
                  >
                    {moment(node.startsAt, locale)} · {i18n._(DIALOGUE_STATES[node.state])}
                  </Link>
                ))}
              </nav>
            ) : null}
          </aside>
        </div>
      ) : null}
      {open === "edit" && dialogue.campaign ? (
        <DialogueForm
          campaign={dialogue.campaign.id}
          dialogue={dialogue}
          onClose={() => setOpen(null)}
          onDone={refresh}
        />
      ) : null}
      {open === "invite" ? (
        <InviteForm dialogue={dialogue} group={group} onClose={() => setOpen(null)} onDone={refresh} />
      ) : null}
      {open === "table" ? (
        <ImportForm dialogue={dialogue} group={group} onClose={() => setOpen(null)} onDone={refresh} />
      ) : null}
      {open === "repeat" ? <RepeatForm dialogue={dialogue} onClose={() => setOpen(null)} /> : null}
      {open === "calendar" ? (
        <CalendarReply dialogue={dialogue} onClose={() => setOpen(null)} onDone={refresh} />
      ) : null}
      {open && !["edit", "invite", "table", "calendar", "repeat"].includes(open) ? (
        <StepForm dialogue={dialogue} step={open as Moves} onClose={() => setOpen(null)} onDone={refresh} />
      ) : null}
    </>
  );
}

/** Seats by group, and for the team how each group stands. */
function Room({ dialogue, group }: { dialogue: DialogueFullFragment; group: (code: string) => string }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  if (dialogue.seats.length === 0) return null;
  const n = (value: number) => number(value, locale);
  return (
    <section className="card stackv gap-3" aria-label={t`Seats by group`}>
      <h2>
        <Trans>Seats by group</Trans>
      </h2>
      <ul className="plain stackv gap-4">
        {dialogue.seats.map((of) => {
          const stand = dialogue.balance?.find((one) => one.constituency === of.constituency);
          const said = stand ? stand.accepted : 0;
          const women = stand && stand.accepted > 0 ? Math.round((100 * stand.women) / stand.accepted) : null;
          const short = of.womenPct !== null && women !== null && women < of.womenPct;
          const young = stand && stand.accepted > 0 ? Math.round((100 * stand.youth) / stand.accepted) : null;
          return (
            <li key={of.constituency} className="stackv gap-1">
              <p className="row between wrap gap-2">
                <b>{group(of.constituency)}</b>
                <span className="num">
                  {stand ? (
                    <Trans>
                      {n(said)} of {n(of.seats)} come
                    </Trans>
                  ) : (
                    <Trans>{n(of.seats)} seats</Trans>
                  )}
                </span>
              </p>
              {stand ? (
                <>
                  <div className="bar" aria-hidden="true">
                    <i style={{ width: `${Math.min(100, (100 * said) / of.seats)}%` }} />
                  </div>
                  <p className="sm muted row wrap gap-2">
                    {stand.waiting > 0 ? (
                      <Badge tone="warn">
                        <Trans>waiting for a seat: {n(stand.waiting)}</Trans>
                      </Badge>
                    ) : null}
                    {said < of.least ? (
                      <Badge tone="warn">
                        <Trans>at least {n(of.least)} are needed</Trans>
                      </Badge>
                    ) : null}
                    <span>
                      <Trans>
                        invited: {n(stand.sent)} · may come: {n(stand.tentative)} · do not come:{" "}
                        {n(stand.declined)} · no answer: {n(stand.silent)}
                      </Trans>
                    </span>
                    {of.youthPct !== null && young !== null ? (
                      <Badge tone={young < of.youthPct ? "warn" : "ghost"}>
                        <Trans>
                          15 to 30 years: {n(young)} %, wanted {n(of.youthPct)} %
                        </Trans>
                      </Badge>
                    ) : null}
                    {women !== null ? (
                      <Badge tone={short ? "warn" : "ghost"}>
                        {of.womenPct === null ? (
                          <Trans>women {n(women)} %</Trans>
                        ) : (
                          <Trans>
                            women {n(women)} %, wanted {n(of.womenPct)} %
                          </Trans>
                        )}
                      </Badge>
                    ) : null}
                  </p>
                </>
              ) : null}
              {of.releasedAt ? (
                <p className="sm muted">
                  <Trans>What is not taken has been released to whoever waits.</Trans>
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
