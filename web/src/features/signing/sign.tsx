import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { AlarmClock, Lock } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { useKept } from "../../app/kept";
import type { EndorsementState, PaperState } from "../../graphql/schema";
import { moment, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { DECISION_STATES, DECISION_TONES } from "../../ui/decision-words";
import { Badge, Button, EmptyState, Loading, Note } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure } from "../../ui/outcome";
import { Board } from "./board";
import { Changes, Editorial } from "./changes";
import { Decide } from "./decide";
import { Deliveries } from "./deliveries";
import { Guests } from "./guests";
import { Missed } from "./missed";
import { Progress } from "./progress";
import { Publish } from "./publish";
import { SignedByDocument, SignPageDocument, type SignPageQuery } from "./signing.gql";
import "./signing.css";
import { Canonical, sectionsOf } from "./text";
import { Withdraw } from "./withdraw";
import { SAID, SAID_TONES } from "./words";

type Paper = NonNullable<SignPageQuery["paper"]>;

/** A text to sign: what it says, what changed, who has signed, and what one's own organisation decides. */
export function SignPage() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const { id } = useParams({ from: "/inside/sign/$id" });
  const [{ data: answer, error }, again] = useQuery({
    query: SignPageDocument,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const data = useKept(answer, id);
  const [lang, setLang] = useState<"en" | "km" | null>(null);
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const { paper } = data;
  if (paper && !paper.signOn && paper.decisions.length > 0)
    return <Decided paper={paper} onDone={() => again({ requestPolicy: "network-only" })} />;
  if (!paper?.signOn) {
    return (
      <EmptyState title={t`There is nothing to sign here`}>
        <p>
          <Trans>The text does not exist, or not for you, or nobody has opened it for signing.</Trans>
        </p>
      </EmptyState>
    );
  }
  const { signOn } = paper;
  const open = paper.state === "SIGN_ON" && signOn.closedAt === null;
  const texts = { en: signOn.text?.english ?? "", km: signOn.text?.khmer ?? "" };
  const shown = lang ?? (texts[locale] ? locale : texts.en ? "en" : "km");
  const refresh = () => again({ requestPolicy: "network-only" });
  const signing = signOn.yours.filter((one) => one.signs && one.organisation);
  const reading = signOn.yours.filter((one) => !one.signs && one.organisation);
  const headings = sectionsOf(texts[shown]).map(({ heading }) => ({ key: heading, heading }));
  return (
    <div className="signpage stackv gap-6">
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/papers/$id" params={{ id }}>
          <Trans>The paper</Trans>
        </Link>
      </nav>
      {signing.map(({ organisation }) =>
        organisation ? (
          <div className="strip" key={organisation.id}>
            <OrgMark id={organisation.id} acronym={organisation.acronym} />
            <div>
              <small>
                <Trans>You are its authorised signatory and decide for</Trans>
              </small>
              <b>{say(organisation.name)}</b>
            </div>
          </div>
        ) : null,
      )}
      <header>
        <h1 className="voice">
          <Both text={paper.title} />
        </h1>
        <p className="row wrap sm" style={{ marginTop: 10 }}>
          <Badge tone={open ? "danger" : ""} icon={<AlarmClock className="i" aria-hidden="true" />}>
            {open ? (
              <Trans>closes {moment(signOn.deadline, locale)}</Trans>
            ) : (
              <Trans>closed {moment(signOn.closedAt ?? signOn.deadline, locale)}</Trans>
            )}
          </Badge>
          {signOn.softDeadline && open ? (
            <span className="muted">
              <Trans>please answer by {moment(signOn.softDeadline, locale)}</Trans>
            </span>
          ) : null}
        </p>
        {signOn.extendedFrom ? (
          <p className="sm muted">
            <Trans>Extended from {moment(signOn.extendedFrom, locale)}:</Trans> {signOn.extensionReason}
          </p>
        ) : null}
        {signOn.addressees ? (
          <p className="sm">
            <Trans>To: {signOn.addressees}</Trans>
          </p>
        ) : null}
      </header>
      {paper.state === "REVIEW" || paper.state === "FINAL_TEXT" ? (
        <Note tone="warn">
          <Trans>The text is being corrected. Whoever has signed is asked anew once it is settled.</Trans>{" "}
          {paper.stateReason}
        </Note>
      ) : null}
      {paper.changedSinceSigned ? (
        <Editorial paper={id} changed={paper.changedSinceSigned} onDone={refresh} />
      ) : null}
      {paper.state === "READY" ? (
        <Note>
          <Trans>All that had to come together has. The text is ready to be published.</Trans>
        </Note>
      ) : null}
      {signOn.met === false && paper.state === "SIGN_ON" ? <Missed paper={paper} onDone={refresh} /> : null}
      <section className="stackv gap-3" aria-label={t`So far`}>
        <h2>
          <Trans>So far</Trans>
        </h2>
        <Progress signOn={signOn} />
      </section>
      <section className="stackv gap-3" aria-label={t`What it says`}>
        <div className="row between wrap">
          <h2>
            <Trans>What it says</Trans>
          </h2>
          {texts.en && texts.km ? (
            <fieldset className="langs seg">
              <legend className="vh">{t`Languages`}</legend>
              {(["en", "km"] as const).map((one) => (
                <button key={one} type="button" aria-pressed={shown === one} onClick={() => setLang(one)}>
                  {one === "en" ? "EN" : <span lang="km">ខ្មែរ</span>}
                </button>
              ))}
            </fieldset>
          ) : null}
        </div>
        {paper.summary.en || paper.summary.km ? (
          <p className="voice">
            <Both text={paper.summary} />
          </p>
        ) : null}
        <div className="sheet">
          <Canonical text={texts[shown]} lang={shown} />
        </div>
        <p className="row wrap xs muted">
          <Lock className="i" aria-hidden="true" />
          <Trans>The exact text, round {number(signOn.round, locale)}</Trans>
          <span className="hash" lang="en">
            {signOn.textHash.slice(0, 16)}
          </span>
        </p>
      </section>
      {signOn.yours.map(({ organisation, endorsement, statements }) => {
        if (!endorsement || !organisation) return null;
        if (endorsement.textHash !== signOn.textHash)
          return <Changes key={organisation.id} paper={id} since={endorsement.textHash} />;
        // Nobody has signed this very text: the hub kept the signature over an editorial change.
        const kept =
          signOn.editorialSince && statements[0]?.by === null && STANDS.includes(endorsement.state);
        return kept && signOn.editorialSince ? (
          <Changes key={organisation.id} paper={id} since={signOn.editorialSince} kept />
        ) : null;
      })}
      {reading.map(({ organisation, endorsement }) =>
        organisation ? (
          <Note key={organisation.id}>
            <b>{say(organisation.name)}</b>{" "}
            {endorsement ? (
              <Badge tone={SAID_TONES[endorsement.state]}>{i18n._(SAID[endorsement.state])}</Badge>
            ) : open ? (
              <>
                <Trans>has not answered yet. Only its authorised signatory can sign: ask them.</Trans>{" "}
                <Link to="/organisations/$id" params={{ id: organisation.id }}>
                  <Trans>Who that is</Trans>
                </Link>
              </>
            ) : (
              <Trans>did not answer.</Trans>
            )}
          </Note>
        ) : null,
      )}
      {signing.map(({ organisation, endorsement, statements, standing }) =>
        organisation ? (
          <section key={organisation.id} className="stackv gap-3" aria-label={say(organisation.name)}>
            {endorsement ? (
              <p>
                <Trans>{organisation.acronym} so far:</Trans>{" "}
                <Badge tone={SAID_TONES[endorsement.state]}>{i18n._(SAID[endorsement.state])}</Badge>{" "}
                <span className="sm muted">{moment(endorsement.statedAt, locale)}</span>
              </p>
            ) : null}
            {statements.length > 1 ? (
              <details>
                <summary>
                  <Trans>All that was said for {organisation.acronym}</Trans>
                </summary>
                <ul className="list">
                  {statements.map((one) => (
                    <li key={`${one.at} ${one.state}`} className="sm">
                      {moment(one.at, locale)} · {i18n._(SAID[one.state])}
                      {one.by ? ` · ${say(one.by.name.full)}` : ""}
                      {one.reservation ? ` · ${one.reservation}` : ""}
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
            {open ? (
              <Decide
                key={`${signOn.textHash} ${endorsement?.statedAt ?? ""}`}
                paper={id}
                textHash={signOn.textHash}
                organisation={organisation}
                before={endorsement ?? null}
                sections={headings}
                objections={signOn.noObjection}
                standing={standing}
                onDone={refresh}
              />
            ) : endorsement && STANDS.includes(endorsement.state) ? (
              <div>
                <Withdraw
                  paper={id}
                  organisation={organisation}
                  published={paper.state === "PUBLISHED"}
                  onDone={refresh}
                />
              </div>
            ) : null}
          </section>
        ) : null,
      )}
      <Publish paper={paper} onDone={refresh} />
      {PUBLISHABLE.includes(paper.state) ? (
        <Deliveries paper={id} addressees={signOn.addressees} may={deliverable(paper)} signed />
      ) : null}
      <SignedBy paper={id} />
      {signOn.viewerCan.run ? (
        <>
          <Board paper={id} signOn={signOn} open={open} onDone={refresh} />
          <Guests paper={id} textHash={signOn.textHash} open={open} onDone={refresh} />
        </>
      ) : null}
    </div>
  );
}

/** A signature stands. */
const STANDS: EndorsementState[] = ["ENDORSED", "ENDORSED_WITH_RESERVATION"];
/** It may be handed over, or may have been. */
const PUBLISHABLE: PaperState[] = ["READY", "PUBLISHED", "SUPERSEDED", "RETRACTED"];

const deliverable = (paper: Paper) =>
  paper.viewerCan.runSignOn && (paper.state === "READY" || paper.state === "PUBLISHED");

/** A text that is not signed but decided on: where it stands, and its publication. */
function Decided({ paper, onDone }: { paper: Paper; onDone: () => void }) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  return (
    <div className="signpage stackv gap-6">
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/papers/$id" params={{ id: paper.id }}>
          <Trans>The paper</Trans>
        </Link>
      </nav>
      <h1 className="voice">
        <Both text={paper.title} />
      </h1>
      <ul className="list card nopad">
        {paper.decisions.map((one) => (
          <li key={one.id} className="row between wrap signed">
            <Link to="/decisions/$id" params={{ id: one.id }}>
              <Trans>The decision of the members</Trans>
            </Link>
            <span className="row wrap gap-2">
              <small className="muted">
                {one.endedAt ? (
                  moment(one.endedAt, locale)
                ) : (
                  <Trans>closes {moment(one.closesAt, locale)}</Trans>
                )}
              </small>
              <Badge tone={DECISION_TONES[one.state]}>{i18n._(DECISION_STATES[one.state])}</Badge>
            </span>
          </li>
        ))}
      </ul>
      <Publish paper={paper} onDone={onDone} />
      {PUBLISHABLE.includes(paper.state) ? (
        <Deliveries paper={paper.id} addressees="" may={deliverable(paper)} />
      ) : null}
    </div>
  );
}

/** Who signs by public name. */
function SignedBy({ paper }: { paper: string }) {
  const { i18n } = useLingui();
  const { locale, say } = useLocale();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data }] = useQuery({
    query: SignedByDocument,
    variables: { id: paper, after },
    requestPolicy: "cache-and-network",
  });
  const signed = data?.paper?.signOn?.endorsements;
  const guests = data?.paper?.signOn?.guests.edges ?? [];
  if (!signed) return null;
  return (
    <section className="stackv gap-3">
      <h2>
        <Trans>Signed by</Trans>
      </h2>
      {signed.totalCount === 0 && guests.length === 0 ? (
        <p className="muted">
          <Trans>Nobody has signed by name yet.</Trans>
        </p>
      ) : null}
      <ul className="list card nopad">
        {signed.edges.map(({ node }) => (
          <li key={`${node.organisation?.id} ${node.statedAt}`} className="row top signed">
            {node.organisation ? (
              <OrgMark id={node.organisation.id} acronym={node.organisation.acronym} />
            ) : null}
            <div className="grow">
              <b>
                {node.displayName.en || node.displayName.km
                  ? say(node.displayName)
                  : node.organisation
                    ? say(node.organisation.name)
                    : ""}
              </b>
              <br />
              <small className="muted">
                {i18n._(SAID[node.state])} · {moment(node.statedAt, locale)}
              </small>
              {node.reservation ? (
                <blockquote className="sm">
                  {node.sections.length > 0 ? <b>{node.sections.join(", ")}: </b> : null}
                  {node.reservation}
                </blockquote>
              ) : null}
            </div>
          </li>
        ))}
        {guests.map(({ node }) => (
          <li key={`${node.name.en} ${node.statedAt}`} className="row top signed">
            <div className="grow">
              <b>{say(node.name)}</b>
              <br />
              <small className="muted">
                <Trans>from outside the network</Trans>
                {node.statedAt ? ` · ${moment(node.statedAt, locale)}` : ""}
              </small>
              {node.reservation ? <blockquote className="sm">{node.reservation}</blockquote> : null}
            </div>
          </li>
        ))}
      </ul>
      {signed.pageInfo.hasNextPage ? (
        <Button onClick={() => setAfter(signed.pageInfo.endCursor ?? null)}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
    </section>
  );
}
