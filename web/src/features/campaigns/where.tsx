import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useQuery } from "urql";
import { day } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { TileMap } from "../members/tile-map";
import type { WorkPartsFragment } from "./campaigns.gql";
import { ProvincesDocument } from "./results.gql";
import { WORK_STATES } from "./words";

/** Where it is done: activities by province, as a map and as a list. */
export function Where({ work }: { work: WorkPartsFragment[] }) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [{ data }] = useQuery({ query: ProvincesDocument });
  const provinces = data?.places.edges.map(({ node }) => node) ?? [];
  const placed = work.filter((one) => one.at && one.status !== "DROPPED" && one.kind !== "WINDOW");
  if (placed.length === 0 || provinces.length === 0) return null;
  // A code begins with that of its province.
  const of = (one: WorkPartsFragment) => one.at?.code.slice(0, 2) ?? "";
  const facets = provinces.map((province) => ({
    value: province.code,
    count: placed.filter((one) => of(one) === province.code).length,
  }));
  const shown = placed.filter((one) => !chosen || of(one) === chosen);
  return (
    <section className="stackv gap-3" aria-label={t`Where it is done`}>
      <h2>
        <Trans>Where it is done</Trans>
      </h2>
      <div className="two">
        <TileMap
          provinces={provinces}
          facets={facets}
          label={t`Work by province`}
          chosen={chosen}
          onChoose={setChosen}
        />
        <ul className="list card nopad">
          {shown.slice(0, 50).map((one) => (
            <li key={one.id} className="inlist">
              <Both text={one.title} />
              <small className="muted block">
                {[
                  one.at ? say(one.at.name) : "",
                  one.dueOn ? day(one.dueOn, locale) : "",
                  i18n._(WORK_STATES[one.status]),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
