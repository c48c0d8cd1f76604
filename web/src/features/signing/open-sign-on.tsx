import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { useNetwork } from "../../app/viewer";
import type { SignatureOrder } from "../../graphql/schema";
import { clockInput, instant } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { type Member, Required } from "./required";
import { OpenSignOnDocument, SignKindsDocument } from "./signing.gql";

const in_ = (days: number) =>
  clockInput(new Date(Date.now() + days * 86_400_000).toISOString()).replace(/T.*/, "T17:00");

/** Opens a final text for signing: when it is over and what must come together. */
export function OpenSignOn({ paper, onClose }: { paper: string; onClose: () => void }) {
  const { t } = useLingui();
  const [soft, setSoft] = useState(() => in_(9));
  const [deadline, setDeadline] = useState(() => in_(16));
  const [count, setCount] = useState("6");
  const [provinces, setProvinces] = useState("");
  const [pct, setPct] = useState("");
  const [addressees, setAddressees] = useState("");
  const [noObjection, setNoObjection] = useState(false);
  const [order, setOrder] = useState<SignatureOrder>("AS_SIGNED");
  const [required, setRequired] = useState<Member[]>([]);
  const [kinds, setKinds] = useState<Record<string, string>>({});
  const { say } = useLocale();
  const network = useNetwork();
  const [{ data: known }] = useQuery({ query: SignKindsDocument });
  const [result, open] = useMutation(OpenSignOnDocument);
  const wrong = reasons(result.data?.openSignOn);
  const why = failure(result.error, result.data?.openSignOn) ?? wrong.paper;
  const number = (text: string) => (text.trim() === "" ? null : Number.parseInt(text, 10) || 0);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const until = instant(deadline);
    if (!until) return;
    const { data } = await open({
      paper,
      input: {
        deadline: until,
        softDeadline: soft ? instant(soft) : null,
        minCount: number(count) ?? 0,
        minProvinces: number(provinces),
        minPct: number(pct),
        addressees,
        noObjection,
        order,
        required: required.map((one) => one.id),
        minOfKinds: Object.entries(kinds)
          .filter(([, text]) => text.trim() !== "")
          .map(([kind, text]) => ({ kind, count: number(text) ?? 0 })),
      },
    });
    if (data?.openSignOn.status === "DONE") onClose();
  };
  return (
    <Modal title={t`Open for signing`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p>
          <Trans>
            From now on organisations sign this exact text. Nothing in it changes without asking them anew.
          </Trans>
        </p>
        <div className="formgrid">
          <TextField
            label={t`Please answer by (time in Phnom Penh)`}
            type="datetime-local"
            value={soft}
            error={wrong.softDeadline}
            onChange={(event) => setSoft(event.target.value)}
          />
          <TextField
            label={t`Deadline: nobody signs from then on`}
            type="datetime-local"
            required
            value={deadline}
            error={wrong.deadline}
            onChange={(event) => setDeadline(event.target.value)}
          />
          <TextField
            label={t`Organisations needed`}
            inputMode="numeric"
            value={count}
            error={wrong["threshold.count"]}
            onChange={(event) => setCount(event.target.value)}
          />
          <TextField
            label={t`Provinces needed, by public name`}
            inputMode="numeric"
            value={provinces}
            error={wrong["threshold.provinces"]}
            onChange={(event) => setProvinces(event.target.value)}
          />
          <TextField
            label={t`Share of full members needed by public name, in percent`}
            inputMode="numeric"
            value={pct}
            error={wrong["threshold.pct"]}
            onChange={(event) => setPct(event.target.value)}
          />
          <TextField
            label={t`To whom the text goes`}
            full
            value={addressees}
            error={wrong.addressees}
            onChange={(event) => setAddressees(event.target.value)}
          />
          <Field label={t`Order of the names`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={order}
                onChange={(event) => setOrder(event.target.value as SignatureOrder)}
              >
                <option value="AS_SIGNED">{t`as they signed`}</option>
                <option value="BY_NAME">{t`by name`}</option>
              </select>
            )}
          </Field>
        </div>
        <label className="check">
          <input
            type="checkbox"
            checked={noObjection}
            onChange={(event) => setNoObjection(event.target.checked)}
          />
          <Trans>One objection, with its reason, stops it</Trans>
        </label>
        {network ? (
          <Required
            network={network.id}
            chosen={required}
            error={wrong["threshold.required"]}
            onChange={setRequired}
          />
        ) : null}
        <details>
          <summary>
            <Trans>So many of each type of organisation, by public name</Trans>
          </summary>
          <div className="formgrid">
            {known?.kinds.map(({ code, label }) => (
              <TextField
                key={code}
                label={say(label)}
                inputMode="numeric"
                value={kinds[code] ?? ""}
                onChange={(event) => setKinds({ ...kinds, [code]: event.target.value })}
              />
            ))}
          </div>
          {wrong["threshold.kinds"] ? (
            <span className="err" role="alert">
              {wrong["threshold.kinds"]}
            </span>
          ) : null}
        </details>
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
            <Trans>Open for signing</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
