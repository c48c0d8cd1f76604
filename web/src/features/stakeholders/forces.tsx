import { Trans, useLingui } from "@lingui/react/macro";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import type { Shown } from "./use-map";
import { alignmentIn, sign, tone } from "./words";

/** Who pushes for the ask and who holds it back, each as long as they are influential (after Lewin's force field). */
export function Forces({
  shown,
  chosen,
  onChoose,
}: {
  shown: Shown[];
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const side = (of: (alignment: number) => boolean) =>
    shown
      .flatMap((one) => (one.known && of(one.known.rating.alignment) ? [{ ...one, known: one.known }] : []))
      .sort(
        (a, b) =>
          b.known.rating.influence * Math.abs(b.known.rating.alignment) -
          a.known.rating.influence * Math.abs(a.known.rating.alignment),
      );
  const sides = [
    { key: "for", title: t`For the ask`, of: side((n) => n > 0) },
    { key: "against", title: t`Against it`, of: side((n) => n < 0) },
  ];
  const weight = (of: Shown[]) =>
    of.reduce(
      (sum, { known }) =>
        sum + (known?.counts ? known.rating.influence * Math.abs(known.rating.alignment) : 0),
      0,
    );
  const open = side((n) => n === 0);
  return (
    <div className="stackv gap-4">
      <div className="forces">
        {sides.map(({ key, title, of }) => (
          <section key={key} aria-label={title} data-side={key}>
            <h3>
              {title} <span className="muted sm">{t`weight ${number(weight(of), locale)}`}</span>
            </h3>
            {of.length === 0 ? (
              <p className="muted sm">
                <Trans>nobody</Trans>
              </p>
            ) : null}
            <ol className="plain">
              {of.map(({ number: n, who, known }) => (
                <li key={who.id}>
                  <button
                    type="button"
                    className="force"
                    aria-pressed={chosen === who.id}
                    onClick={() => onChoose(who.id)}
                  >
                    <span
                      className="forcebar"
                      style={{
                        width: `${known.rating.influence * 20}%`,
                        background: known.counts ? tone(known.rating.alignment) : "transparent",
                        borderColor: tone(known.rating.alignment),
                        borderStyle: known.counts ? "solid" : "dashed",
                      }}
                    />
                    <span className="forcename">
                      {number(n, locale)} {say(who.name)}{" "}
                      <span aria-hidden="true">{sign(known.rating.alignment)}</span>
                      <span className="vh">
                        : {i18n._(alignmentIn(known.rating.alignment))},{" "}
                        {t`influence ${number(known.rating.influence, locale)}`}
                        {known.counts ? "" : `, ${t`rated too long ago to count`}`}
                      </span>
                    </span>
                  </button>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      {open.length > 0 ? (
        <p className="sm">
          <Trans>Undecided: {open.map(({ who }) => say(who.name)).join(", ")}</Trans>
        </p>
      ) : null}
    </div>
  );
}
