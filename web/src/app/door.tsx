import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { activate, type Locale } from "../i18n";
import { useLocale } from "../i18n/text";
import { Notices } from "../ui/notice";

// What stands before the door: all that the sign-in page needs, and nothing of the rooms behind it.

/** The hall: the roof, the beam, the posts. */
export const Mark = () => (
  <svg
    viewBox="0 0 32 32"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d="M3 14.500c3.600-.4 8.600-4 13-10.500 4.400 6.500 9.400 10.100 13 10.500" />
    <path d="M7 19.500h18" />
    <path d="M9 14v13M23 14v13M16 11v3M4 27.500h24" />
  </svg>
);

/** Switches the language at once, without a reload. */
export function Languages() {
  const { t } = useLingui();
  const { locale } = useLocale();
  const choice = (to: Locale, label: string) => (
    <button type="button" lang={to} aria-pressed={locale === to} onClick={() => void activate(to)}>
      {label}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a form where there is none
    <div className="langs" role="group" aria-label={t`Language`}>
      {choice("en", "EN")}
      {choice("km", "ខ្មែរ")}
    </div>
  );
}

/** A page of its own before the door: sign-in, set-up, links. */
export function Door({ children }: { children: ReactNode }) {
  return (
    <div className="door">
      <header className="head krama-top">
        <div className="headin">
          <Link className="brand" style={{ padding: 0 }} to="/">
            <Mark />
            <b lang="en">Sala</b>
          </Link>
          <span className="grow" />
          <Languages />
        </div>
      </header>
      <main id="main">{children}</main>
      <Notices />
    </div>
  );
}

/** An address where nothing is. */
export function Lost() {
  return (
    <Door>
      <h1>
        <Trans>There is nothing here</Trans>
      </h1>
      <p className="lead">
        <Trans>The address may be mistyped, or what was here is not for you.</Trans>
      </p>
      <p style={{ marginTop: "var(--s-5)" }}>
        <Link className="btn primary" to="/">
          <Trans>Go home</Trans>
        </Link>
      </p>
    </Door>
  );
}
