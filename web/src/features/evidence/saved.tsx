import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Bell, Bookmark, Trash2 } from "lucide-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import type { EvidenceSearch } from "../../app/router";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import {
  ForgetSearchDocument,
  SavedSearchesDocument,
  type SavedSearchesQuery,
  SaveSearchDocument,
  type SaveSearchMutationVariables,
} from "./evidence.gql";

type Rhythm = SaveSearchMutationVariables["alert"];
type Saved = NonNullable<SavedSearchesQuery["network"]>["savedSearches"][number];

const RHYTHMS: Record<Rhythm, MessageDescriptor> = {
  NONE: msg`do not tell me`,
  DAILY: msg`tell me every day`,
  WEEKLY: msg`tell me every week`,
};

/** A kept search as an address of the library. */
function address(saved: Saved): EvidenceSearch {
  const found: EvidenceSearch = saved.query ? { q: saved.query } : {};
  for (const { facet, values } of saved.filters) {
    found[facet.toLowerCase() as "theme"] = values.join(",");
  }
  return found;
}

/** Keeps what is on screen, and says how often one wants to hear of what is new in it. */
export function SaveSearch({
  network,
  query,
  filter,
}: {
  network: string;
  query: string;
  filter: NonNullable<SaveSearchMutationVariables["filter"]>;
}) {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [alert, setAlert] = useState<Rhythm>("WEEKLY");
  const [saving, save] = useMutation(SaveSearchDocument);
  const payload = saving.data?.saveSearch;
  const against = reasons(payload);
  const why = failure(saving.error, payload) ?? against[""];
  const submit = async () => {
    const { data } = await save({ network, name, query, filter, alert });
    if (data?.saveSearch.status !== "DONE") return;
    setOpen(false);
    toast.success(t`Kept under “My contributions”.`);
  };
  return (
    <>
      <Button
        onClick={() => {
          setName(query.slice(0, 100));
          setOpen(true);
        }}
      >
        <Bookmark className="i" aria-hidden="true" />
        <Trans>Save search</Trans>
      </Button>
      <Modal open={open} title={t`Save this search`} onClose={() => setOpen(false)}>
        <form
          className="stackv gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {why ? <Note tone="danger">{why}</Note> : null}
          <TextField
            label={t`Name`}
            error={against.name}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Field
            label={t`What is new in it`}
            hint={t`By mail, and only of what you may read at that moment.`}
          >
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={alert}
                onChange={(event) => setAlert(event.target.value as Rhythm)}
              >
                {(Object.keys(RHYTHMS) as Rhythm[]).map((rhythm) => (
                  <option key={rhythm} value={rhythm}>
                    {i18n._(RHYTHMS[rhythm])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <div className="row end">
            <Button kind="primary" type="submit" disabled={saving.fetching}>
              <Trans>Save</Trans>
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}

/** The searches one keeps. */
export function SavedSearches({ network }: { network: string }) {
  const { t, i18n } = useLingui();
  const [{ data }, again] = useQuery({
    query: SavedSearchesDocument,
    variables: { network },
    requestPolicy: "cache-and-network",
  });
  const [, forget] = useMutation(ForgetSearchDocument);
  const found = data?.network?.savedSearches ?? [];
  if (found.length === 0) return null;
  return (
    <section className="card nopad">
      <header>
        <h2>
          <Trans>Saved searches</Trans>
        </h2>
      </header>
      <ul className="list">
        {found.map((saved) => (
          <li key={saved.id} className="row between" style={{ padding: "var(--s-3) var(--s-5)" }}>
            <span className="grow">
              <Link to="/evidence" search={address(saved)}>
                {saved.name}
              </Link>
              {saved.alert === "NONE" ? null : (
                <span className="sm muted row">
                  <Bell className="i" aria-hidden="true" />
                  {i18n._(RHYTHMS[saved.alert])}
                </span>
              )}
            </span>
            <button
              type="button"
              className="iconbtn"
              aria-label={t`Forget ${saved.name}`}
              onClick={() =>
                void forget({ id: saved.id }).then(() => again({ requestPolicy: "network-only" }))
              }
            >
              <Trash2 className="i" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
