import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { EndPublicationDocument, SuccessorsDocument } from "./signing.gql";

/** Takes back what is public, or puts another text in its place. What was published stays readable, marked so. */
export function End({ paper, onClose, onDone }: { paper: string; onClose: () => void; onDone: () => void }) {
  const { t } = useLingui();
  const { say } = useLocale();
  const network = useNetwork();
  const [successor, setSuccessor] = useState("");
  const [en, setEn] = useState("");
  const [km, setKm] = useState("");
  const [{ data }] = useQuery({
    query: SuccessorsDocument,
    variables: { network: network?.id ?? "", after: null },
    pause: !network,
  });
  const [result, end] = useMutation(EndPublicationDocument);
  const wrong = reasons(result.data?.endPublication);
  const why = failure(result.error, result.data?.endPublication);
  const others = data?.papers.edges.map(({ node }) => node).filter((one) => one.id !== paper) ?? [];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const done = await end({ paper, reason: { en, km }, successor: successor || null });
    if (done.data?.endPublication.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`Take back or supersede`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p>
          <Trans>
            Its page will say so above everything else. What was published stays in the archive, so that every
            copy can still be checked.
          </Trans>
        </p>
        <Field label={t`Another text stands in its place`} error={wrong.successor}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={successor}
              onChange={(event) => setSuccessor(event.target.value)}
            >
              <option value="">{t`none: it is taken back`}</option>
              {others.map((one) => (
                <option key={one.id} value={one.id}>
                  {say(one.title)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t`Why, in English, for everybody to read`}
          value={en}
          error={wrong.reason ?? wrong["reason.en"]}
          onChange={(event) => setEn(event.target.value)}
        />
        <TextField
          label={t`Why, in Khmer, for everybody to read`}
          lang="km"
          value={km}
          error={wrong["reason.km"]}
          onChange={(event) => setKm(event.target.value)}
        />
        <div className="row wrap">
          <Button kind="danger" type="submit" busy={result.fetching}>
            {successor ? <Trans>Supersede it</Trans> : <Trans>Take it back</Trans>}
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
