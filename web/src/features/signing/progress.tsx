import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CircleCheck, CircleDashed } from "lucide-react";
import type { ReactNode } from "react";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import type { SignOnPartsFragment } from "./signing.gql";

function Line({ done, children }: { done: boolean; children: ReactNode }) {
  const Icon = done ? CircleCheck : CircleDashed;
  return (
    <li className="row sm">
      <Icon className="i" aria-hidden="true" />
      <span>{children}</span>
    </li>
  );
}

/** How far a sign-on has come against each thing that must come together. */
export function Progress({ signOn }: { signOn: SignOnPartsFragment }) {
  const { locale, say } = useLocale();
  const n = (value: number) => number(value, locale);
  const { progress, minCount, minPct, minProvinces } = signOn;
  const { count, withheld, provinces, full, fullMembers, kinds, missing } = progress;
  return (
    <ul className="stackv gap-2 signprogress">
      <Line done={count >= minCount}>
        <b>
          <Trans>
            {n(count)} of {n(minCount)} organisations
          </Trans>
        </b>
        {withheld > 0 ? (
          <>
            {" · "}
            <Plural
              value={withheld}
              one="1 of them withholds its name for its safety"
              other={`${n(withheld)} of them withhold their names for their safety`}
            />
          </>
        ) : null}
      </Line>
      {minProvinces ? (
        <Line done={provinces >= minProvinces}>
          <Trans>
            {n(provinces)} of {n(minProvinces)} provinces, by public name
          </Trans>
        </Line>
      ) : null}
      {minPct ? (
        <Line done={full * 100 >= minPct * Math.max(1, fullMembers)}>
          <Trans>
            {n(full)} of {n(fullMembers)} full members by public name, {n(minPct)} % are needed
          </Trans>
        </Line>
      ) : null}
      {kinds.map(({ kind, needed, count: signed }) => (
        <Line key={kind?.id} done={signed >= needed}>
          <Trans>
            {n(signed)} of {n(needed)} by public name: {kind ? say(kind.label) : ""}
          </Trans>
        </Line>
      ))}
      {signOn.noObjection ? (
        <Line done={progress.objections === 0}>
          {progress.objections === 0 ? (
            <Trans>nobody objects</Trans>
          ) : (
            <Plural
              value={progress.objections}
              one="1 organisation objects"
              other={`${n(progress.objections)} organisations object`}
            />
          )}
        </Line>
      ) : null}
      {signOn.lowered ? (
        <Line done>
          <Link to="/decisions/$id" params={{ id: signOn.lowered.id }}>
            <Trans>The committee has lowered what is needed</Trans>
          </Link>
        </Line>
      ) : null}
      {signOn.required.map((organisation) => (
        <Line key={organisation.id} done={!missing.some((one) => one.id === organisation.id)}>
          <Trans>{say(organisation.name)} signs by name</Trans>
        </Line>
      ))}
    </ul>
  );
}
