import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Languages, Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { Taxonomy } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Badge, Button, Field, Loading, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import {
  AddTermDocument,
  EditTermDocument,
  ListsDocument,
  MergeTermDocument,
  type TermRowFragment,
} from "./lists.gql";

const NAMES = {
  THEME: msg`Themes`,
  ORGANISATION_TYPE: msg`Types of organisation`,
  CONSTITUENCY: msg`Constituencies`,
  TACTIC: msg`Tactics`,
  DOCUMENT_TYPE: msg`Types of document`,
  POLICY_INSTRUMENT: msg`Policy instruments`,
} as const;

/** The lists that everything is described with: readable for all, kept by knowledge managers and coordinators. */
export function Lists() {
  const { i18n, t } = useLingui();
  const [taxonomy, setTaxonomy] = useState<Taxonomy>("THEME");
  const [editing, setEditing] = useState<TermRowFragment | "new" | null>(null);
  const [{ data, error }, again] = useQuery({ query: ListsDocument, variables: { taxonomy } });
  const terms = data?.terms ?? [];
  const can = terms.some((term) => term.viewerCan.edit);
  const nameOf = (id: string | null | undefined) => terms.find((term) => term.id === id);
  return (
    <>
      <div className="pagehead">
        <div>
          <h1>
            <Trans>Lists</Trans>
          </h1>
          <p className="lead">
            <Trans>
              The words with which members, papers and evidence are described. Entries are merged, never
              deleted.
            </Trans>
          </p>
        </div>
        {can ? (
          <Button kind="primary" onClick={() => setEditing("new")}>
            <Plus className="i" aria-hidden="true" />
            <Trans>Add an entry</Trans>
          </Button>
        ) : null}
      </div>
      <div className="tabs" role="tablist" aria-label={t`Lists`}>
        {(Object.keys(NAMES) as Taxonomy[]).map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={taxonomy === name}
            onClick={() => setTaxonomy(name)}
          >
            {i18n._(NAMES[name])}
          </button>
        ))}
      </div>
      {error && !data ? <Note tone="danger">{failure(error)}</Note> : null}
      {!data && !error ? <Loading /> : null}
      {data ? (
        <div className="card nopad">
          <table className="tbl cards">
            <caption className="vh">{i18n._(NAMES[taxonomy])}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>English</Trans>
                </th>
                <th scope="col">
                  <Trans>Khmer</Trans>
                </th>
                <th scope="col">
                  <Trans>Code</Trans>
                </th>
                <th scope="col">
                  <Trans>State</Trans>
                </th>
                {can ? (
                  <th scope="col">
                    <span className="vh">
                      <Trans>Edit</Trans>
                    </span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {terms.map((term) => (
                <tr key={term.id}>
                  <td lang="en">
                    <b>{term.label.en}</b>
                  </td>
                  <td lang="km">{term.label.km}</td>
                  <td lang="en" className="muted">
                    {term.code}
                  </td>
                  <td>
                    {term.mergedInto ? (
                      <Badge>
                        <Trans>merged into {nameOf(term.mergedInto)?.label.en ?? ""}</Trans>
                      </Badge>
                    ) : !term.active ? (
                      <Badge>
                        <Trans>retired</Trans>
                      </Badge>
                    ) : term.reviewedKm ? null : (
                      <Badge tone="ghost" icon={<Languages className="i" aria-hidden="true" />}>
                        <Trans>Khmer not reviewed</Trans>
                      </Badge>
                    )}
                  </td>
                  {can ? (
                    <td>
                      {term.mergedInto ? null : (
                        <Button
                          className="small"
                          onClick={() => setEditing(term)}
                          aria-label={t`Edit ${term.label.en}`}
                        >
                          <Trans>Edit</Trans>
                        </Button>
                      )}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {editing ? (
        <TermDialog
          key={editing === "new" ? "new" : editing.id}
          taxonomy={taxonomy}
          term={editing === "new" ? null : editing}
          others={terms.filter((term) => term.active && term !== editing)}
          onClose={() => setEditing(null)}
          onDone={() => {
            setEditing(null);
            again({ requestPolicy: "network-only" });
          }}
        />
      ) : null}
    </>
  );
}

function TermDialog({
  taxonomy,
  term,
  others,
  onClose,
  onDone,
}: {
  taxonomy: Taxonomy;
  term: TermRowFragment | null;
  others: TermRowFragment[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [form, setForm] = useState({
    code: "",
    en: term?.label.en ?? "",
    km: term?.label.km ?? "",
    reviewed: term?.reviewedKm ?? false,
    active: term?.active ?? true,
    into: "",
  });
  const [added, add] = useMutation(AddTermDocument);
  const [edited, edit] = useMutation(EditTermDocument);
  const [merged, merge] = useMutation(MergeTermDocument);
  const busy = added.fetching || edited.fetching || merged.fetching;
  const payload = added.data?.addTerm ?? edited.data?.editTerm ?? merged.data?.mergeTerm;
  const wrong = reasons(payload);
  const why = failure(added.error ?? edited.error ?? merged.error, payload) ?? wrong[""];
  const done = (status: string | undefined) => {
    if (status === "DONE") {
      toast.success(t`Saved.`);
      onDone();
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const label = { en: form.en, km: form.km };
    if (!term) done((await add({ input: { taxonomy, code: form.code, label } })).data?.addTerm.status);
    else if (form.into)
      done((await merge({ input: { id: term.id, into: form.into } })).data?.mergeTerm.status);
    else {
      const input = {
        id: term.id,
        version: term.version,
        label,
        reviewedKm: form.reviewed,
        active: form.active,
      };
      done((await edit({ input })).data?.editTerm.status);
    }
  };
  return (
    <Modal title={term ? t`Edit ${term.label.en}` : t`Add an entry`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <TextField
          label={t`English`}
          lang="en"
          value={form.en}
          error={wrong["label.en"]}
          onChange={(event) => setForm({ ...form, en: event.target.value })}
        />
        <TextField
          label={t`Khmer`}
          lang="km"
          value={form.km}
          error={wrong.label ?? wrong["label.km"]}
          onChange={(event) => setForm({ ...form, km: event.target.value })}
        />
        {term ? (
          <>
            <label className="choice">
              <input
                type="checkbox"
                checked={form.reviewed}
                onChange={() => setForm({ ...form, reviewed: !form.reviewed })}
              />
              <b>
                <Trans>A native speaker has confirmed the Khmer</Trans>
              </b>
            </label>
            <label className="choice">
              <input
                type="checkbox"
                checked={form.active}
                onChange={() => setForm({ ...form, active: !form.active })}
              />
              <b>
                <Trans>Offered for new choices</Trans>
              </b>
            </label>
            <Field
              label={t`Merge into another entry`}
              hint={t`Everything described with this entry then has the other one. This cannot be undone.`}
              error={wrong.into}
            >
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={form.into}
                  onChange={(event) => setForm({ ...form, into: event.target.value })}
                >
                  <option value="">{t`Do not merge`}</option>
                  {others.map((other) => (
                    <option key={other.id} value={other.id}>
                      {say(other.label)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </>
        ) : (
          <TextField
            label={t`Code`}
            hint={t`Small Latin letters, digits and _; it never changes afterwards.`}
            lang="en"
            value={form.code}
            error={wrong.code}
            onChange={(event) => setForm({ ...form, code: event.target.value })}
          />
        )}
        <div className="actions">
          <Button type="submit" kind={form.into ? "danger" : "primary"} busy={busy}>
            {form.into ? <Trans>Merge</Trans> : <Trans>Save</Trans>}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
