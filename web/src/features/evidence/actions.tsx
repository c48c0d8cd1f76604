import { Trans, useLingui } from "@lingui/react/macro";
import { Pencil, Shield, Undo2 } from "lucide-react";
import { useState } from "react";
import { useMutation } from "urql";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { EditForm } from "./edit-form";
import { MoveEvidenceDocument, SetEvidenceLevelDocument, WithdrawEvidenceDocument } from "./evidence.gql";
import type { Full, Sensitivity } from "./types";
import { LEVEL_HINTS, LEVELS } from "./words";

const ALL: Sensitivity[] = ["PUBLIC", "MEMBERS", "RESTRICTED", "CONFIDENTIAL"];

/** What one may do with a document, as the server says. */
export function Actions({ found, refresh }: { found: Full; refresh: () => void }) {
  const { viewerCan, state } = found;
  const [open, setOpen] = useState<"edit" | "level" | "withdraw" | null>(null);
  const [moving, move] = useMutation(MoveEvidenceDocument);
  const payload = moving.data?.moveEvidence;
  const why = failure(moving.error, payload) ?? Object.values(reasons(payload))[0];
  // What was saved a moment ago may not have come round to the page yet.
  const [saved, setSaved] = useState(0);
  const now = { ...found, version: Math.max(found.version, saved) };
  const go = async (to: "PUBLISHED" | "EXPIRED") => {
    const { data } = await move({ id: now.id, version: now.version, state: to });
    setSaved(data?.moveEvidence.document?.version ?? 0);
    refresh();
  };
  const done = (version: number | undefined) => {
    setSaved(version ?? 0);
    setOpen(null);
    refresh();
  };
  const waits = state === "UPLOADED" || state === "CATALOGUED";
  return (
    <div className="stackv gap-2">
      <div className="row wrap end">
        {viewerCan.edit ? (
          <Button onClick={() => setOpen("edit")}>
            <Pencil className="i" aria-hidden="true" />
            <Trans>Describe</Trans>
          </Button>
        ) : null}
        {viewerCan.edit || viewerCan.lower ? (
          <Button onClick={() => setOpen("level")}>
            <Shield className="i" aria-hidden="true" />
            <Trans>Sensitivity</Trans>
          </Button>
        ) : null}
        {viewerCan.withdraw ? (
          <Button onClick={() => setOpen("withdraw")}>
            <Undo2 className="i" aria-hidden="true" />
            <Trans>Withdraw</Trans>
          </Button>
        ) : null}
        {viewerCan.curate && waits ? (
          <Button kind="primary" disabled={moving.fetching} onClick={() => void go("PUBLISHED")}>
            <Trans>Publish</Trans>
          </Button>
        ) : null}
        {viewerCan.curate && state === "PUBLISHED" ? (
          <Button disabled={moving.fetching} onClick={() => void go("EXPIRED")}>
            <Trans>Out of date</Trans>
          </Button>
        ) : null}
        {viewerCan.curate && state === "EXPIRED" ? (
          <Button disabled={moving.fetching} onClick={() => void go("PUBLISHED")}>
            <Trans>Publish again</Trans>
          </Button>
        ) : null}
      </div>
      {why ? <Note tone="danger">{why}</Note> : null}
      {open === "edit" ? <EditForm found={now} onClose={() => setOpen(null)} onDone={done} /> : null}
      {open === "level" ? <LevelForm found={now} onClose={() => setOpen(null)} onDone={done} /> : null}
      {open === "withdraw" ? <WithdrawForm found={now} onClose={() => setOpen(null)} onDone={done} /> : null}
    </div>
  );
}

interface Form {
  found: Full;
  onClose: () => void;
  onDone: (version: number | undefined) => void;
}

function LevelForm({ found, onClose, onDone }: Form) {
  const { t, i18n } = useLingui();
  const [level, setLevel] = useState<Sensitivity>(found.level);
  const [reason, setReason] = useState(found.levelReason);
  const [setting, set] = useMutation(SetEvidenceLevelDocument);
  const payload = setting.data?.setEvidenceLevel;
  const why = failure(setting.error, payload) ?? Object.values(reasons(payload))[0];
  const submit = async () => {
    const { data } = await set({ id: found.id, version: found.version, level, reason });
    if (data?.setEvidenceLevel.status === "DONE") onDone(data.setEvidenceLevel.document?.version);
  };
  return (
    <Modal open title={t`Sensitivity`} onClose={onClose}>
      <form
        className="stackv gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {why ? <Note tone="danger">{why}</Note> : null}
        <Field label={t`Who may know it`} hint={i18n._(LEVEL_HINTS[level])}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={level}
              onChange={(event) => setLevel(event.target.value as Sensitivity)}
            >
              {ALL.map((choice) => (
                <option key={choice} value={choice}>
                  {i18n._(LEVELS[choice])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField label={t`Why`} value={reason} onChange={(event) => setReason(event.target.value)} />
        <p className="sm muted">
          <Trans>
            Raising it takes effect at once, for everybody. Only the security focal point lowers it again.
          </Trans>
        </p>
        <div className="row end">
          <Button kind="primary" type="submit" disabled={setting.fetching}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function WithdrawForm({ found, onClose, onDone }: Form) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const [consent, setConsent] = useState(false);
  const [withdrawing, withdraw] = useMutation(WithdrawEvidenceDocument);
  const payload = withdrawing.data?.withdrawEvidence;
  const against = reasons(payload);
  const why = failure(withdrawing.error, payload) ?? against[""];
  const submit = async () => {
    const { data } = await withdraw({ id: found.id, version: found.version, reason, consent });
    if (data?.withdrawEvidence.status === "DONE") onDone(data.withdrawEvidence.document?.version);
  };
  return (
    <Modal open title={t`Withdraw this document`} onClose={onClose}>
      <form
        className="stackv gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {why ? <Note tone="danger">{why}</Note> : null}
        <p>
          <Trans>Its files and words are gone at once and for good. The title stays, with the reason.</Trans>
        </p>
        <label className="check">
          <input type="checkbox" checked={consent} onChange={(event) => setConsent(event.target.checked)} />
          <span>
            <Trans>The people concerned took their consent back</Trans>
          </span>
        </label>
        <TextField
          label={t`Why`}
          hint={t`Others read it: name nobody.`}
          error={against.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="row end">
          <Button kind="danger" type="submit" disabled={withdrawing.fetching}>
            <Trans>Withdraw for good</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
