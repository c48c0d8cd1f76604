import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import type { DeliveryMethod } from "../../graphql/schema";
import { day } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { Proof } from "./proof";
import { DeliveriesDocument, RecordDeliveryDocument, StrikeDeliveryDocument } from "./signing.gql";
import { METHODS } from "./words";

/** To whom the text was handed over, when, how, and what came back. */
export function Deliveries({
  paper,
  addressees,
  may,
  signed = false,
}: {
  paper: string;
  addressees: string;
  may: boolean;
  /** Organisations have signed it, some perhaps by a name that only the addressee is told. */
  signed?: boolean;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [after, setAfter] = useState<string | null>(null);
  const [recording, setRecording] = useState(false);
  const [striking, setStriking] = useState<string | null>(null);
  const [{ data }, again] = useQuery({
    query: DeliveriesDocument,
    variables: { id: paper, after },
    requestPolicy: "cache-and-network",
  });
  const deliveries = data?.paper?.deliveries;
  const refresh = () => again({ requestPolicy: "network-only" });
  if (!may && !deliveries?.totalCount) return null;
  return (
    <section className="stackv gap-3" aria-label={t`Delivery`}>
      <div className="row between wrap">
        <h2>
          <Trans>Delivery</Trans>
        </h2>
        {may ? (
          <span className="row wrap gap-2">
            {signed ? (
              <a className="btn small" href={`/files/${paper}/paper/addressee.pdf?lang=${locale}`} download>
                <Trans>For the addressee (PDF)</Trans>
              </a>
            ) : null}
            <Button className="small" onClick={() => setRecording(true)}>
              <Trans>Record a delivery</Trans>
            </Button>
          </span>
        ) : null}
      </div>
      {may && signed ? (
        <p className="xs muted">
          <Trans>
            The PDF for the addressee holds the names that only the addressee is told. Do not pass it on.
          </Trans>
        </p>
      ) : null}
      {deliveries?.totalCount === 0 ? (
        <p className="sm muted">
          <Trans>Nobody has it in hand yet. Write down to whom it was handed over, with the receipt.</Trans>
        </p>
      ) : (
        <ul className="list card nopad">
          {deliveries?.edges.map(({ node }) => (
            <li key={node.id} className="row top wrap signed">
              <div className="grow">
                <b>{node.struck ? <s>{node.addressee}</s> : node.addressee}</b>
                <br />
                <small className="muted">
                  {day(node.on, locale)} · {i18n._(METHODS[node.method])}
                  {node.receipt ? (
                    <>
                      {" · "}
                      <Trans>receipt {node.receipt}</Trans>
                    </>
                  ) : null}
                  {node.evidence ? ` · ${say(node.evidence.title)}` : ""}
                  {node.followUpOn ? (
                    <>
                      {" · "}
                      <Trans>ask again on {day(node.followUpOn, locale)}</Trans>
                    </>
                  ) : null}
                </small>
                {node.struck ? (
                  <p className="sm">
                    <Trans>Struck out: {node.struck}</Trans>
                  </p>
                ) : null}
              </div>
              {may && !node.struck ? (
                <Button className="small" kind="quiet" onClick={() => setStriking(node.id)}>
                  <Trans>Strike out</Trans>
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {deliveries?.pageInfo.hasNextPage ? (
        <Button onClick={() => setAfter(deliveries.pageInfo.endCursor ?? null)}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
      {recording ? (
        <Record
          paper={paper}
          addressees={addressees}
          onClose={() => setRecording(false)}
          onDone={() => {
            setRecording(false);
            refresh();
          }}
        />
      ) : null}
      {striking ? (
        <Strike
          delivery={striking}
          onClose={() => setStriking(null)}
          onDone={() => {
            setStriking(null);
            refresh();
          }}
        />
      ) : null}
    </section>
  );
}

function Record({
  paper,
  addressees,
  onClose,
  onDone,
}: {
  paper: string;
  addressees: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const network = useNetwork();
  const [addressee, setAddressee] = useState(addressees);
  const [on, setOn] = useState("");
  const [method, setMethod] = useState<DeliveryMethod>("HAND_DELIVERED");
  const [receipt, setReceipt] = useState("");
  const [followUpOn, setFollowUpOn] = useState("");
  const [evidence, setEvidence] = useState("");
  const [result, record] = useMutation(RecordDeliveryDocument);
  const wrong = reasons(result.data?.recordDelivery);
  const why = failure(result.error, result.data?.recordDelivery);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!on) return;
    const { data } = await record({
      paper,
      input: {
        addressee,
        on,
        method,
        receipt,
        evidence: evidence || null,
        followUpOn: followUpOn || null,
      },
    });
    if (data?.recordDelivery.status === "DONE") onDone();
  };
  return (
    <Modal title={t`Record a delivery`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <TextField
            label={t`To whom`}
            full
            value={addressee}
            error={wrong.addressee}
            onChange={(event) => setAddressee(event.target.value)}
          />
          <TextField
            label={t`On which day`}
            type="date"
            required
            value={on}
            error={wrong.on}
            onChange={(event) => setOn(event.target.value)}
          />
          <Field label={t`How`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={method}
                onChange={(event) => setMethod(event.target.value as DeliveryMethod)}
              >
                {(Object.keys(METHODS) as DeliveryMethod[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(METHODS[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            label={t`What it says on the receipt`}
            value={receipt}
            error={wrong.receipt}
            onChange={(event) => setReceipt(event.target.value)}
          />
          <TextField
            label={t`Ask what became of it on`}
            type="date"
            value={followUpOn}
            error={wrong.followUpOn}
            onChange={(event) => setFollowUpOn(event.target.value)}
          />
        </div>
        {network ? (
          <Proof
            network={network.id}
            label={t`The scan of the receipt: search the library`}
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

function Strike({
  delivery,
  onClose,
  onDone,
}: {
  delivery: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const [result, strike] = useMutation(StrikeDeliveryDocument);
  const wrong = reasons(result.data?.strikeDelivery);
  const why = failure(result.error, result.data?.strikeDelivery);
  return (
    <Modal title={t`Strike out the delivery`} open onClose={onClose}>
      <form
        className="stackv gap-4"
        onSubmit={async (event) => {
          event.preventDefault();
          const { data } = await strike({ delivery, reason });
          if (data?.strikeDelivery.status === "DONE") onDone();
        }}
      >
        {why ? <Note tone="danger">{why}</Note> : null}
        <TextField
          label={t`Why`}
          value={reason}
          error={wrong.reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="row wrap">
          <Button kind="danger" type="submit" busy={result.fetching}>
            <Trans>Strike out</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
