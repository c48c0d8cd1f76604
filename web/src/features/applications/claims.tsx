import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure, reasons } from "../../ui/outcome";
import {
  AcceptClaimDocument,
  ClaimsDocument,
  type ClaimsQuery,
  RefuseClaimDocument,
} from "./applications.gql";

type Claim = NonNullable<ClaimsQuery["network"]>["claims"][number];

/** Who says that they speak for a listed organisation: looked at and answered by the secretariat. */
export function Claims({ network }: { network: string }) {
  const [{ data }, again] = useQuery({
    query: ClaimsDocument,
    variables: { network },
    requestPolicy: "cache-and-network",
  });
  const claims = data?.network?.claims ?? [];
  if (claims.length === 0) return null;
  return (
    <section className="card nopad" style={{ marginBottom: "var(--s-6)" }}>
      <header>
        <h2>
          <Trans>They say it is their organisation</Trans>
        </h2>
      </header>
      <ul className="list">
        {claims.map((claim) => (
          <ClaimLine key={claim.id} claim={claim} onDone={() => again({ requestPolicy: "network-only" })} />
        ))}
      </ul>
    </section>
  );
}

function ClaimLine({ claim, onDone }: { claim: Claim; onDone: () => void }) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [accepting, accept] = useMutation(AcceptClaimDocument);
  const [refusing, refuse] = useMutation(RefuseClaimDocument);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const payload = accepting.data?.acceptClaim ?? refusing.data?.refuseClaim;
  const wrong = reasons(payload);
  const why = failure(accepting.error ?? refusing.error, payload) ?? wrong.email ?? wrong.person;
  const yes = async () => {
    const { data } = await accept({ claim: claim.id });
    if (data?.acceptClaim.status === "DONE") onDone();
  };
  const no = async () => {
    const { data } = await refuse({ claim: claim.id, reason });
    if (data?.refuseClaim.status === "DONE") onDone();
  };
  const position = say(claim.position);
  return (
    <li className="todo" style={{ alignItems: "start" }}>
      <OrgMark id={claim.organisation?.id ?? claim.id} acronym={claim.organisation?.acronym ?? ""} />
      <span>
        <span className="t">
          <b>{claim.organisation ? say(claim.organisation.name) : ""}</b>
        </span>
        <span className="m">
          <span>{say(claim.name)}</span>
          {position ? <span>{position}</span> : null}
          <span>{claim.email}</span>
          <time dateTime={claim.askedAt}>{moment(claim.askedAt, locale)}</time>
        </span>
        {claim.note ? <span className="sub">{claim.note}</span> : null}
        {why ? <Note tone="danger">{why}</Note> : null}
      </span>
      <span className="row wrap gap-2">
        <Button kind="primary" className="small" busy={accepting.fetching} onClick={() => void yes()}>
          <Trans>It is so: invite them</Trans>
        </Button>
        <Button className="small" onClick={() => setOpen(true)}>
          <Trans>Refuse</Trans>
        </Button>
      </span>
      {open ? (
        <Modal title={t`Refuse`} open onClose={() => setOpen(false)}>
          <div className="stackv gap-4">
            <Field
              label={t`Reason`}
              hint={t`For the secretariat only; the name and address are not kept.`}
              error={wrong.reason}
            >
              {(ids) => (
                <textarea
                  className="input"
                  rows={3}
                  {...ids}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            <div className="actions">
              <Button kind="danger" busy={refusing.fetching} onClick={() => void no()}>
                <Trans>Refuse</Trans>
              </Button>
            </div>
          </div>
        </Modal>
      ) : null}
    </li>
  );
}
