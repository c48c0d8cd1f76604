import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { CampaignRole } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Badge, Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { OrgMark } from "../../ui/org-mark";
import { failure, reasons } from "../../ui/outcome";
import {
  AnswerCampaignDocument,
  type CampaignFullFragment,
  CampaignListsDocument,
  InviteToCampaignDocument,
} from "./campaigns.gql";
import { CAMPAIGN_ROLES, MEMBER_STATES } from "./words";

type Member = CampaignFullFragment["members"][number];

/** Who takes part, and what each has taken upon itself. */
export function Team({ campaign, network }: { campaign: CampaignFullFragment; network: string }) {
  const { i18n } = useLingui();
  const { say } = useLocale();
  const [inviting, setInviting] = useState<Member | "new" | null>(null);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const [result, answer] = useMutation(AnswerCampaignDocument);
  const wrong = reasons(result.data?.answerCampaign);
  const why = failure(result.error, result.data?.answerCampaign) ?? wrong.organisation ?? wrong.campaign;
  const say_ = (member: Member, accepts: boolean) =>
    void answer({ campaign: campaign.id, organisation: member.organisation.id, accepts, note: "" });
  return (
    <section className="card nopad" aria-labelledby="team">
      <header>
        <h2 id="team" className="grow">
          <Trans>Who takes part</Trans>
        </h2>
        {campaign.viewerCan.lead ? (
          <Button className="small" onClick={() => setInviting("new")}>
            <Trans>Ask an organisation</Trans>
          </Button>
        ) : null}
      </header>
      {why ? <Note tone="danger">{why}</Note> : null}
      <ul className="list">
        {campaign.members.map((member) => (
          <li key={member.organisation.id} className="stackv gap-2 inlist">
            <div className="row gap-3">
              <OrgMark id={member.organisation.id} acronym={member.organisation.acronym} size="s" />
              <div className="grow">
                <b>{say(member.organisation.name)}</b>
                <br />
                <small className="muted">
                  {i18n._(CAMPAIGN_ROLES[member.role])}
                  {member.commitment ? ` · ${member.commitment}` : ""}
                  {member.note ? ` · ${member.note}` : ""}
                </small>
              </div>
              {member.state === "ACCEPTED" ? null : (
                <Badge tone={member.state === "INVITED" ? "pending" : ""}>
                  {i18n._(MEMBER_STATES[member.state])}
                </Badge>
              )}
            </div>
            <div className="row wrap gap-2">
              {member.youAnswer && member.state === "INVITED" ? (
                <>
                  <Button
                    className="small"
                    kind="primary"
                    busy={result.fetching}
                    onClick={() => say_(member, true)}
                  >
                    <Trans>Take part</Trans>
                  </Button>
                  <Button className="small" busy={result.fetching} onClick={() => say_(member, false)}>
                    <Trans>Decline</Trans>
                  </Button>
                </>
              ) : null}
              {member.youAnswer && member.state === "ACCEPTED" && member.role !== "LEAD" ? (
                <Button className="small" kind="quiet" onClick={() => setLeaving(member)}>
                  <Trans>Leave the campaign</Trans>
                </Button>
              ) : null}
              {campaign.viewerCan.lead && (member.role !== "LEAD" || member.state !== "ACCEPTED") ? (
                <Button className="small" kind="quiet" onClick={() => setInviting(member)}>
                  <Trans>Change the part of {member.organisation.acronym}</Trans>
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {inviting ? (
        <Invite
          campaign={campaign}
          network={network}
          member={inviting === "new" ? null : inviting}
          onClose={() => setInviting(null)}
        />
      ) : null}
      {leaving ? <Leave campaign={campaign.id} member={leaving} onClose={() => setLeaving(null)} /> : null}
    </section>
  );
}

function Invite({
  campaign,
  network,
  member,
  onClose,
}: {
  campaign: CampaignFullFragment;
  network: string;
  member: Member | null;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const { say } = useLocale();
  const [{ data: lists }] = useQuery({ query: CampaignListsDocument, variables: { network } });
  const [organisation, setOrganisation] = useState(member?.organisation.id ?? "");
  const [role, setRole] = useState<CampaignRole>(member?.role ?? "SUPPORTING");
  const [commitment, setCommitment] = useState(member?.commitment ?? "");
  const [result, invite] = useMutation(InviteToCampaignDocument);
  const payload = result.data?.inviteToCampaign;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.campaign;
  const there = campaign.members.filter((one) => one.state === "ACCEPTED" || one.state === "INVITED");
  const others = lists?.network?.members.edges.filter(
    ({ node }) => !there.some((one) => one.organisation.id === node.organisation.id),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await invite({ input: { campaign: campaign.id, organisation, role, commitment } });
    if (data?.inviteToCampaign.status === "DONE") onClose();
  };
  return (
    <Modal title={member ? t`Change its part` : t`Ask an organisation`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        {member ? (
          <p>
            <b>{say(member.organisation.name)}</b>
          </p>
        ) : (
          <Field label={t`Which organisation`} full error={wrong.organisation}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={organisation}
                onChange={(event) => setOrganisation(event.target.value)}
              >
                <option value="">{t`Choose`}</option>
                {others?.map(({ node }) => (
                  <option key={node.organisation.id} value={node.organisation.id}>
                    {say(node.organisation.name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field label={t`Which part`} full error={wrong.role}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={role}
              onChange={(event) => setRole(event.target.value as CampaignRole)}
            >
              {(Object.keys(CAMPAIGN_ROLES) as CampaignRole[])
                .filter((one) => one !== "LEAD" || member?.state === "ACCEPTED")
                .map((one) => (
                  <option key={one} value={one}>
                    {i18n._(CAMPAIGN_ROLES[one])}
                  </option>
                ))}
            </select>
          )}
        </Field>
        <TextField
          label={t`What it takes upon itself`}
          full
          value={commitment}
          error={wrong.commitment}
          onChange={(event) => setCommitment(event.target.value)}
        />
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
            {member ? <Trans>Save</Trans> : <Trans>Ask</Trans>}
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function Leave({ campaign, member, onClose }: { campaign: string; member: Member; onClose: () => void }) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [note, setNote] = useState("");
  const [result, answer] = useMutation(AnswerCampaignDocument);
  const payload = result.data?.answerCampaign;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.organisation ?? wrong.campaign;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await answer({ campaign, organisation: member.organisation.id, accepts: false, note });
    if (data?.answerCampaign.status === "DONE") onClose();
  };
  return (
    <Modal title={t`Leave the campaign`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p>
          <Trans>What {say(member.organisation.name)} still had to do goes back to the lead.</Trans>
        </p>
        <TextField
          label={t`Why`}
          full
          value={note}
          error={wrong.note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={result.fetching}>
            <Trans>Leave the campaign</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
