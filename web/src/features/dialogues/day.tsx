import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { ClipboardCheck } from "lucide-react";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge } from "../../ui/kit";
import type { DialogueFullFragment, DialogueRecordQuery } from "./dialogues.gql";

type Turnout = NonNullable<NonNullable<DialogueRecordQuery["dialogue"]>["turnout"]>;

/** How many of each group were there, and who they are, counted; outside the team small figures are withheld. */
export function Day({
  dialogue,
  turnout,
  group,
}: {
  dialogue: DialogueFullFragment;
  turnout: Turnout | null;
  group: (code: string) => string;
}) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const n = (value: number | null | undefined) =>
    value === null || value === undefined ? t`withheld` : number(value, locale);
  const sum = turnout?.at(-1);
  const doorOpen = ["INVITING", "CONFIRMED", "HELD"].includes(dialogue.state);
  const parts: [string, [string, number | null | undefined][]][] = sum
    ? [
        [
          t`Sex`,
          [
            [t`women`, sum.sexes[0]],
            [t`men`, sum.sexes[1]],
            [t`other`, sum.sexes[2]],
            [t`not said`, sum.sexes[3]],
          ],
        ],
        [
          t`Age`,
          [
            [t`below 15`, sum.ages[0]],
            [t`15 to 30`, sum.ages[1]],
            [t`31 to 59`, sum.ages[2]],
            [t`60 and more`, sum.ages[3]],
            [t`not known`, sum.ages[4]],
          ],
        ],
        [
          t`With a disability`,
          [
            [t`yes`, sum.disability[0]],
            [t`no`, sum.disability[1]],
            [t`not known`, sum.disability[2]],
          ],
        ],
        [
          t`Indigenous`,
          [
            [t`yes`, sum.indigenous[0]],
            [t`no`, sum.indigenous[1]],
            [t`not known`, sum.indigenous[2]],
          ],
        ],
      ]
    : [];
  return (
    <section className="card stackv gap-4" aria-label={t`Who was there`}>
      <div className="row between wrap gap-2">
        <h2>
          <Trans>Who was there</Trans>
        </h2>
        {dialogue.viewerCan.organise && doorOpen ? (
          <Link className="btn primary" to="/door/$id" params={{ id: dialogue.id }}>
            <ClipboardCheck className="i" aria-hidden="true" />
            <Trans>The list at the door</Trans>
          </Link>
        ) : null}
      </div>
      {!turnout || !sum || sum.total === 0 ? (
        <p className="sm muted">
          {turnout ? (
            <Trans>
              Nobody is marked yet. The list at the door works on a telephone, also without a connection, from
              the day before.
            </Trans>
          ) : (
            <Trans>How many were there is told once the dialogue is reported.</Trans>
          )}
        </p>
      ) : (
        <>
          <table className="tbl cards">
            <caption className="vh">{t`Who was there, by group`}</caption>
            <thead>
              <tr>
                <th scope="col">{t`Group`}</th>
                <th scope="col" className="n">{t`Seats`}</th>
                <th scope="col" className="n">{t`There`}</th>
                <th scope="col" className="n">{t`Women`}</th>
                <th scope="col" className="n">{t`15 to 30`}</th>
              </tr>
            </thead>
            <tbody>
              {turnout
                .filter((row) => row.constituency === "" || row.seats > 0 || row.total !== 0)
                .map((row) => {
                  const women = row.sexes[0];
                  const share = row.total && women != null ? Math.round((100 * women) / row.total) : null;
                  const short = row.womenPct !== null && share !== null && share < row.womenPct;
                  return (
                    <tr key={row.constituency}>
                      <th scope="row">
                        {row.constituency === "" ? t`All together` : group(row.constituency)}
                      </th>
                      <td className="n" data-l={t`Seats`}>
                        {number(row.seats, locale)}
                      </td>
                      <td className="n" data-l={t`There`}>
                        {n(row.total)}
                      </td>
                      <td className="n" data-l={t`Women`}>
                        {row.sexes.length > 0 ? n(women) : "–"}
                        {short ? (
                          <>
                            {" "}
                            <Badge tone="warn">
                              <Trans>wanted {number(row.womenPct ?? 0, locale)} %</Trans>
                            </Badge>
                          </>
                        ) : null}
                      </td>
                      <td className="n" data-l={t`15 to 30`}>
                        {row.ages.length > 0 ? n(row.ages[1]) : "–"}
                      </td>
                    </tr>
                  );
                })}
            </tbody>
          </table>
          <dl className="facts sm">
            {parts.map(([name, cells]) => (
              <div key={name} className="contents">
                <dt>{name}</dt>
                <dd>{cells.map(([what, value]) => `${what} ${n(value)}`).join(" · ")}</dd>
              </div>
            ))}
          </dl>
          {sum.walkIns ? (
            <p className="sm muted">
              <Trans>Without an invitation: {number(sum.walkIns, locale)}</Trans>
            </p>
          ) : null}
          {sum.walkIns === null ? (
            <p className="sm muted">
              <Trans>Groups of fewer than five people are withheld, and what would give them away.</Trans>
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}
