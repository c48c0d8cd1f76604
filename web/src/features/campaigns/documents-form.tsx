import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { Button, Modal, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { DocumentPicker, type Picked } from "../evidence/pick";
import { SetCampaignDocumentsDocument } from "./results.gql";

/** Says on which documents of the library something in a campaign rests. */
export function DocumentsForm({
  network,
  about,
  documents,
  onClose,
  onDone,
}: {
  network: string;
  about: string;
  documents: Picked[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState(documents);
  const [result, set] = useMutation(SetCampaignDocumentsDocument);
  const payload = result.data?.setCampaignDocuments;
  const why = failure(result.error, payload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await set({ about, documents: chosen.map((one) => one.id) });
    if (data?.setCampaignDocuments.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`Documents`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <DocumentPicker
          network={network}
          value={chosen}
          error={reasons(payload).documents}
          onChange={setChosen}
        />
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
            <Trans>Save</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
