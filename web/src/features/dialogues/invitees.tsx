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
  ForgetInviteeDocument,
  type InvitationPartsFragment,
  PlaceAtTableDocument,
  RecordReplyDocument,
  TakeBackInvitationDocument,
  WriteInvitationTextDocument,
} from "./dialogues.gql";
import { InviteForm } from "./invite-form";
import { saveLetters } from "./letters";
import { NeedsField } from "./needs";
import { NOBODY, PersonFields, somebody } from "./person-fields";
import { INVITATION_STATES, INVITATION_TONES, NEEDS, type Need, needsOf, VIA, WAYS } from "./words";

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
  const [writing, write] = useMutation(WriteInvitationTextDocument);
  const [printing, setPrinting] = useState<string | null>(null);
  const [changing, setChanging] = useState<InvitationPartsFragment | null>(null);
  const [forgetting, setForgetting] = useState<InvitationPartsFragment | null>(null);
  const [placing, setPlacing] = useState<InvitationPartsFragment | null>(null);
  const [text, setText] = useState<{ of: InvitationPartsFragment; text: string } | null>(null);
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
  const print = async (id: string) => {
    setPrinting(id);
    const broken = t`The letters could not be set. Nothing was changed; try again when the line is back.`;
    const why = await saveLetters(dialogue.id, id, broken);
    setPrinting(null);
    if (why) toast.error(why);
    refresh();
  };
  const written = async (one: InvitationPartsFragment) => {
    const { data, error } = await write({ invitation: one.id });
    const payload = data?.writeInvitationText;
    const why = reasons(payload).dialogue ?? failure(error, payload);
    if (why) toast.error(why);
    if (payload?.text) setText({ of: one, text: payload.text });
    refresh();
  };
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
              {one.ways.length > 0 ? (
                <span>{one.ways.map((way) => i18n._(WAYS[way])).join(", ")}</span>
              ) : null}
              {one.table === null ? null : (
                <span>
                  <Trans>table {number(one.table, locale)}</Trans>
                </span>
              )}
              {one.answeredVia ? <span>{i18n._(VIA[one.answeredVia])}</span> : null}
              {one.email || one.phone ? null : (
                <span>
                  <Trans>no address: the letter goes by hand</Trans>
                </span>
              )}
            </p>
            {one.undelivered === null ? null : (
              <p className="sm">
                <Badge tone="warn">
                  <Trans>the mail did not arrive</Trans>
                </Badge>{" "}
                <span lang="en">{one.undelivered}</span>
              </p>
            )}
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
              </p>
            ) : null}
            {organise && one.state !== "CANCELLED" ? (
              <details className="rowmore">
                <summary className="sm" aria-label={t`More about ${say(one.name)}`}>
                  <Trans>More</Trans>
                </summary>
                <p className="row wrap gap-2">
                  {dialogue.hears && one.state !== "DECLINED" && one.state !== "DELEGATED" ? (
                    <>
                      <Button
                        className="small"
                        aria-label={t`Letter on paper for ${say(one.name)}`}
                        busy={printing === one.id}
                        onClick={() => void print(one.id)}
                      >
                        <Trans>Letter</Trans>
                      </Button>
                      <Button
                        className="small"
                        aria-label={t`Text for a messenger for ${say(one.name)}`}
                        busy={writing.fetching}
                        onClick={() => void written(one)}
                      >
                        <Trans>Text</Trans>
                      </Button>
                    </>
                  ) : null}
                  {["CONCEPT", "PLANNED", "INVITING", "CONFIRMED"].includes(dialogue.state) ? (
                    <Button
                      className="small"
                      aria-label={t`Change the invitation of ${say(one.name)}`}
                      onClick={() => setChanging(one)}
                    >
                      <Trans>Change</Trans>
                    </Button>
                  ) : null}
                  {one.seatOf ? (
                    <Button
                      className="small"
                      aria-label={t`Table of ${say(one.name)}`}
                      onClick={() => setPlacing(one)}
                    >
                      <Trans>Table</Trans>
                    </Button>
                  ) : null}
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
              </details>
            ) : null}
            {dialogue.viewerCan.forget && (AFTER.includes(dialogue.state) || OUT.includes(one.state)) ? (
              <p>
                <Button
                  className="small"
                  kind="quiet"
                  aria-label={t`Forget ${say(one.name)}`}
                  onClick={() => setForgetting(one)}
                >
                  <Trans>Forget</Trans>
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
      {changing ? (
        <InviteForm
          dialogue={dialogue}
          invitation={changing}
          group={group}
          onClose={() => setChanging(null)}
          onDone={refresh}
        />
      ) : null}
      {forgetting ? (
        <Forget invitation={forgetting} onClose={() => setForgetting(null)} onDone={refresh} />
      ) : null}
      {placing ? <TableForm invitation={placing} onClose={() => setPlacing(null)} onDone={refresh} /> : null}
      {text ? <TextToGive name={say(text.of.name)} text={text.text} onClose={() => setText(null)} /> : null}
    </>
  );
}

