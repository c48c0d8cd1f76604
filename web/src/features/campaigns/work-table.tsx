import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { day } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Button } from "../../ui/kit";
import type { WorkPartsFragment } from "./campaigns.gql";
import { WORK_KINDS, WORK_STATES } from "./words";

const MORE = 100;

/** Work by its days as a table: the same as the picture, for those who do not see it. */
export function ByDay({
  dated,
  onOpen,
}: {
  dated: WorkPartsFragment[];
  onOpen: (work: WorkPartsFragment) => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [shown, setShown] = useState(MORE);
  const label = (one: WorkPartsFragment) =>
    [say(one.title), ...[one.startsOn, one.dueOn].flatMap((iso) => (iso ? [day(iso, locale)] : []))].join(
      ", ",
    );
  return (
    <details>
      <summary>
        <Trans>The same as a table</Trans>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wide is scrolled by keyboard too */}
      <section className="wide" tabIndex={0} aria-label={t`Work by day`}>
        <table className="tbl">
          <caption className="vh">{t`Work by day`}</caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>What</Trans>
              </th>
              <th scope="col">
                <Trans>First day</Trans>
              </th>
              <th scope="col">
                <Trans>Last day</Trans>
              </th>
              <th scope="col">
                <Trans>Where it stands</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {dated.slice(0, shown).map((one) => (
              <tr key={one.id}>
                <td>
                  <button
                    type="button"
                    className="linkish"
                    aria-label={label(one)}
                    onClick={() => onOpen(one)}
                  >
                    <Both text={one.title} />
                  </button>{" "}
                  <small className="muted">{i18n._(WORK_KINDS[one.kind])}</small>
                </td>
                <td>{one.startsOn ? day(one.startsOn, locale) : ""}</td>
                <td>{one.dueOn ? day(one.dueOn, locale) : ""}</td>
                <td>{one.kind === "WINDOW" ? "" : i18n._(WORK_STATES[one.status])}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {dated.length > shown ? (
          <Button className="small" onClick={() => setShown(shown + MORE)}>
            <Trans>Show more</Trans>
          </Button>
        ) : null}
      </section>
    </details>
  );
}
