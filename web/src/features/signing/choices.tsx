import { Trans, useLingui } from "@lingui/react/macro";
import { Globe, Mail, Shield } from "lucide-react";
import type { ReactNode } from "react";
import type { Attribution, EndorsementBasis } from "../../graphql/schema";
import { Field } from "../../ui/kit";
import { ATTRIBUTIONS, BASES } from "./words";

/** One of a few answers, each with what it means. */
export type Option<Value extends string> = {
  value: Value;
  title: ReactNode;
  hint: ReactNode;
  icon?: ReactNode;
};

/** One question with a few answers, each a target as large as a thumb. */
export function Choices<Value extends string>({
  name,
  legend,
  intro,
  options,
  chosen,
  onChoose,
  children,
}: {
  name: string;
  legend: ReactNode;
  /** What stands between the question and its answers. */
  intro?: ReactNode;
  options: Option<Value>[];
  chosen: Value;
  onChoose: (value: Value) => void;
  /** What stands under the answers. */
  children?: ReactNode;
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {intro}
      <div className="choices">
        {options.map(({ value, title, hint, icon }) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name={name}
              value={value}
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            <span>
              <b>
                {icon}
                {title}
              </b>
              <small>{hint}</small>
            </span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}

/** By which right somebody signs for an organisation. */
export function MandateChoices({
  among = Object.keys(BASES) as EndorsementBasis[],
  chosen,
  onChoose,
  intro,
  children,
}: {
  among?: EndorsementBasis[];
  chosen: EndorsementBasis;
  onChoose: (value: EndorsementBasis) => void;
  intro?: ReactNode;
  children?: ReactNode;
}) {
  const { i18n } = useLingui();
  return (
    <Choices
      name="basis"
      legend={<Trans>By which mandate?</Trans>}
      intro={intro}
      options={among.map((value) => ({
        value,
        title: i18n._(BASES[value].name),
        hint: i18n._(BASES[value].hint),
      }))}
      chosen={chosen}
      onChoose={onChoose}
    >
      {children}
    </Choices>
  );
}

const ICONS: Record<Attribution, ReactNode> = {
  PUBLIC: <Globe className="i" aria-hidden="true" />,
  ADDRESSEE_ONLY: <Mail className="i" aria-hidden="true" />,
  COUNTED_ANONYMOUSLY: <Shield className="i" aria-hidden="true" />,
};

/** To whom the name of an organisation is told. */
export function AttributionChoices({
  chosen,
  onChoose,
  children,
}: {
  chosen: Attribution;
  onChoose: (value: Attribution) => void;
  children?: ReactNode;
}) {
  const { i18n } = useLingui();
  return (
    <Choices
      name="attribution"
      legend={<Trans>How is our name shown?</Trans>}
      options={(Object.keys(ATTRIBUTIONS) as Attribution[]).map((value) => ({
        value,
        title: i18n._(ATTRIBUTIONS[value].name),
        hint: i18n._(ATTRIBUTIONS[value].hint),
        icon: ICONS[value],
      }))}
      chosen={chosen}
      onChoose={onChoose}
    >
      {children}
    </Choices>
  );
}

/** With what an organisation that signs does not agree: printed under the text. */
export function ReservationField({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const { t } = useLingui();
  return (
    <Field label={t`With what do you not agree?`} full error={error}>
      {(ids) => (
        <textarea
          className="input"
          rows={3}
          maxLength={3000}
          {...ids}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
