import { Trans, useLingui } from "@lingui/react/macro";
import { useDeferredValue, useState } from "react";
import { useMutation, useQuery } from "urql";
import { number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Button, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { CopyStakeholdersDocument, FindStakeholdersDocument } from "./stakeholders.gql";
import type { StakeholderMap } from "./use-map";

/** Takes some from other maps onto this one: who they are and how they are written, nothing of what that team thinks of them. */
export function CopyForm({
  map,
  network,
  onClose,
  onDone,
}: {
  map: StakeholderMap;
  network: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const text = useDeferredValue(words.trim());
  const [{ data }] = useQuery({
    query: FindStakeholdersDocument,
    variables: { network, text, after: null },
    pause: network === "" || text.length < 2,
  });
  const [result, copy] = useMutation(CopyStakeholdersDocument);
  const payload = result.data?.copyStakeholders;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.stakeholders ?? wrong.campaign;
  const found = (text.length < 2 ? [] : (data?.stakeholders.edges ?? [])).filter(
    ({ node }) => node.campaign && node.campaign.id !== map.campaign.id,
  );
  const take = async () => {
    const { data: answer } = await copy({ campaign: map.campaign.id, stakeholders: chosen });
    if (answer?.copyStakeholders.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`Take stakeholders from another map`} open onClose={onClose}>
      <div className="stackv gap-4">
        {why ? <Note tone="danger">{why}</Note> : null}
        <p className="sm muted">
          <Trans>
            Who they are and how they are written comes along; ratings, contacts and notes stay where they
            are. Both teams are warned when they plan to meet the same one, as far as each may know.
          </Trans>
        </p>
        <TextField
          label={t`Find somebody by any spelling of their name`}
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {text.length >= 2 && data && found.length === 0 ? (
          <p className="muted sm">
            <Trans>Nobody of that name is on another of your maps.</Trans>
          </p>
        ) : null}
        <div className="stackv gap-1">
          {found.map(({ node }) => (
            <label key={node.id} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(node.id)}
                onChange={(event) =>
                  setChosen(
                    event.target.checked ? [...chosen, node.id] : chosen.filter((one) => one !== node.id),
                  )
                }
              />
              <span>
                <Both text={node.name} />{" "}
                <small className="muted">{node.campaign ? say(node.campaign.title) : null}</small>
              </span>
            </label>
          ))}
        </div>
        <div className="row wrap">
          <Button
            kind="primary"
            disabled={chosen.length === 0}
            busy={result.fetching}
            onClick={() => void take()}
          >
            <Trans>Take {number(chosen.length, locale)} over</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </div>
    </Modal>
  );
}
