import { Trans, useLingui } from "@lingui/react/macro";
import { NEEDS, type Need } from "./words";

/** What whoever comes needs: boxes to tick. */
export function NeedsField({
  value,
  onChange,
}: {
  value: Record<Need, boolean>;
  onChange: (value: Record<Need, boolean>) => void;
}) {
  const { i18n } = useLingui();
  return (
    <fieldset className="stackv gap-2">
      <legend className="label">
        <Trans>What whoever comes needs</Trans>
      </legend>
      <div className="checks">
        {(Object.keys(NEEDS) as Need[]).map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              checked={value[one]}
              onChange={(event) => onChange({ ...value, [one]: event.target.checked })}
            />
            {i18n._(NEEDS[one])}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
