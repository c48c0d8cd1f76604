import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import type {
  Attribution,
  EndorsementBasis,
  EndorsementChannel,
  EndorsementState,
} from "../../graphql/schema";
import { clockInput, instant, moment, number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Badge, Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { OrgMark } from "../../ui/org-mark";
import { failure, reasons } from "../../ui/outcome";
import { Proof } from "./proof";
import {
  ExtendSignOnDocument,
  RecordAnswerDocument,
  RemindSignOnDocument,
  SignBoardDocument,
  type SignBoardQuery,
  type SignOnPartsFragment,
} from "./signing.gql";
import { ATTRIBUTIONS, BASES, SAID, SAID_TONES } from "./words";

type Row = NonNullable<NonNullable<SignBoardQuery["paper"]>["signOn"]>["board"]["edges"][number]["node"];

/** It has not answered finally to this very text. */
const silent = ({ endorsement }: Row, textHash: string) =>
  !endorsement ||
  endorsement.state === "IN_INTERNAL_REVIEW" ||
  endorsement.state === "RECONFIRM" ||
  endorsement.textHash !== textHash;

/** Every member with what it has said: for whoever runs the sign-on and protects the names. */
export function Board({
  paper,
  signOn,
  open,
  onDone,
}: {
  paper: string;
  signOn: SignOnPartsFragment;
  open: boolean;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data }, again] = useQuery({
    query: SignBoardDocument,
    variables: { id: paper, after },
    requestPolicy: "cache-and-network",
  });
  const [extending, setExtending] = useState(false);
  const [recording, setRecording] = useState<Row["organisation"] | null>(null);
  const board = data?.paper?.signOn?.board;
  const refresh = () => {
    again({ requestPolicy: "network-only" });
    onDone();
  };
  const [reminding, remind] = useMutation(RemindSignOnDocument);
  const nudge = async (organisation: string | null) => {
    const { data: done, error } = await remind({ paper, organisation });
    const refused = failure(error, done?.remindSignOn) ?? Object.values(reasons(done?.remindSignOn))[0];
    if (refused) toast.error(refused);
    else {
      const reminded = done?.remindSignOn.reminded ?? 0;
      const all = number(reminded, locale);
      toast.success(reminded === 1 ? t`1 member is reminded.` : t`${all} members are reminded.`);
    }
  };
  const extendable = !signOn.extendedFrom && (open || signOn.met === false);
  return (
    <section className="stackv gap-3" aria-label={t`Who has answered`}>
      <div className="row between wrap">
        <h2>
          <Trans>Who has answered</Trans>
        </h2>
        <span className="row wrap gap-2">
          <a className="btn small" href={`/files/${paper}/paper/sign-on.csv?lang=${locale}`} download>
            <Trans>Save as a table (CSV)</Trans>
          </a>
          <a className="btn small" href={`/files/${paper}/paper/sign-on.pdf?lang=${locale}`} download>
            <Trans>Print it (PDF)</Trans>
          </a>
          {open ? (
            <Button className="small" busy={reminding.fetching} onClick={() => void nudge(null)}>
              <Trans>Remind all who are silent</Trans>
            </Button>
          ) : null}
          {extendable ? (
            <Button className="small" onClick={() => setExtending(true)}>
              <Trans>Extend, once</Trans>
            </Button>
          ) : null}
        </span>
      </div>
      <p className="sm muted">
        <Trans>Only you and the security focal point see this list. Silence is never support.</Trans>
      </p>
      <ul className="list card nopad">
        {board?.edges.map(({ node }) =>
          node.organisation ? (
            <li key={node.organisation.id} className="row top signed">
              <OrgMark id={node.organisation.id} acronym={node.organisation.acronym} />
              <div className="grow">
                <b>{say(node.organisation.name)}</b>
                <br />
                {node.endorsement ? (
                  <small className="muted">
                    {i18n._(ATTRIBUTIONS[node.endorsement.attribution].name)}
                    {node.endorsement.basis ? ` · ${i18n._(BASES[node.endorsement.basis].name)}` : ""}
                    {` · ${moment(node.endorsement.statedAt, locale)}`}
                    {node.endorsement.mandateDocument
                      ? ` · ${say(node.endorsement.mandateDocument.title)}`
                      : ""}
                    {node.endorsement.note ? ` · ${node.endorsement.note}` : ""}
                    {node.endorsement.dissent ? ` · ${t`dissents: ${node.endorsement.dissent}`}` : ""}
                  </small>
                ) : null}
              </div>
              {node.endorsement ? (
                <Badge tone={SAID_TONES[node.endorsement.state]}>
                  {i18n._(SAID[node.endorsement.state])}
                </Badge>
              ) : (
                <Badge>{open ? <Trans>has not answered</Trans> : <Trans>no response</Trans>}</Badge>
              )}
              {open && node.organisation && silent(node, signOn.textHash) ? (
                <Button
                  className="small"
                  kind="quiet"
                  busy={reminding.fetching}
                  onClick={() => void nudge(node.organisation?.id ?? null)}
                >
                  <Trans>Remind</Trans>
                </Button>
              ) : null}
              {open ? (
                <Button className="small" kind="quiet" onClick={() => setRecording(node.organisation)}>
                  <Trans>Record…</Trans>
                </Button>
              ) : null}
            </li>
          ) : null,
        )}
      </ul>
      {board?.pageInfo.hasNextPage ? (
        <Button onClick={() => setAfter(board.pageInfo.endCursor ?? null)}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
      {extending ? (
        <Extend paper={paper} signOn={signOn} onClose={() => setExtending(false)} onDone={refresh} />
      ) : null}
      {recording ? (
        <Record
          paper={paper}
          textHash={signOn.textHash}
          organisation={recording}
          onClose={() => setRecording(null)}
          onDone={refresh}
        />
      ) : null}
    </section>
  );
}

function Extend({
  paper,
  signOn,
  onClose,
  onDone,
}: {
  paper: string;
  signOn: SignOnPartsFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [until, setUntil] = useState(clockInput(signOn.deadline));
  const [reason, setReason] = useState("");
  const [result, extend] = useMutation(ExtendSignOnDocument);
  const wrong = reasons(result.data?.extendSignOn);
  const why = failure(result.error, result.data?.extendSignOn);
  return (
    <Modal title={t`Extend the deadline`} open onClose={onClose}>
      <form
        className="stackv gap-4"
        onSubmit={async (event) => {
          event.preventDefault();
          const deadline = instant(until);
          if (!deadline) return;
          const { data } = await extend({ paper, deadline, reason });
          if (data?.extendSignOn.status === "DONE") {
            onDone();
            onClose();
          }
        }}
      >
        {why ? <Note tone="danger">{why}</Note> : null}
        <p>
          <Trans>A sign-on is extended once. Everybody is told why.</Trans>
        </p>
        <TextField
          label={t`New deadline (time in Phnom Penh)`}
          type="datetime-local"
          value={until}
          error={wrong.deadline}
          onChange={(event) => setUntil(event.target.value)}
        />
        <TextField
          label={t`Why`}
          value={reason}
          error={wrong.reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
            <Trans>Extend</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** What an organisation said on paper or by mail, with the document that proves it. */
function Record({
  paper,
  textHash,
  organisation,
  onClose,
  onDone,
}: {
  paper: string;
  textHash: string;
  organisation: NonNullable<Row["organisation"]>;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const network = useNetwork();
  const [state, setState] = useState<EndorsementState>("ENDORSED");
  const [basis, setBasis] = useState<EndorsementBasis>("BOARD_DECISION");
  const [attribution, setAttribution] = useState<Attribution>("PUBLIC");
  const [channel, setChannel] = useState<EndorsementChannel>("PAPER_SCANNED");
  const [reservation, setReservation] = useState("");
  const [evidence, setEvidence] = useState("");
  const [result, record] = useMutation(RecordAnswerDocument);
  const wrong = reasons(result.data?.recordAnswer);
  const why = failure(result.error, result.data?.recordAnswer) ?? wrong.paper ?? wrong.organisation;
  const signs = state === "ENDORSED" || state === "ENDORSED_WITH_RESERVATION";
  const select = <T extends string>(
    label: string,
    value: T,
    set: (value: T) => void,
    options: readonly (readonly [T, string])[],
  ) => (
    <Field label={label}>
      {(ids) => (
        <select className="input" {...ids} value={value} onChange={(event) => set(event.target.value as T)}>
          {options.map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <Modal title={t`What ${organisation.acronym} has said`} open onClose={onClose}>
      <form
        className="stackv gap-4"
        onSubmit={async (event) => {
          event.preventDefault();
          const { data: done } = await record({
            paper,
            organisation: organisation.id,
            channel,
            evidence: evidence || null,
            input: {
              state,
              textHash,
              basis: signs ? basis : null,
              attribution,
              reservation,
            },
          });
          if (done?.recordAnswer.status === "DONE") {
            onDone();
            onClose();
          }
        }}
      >
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          {select(t`It`, state, setState, [
            ["ENDORSED", i18n._(SAID.ENDORSED)],
            ["ENDORSED_WITH_RESERVATION", i18n._(SAID.ENDORSED_WITH_RESERVATION)],
            ["ABSTAINED", i18n._(SAID.ABSTAINED)],
            ["DECLINED", i18n._(SAID.DECLINED)],
          ])}
          {select(t`How it reached us`, channel, setChannel, [
            ["PAPER_SCANNED", t`on paper`],
            ["EMAIL_RECORDED", t`by mail`],
          ])}
          {signs
            ? select(
                t`By which mandate?`,
                basis,
                setBasis,
                (Object.keys(BASES) as EndorsementBasis[]).map(
                  (one) => [one, i18n._(BASES[one].name)] as const,
                ),
              )
            : null}
          {select(
            t`How is its name shown?`,
            attribution,
            setAttribution,
            (Object.keys(ATTRIBUTIONS) as Attribution[]).map(
              (one) => [one, i18n._(ATTRIBUTIONS[one].name)] as const,
            ),
          )}
        </div>
        {state === "ENDORSED_WITH_RESERVATION" ? (
          <TextField
            label={t`Its reservation`}
            value={reservation}
            error={wrong.reservation}
            onChange={(event) => setReservation(event.target.value)}
          />
        ) : null}
        {network ? (
          <Proof
            network={network.id}
            label={t`The document that proves it: search the library`}
            chosen={evidence}
            error={wrong.evidence}
            onChoose={setEvidence}
          />
        ) : null}
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
            <Trans>Record it</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
