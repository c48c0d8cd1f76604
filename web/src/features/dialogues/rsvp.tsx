import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useEffect, useState } from "react";
import { Door } from "../../app/door";
import { useCall } from "../../app/plain";
import type { InvitationAnswer } from "../../graphql/schema";
import { moment, number, span } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, Field, Loading, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { linkSecret } from "../identity/link";
import { ATTRIBUTIONS } from "../stakeholders/words";
import { Found, OwnMinutes } from "./afterwards";
import type {
  AnswerInvitationMutation,
  AnswerInvitationMutationVariables,
  CorrectByLinkMutation,
  CorrectByLinkMutationVariables,
  FindDialogueMutation,
  FindDialogueMutationVariables,
  ForgetMeMutation,
  ForgetMeMutationVariables,
  OwnInvitationPartsFragment,
  ReadInvitationMutation,
  ReadInvitationMutationVariables,
} from "./guest.gql";
import operations from "./guest.graphql?raw";
import { NeedsField } from "./needs";
import { NOBODY, PersonFields, somebody } from "./person-fields";
import { INVITATION_STATES, INVITATION_TONES, MODES, needsOf } from "./words";

/** An invitee's own page: they answer without an account, as often as they like until the date. Opening it changes nothing. */
export function Rsvp() {
  const { t } = useLingui();
  const [link] = useState(linkSecret);
  const [read, look] = useCall<ReadInvitationMutation, ReadInvitationMutationVariables>(
    operations,
    "ReadInvitation",
  );
  const [result, send] = useCall<AnswerInvitationMutation, AnswerInvitationMutationVariables>(
    operations,
    "AnswerInvitation",
  );
  const [corrected, correct] = useCall<CorrectByLinkMutation, CorrectByLinkMutationVariables>(
    operations,
    "CorrectByLink",
  );
  const [found, find] = useCall<FindDialogueMutation, FindDialogueMutationVariables>(
    operations,
    "FindDialogue",
  );
  const [forgotten, forget] = useCall<ForgetMeMutation, ForgetMeMutationVariables>(operations, "ForgetMe");
  // The page as it was told last, whatever was done last.
  const [own, setOwn] = useState<OwnInvitationPartsFragment>();
  useEffect(() => {
    if (link) void look({ link }).then(({ data }) => setOwn(data?.readInvitation.invitation ?? undefined));
  }, [link, look]);
  const keep = (told: OwnInvitationPartsFragment | null | undefined) => {
    if (told) setOwn(told);
  };
  const wrong = reasons(result.data?.answerInvitation);
  const after = { ...reasons(corrected.data?.correctByLink), ...reasons(found.data?.findDialogue) };
  const unforgotten = reasons(forgotten.data?.forgetMe);
  const why =
    link === ""
      ? t`This link is incomplete. Open it again from the mail.`
      : (reasons(read.data?.readInvitation).link ??
        wrong.link ??
        wrong.dialogue ??
        wrong.deputy ??
        failure(read.error) ??
        failure(result.error) ??
        after.link ??
        failure(corrected.error) ??
        failure(found.error) ??
        unforgotten.link ??
        unforgotten.invitation ??
        failure(forgotten.error));
  if (forgotten.data?.forgetMe.status === "DONE")
    return (
      <Door>
        <Note>
          <Trans>
            You are forgotten: your name, your addresses and this link are gone. Nothing else is needed.
          </Trans>
        </Note>
      </Door>
    );
  return (
    <Door>
      <div className="stackv gap-4" style={{ maxWidth: 560 }}>
        {why ? <Note tone="danger">{why}</Note> : null}
        {!why && !own ? <Loading /> : null}
        {own ? (
          <>
            <Told own={own} answered={result.data?.answerInvitation.status === "DONE"} />
            {own.open ? (
              <Answer
                key={own.state + (own.deputy?.en ?? "")}
                own={own}
                busy={result.fetching}
                wrong={wrong}
                onAnswer={(input) =>
                  void send({ link, input }).then(({ data }) => keep(data?.answerInvitation.invitation))
                }
              />
            ) : null}
            {own.asked ? (
              <Found
                busy={found.fetching}
                wrong={after}
                onFound={(input) =>
                  void find({ link, input }).then(({ data }) => keep(data?.findDialogue.invitation))
                }
              />
            ) : null}
            {found.data?.findDialogue.status === "DONE" ? (
              <Note>
                <Trans>Thank you. Nothing tells that it was you who said so.</Trans>
              </Note>
            ) : null}
            {own.minutes ? (
              <OwnMinutes
                key={own.minutes.corrections.length}
                minutes={own.minutes}
                busy={corrected.fetching}
                wrong={after}
                onCorrect={(point, text) =>
                  void correct({ link, point, text }).then(({ data }) => keep(data?.correctByLink.invitation))
                }
              />
            ) : null}
            {own.held || own.calledOff || own.state === "DECLINED" || own.state === "DELEGATED" ? (
              <details className="card flat">
                <summary>
                  <Trans>Forget me</Trans>
                </summary>
                <div className="stackv gap-2">
                  <p className="sm">
                    <Trans>
                      The organisers keep your name and your addresses for some months after a dialogue. If
                      you do not want that, all of it is taken out now; this link ends, too.
                    </Trans>
                  </p>
                  <Button busy={forgotten.fetching} onClick={() => void forget({ link })}>
                    <Trans>Take out all that is known of me</Trans>
                  </Button>
                </div>
              </details>
            ) : null}
          </>
        ) : null}
      </div>
    </Door>
  );
}

