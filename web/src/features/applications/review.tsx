import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { type AnyVariables, type TypedDocumentNode, useMutation, useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import type { ReviewItem, Tier } from "../../graphql/schema";
import { moment } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { REVIEW_ITEMS } from "../../ui/decision-words";
import { Badge, Button, EmptyState, Field, Loading, Modal, Note } from "../../ui/kit";
import { failure, type Payload, reasons } from "../../ui/outcome";
import { REGISTRATIONS, STATES, TIERS } from "../../ui/words";
import { HostsDocument } from "../organisations/organisation.gql";
import {
  type ApplicationCardFragment,
  ApplicationPageDocument,
  PutApplicationAgainDocument,
  RecommendApplicationDocument,
  ReturnApplicationDocument,
  ReviewApplicationDocument,
  StartReviewDocument,
  WaiveRefereeDocument,
} from "./applications.gql";
import { Progress } from "./progress";

/** Runs one of the page's mutations and keeps its refusal in words. */
function useAct<Data extends Record<string, unknown>, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
) {
  const [result, run] = useMutation(document);
  const payload = result.data
    ? (Object.values(result.data).find((part) => typeof part === "object") as Payload)
    : undefined;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? Object.values(wrong)[0];
  return { run, why, wrong, busy: result.fetching, done: payload?.status === "DONE" };
}

/** One application, for those who review it and those who decide on it. */
export function ReviewPage() {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const { id } = useParams({ from: "/inside/applications/$id" });
  const [{ data, error }] = useQuery({ query: ApplicationPageDocument, variables: { id } });
  if (!data) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const membership = data.node?.__typename === "Membership" ? data.node : null;
  if (!membership?.application) {
    return (
      <EmptyState title={t`This does not exist, or not for you.`}>
        <Link to="/applications" className="btn">
          <Trans>See the applications</Trans>
        </Link>
      </EmptyState>
    );
  }
  const { organisation, application } = membership;
  return (
    <>
      <nav className="crumb" aria-label={t`You are here`}>
        <Link to="/applications">
          <Trans>Applications</Trans>
        </Link>
      </nav>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Both text={organisation.name} />
          </h1>
          <p className="lead">
            {organisation.kind ? <Both text={organisation.kind.label} /> : null}
            {organisation.hq ? (
              <>
                {" · "}
                <Both text={organisation.hq.name} />
              </>
            ) : null}
            {" · "}
            {i18n._(REGISTRATIONS[organisation.registration])}
          </p>
        </div>
        <Badge tone={membership.state === "ACTIVE" ? "ok" : "pending"}>
          {i18n._(STATES[membership.state])}
        </Badge>
      </div>
      <div className="two">
        <div className="stackv gap-6">
          <section className="card">
            <header>
              <h2 className="grow">
                <Trans>Why it wants to join</Trans>
              </h2>
              <Link className="btn" to="/organisations/$id" params={{ id: organisation.id }}>
                <Trans>Its profile</Trans>
              </Link>
            </header>
            <p style={{ whiteSpace: "pre-wrap", maxWidth: "62ch" }}>
              {application.motivation.en || application.motivation.km ? (
                <Both text={application.motivation} />
              ) : (
                <span className="muted">
                  <Trans>It has not said.</Trans>
                </span>
              )}
            </p>
            <p className="row wrap" style={{ marginTop: "var(--s-4)" }}>
              {organisation.themes.map((term) => (
                <Badge key={term.id}>{say(term.label)}</Badge>
              ))}
            </p>
          </section>
          <Referees membership={membership} />
          {application.viewerCan.review ? (
            <Steps membership={membership} />
          ) : (
            <Findings membership={membership} />
          )}
          {application.decision ? (
            <section className="card">
              <header>
                <h2 className="grow">
                  <Trans>Decision</Trans>
                </h2>
              </header>
              <Link className="btn" to="/decisions/$id" params={{ id: application.decision.id }}>
                <Trans>See the decision</Trans>
              </Link>
            </section>
          ) : null}
          {membership.state === "RECOMMENDED" && application.admittedAt && !application.conductAcceptedAt ? (
            <Note>
              <Trans>Admitted. It becomes a member when its signatory accepts the code of conduct.</Trans>
            </Note>
          ) : null}
        </div>
        <Progress membership={membership} />
      </div>
    </>
  );
}

