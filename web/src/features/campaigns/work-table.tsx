import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { day } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Button } from "../../ui/kit";
import type { CampaignFullFragment, WorkPartsFragment } from "./campaigns.gql";
import { Many } from "./many";
import { WORK_KINDS, WORK_STATES } from "./words";

const MORE = 100;

/** Work by its days as a table: the same as the picture, for those who do not see it. */
export function ByDay({
  campaign,
  dated,
  onOpen,
  onDone,
}: {
  campaign: CampaignFullFragment;
  dated: WorkPartsFragment[];
  onOpen: (work: WorkPartsFragment) => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [shown, setShown] = useState(MORE);
  const [chosen, setChosen] = useState<string[]>([]);
  const may = campaign.viewerCan.edit;
  const picked = dated.filter((one) => chosen.includes(one.id));
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
              {may ? (
                <th scope="col">
                  <input
                    type="checkbox"
                    aria-label={t`Choose all that are shown`}
                    checked={picked.length > 0 && picked.length === Math.min(shown, dated.length)}
                    onChange={(event) =>
                      setChosen(
                        event.target.checked ? dated.slice(0, Math.min(shown, 200)).map((one) => one.id) : [],
                      )
                    }
                  />
                </th>
              ) : null}
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
                {may ? (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t`Choose ${say(one.title)}`}
                      checked={chosen.includes(one.id)}
                      onChange={(event) =>
                        setChosen(
                          event.target.checked
                            ? [...chosen, one.id]
                            : chosen.filter((other) => other !== one.id),
                        )
                      }
                    />
                  </td>
                ) : null}
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
        {picked.length > 0 ? (
          <Many
            campaign={campaign}
            chosen={picked}
            onDone={() => {
              setChosen([]);
              onDone();
            }}
          />
        ) : null}
        {dated.length > shown ? (
          <Button className="small" onClick={() => setShown(shown + MORE)}>
            <Trans>Show more</Trans>
          </Button>
        ) : null}
      </section>
    </details>
  );
}
