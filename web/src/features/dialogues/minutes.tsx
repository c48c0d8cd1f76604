import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { HandHelping, MessageSquare, Pencil, Plus, Trash2 } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { useMutation, useQuery } from "urql";
import { forgetCopy } from "../../app/copies";
import { useKept } from "../../app/kept";
import { useViewer } from "../../app/viewer";
import { clockInput, day, moment } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, Loading, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { type Begun, CommitmentForm } from "../commitments/commitment-form";
import { COMMITMENT_STATES, COMMITMENT_TONES } from "../commitments/words";
import {
  BeginPointDocument,
  type DialogueFullFragment,
  DialoguePromisesDocument,
  type MinutesPartsFragment,
  PublishMinutesDocument,
  StrikePointDocument,
} from "./dialogues.gql";
import { AnswerForm, CorrectForm, type Correction, MoveForm, type Point } from "./minutes-forms";
import { CORRECTION_STATES, MINUTES_STATES, VIA } from "./words";

// What editors are made of comes with the first point that is written.
const PointDesk = lazy(() => import("./point-desk").then((part) => ({ default: part.PointDesk })));

type Open =
  | { what: "point"; point: string }
  | { what: "circulate" | "approve" | "correct" }
  | { what: "answer"; correction: Correction }
  | { what: "promise"; begun: Begun };

