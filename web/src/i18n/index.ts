import { i18n } from "@lingui/core";

export { i18n };
export type Locale = "en" | "km";

const KEY = "sala.locale";

/** The language of the last visit, else the browser's, else Khmer. */
export function startLocale(): Locale {
  const kept = localStorage.getItem(KEY);
  if (kept === "en" || kept === "km") return kept;
  return navigator.languages.some((tag) => tag.startsWith("km")) || !navigator.language.startsWith("en")
    ? "km"
    : "en";
}

/** Switches the interface without a reload. */
export async function activate(locale: Locale) {
  const { messages } = await (locale === "km"
    ? import("../locales/km/messages.po")
    : import("../locales/en/messages.po"));
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
  localStorage.setItem(KEY, locale);
}

/** The active language. */
export const locale = (): Locale => (i18n.locale === "en" ? "en" : "km");
