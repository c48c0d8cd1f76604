import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { CampaignState } from "../../graphql/schema";
import { Button, Field, Modal, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { type CampaignFullFragment, MoveCampaignDocument } from "./campaigns.gql";

/** What can be done next with a campaign, by those who may. What is missing for a step is named. */
export function Steps({ campaign }: { campaign: CampaignFullFragment }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<CampaignState | null>(null);
  const [result, move] = useMutation(MoveCampaignDocument);
  const payload = result.data?.moveCampaign;
  const wrong = reasons(payload);
  const gaps = asking ? [] : Object.values(wrong);
  const why = asking ? undefined : failure(result.error, payload);
  const { state, viewerCan: can } = campaign;
  const steps: { to: CampaignState; label: string; primary?: boolean; asks?: boolean }[] = [];
  if (can.lead) {
    if (state === "CONCEPT") steps.push({ to: "PLANNING", label: t`Plan it`, primary: true });
    if (state === "APPROVED") steps.push({ to: "ACTIVE", label: t`Begin now`, primary: true });
    if (state === "PAUSED") steps.push({ to: "ACTIVE", label: t`Go on`, primary: true });
    if (state === "ACTIVE") steps.push({ to: "PAUSED", label: t`Let it rest`, asks: true });
    if (state === "ACTIVE" || state === "PAUSED") steps.push({ to: "CLOSING", label: t`Look back on it` });
    if (state === "CLOSING") steps.push({ to: "CLOSED", label: t`Close it`, primary: true, asks: true });
  }
  if (can.approve && state === "PLANNING")
    steps.push({ to: "APPROVED", label: t`Approve the plan`, primary: true });
  if (can.cancel) steps.push({ to: "CANCELLED", label: t`Give it up`, asks: true });
  if (steps.length === 0) return null;
  return (
    <div className="stackv gap-3">
      {why ? <Note tone="danger">{why}</Note> : null}
      {gaps.length > 0 ? (
        <Note tone="danger">
          <p>
            <Trans>Something is missing for this step:</Trans>
          </p>
          <ul>
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </Note>
      ) : null}
      <div className="row wrap gap-2">
        {steps.map(({ to, label, primary, asks }) => (
          <Button
            key={to}
            kind={primary ? "primary" : undefined}
            busy={result.fetching && !asking}
            onClick={() => (asks ? setAsking(to) : void move({ id: campaign.id, to, reason: "" }))}
          >
            {label}
          </Button>
        ))}
      </div>
      {asking ? (
        <Reason
          campaign={campaign.id}
          to={asking}
          title={steps.find((step) => step.to === asking)?.label ?? ""}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  );
}

function Reason({
  campaign,
  to,
  title,
  onClose,
}: {
  campaign: string;
  to: CampaignState;
  title: string;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const [result, move] = useMutation(MoveCampaignDocument);
  const payload = result.data?.moveCampaign;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.campaign;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await move({ id: campaign, to, reason });
    if (data?.moveCampaign.status === "DONE") onClose();
  };
  return (
    <Modal title={title} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <Field
          label={to === "CLOSED" ? t`What was learnt` : t`Why (for the team alone)`}
          full
          error={wrong.reason}
        >
          {(ids) => (
            <textarea
              className="input"
              rows={4}
              {...ids}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
            {title}
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
