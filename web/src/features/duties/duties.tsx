import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import type { DutyStatus } from "../../graphql/schema";
import { day, digits, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Field, Loading, Note } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure } from "../../ui/outcome";
import { REGISTRATIONS } from "../../ui/words";
import { DutiesDocument, type DutiesQuery, type DutyRuleFragment } from "./duties.gql";
import { DutyForm } from "./duty-form";
import { RecordDuty } from "./record-duty";

const STATUSES: Record<DutyStatus, MessageDescriptor> = {
  LATE: msg`late`,
  SOON: msg`due soon`,
  IN_ORDER: msg`in order`,
};
const TONES: Record<DutyStatus, string> = { LATE: "danger", SOON: "warn", IN_ORDER: "ok" };

type Due = NonNullable<DutiesQuery["network"]>["dues"]["edges"][number]["node"];

/** What falls due for one's organisation, and for the secretariat: who is late. */
export function Duties() {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const network = useNetwork();
  const [status, setStatus] = useState<DutyStatus | "">("");
  const [after, setAfter] = useState<string | null>(null);
  const [doing, setDoing] = useState<Due | null>(null);
  const [rule, setRule] = useState<DutyRuleFragment | "new" | null>(null);
  const [{ data, error, fetching }, again] = useQuery({
    query: DutiesDocument,
    variables: { network: network?.id ?? "", status: status || null, after },
    pause: !network,
  });
  if (!data?.network || !network) {
    return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  }
  const { dues, duties, viewerCan } = data.network;
  const rows = dues.edges.map((edge) => edge.node);
  const refresh = () => again({ requestPolicy: "network-only" });
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Trans>Duties and dates</Trans>
          </h1>
          <p className="lead">
            <Trans>Registrations, certificates and reports: what falls due, and when.</Trans>
          </p>
        </div>
        <Field label={t`Show`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={status}
              onChange={(event) => {
                setStatus(event.target.value as DutyStatus | "");
                setAfter(null);
              }}
            >
              <option value="">{t`Everything`}</option>
              {(Object.keys(STATUSES) as DutyStatus[]).map((word) => (
                <option key={word} value={word}>
                  {i18n._(STATUSES[word])}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className="stackv gap-6">
        {rows.length === 0 ? (
          <EmptyState title={t`Nothing to show here`}>
            <p>
              {duties.length === 0 ? (
                <Trans>The network has not said what it expects of its members.</Trans>
              ) : (
                <Trans>Nothing of this kind concerns you now.</Trans>
              )}
            </p>
          </EmptyState>
        ) : (
          <section className="card nopad">
            <header>
              <h2>
                <Plural
                  value={dues.totalCount}
                  one="One date"
                  other={`${number(dues.totalCount, locale)} dates`}
                />
              </h2>
            </header>
            <ul className="list">
              {rows.map((due) => (
                <DueLine key={`${due.membershipId}${due.duty.id}`} due={due} onRecord={() => setDoing(due)} />
              ))}
            </ul>
          </section>
        )}
        {dues.pageInfo.hasNextPage ? (
          <p>
            <Button busy={fetching} onClick={() => setAfter(dues.pageInfo.endCursor ?? null)}>
              <Trans>Show more</Trans>
            </Button>
          </p>
        ) : null}
        {viewerCan.edit ? <Rules duties={duties} onChange={setRule} /> : null}
      </div>
      {doing ? (
        <RecordDuty
          due={doing}
          onClose={() => setDoing(null)}
          onDone={() => {
            setDoing(null);
            refresh();
          }}
        />
      ) : null}
      {rule ? (
        <DutyForm
          network={network.id}
          duty={rule === "new" ? null : rule}
          onClose={() => setRule(null)}
          onDone={() => {
            setRule(null);
            refresh();
          }}
        />
      ) : null}
    </>
  );
}

function DueLine({ due, onRecord }: { due: Due; onRecord: () => void }) {
  const { i18n } = useLingui();
  const { locale, say } = useLocale();
  const { organisation, last } = due;
  return (
    <li className="todo">
      <OrgMark
        id={organisation?.id ?? due.membershipId}
        acronym={organisation?.acronym ?? ""}
        kind={organisation?.kind?.code}
      />
      <span>
        <span className="t">
          <b>
            <Both text={due.duty.name} />
          </b>
        </span>
        <span className="m">
          {organisation ? (
            <Link to="/organisations/$id" params={{ id: organisation.id }}>
              {say(organisation.name)}
            </Link>
          ) : null}
          <time dateTime={due.dueOn}>
            <Trans>by {day(due.dueOn, locale)}</Trans>
          </time>
          {last ? (
            <span>
              {last.validUntil ? (
                <Trans>valid until {day(last.validUntil, locale)}</Trans>
              ) : (
                <Trans>last for {digits(String(last.period), locale)}</Trans>
              )}
            </span>
          ) : (
            <span>
              <Trans>nothing recorded yet</Trans>
            </span>
          )}
        </span>
      </span>
      <span className="row wrap gap-2">
        <Badge tone={TONES[due.status]}>{i18n._(STATUSES[due.status])}</Badge>
        {due.viewerCan.record ? (
          <Button className="small" onClick={onRecord}>
            <Trans>Done</Trans>
          </Button>
        ) : null}
      </span>
    </li>
  );
}

function Rules({
  duties,
  onChange,
}: {
  duties: DutyRuleFragment[];
  onChange: (rule: DutyRuleFragment | "new") => void;
}) {
  const { i18n } = useLingui();
  const { locale } = useLocale();
  return (
    <section className="card nopad">
      <header>
        <h2>
          <Trans>What the network expects</Trans>
        </h2>
        <Button className="small" onClick={() => onChange("new")}>
          <Trans>Add a duty</Trans>
        </Button>
      </header>
      <ul className="list">
        {duties.map((duty) => (
          <li key={duty.id} className="row between wrap gap-3" style={{ padding: "var(--s-3) var(--s-5)" }}>
            <span>
              <b>
                <Both text={duty.name} />
              </b>
              <br />
              <span className="sm muted">
                {duty.kind === "YEARLY" ? (
                  <Trans>
                    every year, day {digits(String(duty.dueDay), locale)} of month{" "}
                    {digits(String(duty.dueMonth), locale)}
                  </Trans>
                ) : (
                  <Trans>before the paper expires</Trans>
                )}
                {duty.registrations.length > 0
                  ? ` · ${duty.registrations.map((one) => i18n._(REGISTRATIONS[one])).join(", ")}`
                  : ""}
                {duty.remindDays.length > 0 ? (
                  <>
                    {" · "}
                    <Trans>reminder {digits(duty.remindDays.join(", "), locale)} days before</Trans>
                  </>
                ) : null}
              </span>
            </span>
            <span className="row gap-2">
              {duty.active ? null : (
                <Badge>
                  <Trans>not asked for now</Trans>
                </Badge>
              )}
              <Button className="small" onClick={() => onChange(duty)}>
                <Trans>Change</Trans>
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
