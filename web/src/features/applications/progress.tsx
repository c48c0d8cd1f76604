import { Trans, useLingui } from "@lingui/react/macro";
import { Check, Circle, CircleDot } from "lucide-react";
import type { MembershipState } from "../../graphql/schema";
import { moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { STATES } from "../../ui/words";
import type { ApplicationCardFragment } from "./applications.gql";

const ROAD: MembershipState[] = ["DRAFT", "APPLIED", "UNDER_REVIEW", "RECOMMENDED", "ACTIVE"];

/** Where an application stands on its road, and how it came there. */
export function Progress({ membership }: { membership: ApplicationCardFragment }) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const at = ROAD.indexOf(membership.state === "RETURNED" ? "DRAFT" : membership.state);
  const steps = membership.application?.steps ?? [];
  return (
    <section className="card">
      <header>
        <h2 className="grow">
          <Trans>Where it stands</Trans>
        </h2>
      </header>
      <ol className="stackv gap-2" aria-label={t`The way to membership`}>
        {ROAD.map((state, index) => (
          <li key={state} className="row" aria-current={index === at ? "step" : undefined}>
            {index < at || membership.state === "ACTIVE" ? (
              <Check className="i" aria-hidden="true" />
            ) : index === at ? (
              <CircleDot className="i" aria-hidden="true" />
            ) : (
              <Circle className="i muted" aria-hidden="true" />
            )}
            <span className={index > at ? "muted" : ""}>
              {index === at ? <b>{i18n._(STATES[membership.state])}</b> : i18n._(STATES[state])}
            </span>
          </li>
        ))}
      </ol>
      {steps.length > 0 ? (
        <ul className="stackv gap-2 sm" style={{ marginTop: "var(--s-4)" }}>
          {steps.map((step) => (
            <li key={`${step.at}${step.to}`}>
              <time className="muted" dateTime={step.at}>
                {moment(step.at, locale)}
              </time>{" "}
              {i18n._(STATES[step.to])}
              {step.by ? ` · ${say(step.by.name.full)}` : ""}
              {step.reason ? <span className="sub">{step.reason}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
