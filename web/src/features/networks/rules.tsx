import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { DecisionMethod, Voters } from "../../graphql/schema";
import { digits } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { METHODS, SUBJECTS, VOTERS } from "../../ui/decision-words";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { SetDecisionRuleDocument } from "../decisions/decisions.gql";
import type { NetworkRecordFragment } from "./network.gql";

type Rule = NetworkRecordFragment["decisionRules"][number];

/** Who may vote on a network's questions; a working group decides its own, by a rule in its own record. */
const NETWORK_VOTERS = (Object.keys(VOTERS) as Voters[]).filter((word) => word !== "GROUP");

/** How the network decides, by subject. Open decisions keep the rule they opened with. */
export function Rules({ network }: { network: NetworkRecordFragment }) {
  const { i18n } = useLingui();
  const { locale } = useLocale();
  const [open, setOpen] = useState<Rule | null>(null);
  const n = (count: number) => digits(String(count), locale);
  return (
    <section className="card nopad" style={{ maxWidth: 760, marginTop: "var(--s-6)" }}>
      <header>
        <h2>
          <Trans>How the network decides</Trans>
        </h2>
      </header>
      <table className="tbl cards">
        <caption className="vh">
          <Trans>How the network decides</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Subject</Trans>
            </th>
            <th scope="col">
              <Trans>Rule</Trans>
            </th>
            <th scope="col">
              <Trans>Change</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {network.decisionRules.map((rule) => (
            <tr key={rule.subject}>
              <td>
                <b>{i18n._(SUBJECTS[rule.subject])}</b>
              </td>
              <td>
                {i18n._(VOTERS[rule.voters])} · {i18n._(METHODS[rule.method])}
                <span className="sub">
                  <Trans>
                    quorum {n(rule.quorumPct)} %, open for {n(rule.windowDays)} days
                  </Trans>
                </span>
              </td>
              <td>
                <Button className="small" onClick={() => setOpen(rule)}>
                  <Trans>Change</Trans>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open ? <RuleForm network={network.id} rule={open} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}

function RuleForm({ network, rule, onClose }: { network: string; rule: Rule; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const [result, save] = useMutation(SetDecisionRuleDocument);
  const [method, setMethod] = useState<DecisionMethod>(rule.method);
  const [voters, setVoters] = useState<Voters>(rule.voters);
  const [quorum, setQuorum] = useState(String(rule.quorumPct));
  const [days, setDays] = useState(String(rule.windowDays));
  const wrong = reasons(result.data?.setDecisionRule);
  const why = failure(result.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await save({
      input: {
        network,
        subject: rule.subject,
        method,
        voters,
        quorumPct: Number.parseInt(quorum, 10) || 0,
        windowDays: Number.parseInt(days, 10) || 0,
      },
    });
    if (data?.setDecisionRule.status === "DONE") {
      toast.success(t`Saved.`);
      onClose();
    }
  };
  return (
    <Modal title={i18n._(SUBJECTS[rule.subject])} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <Field label={t`Voters`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={voters}
              onChange={(event) => setVoters(event.target.value as Voters)}
            >
              {NETWORK_VOTERS.map((word) => (
                <option key={word} value={word}>
                  {i18n._(VOTERS[word])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t`Rule`}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={method}
              onChange={(event) => setMethod(event.target.value as DecisionMethod)}
            >
              {(Object.keys(METHODS) as DecisionMethod[]).map((word) => (
                <option key={word} value={word}>
                  {i18n._(METHODS[word])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t`Quorum, in percent of the voters`}
          inputMode="numeric"
          value={quorum}
          onChange={(event) => setQuorum(event.target.value)}
          error={wrong.quorumPct}
        />
        <TextField
          label={t`Open for how many days`}
          inputMode="numeric"
          value={days}
          onChange={(event) => setDays(event.target.value)}
          error={wrong.windowDays}
        />
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
