import { useLingui } from "@lingui/react/macro";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { SHORT, shade, TILES } from "./tiles";

export interface Province {
  id: string;
  code: string;
  name: { en: string; km: string };
}

/** Every province as one equal tile with how many members it has; a tile chosen again is let go. */
export function TileMap({
  provinces,
  facets,
  label,
  chosen,
  onChoose,
}: {
  provinces: Province[];
  facets: { value: string; count: number }[];
  label?: string;
  chosen: string | undefined;
  onChoose: (code: string | undefined) => void;
}) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a map of buttons, not a form
    <div className="tiles" role="group" aria-label={label ?? t`Members by province`}>
      {provinces.map((province) => {
        const [column, row] = TILES[province.code] ?? [1, 7];
        const count = facets.find((facet) => facet.value === province.code)?.count ?? 0;
        const name = say(province.name);
        return (
          <button
            key={province.id}
            type="button"
            className="tile"
            data-n={shade(count)}
            style={{ gridColumn: column, gridRow: row }}
            aria-pressed={chosen === province.code}
            aria-label={`${name}: ${number(count, locale)}`}
            onClick={() => onChoose(chosen === province.code ? undefined : province.code)}
          >
            {count > 0 ? <b>{number(count, locale)}</b> : null}
            <span>{locale === "km" ? name : SHORT[province.code]}</span>
          </button>
        );
      })}
    </div>
  );
}
