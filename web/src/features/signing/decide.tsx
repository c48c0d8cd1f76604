import { Trans, useLingui } from "@lingui/react/macro";
import {
  CircleDashed,
  Hourglass,
  type LucideIcon,
  MessageSquareWarning,
  OctagonX,
  PenLine,
  X,
} from "lucide-react";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { useNetwork } from "../../app/viewer";
import type { Attribution, EndorsementBasis, EndorsementState } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { AttributionChoices, Choices, MandateChoices, type Option, ReservationField } from "./choices";
import { Proof } from "./proof";
import { AnswerSignOnDocument, type SaidPartsFragment } from "./signing.gql";
import { Withdraw } from "./withdraw";

type Organisation = NonNullable<SaidPartsFragment["organisation"]>;

/** Who does not sign may have it said under the text. */
const MAY_DISSENT: EndorsementState[] = ["ABSTAINED", "DECLINED", "OBJECTED"];

/** It is support. */
const counts = (state: EndorsementState) => state === "ENDORSED" || state === "ENDORSED_WITH_RESERVATION";

/** What an organisation decides, by which mandate, and how its name is shown: one page, one button. */
export function Decide({
  paper,
  textHash,
  organisation,
  before,
  sections,
  objections,
  standing,
  onDone,
}: {
  paper: string;
  textHash: string;
  organisation: Organisation;
  before: SaidPartsFragment | null;
  /** The sections of the text, by key and heading. */
  sections: { key: string; heading: string }[];
  /** One objection stops the text: only then it is an answer. */
  objections: boolean;
  /** It has decided beforehand on texts of this kind. */
  standing: boolean;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [state, setState] = useState<EndorsementState>(
    before && before.state !== "WITHDRAWN" && before.state !== "RECONFIRM" ? before.state : "ENDORSED",
  );
  const [basis, setBasis] = useState<EndorsementBasis>(
    before?.basis ?? (standing ? "STANDING_MANDATE" : "BOARD_DECISION"),
  );
  const [attribution, setAttribution] = useState<Attribution>(before?.attribution ?? "PUBLIC");
  const [mandate, setMandate] = useState(before?.mandateDocument?.id ?? "");
  const network = useNetwork();
  const [logo, setLogo] = useState(before?.logo ?? true);
  const [reservation, setReservation] = useState(before?.reservation ?? "");
  const [concerned, setConcerned] = useState<string[]>(before?.sections ?? []);
  const [note, setNote] = useState(before?.note ?? "");
  const [dissent, setDissent] = useState(before?.dissent ?? "");
  const [result, answer] = useMutation(AnswerSignOnDocument);
  const wrong = reasons(result.data?.answerSignOn);
  const why =
    failure(result.error, result.data?.answerSignOn) ?? wrong.paper ?? wrong.organisation ?? wrong.state;
  const signs = counts(state);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await answer({
      paper,
      organisation: organisation.id,
      input: {
        state,
        textHash,
        basis: signs ? basis : null,
        // Dissent that is printed is printed with the name.
        attribution: !signs && dissent ? "PUBLIC" : attribution,
        logo: signs && logo && attribution === "PUBLIC",
        reservation,
        mandateDocument: signs && mandate ? mandate : null,
        sections: concerned,
        dissent: MAY_DISSENT.includes(state) ? dissent : "",
        note,
      },
    });
    if (data?.answerSignOn.status === "DONE") {
      toast.success(signs ? t`Signed for ${organisation.acronym}.` : t`The answer is kept.`);
      onDone();
    } else document.querySelector("[data-decide]")?.scrollIntoView({ block: "start" });
  };
  const icon = (Icon: LucideIcon) => <Icon className="i" aria-hidden="true" />;
  const decisions: Option<EndorsementState>[] = [
    { value: "ENDORSED", title: t`Sign`, hint: t`We support the whole text`, icon: icon(PenLine) },
    {
      value: "ENDORSED_WITH_RESERVATION",
      title: t`Sign with a reservation`,
      hint: t`Counts, and your point is printed under the text`,
      icon: icon(MessageSquareWarning),
    },
    { value: "IN_INTERNAL_REVIEW", title: t`Ask our board`, hint: t`Not a yes yet`, icon: icon(Hourglass) },
    { value: "ABSTAINED", title: t`Abstain`, hint: t`Neither for nor against`, icon: icon(CircleDashed) },
    { value: "DECLINED", title: t`Decline`, hint: t`Only the coordinator sees why`, icon: icon(X) },
  ];
  if (objections)
    decisions.push({
      value: "OBJECTED",
      title: t`Object`,
      hint: t`Stops the text; say why`,
      icon: icon(OctagonX),
    });
  return (
    <form className="stackv gap-6" data-decide onSubmit={(event) => void submit(event)} noValidate>
      {why ? <Note tone="danger">{why}</Note> : null}
      <Choices
        name="decision"
        legend={<Trans>What does {say(organisation.name)} decide?</Trans>}
        options={decisions}
        chosen={state}
        onChoose={setState}
      />
      {state === "ENDORSED_WITH_RESERVATION" ? (
        <fieldset className="stackv gap-3">
          <legend>
            <Trans>Our reservation</Trans>
          </legend>
          <ReservationField value={reservation} error={wrong.reservation} onChange={setReservation} />
          {sections.map(({ key, heading }) => (
            <label key={key} className="check">
              <input
                type="checkbox"
                checked={concerned.includes(key)}
                onChange={(event) =>
                  setConcerned(
                    event.target.checked ? [...concerned, key] : concerned.filter((one) => one !== key),
                  )
                }
              />
              <span>{heading}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {signs ? (
        <>
          <MandateChoices
            chosen={basis}
            onChoose={setBasis}
            intro={
              standing ? (
                <p className="sm muted">
                  <Trans>
                    Your organisation has a standing mandate for texts of this kind. You still confirm it.
                  </Trans>
                </p>
              ) : null
            }
          >
            {network ? (
              <details>
                <summary>
                  <Trans>Add the decision itself (if it is in the library)</Trans>
                </summary>
                <div className="stackv gap-2">
                  {mandate ? (
                    <Button className="small" onClick={() => setMandate("")}>
                      <Trans>Without a document</Trans>
                    </Button>
                  ) : null}
                  <Proof
                    network={network.id}
                    label={t`Search the library`}
                    chosen={mandate}
                    error={wrong.mandateDocument}
                    onChoose={setMandate}
                  />
                </div>
              </details>
            ) : null}
            {wrong.basis ? (
              <span className="err" role="alert">
                {wrong.basis}
              </span>
            ) : null}
          </MandateChoices>
          <AttributionChoices chosen={attribution} onChoose={setAttribution}>
            {attribution !== "PUBLIC" && before?.attribution === "PUBLIC" && counts(before.state) ? (
              <Note tone="warn">
                <Trans>
                  Your name has been public until now. Whoever has seen it can tell that it is withheld from
                  now on.
                </Trans>
              </Note>
            ) : null}
            {attribution === "PUBLIC" ? (
              <label className="check">
                <input type="checkbox" checked={logo} onChange={(event) => setLogo(event.target.checked)} />
                <Trans>With our logo</Trans>
              </label>
            ) : null}
          </AttributionChoices>
        </>
      ) : (
        <>
          <TextField
            label={t`Why (to the coordinator alone)`}
            value={note}
            error={wrong.note}
            maxLength={2000}
            onChange={(event) => setNote(event.target.value)}
          />
          {MAY_DISSENT.includes(state) ? (
            <Field
              label={t`Print this under the text, in our name (leave it empty for nothing)`}
              full
              error={wrong.dissent}
            >
              {(ids) => (
                <textarea
                  className="input"
                  rows={2}
                  maxLength={3000}
                  {...ids}
                  value={dissent}
                  onChange={(event) => setDissent(event.target.value)}
                />
              )}
            </Field>
          ) : null}
        </>
      )}
      <p className="xs muted">
        <Trans>
          You can change this until the deadline. If the text changes in substance, we ask you again.
        </Trans>
      </p>
      <div className="sticky-act">
        <div>
          <Button kind="primary" type="submit" className="big full" busy={result.fetching}>
            {signs ? (
              <Trans>Sign for {organisation.acronym}</Trans>
            ) : (
              <Trans>Answer for {organisation.acronym}</Trans>
            )}
          </Button>
          {before && counts(before.state) ? (
            <Withdraw paper={paper} organisation={organisation} onDone={onDone} />
          ) : null}
        </div>
      </div>
    </form>
  );
}
