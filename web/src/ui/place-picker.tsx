import { useLingui } from "@lingui/react/macro";
import { useDeferredValue, useId, useState } from "react";
import { useQuery } from "urql";
import { useLocale } from "../i18n/text";
import { Field } from "./kit";
import { PlaceSearchDocument, type PlaceSearchQuery } from "./place-picker.gql";

type Place = PlaceSearchQuery["places"]["edges"][number]["node"];

/** Finds a province, district or commune by part of its name in either script. */
export function PlacePicker({
  label,
  value,
  initial = "",
  error,
  onChange,
}: {
  label: string;
  value: string | null;
  initial?: string;
  error?: string | undefined;
  onChange: (id: string | null, name?: string) => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const listId = useId();
  const [text, setText] = useState(initial);
  const search = useDeferredValue(text.split(" (")[0]?.trim() ?? "");
  const [{ data }] = useQuery({
    query: PlaceSearchDocument,
    variables: { search },
    pause: search.length < 2,
  });
  const shown = (place: Place) => {
    const province = place.province && place.province.id !== place.id ? ` (${say(place.province.name)})` : "";
    return `${say(place.name)}${province} ${place.code}`;
  };
  const places = data?.places.edges.map((edge) => edge.node) ?? [];
  return (
    <Field
      label={label}
      error={error ?? (text !== "" && !value ? t`Choose a place from the list.` : undefined)}
      hint={t`Type part of a name, Khmer or English, and choose.`}
    >
      {(ids) => (
        <>
          <input
            className="input"
            {...ids}
            list={listId}
            autoComplete="off"
            value={text}
            onChange={(event) => {
              const next = event.target.value;
              setText(next);
              const chosen = places.find((place) => shown(place) === next);
              onChange(next === "" ? null : (chosen?.id ?? null), chosen ? say(chosen.name) : undefined);
            }}
          />
          <datalist id={listId}>
            {places.map((place) => (
              <option key={place.id} value={shown(place)} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
