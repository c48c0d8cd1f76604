import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { useLocale } from "../../i18n/text";
import { Badge, Button, Modal, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { SeatChoice } from "../groups/seat-choice";
import { NamePaperDrafterDocument, type PaperPartsFragment, RemovePaperDrafterDocument } from "./papers.gql";

/** Who writes a paper, by name. */
export function Drafters({
  network,
  paper,
  onClose,
}: {
  network: string;
  paper: PaperPartsFragment;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [naming, name] = useMutation(NamePaperDrafterDocument);
  const [, remove] = useMutation(RemovePaperDrafterDocument);
  const [choice, setChoice] = useState({ organisation: "", person: "" });
  const [leads, setLeads] = useState(false);
  const payload = naming.data?.namePaperDrafter;
  const wrong = reasons(payload);
  const why = failure(naming.error, payload) ?? wrong.paper ?? wrong.leads;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (choice.person === "") return;
    const result = await name({
      input: { paper: paper.id, person: choice.person, organisation: choice.organisation || null, leads },
    });
    if (result.data?.namePaperDrafter.status === "DONE") {
      setChoice({ organisation: "", person: "" });
      setLeads(false);
    }
  };
  return (
    <Modal title={t`Who writes it`} open onClose={onClose}>
      <div className="stackv gap-4">
        <ul className="list">
          {paper.drafters.map((drafter) => (
            <li key={drafter.person?.id ?? drafter.organisation?.id} className="row wrap">
              <span className="grow">
                <b>{drafter.person ? say(drafter.person.name.full) : t`Somebody`}</b>
                {drafter.organisation ? ` · ${drafter.organisation.acronym}` : ""}
              </span>
              {drafter.leads ? (
                <Badge tone="accent">
                  <Trans>leads</Trans>
                </Badge>
              ) : null}
              {paper.viewerCan.lead && drafter.person ? (
                <Button
                  className="small"
                  kind="quiet"
                  onClick={async () => {
                    const result = await remove({ paper: paper.id, person: drafter.person?.id ?? "" });
                    const done = result.data?.removePaperDrafter;
                    const refused = failure(result.error, done) ?? reasons(done).leads;
                    if (refused) toast.error(refused);
                  }}
                >
                  <Trans>Remove</Trans>
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
        {paper.group ? (
          <p className="muted">
            <Trans>Everybody in the working group {say(paper.group.name)} writes it, too.</Trans>
          </p>
        ) : null}
        {paper.viewerCan.lead ? (
          <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
            {why ? <Note tone="danger">{why}</Note> : null}
            <SeatChoice
              network={network}
              legend={t`Name somebody`}
              value={choice}
              onChange={setChoice}
              wrong={wrong}
            />
            <label className="check">
              <input type="checkbox" checked={leads} onChange={(event) => setLeads(event.target.checked)} />
              <Trans>Leads the drafting</Trans>
            </label>
            <div className="row wrap">
              <Button kind="primary" type="submit" busy={naming.fetching} disabled={choice.person === ""}>
                <Trans>Name</Trans>
              </Button>
              <Button onClick={onClose}>
                <Trans>Close</Trans>
              </Button>
            </div>
          </form>
        ) : null}
      </div>
    </Modal>
  );
}
