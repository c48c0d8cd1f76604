import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { useKept } from "../../app/kept";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { Day } from "./day";
import { type DialogueFullFragment, DialogueRecordDocument, type DialogueRecordQuery } from "./dialogues.gql";
import { Minutes } from "./minutes";

/** What is kept of a dialogue that took place: who was there, what was said and promised, how it was found. */
export function Record({
  dialogue,
  tab,
  network,
  group,
  onDone,
}: {
  dialogue: DialogueFullFragment;
  tab: "day" | "minutes";
  network: string;
  group: (code: string) => string;
  onDone: () => void;
}) {
  const [{ data: answer, error }, again] = useQuery({
    query: DialogueRecordDocument,
    variables: { id: dialogue.id },
    requestPolicy: "cache-and-network",
  });
  const found = useKept(answer, dialogue.id)?.dialogue;
  if (!found) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const refresh = () => {
    again({ requestPolicy: "network-only" });
    onDone();
  };
  return (
    <div className="stackv gap-6">
      {tab === "day" ? (
        <>
          <Day dialogue={dialogue} turnout={found.turnout} group={group} />
          {found.feedback ? <Feedback feedback={found.feedback} /> : null}
        </>
      ) : (
        <Minutes
          dialogue={dialogue}
          minutes={found.minutes}
          network={network}
          group={group}
          onDone={refresh}
        />
      )}
    </div>
  );
}

type Found = NonNullable<NonNullable<DialogueRecordQuery["dialogue"]>["feedback"]>;

/** How those who were there found it: no name, and nothing before five have answered. */
function Feedback({ feedback }: { feedback: Found }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const mean = (marks: readonly number[]) => {
    const count = marks.reduce((all, one) => all + one, 0);
    return count === 0 ? 0 : marks.reduce((all, one, at) => all + one * (at + 1), 0) / count;
  };
  const rows: [string, readonly number[]][] = [
    [t`It was useful`, feedback.useful],
    [t`One felt safe to speak`, feedback.safe],
    [t`One was heard`, feedback.heard],
  ];
  return (
    <section className="card stackv gap-3" aria-label={t`How it was found`}>
      <h2>
        <Trans>How it was found</Trans>
      </h2>
      {feedback.useful.length === 0 ? (
        <p className="sm muted">
          <Trans>
            Answers so far: {number(feedback.answers, locale)}. They are told from five on, so that nobody can
            be guessed.
          </Trans>
        </p>
      ) : (
        <>
          <dl className="facts">
            {rows.map(([name, marks]) => {
              const [whole, tenth] = mean(marks).toFixed(1).split(".");
              return (
                <div key={name} className="contents">
                  <dt>{name}</dt>
                  <dd className="num">
                    <Trans>
                      {`${number(Number(whole), locale)}.${number(Number(tenth), locale)}`} of{" "}
                      {number(5, locale)} · answers: {number(feedback.answers, locale)}
                    </Trans>
                  </dd>
                </div>
              );
            })}
          </dl>
          <ul className="plain stackv gap-2">
            {feedback.comments.map((comment, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: remarks have no name, on purpose
              <li key={at} className="card flat pre">
                {comment}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