/** Whoever is no longer awaited may be forgotten: after the dialogue, or where they do not come. */
const AFTER = ["HELD", "REPORTED", "CLOSED", "CANCELLED"];
const OUT = ["DECLINED", "DELEGATED", "CANCELLED"];

/** Forgets somebody who has asked for it, once it is said again. */
function Forget({
  invitation,
  onClose,
  onDone,
}: {
  invitation: InvitationPartsFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [result, forget] = useMutation(ForgetInviteeDocument);
  const payload = result.data?.forgetInvitee;
  const why = reasons(payload).invitation ?? failure(result.error, payload);
  return (
    <Modal title={t`Forget ${say(invitation.name)}`} open onClose={onClose}>
      <div className="stackv gap-4">
        {why ? <Note tone="danger">{why}</Note> : null}
        <p>
          <Trans>
            Their name, addresses, notes and letters are taken out for good, and their link ends. That
            somebody was invited and what they answered stays in the counts. Minutes that are published stay
            as they are.
          </Trans>
        </p>
        <div className="actions">
          <Button
            kind="danger"
            busy={result.fetching}
            onClick={async () => {
              const { data } = await forget({ invitation: invitation.id, version: invitation.version });
              if (data?.forgetInvitee.status !== "DONE") return;
              onDone();
              onClose();
            }}
          >
            <Trans>Forget them</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** A text for a messenger, to be copied or shared: the link in it is for one person alone. */
function TextToGive({ name, text, onClose }: { name: string; text: string; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Modal title={t`Text for ${name}`} open onClose={onClose}>
      <div className="stackv gap-4">
        <p className="sm muted">
          <Trans>For Telegram or another messenger. The link in it is for this person alone.</Trans>
        </p>
        <Field label={t`The text`}>
          {(ids) => <textarea className="input" rows={12} readOnly {...ids} value={text} />}
        </Field>
        <div className="actions">
          <Button
            kind="primary"
            onClick={async () => {
              try {
                await navigator.clipboard.writeText(text);
                toast.success(t`Copied.`);
              } catch {
                toast.error(t`This browser does not let it be copied: mark the text and copy it by hand.`);
              }
            }}
          >
            <Trans>Copy it</Trans>
          </Button>
          {"share" in navigator ? (
            <Button onClick={() => void navigator.share({ text }).catch(() => undefined)}>
              <Trans>Share it</Trans>
            </Button>
          ) : null}
          <Button kind="quiet" onClick={onClose}>
            <Trans>Close</Trans>
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Sets somebody who comes to a table. */
function TableForm({
  invitation,
  onClose,
  onDone,
}: {
  invitation: InvitationPartsFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [result, place] = useMutation(PlaceAtTableDocument);
  const [table, setTable] = useState(invitation.table === null ? "" : String(invitation.table));
  const payload = result.data?.placeAtTable;
  const wrong = reasons(payload);
  const why = wrong.dialogue ?? failure(result.error, payload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const at = { invitation: invitation.id, version: invitation.version };
    const { data } = await place({ ...at, table: table === "" ? null : Number(table) });
    if (data?.placeAtTable.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`Table of ${say(invitation.name)}`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <TextField
          label={t`Number of the table`}
          hint={t`empty for none`}
          inputMode="numeric"
          value={table}
          error={wrong.table}
          onChange={(event) => setTable(event.target.value.replace(/\D/g, ""))}
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