function Told({ own, answered }: { own: OwnInvitationPartsFragment; answered: boolean }) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const offers = [
    own.stepFree ? t`no steps` : "",
    own.signLanguage ? t`sign language` : "",
    own.largePrint ? t`large print in Khmer` : "",
    own.interpretation ? t`interpretation into ${own.interpretation}` : "",
  ].filter(Boolean);
  return (
    <>
      <p className="sm muted">
        <Trans>
          {say(own.network)} invites {say(own.name)} · no. {number(own.number, locale)}
        </Trans>
      </p>
      <h1 className="voice">
        <Both text={own.title} />
      </h1>
      {own.calledOff ? (
        <Note tone="warn">
          <Trans>This dialogue was called off.</Trans>
        </Note>
      ) : null}
      <p role="status" className="row wrap gap-2">
        <Badge tone={INVITATION_TONES[own.state]}>{i18n._(INVITATION_STATES[own.state])}</Badge>
        {answered ? (
          <span>
            <Trans>Thank you. Your answer has arrived.</Trans>
          </span>
        ) : null}
        {own.waiting ? (
          <span>
            <Trans>
              All seats of your group are taken: you are no. {number(own.waiting, locale)} of those who wait,
              and will be told when one is free.
            </Trans>
          </span>
        ) : null}
        {own.deputy ? (
          <span>
            <Trans>{say(own.deputy)} comes for you.</Trans>
          </span>
        ) : null}
      </p>
      <dl className="facts card flat">
        <dt>
          <Trans>When</Trans>
        </dt>
        <dd>{span(own.startsAt, own.endsAt, locale)}</dd>
        <dt>
          <Trans>Where</Trans>
        </dt>
        <dd>
          {[say(own.venue), own.place ? say(own.place) : "", i18n._(MODES[own.mode])]
            .filter(Boolean)
            .join(", ")}
          {own.onlineLink ? (
            <a className="block" href={own.onlineLink} rel="noopener noreferrer">
              {own.onlineLink}
            </a>
          ) : null}
        </dd>
        {own.objectives.en || own.objectives.km ? (
          <>
            <dt>
              <Trans>What is to come of it</Trans>
            </dt>
            <dd className="pre">
              <Both text={own.objectives} />
            </dd>
          </>
        ) : null}
        {offers.length > 0 ? (
          <>
            <dt>
              <Trans>What the place offers</Trans>
            </dt>
            <dd>{offers.join(", ")}</dd>
          </>
        ) : null}
        <dt>
          <Trans>How far what is said may be passed on</Trans>
        </dt>
        <dd>{i18n._(ATTRIBUTIONS[own.attribution])}</dd>
        {own.rsvpBy ? (
          <>
            <dt>
              <Trans>Answers until</Trans>
            </dt>
            <dd>{moment(own.rsvpBy, locale)}</dd>
          </>
        ) : null}
      </dl>
      {own.open || own.calledOff || own.held ? null : (
        <Note>
          <Trans>The time for answers is over. Please call the organisers:</Trans>{" "}
          <a href={`tel:${own.contact.replace(/[^+\d]/g, "")}`}>{own.contact}</a>
        </Note>
      )}
    </>
  );
}

type Reply = {
  answer: InvitationAnswer | null;
  deputy: ReturnType<typeof somebody> | null;
  needs: ReturnType<typeof needsOf>;
  note: string;
};

function Answer({
  own,
  busy,
  wrong,
  onAnswer,
}: {
  own: OwnInvitationPartsFragment;
  busy: boolean;
  wrong: Record<string, string | undefined>;
  onAnswer: (reply: Reply) => void;
}) {
  const { t } = useLingui();
  const [answer, setAnswer] = useState<InvitationAnswer | "DEPUTY" | null>(null);
  const [missing, setMissing] = useState(false);
  const [who, setWho] = useState(NOBODY);
  const [needs, setNeeds] = useState(needsOf(own.needs));
  const [note, setNote] = useState(own.note);
  const choices: [InvitationAnswer | "DEPUTY", string][] = [
    ...(own.institution ? [] : ([["ACCEPT", t`I come`]] as [InvitationAnswer, string][])),
    ["DEPUTY", own.institution ? t`We name somebody` : t`Somebody comes in my place`],
    ["TENTATIVE", t`I do not know yet`],
    ["DECLINE", own.institution ? t`Nobody comes for us` : t`I do not come`],
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(answer === null);
    if (!answer) return;
    onAnswer({
      answer: answer === "DEPUTY" ? null : answer,
      deputy: answer === "DEPUTY" ? somebody(who) : null,
      needs,
      note,
    });
  };
  return (
    <form className="stackv gap-4" onSubmit={submit} noValidate>
      <fieldset className="stackv gap-2" aria-describedby={missing ? "answer-e" : undefined}>
        <legend className="label">
          <Trans>Your answer</Trans>
        </legend>
        <div className="checks">
          {choices.map(([one, label]) => (
            <label key={one}>
              <input type="radio" name="answer" checked={answer === one} onChange={() => setAnswer(one)} />
              {label}
            </label>
          ))}
        </div>
        {(missing && !answer) || wrong.answer ? (
          <span className="err" id="answer-e" role="alert">
            {wrong.answer ?? <Trans>Choose one of them.</Trans>}
          </span>
        ) : null}
      </fieldset>
      {answer === "DEPUTY" ? <PersonFields value={who} wrong={wrong} onChange={setWho} /> : null}
      {answer === null || answer === "DECLINE" ? null : <NeedsField value={needs} onChange={setNeeds} />}
      <Field label={t`What else you want to say`} error={wrong.note}>
        {(ids) => (
          <textarea
            className="input"
            rows={2}
            {...ids}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit" kind="primary" className="big" busy={busy}>
          <Trans>Send the answer</Trans>
        </Button>
      </div>
    </form>
  );
}
