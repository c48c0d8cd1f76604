import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMutation } from "urql";
import { Button, Modal, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure } from "../../ui/outcome";
import { WithdrawSignatureDocument } from "./signing.gql";

/** Takes a signature back: possible at any time, also once the text is public. */
export function Withdraw({
  paper,
  organisation,
  published = false,
  onDone,
}: {
  paper: string;
  organisation: { id: string; acronym: string };
  /** Everybody reads it: the withdrawal is told there with its day. */
  published?: boolean;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [leaving, setLeaving] = useState(false);
  const [note, setNote] = useState("");
  const [result, withdraw] = useMutation(WithdrawSignatureDocument);
  return (
    <>
      <Button kind="quiet" onClick={() => setLeaving(true)}>
        <Trans>Withdraw</Trans>
      </Button>
      {leaving ? (
        <Modal title={t`Withdraw the signature`} open onClose={() => setLeaving(false)}>
          <div className="stackv gap-4">
            {published ? (
              <p>
                <Trans>
                  The text is public. Its page will say that you withdrew, and on which day; what was
                  published stays in the archive.
                </Trans>
              </p>
            ) : null}
            <TextField
              label={t`Why (to the coordinator alone)`}
              value={note}
              maxLength={2000}
              onChange={(event) => setNote(event.target.value)}
            />
            <div className="row wrap">
              <Button
                kind="danger"
                busy={result.fetching}
                onClick={async () => {
                  const done = await withdraw({ paper, organisation: organisation.id, reason: note });
                  const refused = failure(done.error, done.data?.withdrawSignature);
                  if (refused) toast.error(refused);
                  setLeaving(false);
                  onDone();
                }}
              >
                <Trans>Withdraw the signature of {organisation.acronym}</Trans>
              </Button>
              <Button onClick={() => setLeaving(false)}>
                <Trans>Cancel</Trans>
              </Button>
            </div>
          </div>
        </Modal>
      ) : null}
    </>
  );
}
