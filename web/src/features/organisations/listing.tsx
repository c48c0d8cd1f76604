import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { Sensitivity } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { LISTINGS } from "../../ui/words";
import type { Organisation } from "./organisation";
import { HostsDocument, SetListingDocument } from "./organisation.gql";

/** Decides how widely an organisation is known; hiding works at once, everywhere. */
export function ListingDialog({
  organisation,
  network,
  onClose,
}: {
  organisation: Organisation;
  network: string;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [{ data }] = useQuery({
    query: HostsDocument,
    variables: { network, language: locale === "km" ? "KM" : "EN" },
  });
  const [result, setListing] = useMutation(SetListingDocument);
  const [listing, choose] = useState<Sensitivity>(organisation.listing);
  const [host, setHost] = useState(organisation.host?.id ?? "");
  const wrong = reasons(result.data?.setListing);
  const why =
    failure(result.error, result.data?.setListing) ??
    Object.entries(wrong).find(([field]) => field !== "host")?.[1];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await setListing({
      input: { id: organisation.id, version: organisation.version, listing, host: host || null },
    });
    if (data?.setListing.status === "DONE") {
      toast.success(t`Saved.`);
      onClose();
    }
  };
  return (
    <Modal title={t`Who may know this organisation?`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <fieldset className="choices">
          <legend className="vh">
            <Trans>Known to</Trans>
          </legend>
          {(Object.keys(LISTINGS) as Sensitivity[]).map((value) => (
            <label key={value} className="choice">
              <input type="radio" name="listing" checked={listing === value} onChange={() => choose(value)} />
              <b>{LISTINGS[value] ? i18n._(LISTINGS[value] as never) : value}</b>
            </label>
          ))}
        </fieldset>
        {listing === "RESTRICTED" ? (
          <Field
            label={t`Host organisation`}
            hint={t`A hidden group is contacted through its host.`}
            error={wrong.host}
          >
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={host}
                onChange={(event) => setHost(event.target.value)}
              >
                <option value="">{t`Choose one`}</option>
                {data?.network?.members.edges
                  .filter(({ node }) => node.organisation.id !== organisation.id)
                  .map(({ node }) => (
                    <option key={node.id} value={node.organisation.id}>
                      {say(node.organisation.name)}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        ) : null}
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching}>
            <Trans>Save</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
