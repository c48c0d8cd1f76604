import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { Registration, Tier } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { PlacePicker } from "../../ui/place-picker";
import { REGISTRATIONS, TIERS } from "../../ui/words";
import { AddOrganisationDocument, AddOrganisationListsDocument } from "./members.gql";

/** Records a member that the network has taken in. */
export function AddOrganisation({ network, onClose }: { network: string; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const navigate = useNavigate();
  const [{ data }] = useQuery({ query: AddOrganisationListsDocument });
  const [result, add] = useMutation(AddOrganisationDocument);
  const [form, setForm] = useState({
    en: "",
    km: "",
    acronym: "",
    kind: "local_ngo",
    registration: "REGISTERED_MOI" as Registration,
    tier: "FULL" as Tier,
    hq: null as string | null,
  });
  const wrong = reasons(result.data?.addOrganisation);
  const why = failure(result.error, result.data?.addOrganisation);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await add({
      input: {
        network,
        tier: form.tier,
        name: { en: form.en, km: form.km },
        acronym: form.acronym,
        kind: form.kind,
        registration: form.registration,
        hq: form.hq,
      },
    });
    const membership = data?.addOrganisation.membership;
    if (membership) {
      toast.success(t`The organisation is in the network.`);
      onClose();
      await navigate({ to: "/organisations/$id", params: { id: membership.organisation.id } });
    }
  };
  return (
    <Modal title={t`Add an organisation`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <TextField
            label={t`Name in Khmer`}
            lang="km"
            value={form.km}
            error={wrong.name ?? wrong["name.km"]}
            onChange={(event) => setForm({ ...form, km: event.target.value })}
          />
          <TextField
            label={t`Name in English`}
            lang="en"
            value={form.en}
            error={wrong["name.en"]}
            onChange={(event) => setForm({ ...form, en: event.target.value })}
          />
          <TextField
            label={t`Acronym`}
            lang="en"
            value={form.acronym}
            error={wrong.acronym}
            onChange={(event) => setForm({ ...form, acronym: event.target.value })}
          />
          <Field label={t`Tier`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={form.tier}
                onChange={(event) => setForm({ ...form, tier: event.target.value as Tier })}
              >
                {(Object.keys(TIERS) as Tier[]).map((tier) => (
                  <option key={tier} value={tier}>
                    {i18n._(TIERS[tier])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`Type`} error={wrong.kind}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={form.kind}
                onChange={(event) => setForm({ ...form, kind: event.target.value })}
              >
                {data?.terms
                  .filter((term) => term.active)
                  .map((term) => (
                    <option key={term.id} value={term.code}>
                      {say(term.label)}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <Field label={t`Registration`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={form.registration}
                onChange={(event) => setForm({ ...form, registration: event.target.value as Registration })}
              >
                {(Object.keys(REGISTRATIONS) as Registration[]).map((value) => (
                  <option key={value} value={value}>
                    {i18n._(REGISTRATIONS[value])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <div className="full">
            <PlacePicker
              label={t`Headquarters`}
              value={form.hq}
              error={wrong.hq}
              onChange={(hq) => setForm({ ...form, hq })}
            />
          </div>
        </div>
        {form.registration === "UNREGISTERED" ? (
          <Note tone="warn">
            <Trans>
              An unregistered group is hidden at first: only its own people, its host and the secretariat will
              know it.
            </Trans>
          </Note>
        ) : null}
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching}>
            <Trans>Add to the network</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
