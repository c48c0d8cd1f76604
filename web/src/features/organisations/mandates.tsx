import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { day } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { ROLES } from "../../ui/words";
import { MandateForm, StandingMandateForm } from "./mandate-form";
import { BASES, TEXT_KINDS } from "./mandate-words";
import {
  EndMandateDocument,
  EndStandingMandateDocument,
  type MandatesOfFragment,
  MandatesPageDocument,
} from "./mandates.gql";

type Mandates = MandatesOfFragment["mandates"];

/** Who speaks and signs for an organisation, until when, by whose decision. */
export function MandatesCard({
  membership,
  network,
  organisation,
}: {
  membership: string;
  network: string;
  organisation: string;
}) {
  const [open, setOpen] = useState<"give" | "standing" | null>(null);
  const [{ data, error }, again] = useQuery({ query: MandatesPageDocument, variables: { membership } });
  const node = data?.node;
  if (node?.__typename !== "Membership") {
    return error ? <Note tone="danger">{failure(error)}</Note> : null;
  }
  const { mandates } = node;
  const can = mandates.viewerCan;
  if (mandates.holders.length === 0 && !can.record && !can.name) return null;
  const refresh = () => again({ requestPolicy: "network-only" });
  return (
    <section className="card stackv gap-4">
      <header>
        <h2>
          <Trans>Who speaks and signs for it</Trans>
        </h2>
      </header>
      <ul className="list">
        {mandates.holders.map((holder) => (
          <Holder key={holder.id} holder={holder} mayEnd={can.record || can.name} onDone={refresh} />
        ))}
      </ul>
      {mandates.standing ? <Standing mandates={mandates} /> : null}
      <div className="actions">
        {can.record || can.name ? (
          <Button onClick={() => setOpen("give")}>
            <Trans>Give a mandate</Trans>
          </Button>
        ) : null}
        {can.keepStanding ? (
          <Button onClick={() => setOpen("standing")}>
            <Trans>Record a standing mandate</Trans>
          </Button>
        ) : null}
        {can.viewActs ? (
          <Link className="btn" to="/acts/$id" params={{ id: membership }}>
            <Trans>All that was done in our name</Trans>
          </Link>
        ) : null}
      </div>
      {open === "give" ? (
        <MandateForm
          network={network}
          organisation={organisation}
          all={can.record}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            refresh();
          }}
        />
      ) : null}
      {open === "standing" ? (
        <StandingMandateForm membership={membership} onClose={() => setOpen(null)} />
      ) : null}
    </section>
  );
}

function Holder({
  holder,
  mayEnd,
  onDone,
}: {
  holder: Mandates["holders"][number];
  mayEnd: boolean;
  onDone: () => void;
}) {
  const { i18n } = useLingui();
  const { locale, say } = useLocale();
  const [result, end] = useMutation(EndMandateDocument);
  const payload = result.data?.endRole;
  const why = failure(result.error, payload) ?? Object.values(reasons(payload))[0];
  const { mandate, person } = holder;
  const finish = async () => {
    const { data } = await end({ id: holder.id });
    if (data?.endRole.status === "DONE") onDone();
  };
  return (
    <li className="row between wrap gap-3" style={{ paddingBlock: "var(--s-3)" }}>
      <span className="stackv gap-1">
        <span>
          {person ? (
            <Link to="/people/$id" params={{ id: person.id }}>
              <b>{say(person.name.full)}</b>
            </Link>
          ) : null}{" "}
          <Badge tone={holder.role === "SIGNATORY" ? "accent" : ""}>{i18n._(ROLES[holder.role])}</Badge>
        </span>
        <span className="sm muted">
          <Trans>since {day(holder.grantedAt, locale)}</Trans>
          {holder.untilOn ? (
            <>
              {" · "}
              <Trans>until {day(holder.untilOn, locale)}</Trans>
            </>
          ) : null}
          {mandate.basis ? ` · ${i18n._(BASES[mandate.basis])}` : ""}
          {mandate.decidedOn ? `, ${day(mandate.decidedOn, locale)}` : ""}
          {mandate.basisNote ? ` · ${mandate.basisNote}` : ""}
        </span>
        <Covers textKinds={mandate.textKinds} themes={mandate.themes} />
        {why ? <Note tone="danger">{why}</Note> : null}
      </span>
      {mayEnd ? (
        <Button kind="danger" className="small" busy={result.fetching} onClick={() => void finish()}>
          <Trans>End</Trans>
        </Button>
      ) : null}
    </li>
  );
}

function Covers({ textKinds, themes }: Pick<Mandates["holders"][number]["mandate"], "textKinds" | "themes">) {
  const { i18n } = useLingui();
  if (textKinds.length === 0 && themes.length === 0) return null;
  return (
    <span className="row wrap gap-2">
      {textKinds.map((kind) => (
        <Badge key={kind}>{i18n._(TEXT_KINDS[kind])}</Badge>
      ))}
      {themes.map((theme) => (
        <Badge key={theme.id}>
          <Both text={theme.label} />
        </Badge>
      ))}
    </span>
  );
}

function Standing({ mandates }: { mandates: Mandates }) {
  const { i18n } = useLingui();
  const { locale } = useLocale();
  const [result, end] = useMutation(EndStandingMandateDocument);
  const why = failure(result.error, result.data?.endStandingMandate);
  const standing = mandates.standing ?? [];
  return (
    <div className="stackv gap-2">
      <h3>
        <Trans>Standing mandates</Trans>
      </h3>
      {why ? <Note tone="danger">{why}</Note> : null}
      {standing.length === 0 ? (
        <p className="sm muted">
          <Trans>None: the signatory asks for a decision each time.</Trans>
        </p>
      ) : null}
      <ul className="list">
        {standing.map((mandate) => (
          <li key={mandate.id} className="row between wrap gap-3" style={{ paddingBlock: "var(--s-3)" }}>
            <span className="stackv gap-1">
              <span className="sm">
                <Trans>until {day(mandate.validUntil, locale)}</Trans>
                {` · ${i18n._(BASES[mandate.basis])}, ${day(mandate.decidedOn, locale)}`}
                {mandate.basisNote ? ` · ${mandate.basisNote}` : ""}
              </span>
              <Covers textKinds={mandate.textKinds} themes={mandate.themes} />
            </span>
            {mandates.viewerCan.keepStanding ? (
              <Button
                kind="danger"
                className="small"
                busy={result.fetching}
                onClick={() => void end({ mandate: mandate.id })}
              >
                <Trans>End</Trans>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
