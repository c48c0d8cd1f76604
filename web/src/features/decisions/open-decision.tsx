import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import type { BallotScale, DecisionMethod, DecisionSubject } from "../../graphql/schema";
import { digits } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { METHODS, SUBJECTS, VOTERS } from "../../ui/decision-words";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { type DecisionsQuery, OpenDecisionDocument } from "./decisions.gql";

type Rule = NonNullable<DecisionsQuery["network"]>["decisionRules"][number];

/** Puts a question to those who vote on its subject; the rule that will hold is shown before. */
export function OpenDecision({
  network,
  rules,
  group,
  onClose,
}: {
  network: string;
  rules: Rule[];
  /** The working group that is to decide, by its own rule. */
  group?: {
    id: string;
    meeting: string | null;
    method: DecisionMethod;
    quorumPct: number;
    windowDays: number;
  };
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const [result, open] = useMutation(OpenDecisionDocument);
  const [form, setForm] = useState({ km: "", en: "", proposalKm: "", proposalEn: "" });
  const [subject, setSubject] = useState<DecisionSubject>("ADOPT_POSITION");
  const [scale, setScale] = useState<BallotScale>("VOTE");
  const rule: Omit<Rule, "subject"> | undefined = group
    ? { ...group, voters: "GROUP" }
    : rules.find((r) => r.subject === subject);
  const wrong = reasons(result.data?.openDecision);
  const why = failure(result.error) ?? wrong.subject ?? wrong.closesAt;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await open({
      input: {
        network,
        subject: group ? "OTHER" : subject,
        ...(group ? (group.meeting ? { meeting: group.meeting } : { group: group.id }) : {}),
        scale,
        title: { en: form.en, km: form.km },
        proposal: { en: form.proposalEn, km: form.proposalKm },
      },
    });
    const made = data?.openDecision.decision;
    if (made) await navigate({ to: "/decisions/$id", params: { id: made.id } });
  };
  const text = (label: string, lang: "km" | "en", name: "proposalKm" | "proposalEn") => (
    <Field label={label} full>
      {(ids) => (
        <textarea
          className="input"
          rows={4}
          lang={lang}
          {...ids}
          value={form[name]}
          onChange={(event) => setForm({ ...form, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Modal title={t`Put a question to the vote`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          {group ? null : (
            <Field label={t`Subject`}>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={subject}
                  onChange={(event) => setSubject(event.target.value as DecisionSubject)}
                >
                  {(Object.keys(SUBJECTS) as DecisionSubject[])
                    .filter((word) => word !== "ADMIT_MEMBER")
                    .map((word) => (
                      <option key={word} value={word}>
                        {i18n._(SUBJECTS[word])}
                      </option>
                    ))}
                </select>
              )}
            </Field>
          )}
          <Field label={t`Ballots say`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={scale}
                onChange={(event) => setScale(event.target.value as BallotScale)}
              >
                <option value="VOTE">{t`in favour, against, abstain, stand aside, objection`}</option>
                <option value="GRADIENTS">{t`one of eight gradients of agreement`}</option>
              </select>
            )}
          </Field>
          <TextField
            label={t`Question in Khmer`}
            lang="km"
            value={form.km}
            onChange={(event) => setForm({ ...form, km: event.target.value })}
            error={wrong.title ?? wrong["title.km"]}
          />
          <TextField
            label={t`Question in English`}
            lang="en"
            value={form.en}
            onChange={(event) => setForm({ ...form, en: event.target.value })}
            error={wrong["title.en"]}
          />
          {text(t`Proposal in Khmer`, "km", "proposalKm")}
          {text(t`Proposal in English`, "en", "proposalEn")}
        </div>
        {rule ? (
          <Note>
            <Trans>
              Voters: {i18n._(VOTERS[rule.voters])}. Rule: {i18n._(METHODS[rule.method])}. Quorum:{" "}
              {digits(String(rule.quorumPct), locale)} %. Open for {digits(String(rule.windowDays), locale)}{" "}
              days.
            </Trans>
          </Note>
        ) : null}
        <div className="actions">
          <Button type="submit" kind="primary" busy={result.fetching}>
            <Trans>Open the vote</Trans>
          </Button>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
