import { Trans, useLingui } from "@lingui/react/macro";
import { Check, CircleDot, Pencil } from "lucide-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useMutation } from "urql";
import type { CommentKind, CommentState } from "../../graphql/schema";
import { moment } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, Field, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { OrgMark } from "../../ui/org-mark";
import { failure, reasons } from "../../ui/outcome";
import {
  AddPaperCommentDocument,
  AnswerPaperCommentDocument,
  type CommentPartsFragment,
  ReplyToPaperCommentDocument,
  SupportPaperAmendmentDocument,
  WithdrawPaperCommentDocument,
} from "./papers.gql";
import type { Picked } from "./surface";
import { COMMENT_KINDS, COMMENT_STATES } from "./words";

/** Says something of a passage, or proposes other words for it. */
export function NewComment({
  paper,
  picked,
  amends,
  onClose,
  onDone,
}: {
  paper: string;
  picked: Picked;
  amends: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const [{ fetching, data, error }, add] = useMutation(AddPaperCommentDocument);
  const [kind, setKind] = useState<CommentKind>("SUBSTANTIVE");
  const [body, setBody] = useState("");
  const [proposes, setProposes] = useState(false);
  const [words, setWords] = useState(picked.quote);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("textarea")?.focus(), []);
  const wrong = reasons(data?.addPaperComment);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const operation = picked.quote === "" ? "ADD" : words.trim() === "" ? "DELETE" : "REPLACE";
    const { data } = await add({
      input: {
        paper,
        language: picked.language,
        section: picked.section,
        quote: picked.quote,
        anchor: picked.anchor,
        kind,
        body,
        amendment: proposes ? { operation, oldText: picked.quote, newText: words } : null,
      },
    });
    if (data?.addPaperComment.status === "DONE") onDone();
  };
  const why = failure(error, data?.addPaperComment);
  return (
    <form className="thread on" ref={form} onSubmit={(event) => void submit(event)}>
      {picked.quote ? (
        <blockquote lang={picked.language === "KM" ? "km" : "en"}>{picked.quote}</blockquote>
      ) : (
        <p className="muted">
          <Trans>To the whole section. Select words in the text to speak of them alone.</Trans>
        </p>
      )}
      {why ? <Note tone="danger">{why}</Note> : null}
      {wrong.paper ? <Note tone="danger">{wrong.paper}</Note> : null}
      <Field label={t`About`}>
        {(ids) => (
          <select
            className="input"
            {...ids}
            value={kind}
            onChange={(event) => setKind(event.target.value as CommentKind)}
          >
            {(Object.keys(COMMENT_KINDS) as CommentKind[]).map((one) => (
              <option key={one} value={one}>
                {i18n._(COMMENT_KINDS[one])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={proposes ? t`Why` : t`Your comment`} error={wrong.body}>
        {(ids) => (
          <textarea
            className="input"
            rows={3}
            {...ids}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
        )}
      </Field>
      {amends ? (
        <label className="check">
          <input type="checkbox" checked={proposes} onChange={(event) => setProposes(event.target.checked)} />
          <Trans>Propose other words (an amendment)</Trans>
        </label>
      ) : null}
      {proposes ? (
        <Field
          label={picked.quote ? t`The words as they should be; nothing to delete them` : t`The words to add`}
          error={wrong.newText ?? wrong.oldText}
        >
          {(ids) => (
            <textarea
              className="input"
              rows={3}
              lang={picked.language === "KM" ? "km" : "en"}
              {...ids}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      <div className="row wrap">
        <Button kind="primary" type="submit" busy={fetching} className="small">
          <Trans>Send</Trans>
        </Button>
        <Button className="small" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}

function Amended({ comment }: { comment: CommentPartsFragment }) {
  const { amendment } = comment;
  if (!amendment) return null;
  const lang = comment.language === "KM" ? "km" : "en";
  return (
    <p>
      <b className="num">
        {amendment.operation === "ADD" ? (
          <Trans>Add</Trans>
        ) : amendment.operation === "DELETE" ? (
          <Trans>Delete</Trans>
        ) : (
          <Trans>Replace</Trans>
        )}
      </b>{" "}
      {amendment.oldText ? <del lang={lang}>{amendment.oldText}</del> : null}{" "}
      {amendment.newText ? <ins lang={lang}>{amendment.newText}</ins> : null}
    </p>
  );
}

/** One comment with what was said to it, and what one may do. */
export function Thread({
  comment,
  current,
  onPick,
  onAccepted,
}: {
  comment: CommentPartsFragment;
  current: boolean;
  onPick: () => void;
  onAccepted: (comment: CommentPartsFragment) => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [answering, setAnswering] = useState<CommentState | null>(null);
  const [text, setText] = useState("");
  const [reply, setReply] = useState("");
  const [replying, setReplying] = useState(false);
  const [answered, answer] = useMutation(AnswerPaperCommentDocument);
  const [, withdraw] = useMutation(WithdrawPaperCommentDocument);
  const [replied, say2] = useMutation(ReplyToPaperCommentDocument);
  const [, support] = useMutation(SupportPaperAmendmentDocument);
  const wrong = reasons(answered.data?.answerPaperComment);
  const can = comment.viewerCan;
  const settle = async (state: CommentState, response: string) => {
    const result = await answer({ id: comment.id, state, response });
    const payload = result.data?.answerPaperComment;
    if (payload?.status === "DONE") {
      setAnswering(null);
      setText("");
      if (state === "ACCEPTED") onAccepted(comment);
      return;
    }
    const why = failure(result.error, payload) ?? reasons(payload).state;
    if (why) toast.error(why);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const result = await say2({ id: comment.id, body: reply });
    if (result.data?.replyToPaperComment.status === "DONE") {
      setReply("");
      setReplying(false);
    }
  };
  const by = comment.person ? say(comment.person.name.full) : t`Somebody`;
  const lang = comment.language === "KM" ? "km" : "en";
  return (
    <article
      className={current ? "thread on" : "thread"}
      id={`comment-${comment.number}`}
      aria-label={t`Comment ${comment.number}`}
    >
      <div className="by">
        <OrgMark
          id={comment.organisation?.id ?? ""}
          acronym={comment.organisation?.acronym ?? "–"}
          kind={comment.organisation?.kind?.code}
          size="s"
        />
        <div className="grow">
          <b>{by}</b>
          <small>
            {comment.organisation ? (
              <>
                <Both text={comment.organisation.name} />
                {" · "}
              </>
            ) : null}
            {comment.amendment ? t`amendment` : i18n._(COMMENT_KINDS[comment.kind])}
            {" · "}
            {moment(comment.madeAt, locale)}
          </small>
        </div>
        <Badge
          tone={comment.state === "OPEN" ? "pending" : comment.state.startsWith("ACCEPTED") ? "ok" : ""}
          icon={comment.state === "OPEN" ? <CircleDot className="i" aria-hidden="true" /> : null}
        >
          {i18n._(COMMENT_STATES[comment.state])}
        </Badge>
      </div>
      {comment.quote && !comment.amendment ? <blockquote lang={lang}>{comment.quote}</blockquote> : null}
      <Amended comment={comment} />
      {comment.body ? <p className={comment.amendment ? "muted" : ""}>{comment.body}</p> : null}
      {comment.supporters.length > 0 ? (
        <p className="muted">
          <Trans>Supported by {comment.supporters.map((one) => one.acronym).join(", ")}</Trans>
        </p>
      ) : null}
      {comment.replies.edges.map(({ node }) => (
        <div className="reply" key={node.id}>
          <div className="by">
            <b>{node.person ? say(node.person.name.full) : t`Somebody`}</b>
            <small>{node.organisation?.acronym}</small>
          </div>
          <p>{node.body}</p>
        </div>
      ))}
      {comment.response ? (
        <div className="reply">
          <div className="by">
            <b>{comment.answeredBy ? say(comment.answeredBy.name.full) : t`The drafters`}</b>
            <small>
              <Trans>answer</Trans>
            </small>
          </div>
          <p>{comment.response}</p>
        </div>
      ) : null}
      <div className="row wrap gap-2">
        <button type="button" className="btn small quiet" onClick={onPick}>
          <Trans>Show in the text</Trans>
        </button>
        {can.answer && comment.state === "OPEN" && !answering ? (
          <>
            <Button className="small" busy={answered.fetching} onClick={() => void settle("ACCEPTED", "")}>
              <Check className="i" aria-hidden="true" />
              <Trans>Accept</Trans>
            </Button>
            <Button className="small" onClick={() => setAnswering("ACCEPTED_MODIFIED")}>
              <Pencil className="i" aria-hidden="true" />
              <Trans>With changes…</Trans>
            </Button>
            <Button className="small" kind="quiet" onClick={() => setAnswering("NOT_ACCEPTED")}>
              <Trans>Not accepted…</Trans>
            </Button>
          </>
        ) : null}
        {can.answer && comment.state !== "OPEN" && comment.state !== "WITHDRAWN" ? (
          <Button className="small" kind="quiet" onClick={() => void settle("OPEN", "")}>
            <Trans>Open again</Trans>
          </Button>
        ) : null}
        {can.support ? (
          <Button
            className="small"
            kind="quiet"
            onClick={async () => {
              const result = await support({ id: comment.id, supports: true });
              const payload = result.data?.supportPaperAmendment;
              const why = failure(result.error, payload) ?? reasons(payload).organisation;
              if (why) toast.error(why);
            }}
          >
            <Trans>Support</Trans>
          </Button>
        ) : null}
        {can.reply && !replying ? (
          <Button className="small" kind="quiet" onClick={() => setReplying(true)}>
            <Trans>Reply</Trans>
          </Button>
        ) : null}
        {can.withdraw ? (
          <Button
            className="small"
            kind="quiet"
            onClick={async () => {
              const result = await withdraw({ id: comment.id });
              const why = failure(result.error, result.data?.withdrawPaperComment);
              if (why) toast.error(why);
            }}
          >
            <Trans>Take back</Trans>
          </Button>
        ) : null}
      </div>
      {answering ? (
        <form
          className="stackv gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void settle(answering, text);
          }}
        >
          <Field
            label={answering === "NOT_ACCEPTED" ? t`Why it is not accepted` : t`What was changed`}
            error={wrong.response}
          >
            {(ids) => (
              <textarea
                className="input"
                rows={3}
                {...ids}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <div className="row wrap">
            <Button kind="primary" type="submit" className="small" busy={answered.fetching}>
              <Trans>Answer</Trans>
            </Button>
            <Button className="small" onClick={() => setAnswering(null)}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </form>
      ) : null}
      {replying ? (
        <form className="stackv gap-2" onSubmit={(event) => void send(event)}>
          <Field label={t`Your reply`} error={reasons(replied.data?.replyToPaperComment).body}>
            {(ids) => (
              <textarea
                className="input"
                rows={2}
                {...ids}
                value={reply}
                onChange={(event) => setReply(event.target.value)}
              />
            )}
          </Field>
          <div className="row wrap">
            <Button kind="primary" type="submit" className="small" busy={replied.fetching}>
              <Trans>Send</Trans>
            </Button>
            <Button className="small" onClick={() => setReplying(false)}>
              <Trans>Cancel</Trans>
            </Button>
          </div>
        </form>
      ) : null}
    </article>
  );
}
