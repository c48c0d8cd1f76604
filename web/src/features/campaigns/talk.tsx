import { Trans, useLingui } from "@lingui/react/macro";
import { MessageCircle } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { moment, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Button, Field, Loading, Modal, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { type CampaignFullFragment, WorkListsDocument } from "./campaigns.gql";
import {
  CampaignCommentsDocument,
  CommentOnCampaignDocument,
  TakeBackCampaignCommentDocument,
} from "./talk.gql";

type Told = { id: string; name: { en: string; km: string } };

/** What the team says to each other, on one thing or in the whole campaign, and a place to say more. */
export function Talk({
  campaign,
  about,
  onSaid,
}: {
  campaign: CampaignFullFragment;
  /** On this alone; on everything when left out. */
  about?: string | undefined;
  onSaid?: (() => void) | undefined;
}) {
  const { t } = useLingui();
  const { locale, say } = useLocale();
  const [after, setAfter] = useState<string[]>([]);
  const [body, setBody] = useState("");
  const [told, setTold] = useState<Told[]>([]);
  const [organisation, setOrganisation] = useState("");
  const [{ data }, again] = useQuery({
    query: CampaignCommentsDocument,
    variables: { id: campaign.id, about: about ?? null, after: after.at(-1) ?? null },
    requestPolicy: "cache-and-network",
  });
  const [{ data: lists }] = useQuery({
    query: WorkListsDocument,
    variables: { organisation },
    pause: organisation === "",
  });
  const [result, comment] = useMutation(CommentOnCampaignDocument);
  const [taking, takeBack] = useMutation(TakeBackCampaignCommentDocument);
  const comments = data?.campaign?.comments;
  const payload = result.data?.commentOnCampaign;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? failure(taking.error, taking.data?.takeBackCampaignComment);
  const refresh = () => {
    again({ requestPolicy: "network-only" });
    onSaid?.();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { about: about ?? campaign.id, body, mentions: told.map((one) => one.id) };
    const { data } = await comment({ input });
    if (data?.commentOnCampaign.status !== "DONE") return;
    setBody("");
    setTold([]);
    refresh();
  };
  const people = (organisation ? lists?.organisation?.people.edges : undefined) ?? [];
  return (
    <div className="stackv gap-4">
      {why ? <Note tone="danger">{why}</Note> : null}
      {campaign.viewerCan.talk ? (
        <form className="stackv gap-3" onSubmit={(event) => void submit(event)} noValidate>
          <Field label={t`Say something to the team`} error={wrong.body}>
            {(ids) => (
              <textarea
                className="input"
                rows={2}
                {...ids}
                value={body}
                onChange={(event) => setBody(event.target.value)}
              />
            )}
          </Field>
          <details>
            <summary>
              <Trans>Tell somebody of it by mail</Trans>
            </summary>
            <div className="formgrid">
              <Field label={t`Of which organisation`}>
                {(ids) => (
                  <select
                    className="input"
                    {...ids}
                    value={organisation}
                    onChange={(event) => setOrganisation(event.target.value)}
                  >
                    <option value="">{t`Choose`}</option>
                    {campaign.members
                      .filter((member) => member.state === "ACCEPTED")
                      .map((member) => (
                        <option key={member.organisation.id} value={member.organisation.id}>
                          {say(member.organisation.name)}
                        </option>
                      ))}
                  </select>
                )}
              </Field>
              <Field label={t`Whom`} error={wrong.mentions}>
                {(ids) => (
                  <select
                    className="input"
                    {...ids}
                    value=""
                    onChange={(event) => {
                      const chosen = people.find(({ node }) => node.id === event.target.value)?.node;
                      if (chosen && !told.some((one) => one.id === chosen.id))
                        setTold([...told, { id: chosen.id, name: chosen.name.full }]);
                    }}
                  >
                    <option value="">{t`Choose`}</option>
                    {people.map(({ node }) => (
                      <option key={node.id} value={node.id}>
                        {say(node.name.full)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            </div>
          </details>
          {told.length > 0 ? (
            <p className="sm">
              <Trans>To be told: {told.map((one) => say(one.name)).join(", ")}</Trans>{" "}
              <Button className="small" kind="quiet" onClick={() => setTold([])}>
                <Trans>Tell nobody</Trans>
              </Button>
            </p>
          ) : null}
          <div>
            <Button kind="primary" type="submit" className="small" busy={result.fetching}>
              <Trans>Say it</Trans>
            </Button>
          </div>
        </form>
      ) : null}
      {comments ? null : <Loading />}
      {comments && comments.totalCount === 0 ? (
        <p className="muted sm">
          <Trans>Nothing has been said yet.</Trans>
        </p>
      ) : null}
      <ul className="list">
        {comments?.edges.map(({ node }) => (
          <li key={node.id} className="stackv gap-1">
            <p className="sm">
              <b>{node.by ? <Both text={node.by.name.full} /> : <Trans>somebody</Trans>}</b>{" "}
              <time className="xs muted" dateTime={node.at}>
                {moment(node.at, locale)}
              </time>
            </p>
            {node.removed ? (
              <p className="muted sm">
                <Trans>taken back</Trans>
              </p>
            ) : (
              <p style={{ whiteSpace: "pre-wrap" }}>{node.body}</p>
            )}
            {node.mentions.length > 0 ? (
              <p className="xs muted">
                <Trans>told: {node.mentions.map((one) => say(one.name.full)).join(", ")}</Trans>
              </p>
            ) : null}
            {node.yours && !node.removed ? (
              <div>
                <Button
                  className="small"
                  kind="quiet"
                  onClick={async () => {
                    await takeBack({ id: node.id });
                    refresh();
                  }}
                >
                  <Trans>Take it back</Trans>
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="actions">
        {after.length > 0 ? (
          <Button className="small" onClick={() => setAfter(after.slice(0, -1))}>
            <Trans>Newer</Trans>
          </Button>
        ) : null}
        {comments?.pageInfo.hasNextPage ? (
          <Button className="small" onClick={() => setAfter([...after, comments.pageInfo.endCursor ?? ""])}>
            <Trans>Older</Trans>
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** A small button that opens what was said of a thing, with how much that is. */
export function TalkAbout({
  campaign,
  about,
  name,
  count,
  onSaid,
}: {
  campaign: CampaignFullFragment;
  about: string;
  /** What the thing is called. */
  name: string;
  count: number;
  onSaid: () => void;
}) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [open, setOpen] = useState(false);
  if (!campaign.viewerCan.viewInside) return null;
  return (
    <>
      <Button
        className="small"
        kind="quiet"
        aria-label={t`What is said of ${name}: ${number(count, locale)}`}
        onClick={() => setOpen(true)}
      >
        <MessageCircle className="i" aria-hidden="true" />
        {count > 0 ? number(count, locale) : null}
      </Button>
      {open ? (
        <Modal title={t`What is said`} open onClose={() => setOpen(false)}>
          <p className="voice">{name}</p>
          <Talk campaign={campaign} about={about} onSaid={onSaid} />
        </Modal>
      ) : null}
    </>
  );
}