function Referees({ membership }: { membership: ApplicationCardFragment }) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const waive = useAct(WaiveRefereeDocument);
  const [open, setOpen] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const go = async () => {
    if (!open) return;
    const { data } = await waive.run({ referee: open, reason });
    if (data?.waiveReferee.status === "DONE") setOpen(null);
  };
  return (
    <section className="card">
      <header>
        <h2>
          <Trans>Referees</Trans>
        </h2>
      </header>
      <ul className="list stackv gap-4">
        {membership.application?.referees.map((referee) => (
          <li key={referee.id} className="stackv gap-2" style={{ border: 0 }}>
            <span className="row wrap">
              <b>{referee.organisation ? say(referee.organisation.name) : ""}</b>
              {referee.answer === "RECOMMENDS" ? (
                <Badge tone="ok">
                  <Trans>recommends</Trans>
                </Badge>
              ) : referee.answer === "DOES_NOT_RECOMMEND" ? (
                <Badge tone="danger">
                  <Trans>does not recommend</Trans>
                </Badge>
              ) : referee.waivedAt ? (
                <Badge tone="warn">
                  <Trans>gone on without</Trans>
                </Badge>
              ) : (
                <Badge tone="pending">
                  <Trans>asked by mail</Trans>
                </Badge>
              )}
            </span>
            {referee.statement ? <p style={{ whiteSpace: "pre-wrap" }}>{referee.statement}</p> : null}
            {referee.waivedReason ? <p className="muted">{referee.waivedReason}</p> : null}
            {referee.answeredAt ? (
              <span className="muted sm">
                {referee.answeredByName} · {moment(referee.answeredAt, locale)}
              </span>
            ) : null}
            {!referee.answeredAt && !referee.waivedAt && membership.application?.viewerCan.review ? (
              <div>
                <Button className="small" onClick={() => setOpen(referee.id)}>
                  <Trans>Go on without it</Trans>
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {open ? (
        <Modal title={t`Go on without this referee`} open onClose={() => setOpen(null)}>
          {waive.why ? <Note tone="danger">{waive.why}</Note> : null}
          <Reason value={reason} onChange={setReason} />
          <div className="actions">
            <Button kind="primary" busy={waive.busy} onClick={() => void go()}>
              <Trans>Go on without it</Trans>
            </Button>
          </div>
        </Modal>
      ) : null}
    </section>
  );
}

function Reason({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useLingui();
  return (
    <Field label={t`Reason`}>
      {(ids) => (
        <textarea
          className="input"
          rows={3}
          {...ids}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** What the review found, for the committee. */
function Findings({ membership }: { membership: ApplicationCardFragment }) {
  const { i18n } = useLingui();
  const review = membership.application?.review;
  if (!review || (review.checked.length === 0 && !review.note)) return null;
  return (
    <section className="card">
      <header>
        <h2>
          <Trans>The review</Trans>
        </h2>
      </header>
      <ul className="stackv gap-2">
        {review.checked.map((item) => (
          <li key={item}>✓ {i18n._(REVIEW_ITEMS[item])}</li>
        ))}
      </ul>
      {review.note ? <p style={{ whiteSpace: "pre-wrap", marginTop: "var(--s-3)" }}>{review.note}</p> : null}
    </section>
  );
}

/** What the secretariat does next. */
function Steps({ membership }: { membership: ApplicationCardFragment }) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const network = useNetwork();
  const start = useAct(StartReviewDocument);
  const save = useAct(ReviewApplicationDocument);
  const recommend = useAct(RecommendApplicationDocument);
  const back = useAct(ReturnApplicationDocument);
  const again = useAct(PutApplicationAgainDocument);
  const application = membership.application;
  const [checked, setChecked] = useState<ReviewItem[]>(application?.review?.checked ?? []);
  const [note, setNote] = useState(application?.review?.note ?? "");
  const [tier, setTier] = useState<Tier>("FULL");
  const [host, setHost] = useState("");
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState("");
  const hidden = membership.organisation.listing === "RESTRICTED";
  const [{ data: hosts }] = useQuery({
    query: HostsDocument,
    variables: { network: network?.id ?? "", language: locale === "km" ? "KM" : "EN" },
    pause: !hidden || !network,
  });
  const id = membership.id;
  const why = start.why ?? save.why ?? recommend.why ?? again.why;
  const onRecommend = async () => {
    const { data } = await save.run({ input: { membership: id, checked, note } });
    if (data?.reviewApplication.status === "DONE") {
      await recommend.run({ input: { membership: id, tier, host: host || null } });
    }
  };
  const onReturn = async () => {
    const { data } = await back.run({ membership: id, reason });
    if (data?.returnApplication.status === "DONE") setReturning(false);
  };
  const undecided =
    membership.state === "RECOMMENDED" &&
    !application?.admittedAt &&
    application?.decision &&
    (application.decision.state === "INQUORATE" || application.decision.state === "WITHDRAWN");
  if (membership.state === "RECOMMENDED" && !undecided) return <Findings membership={membership} />;
  return (
    <section className="card stackv gap-4">
      <header>
        <h2>
          <Trans>The review</Trans>
        </h2>
      </header>
      {why ? <Note tone="danger">{why}</Note> : null}
      {membership.state === "APPLIED" ? (
        <div className="actions">
          <Button kind="primary" busy={start.busy} onClick={() => void start.run({ membership: id })}>
            <Trans>Begin the review</Trans>
          </Button>
          <Button onClick={() => setReturning(true)}>
            <Trans>Give it back</Trans>
          </Button>
        </div>
      ) : null}
      {membership.state === "UNDER_REVIEW" ? (
        <>
          <fieldset>
            <legend className="label">
              <Trans>In order</Trans>
            </legend>
            <div className="checks">
              {(Object.keys(REVIEW_ITEMS) as ReviewItem[]).map((item) => (
                <label key={item}>
                  <input
                    type="checkbox"
                    checked={checked.includes(item)}
                    onChange={() =>
                      setChecked(
                        checked.includes(item) ? checked.filter((c) => c !== item) : [...checked, item],
                      )
                    }
                  />
                  {i18n._(REVIEW_ITEMS[item])}
                </label>
              ))}
            </div>
          </fieldset>
          <Field label={t`Note for those who decide`}>
            {(ids) => (
              <textarea
                className="input"
                rows={3}
                {...ids}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
          <div className="formgrid">
            <Field label={t`Tier`}>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={tier}
                  onChange={(event) => setTier(event.target.value as Tier)}
                >
                  {(Object.keys(TIERS) as Tier[]).map((word) => (
                    <option key={word} value={word}>
                      {i18n._(TIERS[word])}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            {hidden ? (
              <Field
                label={t`Host`}
                hint={t`The group is hidden and reached through its host.`}
                error={recommend.wrong.host}
              >
                {(ids) => (
                  <select
                    className="input"
                    {...ids}
                    value={host}
                    onChange={(event) => setHost(event.target.value)}
                  >
                    <option value="">{t`choose a member`}</option>
                    {hosts?.network?.members.edges.map(({ node }) => (
                      <option key={node.id} value={node.organisation.id}>
                        {say(node.organisation.name)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            ) : null}
          </div>
          <div className="actions">
            <Button kind="primary" busy={recommend.busy} onClick={() => void onRecommend()}>
              <Trans>Recommend to those who decide</Trans>
            </Button>
            <Button
              busy={save.busy}
              onClick={() => void save.run({ input: { membership: id, checked, note } })}
            >
              <Trans>Save</Trans>
            </Button>
            <Button onClick={() => setReturning(true)}>
              <Trans>Give it back</Trans>
            </Button>
          </div>
        </>
      ) : null}
      {undecided ? (
        <div className="actions">
          <Button kind="primary" busy={again.busy} onClick={() => void again.run({ membership: id })}>
            <Trans>Put it to the vote once more</Trans>
          </Button>
        </div>
      ) : null}
      {returning ? (
        <Modal title={t`Give the application back`} open onClose={() => setReturning(false)}>
          {back.why ? <Note tone="danger">{back.why}</Note> : null}
          <p>
            <Trans>The applicant reads the reason, mends the application and hands it in again.</Trans>
          </p>
          <Reason value={reason} onChange={setReason} />
          <div className="actions">
            <Button kind="primary" busy={back.busy} onClick={() => void onReturn()}>
              <Trans>Give it back</Trans>
            </Button>
          </div>
        </Modal>
      ) : null}
    </section>
  );
}
