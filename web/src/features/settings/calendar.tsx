import { Trans } from "@lingui/react/macro";
import { useMutation } from "urql";
import { day } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { EndCalendarFeedDocument, RenewCalendarFeedDocument } from "./settings.gql";

/** One's private calendar address, for the calendar of a phone. */
export function CalendarFeed({ since }: { since: string | null | undefined }) {
  const { locale } = useLocale();
  const [made, renew] = useMutation(RenewCalendarFeedDocument);
  const [ended, end] = useMutation(EndCalendarFeedDocument);
  const why = failure(made.error ?? ended.error);
  const address = since ? made.data?.renewCalendarFeed : undefined;
  return (
    <section className="card">
      <header>
        <h2>
          <Trans>My calendar on other devices</Trans>
        </h2>
      </header>
      <div className="stackv gap-4">
        <p className="muted sm">
          <Trans>
            A private address that the calendar of your phone can read: meetings of your working groups and
            votes that wait for you, and what is done in the campaigns of your organisation. Of what is
            restricted it says only when. Whoever has the address reads it.
          </Trans>
        </p>
        {why ? <Note tone="danger">{why}</Note> : null}
        {address ? (
          <Note tone="warn">
            <Trans>Copy this now; it is never shown again.</Trans>
            <p className="secret">{`${address}?lang=${locale}`}</p>
          </Note>
        ) : null}
        {since ? (
          <p className="sm">
            <Trans>You have an address since {day(since, locale)}.</Trans>
          </p>
        ) : null}
        <div className="actions">
          <Button busy={made.fetching} onClick={() => void renew({})}>
            {since ? <Trans>Make a new address</Trans> : <Trans>Make an address</Trans>}
          </Button>
          {since ? (
            <Button kind="danger" busy={ended.fetching} onClick={() => void end({})}>
              <Trans>End the address</Trans>
            </Button>
          ) : null}
        </div>
      </div>
    </section>
  );
}
