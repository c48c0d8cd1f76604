import type { Locale } from "./index";

// Browsers on desktops have no Khmer locale data: `Intl` would silently answer in English. Hence our own tables.

const ZONE_HOURS = 7; // Asia/Phnom_Penh, no daylight saving.
const MONTHS = {
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  km: ["មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា", "កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"],
} as const;
const DAYS = {
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  km: ["អាទិត្យ", "ច័ន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍"],
} as const;

/** Digits as the language writes them. */
export function digits(text: string, locale: Locale): string {
  if (locale === "en") return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));
}

/** A whole number. */
export const number = (value: number, locale: Locale): string =>
  digits(String(value).replace(/\B(?=(\d{3})+$)/g, locale === "en" ? "," : "."), locale);

const parts = (iso: string) => {
  const at = new Date(new Date(iso).getTime() + ZONE_HOURS * 3_600_000);
  return {
    day: at.getUTCDay(),
    date: at.getUTCDate(),
    month: at.getUTCMonth(),
    year: at.getUTCFullYear(),
    clock: `${String(at.getUTCHours()).padStart(2, "0")}:${String(at.getUTCMinutes()).padStart(2, "0")}`,
  };
};

/** A day, as in “1 July 2026” or “១ កក្កដា ២០២៦”. */
export function day(iso: string, locale: Locale): string {
  const { date, month, year } = parts(iso);
  return digits(`${date} ${MONTHS[locale][month]} ${year}`, locale);
}

/** A day with its weekday. */
export function longDay(iso: string, locale: Locale): string {
  const weekday = DAYS[locale][parts(iso).day];
  return locale === "km" ? `ថ្ងៃ${weekday} ${day(iso, locale)}` : `${weekday} ${day(iso, locale)}`;
}

/** A day and a time in Phnom Penh. */
export function moment(iso: string, locale: Locale): string {
  return `${day(iso, locale)} · ${digits(parts(iso).clock, locale)}`;
}

/** A time of the day in Phnom Penh. */
export const clock = (iso: string, locale: Locale): string => digits(parts(iso).clock, locale);

/** From when to when, in Phnom Penh: the day is said once where it is the same. */
export function span(from: string, to: string, locale: Locale): string {
  const end = day(from, locale) === day(to, locale) ? digits(parts(to).clock, locale) : moment(to, locale);
  return `${moment(from, locale)} – ${end}`;
}

/** An instant as a field for date and time takes it: the clock of Phnom Penh. */
export const clockInput = (iso: string): string =>
  new Date(new Date(iso).getTime() + ZONE_HOURS * 3_600_000).toISOString().slice(0, 16);

/** The instant meant by such a field; none while it is empty or half filled. */
export function instant(clock: string): string | null {
  const at = new Date(`${clock}:00+07:00`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Figures in groups of three. */
export const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ",");

/** An exact amount with its figures in groups of three. */
export function money(figures: string, currency: string, locale: Locale): string {
  const [whole = "0", part] = figures.split(".");
  return `${digits(part ? `${grouped(whole)}.${part}` : grouped(whole), locale)} ${currency}`;
}
