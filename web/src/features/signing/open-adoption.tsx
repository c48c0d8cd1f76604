import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { BallotScale } from "../../graphql/schema";
import { instant } from "../../i18n/format";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { OpenAdoptionDocument } from "./signing.gql";

/** Puts a final text to those who decide on the network's positions. */
export function OpenAdoption({ paper, onClose }: { paper: string; onClose: () => void }) {
  const { t } = useLingui();
  const [closes, setCloses] = useState("");
  const [scale, setScale] = useState<BallotScale>("VOTE");
  const [result, open] = useMutation(OpenAdoptionDocument);
  const wrong = reasons(result.data?.openAdoption);
  const why = failure(result.error, result.data?.openAdoption) ?? wrong.paper ?? wrong.subject;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await open({ paper, input: { scale, closesAt: closes ? instant(closes) : null } });
    if (data?.openAdoption.status === "DONE") onClose();
  };
  return (
    <Modal title={t`Put it to the members`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p>
          <Trans>
            Those who vote on the network’s positions decide on this exact text, by the rule of the network.
            An objection or too few votes send it back to review.
          </Trans>
        </p>
        <TextField
          label={t`The vote closes (time in Phnom Penh); by the rule when empty`}
          type="datetime-local"
          value={closes}
          error={wrong.closesAt}
          onChange={(event) => setCloses(event.target.value)}
        />
        <Field label={t`What a ballot can say`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={scale}
              onChange={(event) => setScale(event.target.value as BallotScale)}
            >
              <option value="VOTE">{t`In favour, against, abstain, stand aside, object`}</option>
              <option value="GRADIENTS">{t`Eight gradients of agreement`}</option>
            </select>
          )}
        </Field>
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
            <Trans>Put it to the members</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
