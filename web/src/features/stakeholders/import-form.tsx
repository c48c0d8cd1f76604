import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "urql";
import { Both } from "../../i18n/text";
import { failure, reasons } from "../../ui/outcome";
import { TableImport } from "../../ui/table-import";
import { ImportStakeholdersDocument } from "./stakeholders.gql";
import type { StakeholderMap } from "./use-map";
import { KINDS, TARGETS } from "./words";

/** Brings many onto the map from a table. */
export function ImportForm({
  map,
  onClose,
  onDone,
}: {
  map: StakeholderMap;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const [result, read] = useMutation(ImportStakeholdersDocument);
  const payload = result.data?.importStakeholders;
  const wrong = reasons(payload);
  return (
    <TableImport
      title={t`Bring stakeholders in from a table`}
      head={t`Stakeholder`}
      columns={
        <Trans>
          A spreadsheet saved as CSV. Its first line names the columns, in English or Khmer: name, kind, other
          spellings, part of, constituency, level, place, contacts, note, target, owner.
        </Trans>
      }
      lines={payload?.table?.lines}
      why={failure(result.error, payload) ?? wrong.table ?? wrong.file ?? wrong.campaign}
      busy={result.fetching}
      tell={(line) => (
        <>
          <Both text={line.name} />{" "}
          <small className="muted">
            {i18n._(KINDS[line.kind])} · {i18n._(TARGETS[line.target])}
          </small>
        </>
      )}
      onRead={async (table, take) => {
        const { data } = await read({ campaign: map.campaign.id, table, take });
        if (!take || data?.importStakeholders.status !== "DONE") return;
        onDone();
        onClose();
      }}
      onClose={onClose}
    />
  );
}
