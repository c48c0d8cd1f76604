import { useLingui } from "@lingui/react/macro";
import type { Honorific, Sex } from "../../graphql/schema";
import { Field, TextField } from "../../ui/kit";
import { HONORIFICS, SEXES } from "./words";

/** Somebody who is invited, or who comes in another's place. */
export interface Somebody {
  nameKm: string;
  nameEn: string;
  honorific: Honorific;
  post: string;
  email: string;
  phone: string;
  sex: Sex;
  youth: "" | "yes" | "no";
}

export const NOBODY: Somebody = {
  nameKm: "",
  nameEn: "",
  honorific: "NONE",
  post: "",
  email: "",
  phone: "",
  sex: "UNDISCLOSED",
  youth: "",
};

/** As it stands with the hub. */
export const asWritten = (
  is: Omit<Somebody, "nameKm" | "nameEn" | "youth"> & {
    name: { en: string; km: string };
    youth: boolean | null;
  },
): Somebody => ({
  nameKm: is.name.km,
  nameEn: is.name.en,
  honorific: is.honorific,
  post: is.post,
  email: is.email,
  phone: is.phone,
  sex: is.sex,
  youth: is.youth === null ? "" : is.youth ? "yes" : "no",
});

/** As the hub takes it. */
export const somebody = (one: Somebody) => ({
  name: { en: one.nameEn, km: one.nameKm },
  honorific: one.honorific,
  post: one.post,
  email: one.email,
  phone: one.phone,
  sex: one.sex,
  youth: one.youth === "" ? null : one.youth === "yes",
});

/** Who they are, how one writes to them, and what counts for the balance of the room. */
export function PersonFields({
  value,
  institution = false,
  wrong,
  onChange,
}: {
  value: Somebody;
  institution?: boolean;
  wrong: Record<string, string | undefined>;
  onChange: (value: Somebody) => void;
}) {
  const { t, i18n } = useLingui();
  const field = (name: keyof Somebody) => ({
    value: value[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...value, [name]: event.target.value }),
  });
  return (
    <div className="formgrid">
      <TextField
        label={institution ? t`Institution, in Khmer` : t`Name in Khmer`}
        lang="km"
        {...field("nameKm")}
        error={wrong.name ?? wrong["name.km"]}
      />
      <TextField
        label={institution ? t`Institution, in English` : t`Name in Latin letters`}
        lang="en"
        {...field("nameEn")}
        error={wrong["name.en"]}
      />
      {institution ? null : (
        <>
          <Field label={t`Form of address`}>
            {(ids) => (
              <select className="input" {...ids} {...field("honorific")}>
                {(Object.keys(HONORIFICS) as Honorific[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(HONORIFICS[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField label={t`Post`} {...field("post")} error={wrong.post} />
        </>
      )}
      <TextField label={t`E-mail`} type="email" inputMode="email" {...field("email")} error={wrong.email} />
      <TextField label={t`Telephone`} type="tel" {...field("phone")} error={wrong.phone} />
      {institution ? null : (
        <>
          <Field label={t`Sex`}>
            {(ids) => (
              <select className="input" {...ids} {...field("sex")}>
                {(Object.keys(SEXES) as Sex[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(SEXES[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`Between 15 and 30`}>
            {(ids) => (
              <select className="input" {...ids} {...field("youth")}>
                <option value="">{t`not said`}</option>
                <option value="yes">{t`yes`}</option>
                <option value="no">{t`no`}</option>
              </select>
            )}
          </Field>
        </>
      )}
    </div>
  );
}
