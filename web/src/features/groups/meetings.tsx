import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CalendarDays } from "lucide-react";
import type { ReactNode } from "react";
import { moment } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge } from "../../ui/kit";
import type { MeetingRowFragment } from "./groups.gql";
import { MINUTES_STATES } from "./words";

/** Meetings as rows that lead to each. */
export function MeetingRows({
  title,
  meetings,
  named = false,
  children,
}: {
  title: string;
  meetings: MeetingRowFragment[];
  /** Say of which group each is. */
  named?: boolean;
  children?: ReactNode;
}) {
  const { i18n } = useLingui();
  const { locale } = useLocale();
  return (
    <section className="card nopad">
      <header>
        <h2>{title}</h2>
      </header>
      {meetings.length === 0 ? (
        <p className="muted" style={{ padding: "0 var(--s-4) var(--s-4)" }}>
          <Trans>None.</Trans>
        </p>
      ) : (
        <ul className="list">
          {meetings.map((meeting) => (
            <li key={meeting.id}>
              <Link className="todo" to="/meetings/$id" params={{ id: meeting.id }}>
                <span className="kind">
                  <CalendarDays className="i" aria-hidden="true" />
                </span>
                <span>
                  <span className="t">
                    <b>
                      <Both text={meeting.title} />
                    </b>
                  </span>
                  <span className="m">
                    <time dateTime={meeting.startsAt}>{moment(meeting.startsAt, locale)}</time>
                    {named && meeting.group ? <Both text={meeting.group.name} /> : null}
                    {meeting.venue.en || meeting.venue.km ? <Both text={meeting.venue} /> : null}
                  </span>
                </span>
                {meeting.cancelledAt ? (
                  <Badge tone="danger">
                    <Trans>cancelled</Trans>
                  </Badge>
                ) : meeting.minutesState === "NONE" ? null : (
                  <Badge tone={meeting.minutesState === "APPROVED" ? "ok" : "pending"}>
                    {i18n._(MINUTES_STATES[meeting.minutesState])}
                  </Badge>
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
