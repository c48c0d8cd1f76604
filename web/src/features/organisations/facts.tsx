import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { digits } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Button } from "../../ui/kit";
import { CHANNELS, LEADERSHIP, LISTINGS, REGISTRATIONS, STAFF } from "../../ui/words";
import type { Organisation } from "./organisation";

/** A line of the list; nothing where there is nothing to say. */
function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd style={{ overflowWrap: "anywhere" }}>{children}</dd>
    </>
  );
}

/** What is on record about an organisation: standing, people, ways to reach it, who may know it. */
export function Facts({
  organisation,
  onChangeListing,
}: {
  organisation: Organisation;
  onChangeListing: () => void;
}) {
  const { i18n } = useLingui();
  const { locale, say } = useLocale();
  const { email, phone, website, preferredChannel, staff } = organisation;
  const led = LEADERSHIP.filter(([name]) => organisation[name] === true);
  return (
    <section className="card">
      <header>
        <h2>
          <Trans>Facts</Trans>
        </h2>
      </header>
      <dl className="kv">
        <Fact name={<Trans>Registration</Trans>}>
          {i18n._(REGISTRATIONS[organisation.registration])}
          {organisation.registrationNumber ? (
            <>
              {" · "}
              <span lang="en">{organisation.registrationNumber}</span>
            </>
          ) : null}
        </Fact>
        <Fact name={<Trans>Founded</Trans>}>
          {organisation.yearFounded ? digits(String(organisation.yearFounded), locale) : null}
        </Fact>
        <Fact name={<Trans>Paid staff</Trans>}>{staff ? i18n._(STAFF[staff]) : null}</Fact>
        <Fact name={<Trans>It is</Trans>}>
          {led.length > 0 ? (
            <span className="row wrap">
              {led.map(([name, word]) => (
                <Badge key={name}>{i18n._(word)}</Badge>
              ))}
            </span>
          ) : null}
        </Fact>
        <Fact name={<Trans>Works in</Trans>}>
          {organisation.worksIn.map((place) => say(place.name)).join(", ")}
        </Fact>
        <Fact name={<Trans>Likes to be reached by</Trans>}>
          {preferredChannel ? i18n._(CHANNELS[preferredChannel]) : null}
        </Fact>
        <Fact name={<Trans>Mail</Trans>}>{email ? <a href={`mailto:${email}`}>{email}</a> : null}</Fact>
        <Fact name={<Trans>Telephone</Trans>}>{phone}</Fact>
        <Fact name={<Trans>Telegram</Trans>}>{organisation.telegram}</Fact>
        <Fact name={<Trans>Messenger</Trans>}>{organisation.messenger}</Fact>
        <Fact name={<Trans>Postal address</Trans>}>
          {organisation.postalAddress ? (
            <span style={{ whiteSpace: "pre-wrap" }}>{organisation.postalAddress}</span>
          ) : null}
        </Fact>
        <Fact name={<Trans>Website</Trans>}>
          {website ? (
            <a href={website} rel="noopener noreferrer nofollow" target="_blank">
              {website.replace(/^https?:\/\//, "")}
            </a>
          ) : null}
        </Fact>
        <Fact name={<Trans>Known to</Trans>}>
          {LISTINGS[organisation.listing] ? i18n._(LISTINGS[organisation.listing] as never) : null}
          {organisation.viewerCan.setListing ? (
            <>
              {" "}
              <Button kind="quiet" className="small" onClick={onChangeListing}>
                <Trans>Change</Trans>
              </Button>
            </>
          ) : null}
        </Fact>
      </dl>
    </section>
  );
}
