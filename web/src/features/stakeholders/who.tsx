import { Trans, useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { useLocale } from "../../i18n/text";
import { Button, Field } from "../../ui/kit";
import { StakeholderListsDocument } from "./stakeholders.gql";
import type { StakeholderMap } from "./use-map";

export type Somebody = { id: string; name: { full: { en: string; km: string } } };

/** The organisations that take part in a campaign. */
export const taking = (map: StakeholderMap) =>
  map.campaign.members.filter((member) => member.state === "ACCEPTED").map((member) => member.organisation);

/** Chooses people of the organisations that take part. */
export function PeoplePicker({
  map,
  label,
  hint,
  value,
  error,
  most,
  onChange,
}: {
  map: StakeholderMap;
  label: string;
  hint?: string;
  value: Somebody[];
  error?: string | undefined;
  most: number;
  onChange: (value: Somebody[]) => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [organisation, setOrganisation] = useState("");
  const [{ data }] = useQuery({
    query: StakeholderListsDocument,
    variables: { organisation },
    pause: organisation === "",
  });
  const people = (organisation ? data?.organisation?.people.edges : undefined) ?? [];
  return (
    <fieldset className="full stackv gap-2">
      <legend className="label">{label}</legend>
      {hint ? <span className="hint">{hint}</span> : null}
      {error ? (
        <span className="err" role="alert">
          {error}
        </span>
      ) : null}
      {value.map((one) => (
        <span key={one.id} className="row gap-2">
          {say(one.name.full)}
          <Button
            className="small"
            kind="quiet"
            aria-label={t`Leave out ${say(one.name.full)}`}
            onClick={() => onChange(value.filter((other) => other.id !== one.id))}
          >
            <X className="i" aria-hidden="true" />
          </Button>
        </span>
      ))}
      {value.length < most ? (
        <div className="formgrid">
          <Field label={t`Of which organisation`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={organisation}
                onChange={(event) => setOrganisation(event.target.value)}
              >
                <option value="">{t`Choose`}</option>
                {taking(map).map((one) => (
                  <option key={one.id} value={one.id}>
                    {say(one.name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`Person`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value=""
                onChange={(event) => {
                  const chosen = people.find(({ node }) => node.id === event.target.value)?.node;
                  if (chosen && !value.some((one) => one.id === chosen.id)) onChange([...value, chosen]);
                }}
              >
                <option value="">{organisation ? t`Choose` : t`Choose an organisation first`}</option>
                {people.map(({ node }) => (
                  <option key={node.id} value={node.id}>
                    {say(node.name.full)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      ) : (
        <span className="xs muted">
          <Trans>No more fit.</Trans>
        </span>
      )}
    </fieldset>
  );
}

/** Chooses one on the map. */
export function OnMap({
  map,
  label,
  value,
  error,
  but,
  fits,
  full = false,
  none,
  onChange,
}: {
  map: StakeholderMap;
  label: string;
  value: string;
  error?: string | undefined;
  /** Not this one. */
  but?: string | undefined;
  fits?: (who: StakeholderMap["stakeholders"][number]) => boolean;
  full?: boolean;
  /** What nobody is called. */
  none: string;
  onChange: (id: string) => void;
}) {
  const { say, locale } = useLocale();
  const those = map.stakeholders
    .filter((who) => who.id !== but && who.state !== "ARCHIVED" && (!fits || fits(who)))
    .sort((a, b) => say(a.name).localeCompare(say(b.name), locale));
  return (
    <Field label={label} error={error} full={full}>
      {(ids) => (
        <select className="input" {...ids} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{none}</option>
          {those.map((who) => (
            <option key={who.id} value={who.id}>
              {say(who.name)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
