import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { MandateBasis, Role, TextKind } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { MEMBER_ROLES, ROLES } from "../../ui/words";
import { PeopleOfDocument, ThemesDocument } from "../groups/groups.gql";
import { BASES, TEXT_KINDS } from "./mandate-words";
import { GiveMandateDocument, RecordStandingMandateDocument } from "./mandates.gql";

interface Decided {
  basis: MandateBasis | "";
  basisNote: string;
  decidedOn: string;
  textKinds: TextKind[];
  themes: string[];
}
const UNDECIDED: Decided = { basis: "", basisNote: "", decidedOn: "", textKinds: [], themes: [] };

/** Whose decision it was, and what it covers: the same for a signatory and for a standing mandate. */
function DecidedFields({
  value,
  onChange,
  wrong,
  scoped,
}: {
  value: Decided;
  onChange: (value: Decided) => void;
  wrong: Record<string, string>;
  scoped: boolean;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [{ data: lists }] = useQuery({ query: ThemesDocument, pause: !scoped });
  const toggle = <T,>(all: T[], one: T, on: boolean) => (on ? [...all, one] : all.filter((x) => x !== one));
  return (
    <>
      <div className="formgrid">
        <Field label={t`Given by`} error={wrong.basis}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={value.basis}
              onChange={(event) => onChange({ ...value, basis: event.target.value as MandateBasis | "" })}
            >
              <option value="">{t`Choose one`}</option>
              {(Object.keys(BASES) as MandateBasis[]).map((word) => (
                <option key={word} value={word}>
                  {i18n._(BASES[word])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t`Decided on`}
          type="date"
          value={value.decidedOn}
          onChange={(event) => onChange({ ...value, decidedOn: event.target.value })}
          error={wrong.decidedOn}
        />
        <TextField
          label={t`Number or note of the decision`}
          value={value.basisNote}
          onChange={(event) => onChange({ ...value, basisNote: event.target.value })}
          error={wrong.basisNote}
          full
        />
      </div>
      {scoped ? (
        <>
          <fieldset className="stackv gap-2">
            <legend>
              <Trans>Kinds of texts (none chosen: all)</Trans>
            </legend>
            <div className="row wrap gap-3">
              {(Object.keys(TEXT_KINDS) as TextKind[]).map((kind) => (
                <label key={kind} className="choice">
                  <input
                    type="checkbox"
                    checked={value.textKinds.includes(kind)}
                    onChange={(event) =>
                      onChange({ ...value, textKinds: toggle(value.textKinds, kind, event.target.checked) })
                    }
                  />
                  <span>{i18n._(TEXT_KINDS[kind])}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <details>
            <summary>
              <Trans>Themes (none chosen: all)</Trans>
            </summary>
            <fieldset className="row wrap gap-3" style={{ marginTop: "var(--s-3)" }}>
              <legend className="vh">
                <Trans>Themes</Trans>
              </legend>
              {(lists?.terms ?? [])
                .filter((term) => term.active)
                .map((term) => (
                  <label key={term.id} className="choice">
                    <input
                      type="checkbox"
                      checked={value.themes.includes(term.code)}
                      onChange={(event) =>
                        onChange({ ...value, themes: toggle(value.themes, term.code, event.target.checked) })
                      }
                    />
                    <span>{say(term.label)}</span>
                  </label>
                ))}
            </fieldset>
          </details>
        </>
      ) : null}
    </>
  );
}

/** Gives one of an organisation's people a mandate. */
export function MandateForm({
  network,
  organisation,
  all,
  onClose,
  onDone,
}: {
  network: string;
  organisation: string;
  /** Every role of its people, or only those that it names itself. */
  all: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [{ data }] = useQuery({ query: PeopleOfDocument, variables: { organisation } });
  const [result, give] = useMutation(GiveMandateDocument);
  const roles = all ? MEMBER_ROLES : MEMBER_ROLES.filter((r) => r === "ALTERNATE" || r === "CONTRIBUTOR");
  const [role, setRole] = useState<Role>(roles[0] ?? "ALTERNATE");
  const [person, setPerson] = useState("");
  const [untilOn, setUntilOn] = useState("");
  const [decided, setDecided] = useState(UNDECIDED);
  const payload = result.data?.grantRole;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.organisation;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { basis, decidedOn, ...rest } = decided;
    const mandate = {
      ...rest,
      untilOn: untilOn || null,
      basis: basis || null,
      decidedOn: decidedOn || null,
    };
    const { data: done } = await give({ input: { network, organisation, person, role, mandate } });
    if (done?.grantRole.status === "DONE") onDone();
  };
  return (
    <Modal title={t`Give a mandate`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <Field label={t`Person`} error={wrong.person}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={person}
                onChange={(event) => setPerson(event.target.value)}
              >
                <option value="">{t`Choose one`}</option>
                {data?.organisation?.people.edges.map(({ node }) => (
                  <option key={node.id} value={node.id}>
                    {say(node.name.full)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`Role`} error={wrong.role}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={role}
                onChange={(event) => setRole(event.target.value as Role)}
              >
                {roles.map((word) => (
                  <option key={word} value={word}>
                    {i18n._(ROLES[word])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            label={t`Last day (empty: until it is ended)`}
            type="date"
            value={untilOn}
            onChange={(event) => setUntilOn(event.target.value)}
            error={wrong.untilOn}
          />
        </div>
        <DecidedFields value={decided} onChange={setDecided} wrong={wrong} scoped={role === "SIGNATORY"} />
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching} disabled={person === ""}>
            <Trans>Give the mandate</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Records what an organisation's signatory may sign without asking again. */
export function StandingMandateForm({ membership, onClose }: { membership: string; onClose: () => void }) {
  const { t } = useLingui();
  const [result, record] = useMutation(RecordStandingMandateDocument);
  const [validUntil, setValidUntil] = useState("");
  const [decided, setDecided] = useState(UNDECIDED);
  const [unsaid, setUnsaid] = useState(false);
  const payload = result.data?.recordStandingMandate;
  const wrong = reasons(payload);
  const why = failure(result.error, payload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { basis, decidedOn, ...rest } = decided;
    if (!basis || !decidedOn || !validUntil) {
      setUnsaid(true);
      return;
    }
    setUnsaid(false);
    const { data } = await record({ input: { membership, validUntil, basis, decidedOn, ...rest } });
    if (data?.recordStandingMandate.status === "DONE") onClose();
  };
  return (
    <Modal title={t`Record a standing mandate`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {unsaid ? (
          <Note tone="danger">
            <Trans>Say whose decision it was, of what day, and until when it holds.</Trans>
          </Note>
        ) : null}
        {why ? <Note tone="danger">{why}</Note> : null}
        <TextField
          label={t`Last day`}
          type="date"
          value={validUntil}
          onChange={(event) => setValidUntil(event.target.value)}
          error={wrong.validUntil}
        />
        <DecidedFields value={decided} onChange={setDecided} wrong={wrong} scoped />
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching}>
            <Trans>Record it</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
