import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "urql";
import { Both } from "../../i18n/text";
import { Field, Modal, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { TableImport } from "../../ui/table-import";
import {
  type DialogueFullFragment,
  HearCalendarReplyDocument,
  ImportInviteesDocument,
} from "./dialogues.gql";

interface Props {
  dialogue: DialogueFullFragment;
  group: (code: string) => string;
  onClose: () => void;
  onDone: () => void;
}

/** Writes down many to invite from a table. */
export function ImportForm({ dialogue, group, onClose, onDone }: Props) {
  const { t } = useLingui();
  const [result, read] = useMutation(ImportInviteesDocument);
  const payload = result.data?.importInvitees;
  const wrong = reasons(payload);
  return (
    <TableImport
      title={t`Invite from a table`}
      head={t`Whom`}
      columns={
        <Trans>
          A spreadsheet saved as CSV. Its first line names the columns, in English or Khmer: name, name Khmer,
          group, institution, honorific, post, organisation, email, phone, language, sex, youth.
        </Trans>
      }
      lines={payload?.table?.lines}
      why={failure(result.error, payload) ?? wrong.table ?? wrong.file ?? wrong.dialogue}
      busy={result.fetching}
      tell={(line) => (
        <>
          <Both text={line.name} />{" "}
          <small className="muted">{line.constituency ? group(line.constituency) : ""}</small>
        </>
      )}
      onRead={async (table, take) => {
        const { data } = await read({ dialogue: dialogue.id, table, take });
        if (!take || data?.importInvitees.status !== "DONE") return;
        onDone();
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** Takes the answer of a guest's calendar program: the file of their mail. */
export function CalendarReply({ dialogue, onClose, onDone }: Omit<Props, "group">) {
  const { t } = useLingui();
  const [result, hear] = useMutation(HearCalendarReplyDocument);
  const payload = result.data?.hearCalendarReply;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.file ?? wrong.dialogue ?? wrong.answer;
  return (
    <Modal title={t`Read a calendar's answer`} open onClose={onClose}>
      <div className="stackv gap-4">
        {why ? <Note tone="danger">{why}</Note> : null}
        <p className="sm muted">
          <Trans>
            Whoever says yes or no in their own calendar answers by a mail with a file that ends in .ics.
            Choose that file here, and it counts as their answer.
          </Trans>
        </p>
        <Field label={t`The file of the mail (.ics)`}>
          {(ids) => (
            <input
              className="input"
              type="file"
              accept=".ics,text/calendar"
              {...ids}
              onChange={async (event) => {
                const file = event.target.files?.[0];
                if (!file) return;
                const { data } = await hear({ dialogue: dialogue.id, file: await file.text() });
                if (data?.hearCalendarReply.status !== "DONE") return;
                toast.success(t`The answer is written down.`);
                onDone();
                onClose();
              }}
            />
          )}
        </Field>
      </div>
    </Modal>
  );
}
