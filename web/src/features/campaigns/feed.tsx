import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { day } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { RenewCalendarFeedDocument } from "../settings/settings.gql";
import { CalendarFeedSinceDocument } from "./campaigns.gql";

/** The days of one campaign in the calendar of a phone: one's private address, narrowed to it. */
export function CampaignFeed({ campaign }: { campaign: string }) {
  const { locale } = useLocale();
  const [open, setOpen] = useState(false);
  const [{ data }, again] = useQuery({ query: CalendarFeedSinceDocument, pause: !open });
  const [made, renew] = useMutation(RenewCalendarFeedDocument);
  const since = data?.viewer?.calendarFeedSince;
  const narrowed = `&campaign=${campaign}`;
  const address = made.data?.renewCalendarFeed;
  const why = failure(made.error);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Trans>These days in the calendar of your phone</Trans>
      </summary>
      <div className="stackv gap-3 sm">
        {why ? <Note tone="danger">{why}</Note> : null}
        {address ? (
          <Note tone="warn">
            <Trans>Copy this now; it is never shown again.</Trans>
            <p className="secret">{`${address}?lang=${locale}${narrowed}`}</p>
          </Note>
        ) : since ? (
          <p>
            <Trans>
              You have an address since {day(since, locale)}. With this at its end it holds this campaign
              alone:
            </Trans>{" "}
            <code className="secret">{narrowed}</code>
          </p>
        ) : (
          <p className="muted">
            <Trans>
              A private address that the calendar of your phone reads by itself. Of what is restricted it says
              only when. Whoever has the address reads it.
            </Trans>
          </p>
        )}
        {data && !address ? (
          <div className="stackv gap-2">
            {since ? (
              <p className="muted">
                <Trans>If you no longer have it, make a new one; the old one then stops working.</Trans>
              </p>
            ) : null}
            <div>
              <Button
                className="small"
                busy={made.fetching}
                onClick={async () => {
                  await renew({});
                  again({ requestPolicy: "network-only" });
                }}
              >
                {since ? <Trans>Make a new address</Trans> : <Trans>Make an address</Trans>}
              </Button>
            </div>
          </div>
        ) : null}
      </div>
    </details>
  );
}
