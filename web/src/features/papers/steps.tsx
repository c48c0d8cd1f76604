import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import { type FormEvent, lazy, Suspense, useState } from "react";
import { useMutation } from "urql";
import type { PaperState } from "../../graphql/schema";
import { day, number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { DECISION_STATES } from "../../ui/decision-words";
import { Button, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import {
  MovePaperDocument,
  type PaperPartsFragment,
  type PaperWordsQuery,
  SetPaperTranslationDocument,
} from "./papers.gql";
import { PAPER_STATES, TRANSLATIONS } from "./words";

const OpenAdoption = lazy(() =>
  import("../signing/open-adoption").then((part) => ({ default: part.OpenAdoption })),
);
const OpenSignOn = lazy(() =>
  import("../signing/open-sign-on").then((part) => ({ default: part.OpenSignOn })),
);

type Words = NonNullable<PaperWordsQuery["paper"]>;

function Item({
  done,
  warn = false,
  children,
}: {
  done: boolean;
  warn?: boolean;
  children: React.ReactNode;
}) {
  const Icon = warn ? TriangleAlert : done ? CircleCheck : CircleDashed;
  return (
    <span className="row sm">
      <Icon className="i" aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}

/** What is still to be done before the next step, and the step itself. */
export function Steps({
  paper,
  words,
  onComment,
}: {
  paper: PaperPartsFragment;
  words: Words | null;
  onComment: () => void;
}) {
  const { i18n } = useLingui();
  const { locale } = useLocale();
  const [step, setStep] = useState<PaperState | null>(null);
  const [opening, setOpening] = useState(false);
  const [translating, translate] = useMutation(SetPaperTranslationDocument);
  const count = (section: string) =>
    words?.sections.find((s) => s.section === section && s.language === paper.sourceLanguage)?.words ?? 0;
  const summary = paper.summary.en !== "" || paper.summary.km !== "" || count("executive_summary") > 0;
  const recommendations = count("recommendations") > 0;
  const can = paper.viewerCan;
  const translation = words?.translation ?? "MISSING";
  const suggestions = words?.suggestions.length ?? 0;
  const decision = paper.decisions[0];
  const claims = words?.unsourcedClaims.length ?? 0;
  const next: { to: PaperState; label: React.ReactNode; primary?: boolean }[] = [];
  if (paper.state === "DRAFT" && can.lead)
    next.push({ to: "INTERNAL_CONSULTATION", label: <Trans>Open the consultation</Trans>, primary: true });
  if (paper.state === "INTERNAL_CONSULTATION" && (can.lead || can.convene))
    next.push({ to: "REVIEW", label: <Trans>Send to review</Trans>, primary: true });
  if (paper.state === "REVIEW" && can.convene) {
    next.push({ to: "FINAL_TEXT", label: <Trans>Approve the final text</Trans>, primary: true });
    next.push({ to: "DRAFT", label: <Trans>Back to draft</Trans> });
  }
  if (paper.state === "FINAL_TEXT" && can.convene)
    next.push({ to: "REVIEW", label: <Trans>Back to review</Trans> });
  if (["SIGN_ON", "ADOPTION", "READY"].includes(paper.state) && can.runSignOn)
    next.push({ to: "REVIEW", label: <Trans>Back to review</Trans> });
  const settled = ["SIGN_ON", "ADOPTION", "READY", "PUBLISHED", "SUPERSEDED", "RETRACTED"].includes(
    paper.state,
  );
  if (paper.state !== "ABANDONED" && !settled && can.convene)
    next.push({ to: "ABANDONED", label: <Trans>Give up</Trans> });
  const say = async (state: "TRANSLATED" | "REVIEWED") => {
    const result = await translate({ id: paper.id, state });
    const payload = result.data?.setPaperTranslation;
    const why = failure(result.error, payload) ?? reasons(payload).state;
    if (why) toast.error(why);
  };
  return (
    <div className="stackv gap-2 steps">
      <span className="xs muted">
        {paper.state === "DRAFT" ? (
          <Trans>Before the consultation</Trans>
        ) : paper.state === "FINAL_TEXT" || paper.state === "ABANDONED" || settled ? (
          i18n._(PAPER_STATES[paper.state])
        ) : (
          <Trans>Before the final text</Trans>
        )}
      </span>
      {paper.stateReason ? <p className="sm muted">{paper.stateReason}</p> : null}
      {paper.state === "DRAFT" ? (
        <>
          <Item done={summary}>
            <Trans>Summary</Trans>
          </Item>
          <Item done={recommendations}>
            <Trans>Recommendations</Trans>
          </Item>
        </>
      ) : null}
      {paper.state === "INTERNAL_CONSULTATION" || paper.state === "REVIEW" ? (
        paper.openComments > 0 ? (
          <button type="button" className="linkish" onClick={onComment}>
            <Item done={false}>
              <Plural
                value={paper.openComments}
                one="1 open comment"
                other={`${number(paper.openComments, locale)} open comments`}
              />
            </Item>
          </button>
        ) : (
          <Item done>
            <Trans>Every comment is answered</Trans>
          </Item>
        )
      ) : null}
      {paper.state !== "FINAL_TEXT" && paper.state !== "ABANDONED" && suggestions > 0 ? (
        <Item done={false}>
          <Plural
            value={suggestions}
            one="1 open suggestion"
            other={`${number(suggestions, locale)} open suggestions`}
          />
        </Item>
      ) : null}
      {claims > 0 ? (
        <Item done={false} warn>
          <Plural
            value={claims}
            one="1 claim needs evidence"
            other={`${number(claims, locale)} claims need evidence`}
          />
        </Item>
      ) : null}
      <Item done={translation === "REVIEWED" || translation === "MISSING"} warn={translation === "OUTDATED"}>
        {i18n._(TRANSLATIONS[translation])}
      </Item>
      {can.write && (translation === "IN_PROGRESS" || translation === "OUTDATED") ? (
        <Button className="small" busy={translating.fetching} onClick={() => void say("TRANSLATED")}>
          <Trans>It is translated</Trans>
        </Button>
      ) : null}
      {can.write && translation === "TRANSLATED" ? (
        <Button className="small" busy={translating.fetching} onClick={() => void say("REVIEWED")}>
          <Trans>I have reviewed it</Trans>
        </Button>
      ) : null}
      {paper.consultationEndsOn && paper.state === "INTERNAL_CONSULTATION" ? (
        <span className="sm muted">
          <Trans>The consultation ends on {day(paper.consultationEndsOn, locale)}.</Trans>
        </span>
      ) : null}
      {paper.state === "FINAL_TEXT" && paper.authorMode === "SIGNATORIES" && can.runSignOn ? (
        <Button className="small" kind="primary" onClick={() => setOpening(true)}>
          <Trans>Open for signing</Trans>
        </Button>
      ) : null}
      {paper.signOn ? (
        <Link className="btn small" to="/sign/$id" params={{ id: paper.id }}>
          <Trans>
            Who signs: {number(paper.signOn.progress.count, locale)} of{" "}
            {number(paper.signOn.minCount, locale)}
          </Trans>
        </Link>
      ) : null}
      {paper.state === "FINAL_TEXT" && paper.authorMode === "NETWORK_POSITION" && can.runSignOn ? (
        <Button className="small" kind="primary" onClick={() => setOpening(true)}>
          <Trans>Put it to the members</Trans>
        </Button>
      ) : null}
      {decision ? (
        <Link className="btn small" to="/decisions/$id" params={{ id: decision.id }}>
          <Trans>The decision: {i18n._(DECISION_STATES[decision.state])}</Trans>
        </Link>
      ) : null}
      {["READY", "PUBLISHED", "SUPERSEDED", "RETRACTED"].includes(paper.state) && !paper.signOn ? (
        <Link className="btn small primary" to="/sign/$id" params={{ id: paper.id }}>
          <Trans>Publication</Trans>
        </Link>
      ) : null}
      {opening && paper.authorMode === "NETWORK_POSITION" ? (
        <Suspense>
          <OpenAdoption paper={paper.id} onClose={() => setOpening(false)} />
        </Suspense>
      ) : null}
      {opening && paper.authorMode === "SIGNATORIES" ? (
        <Suspense>
          <OpenSignOn paper={paper.id} onClose={() => setOpening(false)} />
        </Suspense>
      ) : null}
      {next.map(({ to, label, primary }) => (
        <Button key={to} className="small" kind={primary ? "primary" : "quiet"} onClick={() => setStep(to)}>
          {label}
        </Button>
      ))}
      {step ? <Step paper={paper} to={step} onClose={() => setStep(null)} onComment={onComment} /> : null}
    </div>
  );
}

function Step({
  paper,
  to,
  onClose,
  onComment,
}: {
  paper: PaperPartsFragment;
  to: PaperState;
  onClose: () => void;
  onComment: () => void;
}) {
  const { t } = useLingui();
  const [moving, move] = useMutation(MovePaperDocument);
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState(paper.earliestConsultationEnd);
  const [checked, setChecked] = useState(false);
  const payload = moving.data?.movePaper;
  const wrong = reasons(payload);
  const why = failure(moving.error, payload);
  const explains = to === "ABANDONED" || to === "DRAFT" || (to === "REVIEW" && paper.state !== "DRAFT");
  const titles: Record<PaperState, string> = {
    DRAFT: t`Back to draft`,
    INTERNAL_CONSULTATION: t`Open the consultation`,
    REVIEW: t`Send to review`,
    FINAL_TEXT: t`Approve the final text`,
    SIGN_ON: t`Open for signing`,
    ADOPTION: t`Put it to the members`,
    READY: t`Close the signing`,
    PUBLISHED: t`Publish`,
    SUPERSEDED: t`Supersede`,
    RETRACTED: t`Take back`,
    ABANDONED: t`Give up this paper`,
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await move({
      id: paper.id,
      input: {
        to,
        reason,
        until: to === "INTERNAL_CONSULTATION" ? until || null : null,
        securityChecked: checked,
      },
    });
    if (data?.movePaper.status === "DONE") onClose();
  };
  return (
    <Modal title={titles[to]} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        {[wrong.summary, wrong.recommendations, wrong.translation, wrong.suggestions]
          .filter(Boolean)
          .map((line) => (
            <Note tone="danger" key={line}>
              {line}
            </Note>
          ))}
        {wrong.comments ? (
          <Note tone="danger">
            {wrong.comments}{" "}
            <button
              type="button"
              className="linkish"
              onClick={() => {
                onClose();
                onComment();
              }}
            >
              <Trans>Show the first</Trans>
            </button>
          </Note>
        ) : null}
        {to === "INTERNAL_CONSULTATION" ? (
          <>
            <p>
              <Trans>
                All members are asked by mail what they think. Observers can read and comment, not amend.
              </Trans>
            </p>
            <TextField
              label={t`The last day`}
              type="date"
              min={paper.earliestConsultationEnd}
              value={until}
              error={wrong.until}
              onChange={(event) => setUntil(event.target.value)}
            />
          </>
        ) : null}
        {to === "FINAL_TEXT" ? (
          <>
            <p>
              <Trans>From then on no word changes any more.</Trans>
            </p>
            <label className="check">
              <input
                type="checkbox"
                checked={checked}
                onChange={(event) => setChecked(event.target.checked)}
              />
              <Trans>I have made sure that nobody is harmed by what the text says or shows.</Trans>
            </label>
            {wrong.securityChecked ? (
              <span className="err" role="alert">
                {wrong.securityChecked}
              </span>
            ) : null}
          </>
        ) : null}
        {to === "REVIEW" && (paper.state === "SIGN_ON" || paper.state === "READY") ? (
          <p>
            <Trans>Whoever has signed is asked anew, and sees what has changed since.</Trans>
          </p>
        ) : null}
        {to === "REVIEW" && paper.state === "ADOPTION" ? (
          <p>
            <Trans>
              The open vote is taken back. The text is put to the members anew once it is settled.
            </Trans>
          </p>
        ) : null}
        {explains ? (
          <TextField
            label={t`Why`}
            value={reason}
            error={wrong.reason}
            onChange={(event) => setReason(event.target.value)}
          />
        ) : null}
        <div className="row wrap">
          <Button kind={to === "ABANDONED" ? "danger" : "primary"} type="submit" busy={moving.fetching}>
            {titles[to]}
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
