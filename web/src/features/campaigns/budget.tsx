import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { clockInput, day, digits, grouped, money } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { type CampaignFullFragment, SetCampaignRateDocument } from "./campaigns.gql";

/** The sum of each currency by itself; both in dollars only by a rate that somebody has entered, with its day. */
export function Budget({ campaign }: { campaign: CampaignFullFragment }) {
  const { locale } = useLocale();
  const [setting, setSetting] = useState(false);
  const budget = campaign.budget;
  if (!budget) return null;
  const { inDollars, rateOn, rielPerDollar } = budget;
  return (
    <div className="inlist stackv gap-2">
      {budget.sums.map(({ currency, planned, spent }) => (
        <p key={currency}>
          <Trans>
            In all <b>{money(planned, currency, locale)}</b> planned, {money(spent, currency, locale)} spent
          </Trans>
        </p>
      ))}
      {inDollars && rateOn && rielPerDollar ? (
        <p>
          <Trans>
            Together <b>{money(inDollars.planned, "USD", locale)}</b> planned,{" "}
            {money(inDollars.spent, "USD", locale)} spent
          </Trans>
          <br />
          <small className="muted">
            <Trans>
              at {digits(grouped(String(rielPerDollar)), locale)} riel for a dollar on {day(rateOn, locale)},{" "}
              {budget.rateSource}
            </Trans>
          </small>
        </p>
      ) : (
        <p className="sm muted">
          <Trans>Riel and dollars are added only by a dated rate. Nobody has entered one yet.</Trans>
        </p>
      )}
      {campaign.viewerCan.edit ? (
        <div>
          <Button className="small" onClick={() => setSetting(true)}>
            <Trans>Enter a rate</Trans>
          </Button>
        </div>
      ) : null}
      {setting ? <RateForm campaign={campaign} onClose={() => setSetting(false)} /> : null}
    </div>
  );
}

function RateForm({ campaign, onClose }: { campaign: CampaignFullFragment; onClose: () => void }) {
  const { t } = useLingui();
  const [on, setOn] = useState(() => clockInput(new Date().toISOString()).slice(0, 10));
  const [riel, setRiel] = useState(
    campaign.budget?.rielPerDollar ? String(campaign.budget.rielPerDollar) : "",
  );
  const [source, setSource] = useState(campaign.budget?.rateSource ?? "");
  const [result, set] = useMutation(SetCampaignRateDocument);
  const payload = result.data?.setCampaignRate;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.campaign;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const rielPerDollar = Number.parseInt(riel.replace(/\D/g, ""), 10) || 0;
    const { data } = await set({ id: campaign.id, on, rielPerDollar, source });
    if (data?.setCampaignRate.status === "DONE") onClose();
  };
  return (
    <Modal title={t`Enter a rate`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          <TextField
            label={t`Of which day`}
            type="date"
            value={on}
            error={wrong.on}
            onChange={(event) => setOn(event.target.value)}
          />
          <TextField
            label={t`Riel for a dollar`}
            inputMode="numeric"
            value={riel}
            error={wrong.rielPerDollar}
            onChange={(event) => setRiel(event.target.value)}
          />
          <TextField
            label={t`How we know`}
            full
            value={source}
            error={wrong.source}
            onChange={(event) => setSource(event.target.value)}
          />
        </div>
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
            <Trans>Save</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
