import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMutation } from "urql";
import { moment } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { AskToLowerDocument, type SignPageQuery } from "./signing.gql";

type Paper = NonNullable<SignPageQuery["paper"]>;

/** The deadline has come and not all came together: what can be done now. */
export function Missed({ paper, onDone }: { paper: Paper; onDone: () => void }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [result, ask] = useMutation(AskToLowerDocument);
  const wrong = reasons(result.data?.askToLowerThreshold);
  const why = failure(result.error, result.data?.askToLowerThreshold) ?? wrong.paper ?? wrong.subject;
  const asked = paper.decisions.find((one) => one.subject === "PUBLISH_STATEMENT");
  return (
    <Note tone="warn">
      <div className="stackv gap-3">
        <p>
          <Trans>The deadline has come, and not all that had to come together did.</Trans>
        </p>
        {asked?.state === "OPEN" ? (
          <p>
            <Link to="/decisions/$id" params={{ id: asked.id }}>
              <Trans>
                The committee decides until {moment(asked.closesAt, locale)} whether it is published all the
                same
              </Trans>
            </Link>
          </p>
        ) : paper.viewerCan.runSignOn ? (
          <>
            <p className="sm">
              <Trans>
                You can extend it once, ask the committee to publish it all the same, or send it back to
                review.
              </Trans>
            </p>
            {asked ? (
              <p className="sm">
                <Link to="/decisions/$id" params={{ id: asked.id }}>
                  <Trans>The committee was asked before</Trans>
                </Link>
              </p>
            ) : null}
            <div>
              <Button className="small" onClick={() => setAsking(true)}>
                <Trans>Ask the committee</Trans>
              </Button>
            </div>
          </>
        ) : null}
      </div>
      {asking ? (
        <Modal title={t`Ask the committee`} open onClose={() => setAsking(false)}>
          <form
            className="stackv gap-4"
            onSubmit={async (event) => {
              event.preventDefault();
              const { data } = await ask({ paper: paper.id, reason });
              if (data?.askToLowerThreshold.status !== "DONE") return;
              setAsking(false);
              onDone();
            }}
          >
            {why ? <Note tone="danger">{why}</Note> : null}
            <p>
              <Trans>
                The committee votes on whether the statement is published although fewer have signed than were
                needed.
              </Trans>
            </p>
            <TextField
              label={t`Why`}
              value={reason}
              error={wrong.reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <div className="row wrap">
              <Button kind="primary" type="submit" busy={result.fetching}>
                <Trans>Ask the committee</Trans>
              </Button>
              <Button onClick={() => setAsking(false)}>
                <Trans>Cancel</Trans>
              </Button>
            </div>
          </form>
        </Modal>
      ) : null}
    </Note>
  );
}
