import { useLingui } from "@lingui/react";
import type { Locale } from "./index";

/** Text in both languages, as the API gives it. */
export interface BothLanguages {
  en: string;
  km: string;
}

/** The text in the wanted language, or the other one where that is missing; with the language it is in. */
export function pick(text: BothLanguages, locale: Locale): { text: string; lang: Locale } {
  const other = locale === "km" ? "en" : "km";
  return text[locale] === "" && text[other] !== ""
    ? { text: text[other], lang: other }
    : { text: text[locale], lang: locale };
}

/** The active language, and pickers for it. */
export function useLocale() {
  const { i18n } = useLingui();
  const locale: Locale = i18n.locale === "en" ? "en" : "km";
  return { locale, say: (text: BothLanguages) => pick(text, locale).text };
}

/** Shows bilingual text, marked with the language it is really in. */
export function Both({ text }: { text: BothLanguages }) {
  const { locale } = useLocale();
  const picked = pick(text, locale);
  return picked.lang === locale ? picked.text : <span lang={picked.lang}>{picked.text}</span>;
}