/** What was said, point by point; who may correct it and who has approved it; and what was promised. */
export function Minutes({
  dialogue,
  minutes,
  network,
  group,
  onDone,
}: {
  dialogue: DialogueFullFragment;
  minutes: MinutesPartsFragment | null;
  network: string;
  group: (code: string) => string;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const [open, setOpen] = useState<Open | null>(null);
  const [publishing, publish] = useMutation(PublishMinutesDocument);
  const [striking, strike] = useMutation(StrikePointDocument);
  const [beginning, begin] = useMutation(BeginPointDocument);
  const person = useViewer()?.person?.id ?? "";
  const { organise, lead } = dialogue.viewerCan;
  const close = useCallback(() => setOpen(null), []);
  // How approved minutes came about is forgotten here, too.
  const settled = minutes?.state === "APPROVED" || minutes?.state === "PUBLISHED";
  useEffect(() => {
    if (settled && person) forgetCopy(dialogue.id, person);
  }, [settled, person, dialogue.id]);
  const write = async (agenda: string | null) => {
    const { data, error } = await begin({ dialogue: dialogue.id, agenda });
    const why = reasons(data?.beginPoint).dialogue ?? failure(error, data?.beginPoint);
    if (why) toast.error(why);
    const point = data?.beginPoint?.begun?.point;
    if (point) setOpen({ what: "point", point });
    onDone();
  };
  if (!minutes)
    return (
      <section className="card stackv gap-3" aria-label={t`Minutes`}>
        <h2>
          <Trans>Minutes</Trans>
        </h2>
        <p className="sm muted">
          <Trans>The minutes are not told outside the team, or not yet.</Trans>
        </p>
      </section>
    );
  const writes = organise && (minutes.state === "DRAFT" || minutes.state === "CIRCULATED");
  const quiet = dialogue.attribution !== "ON_RECORD";
  const heads: [string | null, string][] = [
    ...dialogue.agenda.map((item): [string, string] => [item.id, ""]),
    [null, ""],
  ];
  const begun = (point?: Point): Begun => ({
    source: "DIALOGUE",
    dialogue: dialogue.id,
    quiet,
    madeOn: clockInput(dialogue.startsAt).slice(0, 10),
    text: point?.text,
  });
  return (
    <>
      <section className="card stackv gap-4" aria-label={t`Minutes`}>
        <div className="row between wrap gap-2">
          <h2>
            <Trans>Minutes</Trans>
          </h2>
          <Badge
            tone={minutes.state === "DRAFT" ? "ghost" : minutes.state === "CIRCULATED" ? "pending" : "ok"}
          >
            {i18n._(MINUTES_STATES[minutes.state])}
          </Badge>
        </div>
        {quiet && organise ? (
          <Note>
            <Trans>
              Under this rule nobody is named: write what was said, not who said it. There is no place for a
              name, here and in the database.
            </Trans>
          </Note>
        ) : null}
        {minutes.state === "CIRCULATED" && minutes.correctionsUntil ? (
          <p className="sm">
            {minutes.hears ? (
              <Trans>
                Those who were there can correct them until {moment(minutes.correctionsUntil, locale)}.
              </Trans>
            ) : (
              <Trans>The time for corrections is over.</Trans>
            )}
          </p>
        ) : null}
        {minutes.approvedBy ? (
          <p className="sm">
            <Trans>Approved by {minutes.approvedBy}</Trans>
            {minutes.approvedAt ? ` · ${moment(minutes.approvedAt, locale)}` : null}
          </p>
        ) : null}
        {heads.map(([id]) => {
          const item = dialogue.agenda.find((one) => one.id === id);
          const points = minutes.points.filter((point) =>
            id === null ? !dialogue.agenda.some((one) => one.id === point.agenda) : point.agenda === id,
          );
          if (points.length === 0 && !writes) return null;
          if (id === null && points.length === 0 && dialogue.agenda.length > 0) return null;
          return (
            <section key={id ?? "rest"} className="stackv gap-2">
              {item ? (
                <h3>
                  <Both text={item.title} />
                </h3>
              ) : null}
              <ul className="plain stackv gap-3">
                {points.map((point) => (
                  <li key={point.id} className="stackv gap-1">
                    {writes && open?.what === "point" && open.point === point.id ? (
                      <Suspense fallback={<Loading />}>
                        <PointDesk
                          dialogue={dialogue}
                          person={person}
                          point={point}
                          onClose={close}
                          onDone={onDone}
                        />
                      </Suspense>
                    ) : (
                      <>
                        {point.speaker ? <b className="sm">{point.speaker}</b> : null}
                        {point.text.en || point.text.km ? (
                          <div className="voice pre">
                            <Both text={point.text} />
                          </div>
                        ) : (
                          <p className="muted sm">
                            <Trans>Nothing is written here yet.</Trans>
                          </p>
                        )}
                      </>
                    )}
                    {organise && !(open?.what === "point" && open.point === point.id) ? (
                      <p className="row wrap gap-2">
                        {writes ? (
                          <>
                            <Button
                              className="small"
                              onClick={() => setOpen({ what: "point", point: point.id })}
                            >
                              <Pencil className="i" aria-hidden="true" />
                              <Trans>Change</Trans>
                            </Button>
                            <Button
                              className="small"
                              busy={striking.fetching}
                              onClick={async () => {
                                const { data, error } = await strike({
                                  point: point.id,
                                  version: point.version,
                                });
                                const why = failure(error, data?.strikePoint);
                                if (why) toast.error(why);
                                onDone();
                              }}
                            >
                              <Trash2 className="i" aria-hidden="true" />
                              <Trans>Take out</Trans>
                            </Button>
                          </>
                        ) : null}
                        <Button
                          className="small"
                          onClick={() => setOpen({ what: "promise", begun: begun(point) })}
                        >
                          <HandHelping className="i" aria-hidden="true" />
                          <Trans>This was promised</Trans>
                        </Button>
                      </p>
                    ) : null}
                  </li>
                ))}
              </ul>
              {writes ? (
                <div>
                  <Button className="small" busy={beginning.fetching} onClick={() => void write(id)}>
                    <Plus className="i" aria-hidden="true" />
                    <Trans>Write a point</Trans>
                  </Button>
                </div>
              ) : null}
            </section>
          );
        })}
        {organise ? (
          <div className="actions">
            {writes && dialogue.state !== "CONFIRMED" && minutes.points.length > 0 ? (
              <Button
                kind={minutes.state === "DRAFT" ? "primary" : undefined}
                onClick={() => setOpen({ what: "circulate" })}
              >
                {minutes.state === "DRAFT" ? (
                  <Trans>Send to those who were there</Trans>
                ) : (
                  <Trans>Send them once more</Trans>
                )}
              </Button>
            ) : null}
            {minutes.state === "CIRCULATED" ? (
              <Button onClick={() => setOpen({ what: "correct" })}>
                <MessageSquare className="i" aria-hidden="true" />
                <Trans>Write down a correction</Trans>
              </Button>
            ) : null}
            {minutes.state === "CIRCULATED" && lead ? (
              <Button
                kind={minutes.hears ? undefined : "primary"}
                onClick={() => setOpen({ what: "approve" })}
              >
                <Trans>They are approved</Trans>
              </Button>
            ) : null}
            {minutes.state === "APPROVED" && lead && dialogue.attribution !== "OFF_RECORD" ? (
              <Button
                busy={publishing.fetching}
                onClick={async () => {
                  const at = { dialogue: dialogue.id, version: minutes.version };
                  const { data, error } = await publish(at);
                  const why = reasons(data?.publishMinutes).dialogue ?? failure(error, data?.publishMinutes);
                  if (why) toast.error(why);
                  onDone();
                }}
              >
                <Trans>Tell them to everybody who may know it</Trans>
              </Button>
            ) : null}
          </div>
        ) : null}
      </section>
      {minutes.corrections.length > 0 ? (
        <Corrections
          minutes={minutes}
          may={writes}
          onAnswer={(correction) => setOpen({ what: "answer", correction })}
        />
      ) : null}
      <Promises
        dialogue={dialogue}
        network={network}
        group={group}
        onWrite={() => setOpen({ what: "promise", begun: begun() })}
      />
      {open?.what === "circulate" || open?.what === "approve" ? (
        <MoveForm what={open.what} dialogue={dialogue} minutes={minutes} onClose={close} onDone={onDone} />
      ) : null}
      {open?.what === "correct" ? (
        <CorrectForm dialogue={dialogue} minutes={minutes} onClose={close} onDone={onDone} />
      ) : null}
      {open?.what === "answer" ? (
        <AnswerForm correction={open.correction} onClose={close} onDone={onDone} />
      ) : null}
      {open?.what === "promise" && dialogue.campaign ? (
        <CommitmentForm campaign={dialogue.campaign.id} begun={open.begun} onClose={close} onDone={onDone} />
      ) : null}
    </>
  );
}

/** What those who were there say, and what became of it. */
function Corrections({
  minutes,
  may,
  onAnswer,
}: {
  minutes: MinutesPartsFragment;
  may: boolean;
  onAnswer: (correction: Correction) => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  return (
    <section className="card stackv gap-3" aria-label={t`Corrections`}>
      <h2>
        <Trans>Corrections</Trans>
      </h2>
      <ul className="list nopad">
        {minutes.corrections.map((one) => {
          const point = minutes.points.find(({ id }) => id === one.point);
          return (
            <li key={one.id} className="inlist stackv gap-1">
              <p className="row wrap gap-2">
                <b className="grow">{one.author}</b>
                <Badge tone={one.state === "OPEN" ? "warn" : one.state === "ACCEPTED" ? "ok" : "ghost"}>
                  {i18n._(CORRECTION_STATES[one.state])}
                </Badge>
              </p>
              {point ? <p className="sm muted">{say(point.text)}</p> : null}
              <p className="pre">{one.text}</p>
              {one.response ? <p className="sm pre">→ {one.response}</p> : null}
              <p className="sm muted">
                {i18n._(VIA[one.via])} · {moment(one.recordedAt, locale)}
              </p>
              {may && one.state === "OPEN" ? (
                <div>
                  <Button
                    className="small"
                    aria-label={t`Answer what ${one.author} says`}
                    onClick={() => onAnswer(one)}
                  >
                    <Trans>Answer it</Trans>
                  </Button>
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What was promised in it, and how that stands. */
function Promises({
  dialogue,
  network,
  group,
  onWrite,
}: {
  dialogue: DialogueFullFragment;
  network: string;
  group: (code: string) => string;
  onWrite: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const variables = { network, dialogue: dialogue.id };
  const [{ data: answer }] = useQuery({
    query: DialoguePromisesDocument,
    variables,
    pause: network === "",
    requestPolicy: "cache-and-network",
  });
  const found = useKept(answer, JSON.stringify(variables))?.commitments;
  return (
    <section className="card stackv gap-3" aria-label={t`What was promised`}>
      <h2>
        <Trans>What was promised</Trans>
      </h2>
      {dialogue.nothingPromised ? (
        <p>
          <Trans>Nothing was promised; whoever reported it says so.</Trans>
        </p>
      ) : null}
      {found && found.totalCount > 0 ? (
        <ul className="list nopad">
          {found.edges.map(({ node }) => (
            <li key={node.id} className="inlist stackv gap-1">
              <p className="row wrap gap-2">
                <Badge tone={COMMITMENT_TONES[node.state]}>{i18n._(COMMITMENT_STATES[node.state])}</Badge>
                <Link className="grow" to="/commitments/$id" params={{ id: node.id }}>
                  <Both text={node.text} />
                </Link>
              </p>
              <p className="sm muted">
                {[
                  node.owner ? say(node.owner) : group(node.constituency) || t`somebody who is not named`,
                  node.dueOn ? t`due ${day(node.dueOn, locale)}` : "",
                  node.follower ? say(node.follower.name) : t`nobody looks after it yet`,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          ))}
        </ul>
      ) : dialogue.nothingPromised ? null : (
        <p className="sm muted">
          <Trans>Nothing is written down yet.</Trans>
        </p>
      )}
      {dialogue.viewerCan.organise && !dialogue.nothingPromised ? (
        <div>
          <Button onClick={onWrite}>
            <Plus className="i" aria-hidden="true" />
            <Trans>Write down a commitment</Trans>
          </Button>
        </div>
      ) : null}
    </section>
  );
}
