import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { moment, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, Field } from "../../ui/kit";
import type { OwnInvitationPartsFragment } from "./guest.gql";
import { CORRECTION_STATES } from "./words";

const MARKS = [1, 2, 3, 4, 5] as const;
type Marks = { useful: number; safe: number; heard: number; comment: string };

/** How whoever was there found it: three marks and a remark, without a name. */
export function Found({
  busy,
  wrong,
  onFound,
}: {
  busy: boolean;
  wrong: Record<string, string | undefined>;
  onFound: (marks: Marks) => void;
}) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [marks, setMarks] = useState({ useful: 0, safe: 0, heard: 0 });
  const [comment, setComment] = useState("");
  const [missing, setMissing] = useState(false);
  const questions: [keyof typeof marks, string][] = [
    ["useful", t`Was it useful?`],
    ["safe", t`Did you feel safe to speak?`],
    ["heard", t`Were you heard?`],
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const all = Object.values(marks).every((mark) => mark > 0);
    setMissing(!all);
    if (all) onFound({ ...marks, comment });
  };
  return (
    <form className="card stackv gap-4" onSubmit={submit} noValidate>
      <h2>
        <Trans>How did you find it?</Trans>
      </h2>
      <p className="sm muted">
        <Trans>
          Without your name: only how often each mark was given is kept, and remarks in the order of the
          alphabet.
        </Trans>
      </p>
      {questions.map(([field, question]) => (
        <fieldset key={field} className="stackv gap-2">
          <legend className="label">{question}</legend>
          <div className="row wrap gap-2">
            <span className="sm muted">{t`not at all`}</span>
            {MARKS.map((mark) => (
              <label key={mark} className="markof">
                <input
                  type="radio"
                  name={field}
                  checked={marks[field] === mark}
                  onChange={() => setMarks({ ...marks, [field]: mark })}
                />
                {number(mark, locale)}
              </label>
            ))}
            <span className="sm muted">{t`very much`}</span>
          </div>
          {missing && marks[field] === 0 ? (
            <span className="err" role="alert">
              <Trans>Choose one of them.</Trans>
            </span>
          ) : null}
        </fieldset>
      ))}
      <Field label={t`What else you want to say`} error={wrong.comment}>
        {(ids) => (
          <textarea
            className="input"
            rows={2}
            {...ids}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit" kind="primary" busy={busy}>
          <Trans>Send it without my name</Trans>
        </Button>
      </div>
    </form>
  );
}

type Minutes = NonNullable<OwnInvitationPartsFragment["minutes"]>;

/** The minutes for whoever was there, and what they say about them. */
export function OwnMinutes({
  minutes,
  busy,
  wrong,
  onCorrect,
}: {
  minutes: Minutes;
  busy: boolean;
  wrong: Record<string, string | undefined>;
  onCorrect: (point: string | null, text: string) => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [point, setPoint] = useState("");
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCorrect(point || null, text);
  };
  return (
    <section className="card stackv gap-4" aria-label={t`Minutes`}>
      <h2>
        <Trans>Minutes</Trans>
      </h2>
      <ol className="stackv gap-3">
        {minutes.points.map((one) => (
          <li key={one.id}>
            {one.speaker ? <b className="sm block">{one.speaker}</b> : null}
            <div className="voice pre">
              <Both text={one.text} />
            </div>
          </li>
        ))}
      </ol>
      {minutes.corrections.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they only grow at the end
        <div key={at} className="card flat stackv gap-1">
          <p className="row wrap gap-2">
            <span className="grow sm muted">
              <Trans>You said:</Trans>
            </span>
            <Badge tone={one.state === "OPEN" ? "pending" : one.state === "ACCEPTED" ? "ok" : "ghost"}>
              {i18n._(CORRECTION_STATES[one.state])}
            </Badge>
          </p>
          <p className="pre">{one.text}</p>
          {one.response ? <p className="sm pre">→ {one.response}</p> : null}
        </div>
      ))}
      {minutes.hears ? (
        <form className="stackv gap-3" onSubmit={submit} noValidate>
          {minutes.correctionsUntil ? (
            <p>
              <Trans>
                Was something otherwise? Say it here until {moment(minutes.correctionsUntil, locale)}.
              </Trans>
            </p>
          ) : null}
          <Field label={t`About which point`} error={wrong.point}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={point}
                onChange={(event) => setPoint(event.target.value)}
              >
                <option value="">{t`all of them`}</option>
                {minutes.points.map((one, n) => (
                  <option key={one.id} value={one.id}>
                    {`${number(n + 1, locale)}. ${say(one.text).slice(0, 60)}`}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`What was otherwise`} error={wrong.text}>
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
          <div>
            <Button type="submit" busy={busy}>
              <Trans>Send the correction</Trans>
            </Button>
          </div>
        </form>
      ) : (
        <p className="sm muted">
          <Trans>The time for corrections is over.</Trans>
        </p>
      )}
    </section>
  );
}
