import { useLingui } from "@lingui/react/macro";
import { useQuery } from "urql";
import { useLocale } from "../../i18n/text";
import { Field } from "../../ui/kit";
import { HostsDocument } from "../organisations/organisation.gql";
import { PeopleOfDocument } from "./groups.gql";

/** Chooses one of an organisation's people; `only` narrows to organisations one speaks for. */
export function SeatChoice({
  network,
  legend,
  value,
  onChange,
  wrong,
  only,
}: {
  network: string;
  legend: string;
  value: { organisation: string; person: string };
  onChange: (value: { organisation: string; person: string }) => void;
  wrong: Record<string, string>;
  only?: { id: string; name: { en: string; km: string } }[];
}) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [{ data: members }] = useQuery({
    query: HostsDocument,
    variables: { network, language: locale === "km" ? "KM" : "EN" },
    pause: only !== undefined,
  });
  const [{ data: people }] = useQuery({
    query: PeopleOfDocument,
    variables: { organisation: value.organisation },
    pause: value.organisation === "",
  });
  const organisations = only ?? members?.network?.members.edges.map((edge) => edge.node.organisation) ?? [];
  const theirs = value.organisation === "" ? [] : (people?.organisation?.people.edges ?? []);
  return (
    <fieldset className="formgrid">
      <legend>{legend}</legend>
      <Field label={t`Organisation`} error={wrong.organisation}>
        {(ids) => (
          <select
            className="input"
            {...ids}
            value={value.organisation}
            onChange={(event) => onChange({ organisation: event.target.value, person: "" })}
          >
            <option value="">{t`Choose one`}</option>
            {organisations.map((organisation) => (
              <option key={organisation.id} value={organisation.id}>
                {say(organisation.name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t`Person`} error={wrong.person}>
        {(ids) => (
          <select
            className="input"
            {...ids}
            value={value.person}
            disabled={value.organisation === ""}
            onChange={(event) => onChange({ ...value, person: event.target.value })}
          >
            <option value="">{t`Choose one`}</option>
            {theirs.map(({ node }) => (
              <option key={node.id} value={node.id}>
                {say(node.name.full)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </fieldset>
  );
}
