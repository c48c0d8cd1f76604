import { Trans, useLingui } from "@lingui/react/macro";
import {
  CircleDashed,
  Globe,
  Hourglass,
  Mail,
  MessageSquareWarning,
  OctagonX,
  PenLine,
  Shield,
  X,
} from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { useMutation } from "urql";
import { useNetwork } from "../../app/viewer";
import type { Attribution, EndorsementBasis, EndorsementState } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { Proof } from "./proof";
import { AnswerSignOnDocument, type SaidPartsFragment } from "./signing.gql";
import { Withdraw } from "./withdraw";
import { ATTRIBUTIONS, BASES } from "./words";

type Organisation = NonNullable<SaidPartsFragment["organisation"]>;

export function Choice({
  name,
  value,
  checked,
  title,
  hint,
  icon,
  onChoose,
}: {
  name: string;
  value: string;
  checked: boolean;
  title: ReactNode;
  hint: ReactNode;
  icon?: ReactNode;
  onChoose: () => void;
}) {
  return (
    <label className="choice">
      <input type="radio" name={name} value={value} checked={checked} onChange={onChoose} />
      <span>
        <b>
          {icon}
          {title}
        </b>
        <small>{hint}</small>
      </span>
    </label>
  );
}

export const ATTRIBUTION_ICONS: Record<Attribution, ReactNode> = {
  PUBLIC: <Globe className="i" aria-hidden="true" />,
  ADDRESSEE_ONLY: <Mail className="i" aria-hidden="true" />,
  COUNTED_ANONYMOUSLY: <Shield className="i" aria-hidden="true" />,
};

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
  const { t, i18n } = useLingui();
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
  const [result, answer] = useMutation(AnswerSignOnDocument);
  const wrong = reasons(result.data?.answerSignOn);
  const why =
    failure(result.error, result.data?.answerSignOn) ?? wrong.paper ?? wrong.organisation ?? wrong.state;
  const signs = state === "ENDORSED" || state === "ENDORSED_WITH_RESERVATION";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await answer({
      paper,
      organisation: organisation.id,
      input: {
        state,
        textHash,
        basis: signs ? basis : null,
        attribution,
        logo: signs && logo && attribution === "PUBLIC",
        reservation,
        mandateDocument: signs && mandate ? mandate : null,
        sections: concerned,
        note,
      },
    });
    if (data?.answerSignOn.status === "DONE") {
      toast.success(signs ? t`Signed for ${organisation.acronym}.` : t`The answer is kept.`);
      onDone();
    } else document.querySelector("[data-decide]")?.scrollIntoView({ block: "start" });
  };
  const decisions: [EndorsementState, ReactNode, ReactNode, ReactNode][] = [
    ["ENDORSED", <PenLine key="i" className="i" aria-hidden="true" />, t`Sign`, t`We support the whole text`],
    [
      "ENDORSED_WITH_RESERVATION",
      <MessageSquareWarning key="i" className="i" aria-hidden="true" />,
      t`Sign with a reservation`,
      t`Counts, and your point is printed under the text`,
    ],
    [
      "IN_INTERNAL_REVIEW",
      <Hourglass key="i" className="i" aria-hidden="true" />,
      t`Ask our board`,
      t`Not a yes yet`,
    ],
    [
      "ABSTAINED",
      <CircleDashed key="i" className="i" aria-hidden="true" />,
      t`Abstain`,
      t`Neither for nor against`,
    ],
    [
      "DECLINED",
      <X key="i" className="i" aria-hidden="true" />,
      t`Decline`,
      t`Only the coordinator sees why`,
    ],
  ];
  if (objections)
    decisions.push([
      "OBJECTED",
      <OctagonX key="i" className="i" aria-hidden="true" />,
      t`Object`,
      t`Stops the text; say why`,
    ]);
  return (
    <form className="stackv gap-6" data-decide onSubmit={(event) => void submit(event)} noValidate>
      {why ? <Note tone="danger">{why}</Note> : null}
      <fieldset>
        <legend>
          <Trans>What does {say(organisation.name)} decide?</Trans>
        </legend>
        <div className="choices">
          {decisions.map(([value, icon, title, hint]) => (
            <Choice
              key={value}
              name="decision"
              value={value}
              checked={state === value}
              title={title}
              hint={hint}
              icon={icon}
              onChoose={() => setState(value)}
            />
          ))}
        </div>
      </fieldset>
      {state === "ENDORSED_WITH_RESERVATION" ? (
        <fieldset className="stackv gap-3">
          <legend>
            <Trans>Our reservation</Trans>
          </legend>
          <Field label={t`With what do you not agree?`} full error={wrong.reservation}>
            {(ids) => (
              <textarea
                className="input"
                rows={3}
                maxLength={3000}
                {...ids}
                value={reservation}
                onChange={(event) => setReservation(event.target.value)}
              />
            )}
          </Field>
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
          <fieldset>
            <legend>
              <Trans>By which mandate?</Trans>
            </legend>
            {standing ? (
              <p className="sm muted">
                <Trans>
                  Your organisation has a standing mandate for texts of this kind. You still confirm it.
                </Trans>
              </p>
            ) : null}
            <div className="choices">
              {(Object.keys(BASES) as EndorsementBasis[]).map((value) => (
                <Choice
                  key={value}
                  name="basis"
                  value={value}
                  checked={basis === value}
                  title={i18n._(BASES[value].name)}
                  hint={i18n._(BASES[value].hint)}
                  onChoose={() => setBasis(value)}
                />
              ))}
            </div>
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
          </fieldset>
          <fieldset>
            <legend>
              <Trans>How is our name shown?</Trans>
            </legend>
            <div className="choices">
              {(Object.keys(ATTRIBUTIONS) as Attribution[]).map((value) => (
                <Choice
                  key={value}
                  name="attribution"
                  value={value}
                  checked={attribution === value}
                  title={i18n._(ATTRIBUTIONS[value].name)}
                  hint={i18n._(ATTRIBUTIONS[value].hint)}
                  icon={ATTRIBUTION_ICONS[value]}
                  onChoose={() => setAttribution(value)}
                />
              ))}
            </div>
            {attribution === "PUBLIC" ? (
              <label className="check">
                <input type="checkbox" checked={logo} onChange={(event) => setLogo(event.target.checked)} />
                <Trans>With our logo</Trans>
              </label>
            ) : null}
          </fieldset>
        </>
      ) : (
        <TextField
          label={t`Why (to the coordinator alone)`}
          value={note}
          error={wrong.note}
          maxLength={2000}
          onChange={(event) => setNote(event.target.value)}
        />
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
          {before && (before.state === "ENDORSED" || before.state === "ENDORSED_WITH_RESERVATION") ? (
            <Withdraw paper={paper} organisation={organisation} onDone={onDone} />
          ) : null}
        </div>
      </div>
    </form>
  );
}
