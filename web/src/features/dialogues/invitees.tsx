import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { useKept } from "../../app/kept";
import type { InvitationAnswer, InvitationChannel } from "../../graphql/schema";
import { number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, Field, Loading, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import {
  type DialogueFullFragment,
  DialogueInviteesDocument,
  type InvitationPartsFragment,
  RecordReplyDocument,
  TakeBackInvitationDocument,
} from "./dialogues.gql";
import { NeedsField } from "./needs";
import { NOBODY, PersonFields, somebody } from "./person-fields";
import { INVITATION_STATES, INVITATION_TONES, NEEDS, type Need, needsOf, VIA } from "./words";

/** Who is invited, a hundred at a time, and what they have answered. */
export function Invitees({
  dialogue,
  group,
}: {
  dialogue: DialogueFullFragment;
  group: (code: string) => string;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [after, setAfter] = useState<string[]>([]);
  const [replying, setReplying] = useState<InvitationPartsFragment | null>(null);
  const variables = { id: dialogue.id, after: after.at(-1) ?? null };
  const [{ data: answer }, again] = useQuery({
    query: DialogueInviteesDocument,
    variables,
    requestPolicy: "cache-and-network",
  });
  const found = useKept(answer, JSON.stringify(variables))?.dialogue?.invitations;
  const [taking, takeBack] = useMutation(TakeBackInvitationDocument);
  if (!found) return <Loading />;
  if (found.totalCount === 0)
    return (
      <p className="sm muted">
        <Trans>Nobody is invited yet.</Trans>
      </p>
    );
  const all = found.edges.map(({ node }) => node);
  const { organise } = dialogue.viewerCan;
  const refresh = () => again({ requestPolicy: "network-only" });
  const needs = (one: InvitationPartsFragment) =>
    (Object.keys(NEEDS) as Need[]).filter((need) => one.needs[need]).map((need) => i18n._(NEEDS[need]));
  return (
    <>
      <ul className="list nopad">
        {all.map((one) => (
          <li key={one.id} className="inlist stackv gap-1">
            <p className="row wrap gap-2">
              <span className="num muted sm">{number(one.number, locale)}</span>
              <b className="grow">
                <Both text={one.name} />
              </b>
              <Badge tone={INVITATION_TONES[one.state]}>{i18n._(INVITATION_STATES[one.state])}</Badge>
            </p>
            <p className="sm muted row wrap gap-2">
              <span>{group(one.constituency)}</span>
              {one.post || one.organisation ? (
                <span>{[one.post, one.organisation].filter(Boolean).join(", ")}</span>
              ) : null}
              {one.seatOf && one.seatOf !== one.constituency ? (
                <span>
                  <Trans>on a released seat: {group(one.seatOf)}</Trans>
                </span>
              ) : null}
              {one.parent ? (
                <span>
                  <Trans>
                    in the place of no. {number(all.find(({ id }) => id === one.parent)?.number ?? 0, locale)}
                  </Trans>
                </span>
              ) : null}
              {one.answeredVia ? <span>{i18n._(VIA[one.answeredVia])}</span> : null}
              {one.email || one.phone ? null : (
                <span>
                  <Trans>no address: the letter goes by hand</Trans>
                </span>
              )}
            </p>
            {needs(one).length > 0 ? (
              <p className="sm">
                <Trans>Needs: {needs(one).join(", ")}</Trans>
                {one.needs.signLanguage && !dialogue.signLanguage ? (
                  <>
                    {" "}
                    <Badge tone="warn">
                      <Trans>the place offers no sign language</Trans>
                    </Badge>
                  </>
                ) : null}
                {one.needs.mobility && !dialogue.stepFree ? (
                  <>
                    {" "}
                    <Badge tone="warn">
                      <Trans>the place has steps</Trans>
                    </Badge>
                  </>
                ) : null}
              </p>
            ) : null}
            {one.note ? <p className="sm pre">{one.note}</p> : null}
            {organise && one.state !== "CANCELLED" ? (
              <p className="row wrap gap-2">
                {one.state === "PREPARED" ? null : (
                  <Button
                    className="small"
                    aria-label={t`Write down the answer of ${say(one.name)}`}
                    onClick={() => setReplying(one)}
                  >
                    <Trans>Write down an answer</Trans>
                  </Button>
                )}
                <Button
                  className="small"
                  aria-label={t`Take back the invitation of ${say(one.name)}`}
                  busy={taking.fetching}
                  onClick={async () => {
                    const { data, error } = await takeBack({ invitation: one.id, version: one.version });
                    const why = failure(error, data?.takeBackInvitation);
                    if (why) toast.error(why);
                    refresh();
                  }}
                >
                  <Trans>Take back</Trans>
                </Button>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
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
      {replying ? (
        <ReplyForm invitation={replying} onClose={() => setReplying(null)} onDone={refresh} />
      ) : null}
    </>
  );
}

/** Writes down what somebody answered by telephone, letter and so on. */
function ReplyForm({
  invitation,
  onClose,
  onDone,
}: {
  invitation: InvitationPartsFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [result, record] = useMutation(RecordReplyDocument);
  const [via, setVia] = useState<InvitationChannel>("PHONE");
  const [answer, setAnswer] = useState<InvitationAnswer | "DEPUTY">(
    invitation.institution ? "DEPUTY" : "ACCEPT",
  );
  const [who, setWho] = useState(NOBODY);
  const [needs, setNeeds] = useState(needsOf(invitation.needs));
  const [note, setNote] = useState(invitation.note);
  const payload = result.data?.recordReply;
  const wrong = reasons(payload);
  const why = wrong.dialogue ?? wrong.deputy ?? wrong.answer ?? failure(result.error, payload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = {
      answer: answer === "DEPUTY" ? null : answer,
      deputy: answer === "DEPUTY" ? somebody(who) : null,
      needs,
      note,
    };
    const { data } = await record({ invitation: invitation.id, version: invitation.version, via, input });
    if (data?.recordReply.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`What ${say(invitation.name)} answered`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <Field label={t`The answer`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={answer}
                onChange={(event) => setAnswer(event.target.value as InvitationAnswer | "DEPUTY")}
              >
                {invitation.institution ? null : <option value="ACCEPT">{t`comes`}</option>}
                <option value="DEPUTY">{t`sends somebody`}</option>
                <option value="TENTATIVE">{t`may come`}</option>
                <option value="DECLINE">{t`does not come`}</option>
              </select>
            )}
          </Field>
          <Field label={t`How it came`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={via}
                onChange={(event) => setVia(event.target.value as InvitationChannel)}
              >
                {(Object.keys(VIA) as InvitationChannel[])
                  .filter((one) => one !== "HUB")
                  .map((one) => (
                    <option key={one} value={one}>
                      {i18n._(VIA[one])}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        </div>
        {answer === "DEPUTY" ? <PersonFields value={who} wrong={wrong} onChange={setWho} /> : null}
        {answer === "DECLINE" ? null : <NeedsField value={needs} onChange={setNeeds} />}
        <TextField
          label={t`What else they say`}
          value={note}
          error={wrong.note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching}>
            <Trans>Save</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
