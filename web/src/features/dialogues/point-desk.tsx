import "../papers/papers.css";
import "./point-desk.css";
import { Trans, useLingui } from "@lingui/react/macro";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Document } from "@tiptap/extension-document";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useId, useMemo, useState, useSyncExternalStore } from "react";
import { useMutation } from "urql";
import { useLocale } from "../../i18n/text";
import { Button, Field, Loading, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { Present, SaveState } from "../papers/bar";
import { caret } from "../papers/people";
import { Session } from "../papers/session";
import { type DialogueFullFragment, WritePointDocument } from "./dialogues.gql";
import type { Point } from "./minutes-forms";

/** The words of a point in one language, written by several at once. */
function Words({ session, point, language }: { session: Session; point: string; language: "en" | "km" }) {
  const { t } = useLingui();
  const id = useId();
  const label = language === "km" ? t`What was said, in Khmer` : t`What was said, in English`;
  const made = useMemo(
    () => [
      Document,
      Paragraph,
      Text,
      Collaboration.configure({
        document: session.doc,
        field: `${language}.${point.slice("point:".length)}`,
      }),
      CollaborationCaret.configure({ provider: session.provider, user: {}, render: caret }),
    ],
    [session, point, language],
  );
  const editor = useEditor(
    {
      extensions: made,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      editorProps: {
        attributes: {
          class: "input prose",
          lang: language,
          role: "textbox",
          "aria-multiline": "true",
          "aria-labelledby": id,
        },
      },
    },
    [made],
  );
  return (
    <div className="stackv gap-1">
      <span id={id} className="label">
        {label}
      </span>
      <EditorContent editor={editor} />
    </div>
  );
}

/** Where a point of minutes is written: its words letter by letter with whoever else writes in it, and where it belongs. */
export function PointDesk({
  dialogue,
  person,
  point,
  onClose,
  onDone,
}: {
  dialogue: DialogueFullFragment;
  /** Who writes. */
  person: string;
  point: Point;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [session, setSession] = useState<Session | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is a new session
  useEffect(() => {
    const made = new Session(dialogue.id, person, true, () => {});
    setSession(made);
    return () => made.end();
  }, [dialogue.id, person, round]);
  if (!session) return <Loading />;
  return (
    <section className="pointdesk stackv gap-3" aria-label={t`Write a point`}>
      <Desk
        key={round}
        session={session}
        dialogue={dialogue}
        person={person}
        point={point}
        onAgain={() => setRound(round + 1)}
        onClose={onClose}
        onDone={onDone}
      />
    </section>
  );
}

function Desk({
  session,
  dialogue,
  person,
  point,
  onAgain,
  onClose,
  onDone,
}: {
  session: Session;
  dialogue: DialogueFullFragment;
  person: string;
  point: Point;
  onAgain: () => void;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [item, setItem] = useState(point.agenda ?? "");
  const [speaker, setSpeaker] = useState(point.speaker);
  // As it was when one began: whoever else moves it meanwhile is not overwritten.
  const [read, setRead] = useState(point.version);
  const [ends, setEnds] = useState(false);
  const [result, write] = useMutation(WritePointDocument);
  const payload = result.data?.writePoint;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.dialogue;
  const moved = item !== (point.agenda ?? "") || speaker !== point.speaker;
  const finish = async () => {
    if (moved) {
      const { data } = await write({
        dialogue: dialogue.id,
        point: point.id,
        version: read,
        input: { agenda: item || null, speaker },
      });
      if (data?.writePoint.status === "CONFLICT") {
        setRead(point.version);
        onDone();
      }
      if (data?.writePoint.status !== "DONE") return;
    }
    onDone();
    setEnds(true);
  };
  // What is on its way is not left behind: the place closes once everything is kept.
  useEffect(() => {
    if (ends && state.saved) onClose();
  }, [ends, state.saved, onClose]);
  return (
    <>
      <div className="row wrap gap-3">
        <SaveState session={session} writes />
        <Present session={session} me={person} />
      </div>
      {state.over ? (
        <Note tone="warn">
          {state.over === "changed" || state.over === "gone" ? (
            <Trans>The minutes are closed, or you do not write in them any more.</Trans>
          ) : (
            <Trans>The connection has ended.</Trans>
          )}{" "}
          <Button className="small" onClick={onAgain}>
            <Trans>Try again</Trans>
          </Button>
        </Note>
      ) : null}
      {why ? <Note tone="danger">{why}</Note> : null}
      <Words session={session} point={point.id} language="km" />
      <Words session={session} point={point.id} language="en" />
      <div className="formgrid">
        {dialogue.agenda.length > 0 ? (
          <Field label={t`To which item of the agenda`} error={wrong.agenda}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={item}
                onChange={(event) => setItem(event.target.value)}
              >
                <option value="">{t`none of them`}</option>
                {dialogue.agenda.map((one) => (
                  <option key={one.id} value={one.id}>
                    {say(one.title)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ) : null}
        {dialogue.attribution === "ON_RECORD" ? (
          <TextField
            label={t`Who said it`}
            value={speaker}
            error={wrong.speaker}
            onChange={(event) => setSpeaker(event.target.value)}
          />
        ) : null}
      </div>
      <div className="actions">
        <Button kind="primary" busy={result.fetching || (ends && !state.saved)} onClick={() => void finish()}>
          <Trans>Done</Trans>
        </Button>
        {ends && !state.saved && state.line !== "open" ? (
          <>
            <small className="muted">
              <Trans>
                Without a line it is kept on this device, and sent when you write in these minutes again.
              </Trans>
            </small>
            <Button className="small" onClick={onClose}>
              <Trans>Leave it for now</Trans>
            </Button>
          </>
        ) : null}
      </div>
    </>
  );
}
