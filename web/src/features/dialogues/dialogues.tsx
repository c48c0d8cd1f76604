import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useQuery } from "urql";
import { useKept } from "../../app/kept";
import { useNetwork } from "../../app/viewer";
import { span } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, EmptyState, Field, Loading, Note } from "../../ui/kit";
import { failure } from "../../ui/outcome";
import { DialogueForm } from "./dialogue-form";
import { DialogueCampaignsDocument, DialoguesDocument } from "./dialogues.gql";
import { DIALOGUE_KINDS, DIALOGUE_STATES, DIALOGUE_TONES } from "./words";

/** The dialogues of a network: the next first. */
export function Dialogues() {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const network = useNetwork();
  const { which = "ahead", campaign } = useSearch({ from: "/inside/dialogues" });
  const navigate = useNavigate();
  const [after, setAfter] = useState<string[]>([]);
  const [chosen, setChosen] = useState("");
  const [form, setForm] = useState(false);
  const variables = {
    network: network?.id ?? "",
    campaign: campaign ?? null,
    ahead: which === "ahead",
    after: after.at(-1) ?? null,
  };
  const [{ data: answer, error }] = useQuery({
    query: DialoguesDocument,
    variables,
    pause: !network,
    requestPolicy: "cache-and-network",
  });
  const data = useKept(answer, JSON.stringify(variables));
  const [{ data: campaigns }] = useQuery({
    query: DialogueCampaignsDocument,
    variables: { network: network?.id ?? "" },
    pause: !network,
  });
  const found = data?.dialogues;
  if (!found) return error ? <Note tone="danger">{failure(error)}</Note> : <Loading />;
  const mine = (campaigns?.campaigns.edges ?? []).filter(({ node }) => node.viewerCan.edit);
  const into = campaign && mine.some(({ node }) => node.id === campaign) ? campaign : chosen;
  const go = (to: { which?: "ahead" | "all"; campaign?: string | undefined }) => {
    setAfter([]);
    void navigate({ to: "/dialogues", search: { which, campaign, ...to }, replace: true });
  };
  return (
    <>
      <div className="pagehead">
        <div className="grow">
          <h1>
            <Trans>Dialogues</Trans>
          </h1>
          <p className="lead">
            <Trans>The right people in the room, each with a seat.</Trans>
          </p>
        </div>
      </div>
      <div className="stackv gap-6">
        <div className="formgrid">
          <Field label={t`Which`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={which}
                onChange={(event) => go({ which: event.target.value as "ahead" | "all" })}
              >
                <option value="ahead">{t`still to come`}</option>
                <option value="all">{t`all`}</option>
              </select>
            )}
          </Field>
          <Field label={t`Of which campaign`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={campaign ?? ""}
                onChange={(event) => go({ campaign: event.target.value || undefined })}
              >
                <option value="">{t`all`}</option>
                {campaigns?.campaigns.edges.map(({ node }) => (
                  <option key={node.id} value={node.id}>
                    {say(node.title)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        {mine.length > 0 ? (
          <div className="row wrap gap-2">
            {campaign ? null : (
              <select
                className="input small"
                aria-label={t`In which campaign it takes place`}
                value={chosen}
                onChange={(event) => setChosen(event.target.value)}
              >
                <option value="">{t`Choose a campaign`}</option>
                {mine.map(({ node }) => (
                  <option key={node.id} value={node.id}>
                    {say(node.title)}
                  </option>
                ))}
              </select>
            )}
            <Button kind="primary" disabled={!into} onClick={() => setForm(true)}>
              <Plus className="i" aria-hidden="true" />
              <Trans>Plan a dialogue</Trans>
            </Button>
          </div>
        ) : null}
        {found.totalCount === 0 ? (
          <EmptyState title={t`Nothing here`}>
            <p>
              <Trans>
                A dialogue brings several groups together: each has its seats, people answer by a link without
                an account, and who waits is called in turn.
              </Trans>
            </p>
          </EmptyState>
        ) : (
          <ul className="list card nopad">
            {found.edges.map(({ node }) => (
              <li key={node.id} className="inlist stackv gap-1">
                <p className="row wrap gap-2">
                  <Badge tone={DIALOGUE_TONES[node.state]}>{i18n._(DIALOGUE_STATES[node.state])}</Badge>
                  <Link className="grow" to="/dialogues/$id" params={{ id: node.id }}>
                    <Both text={node.title} />
                  </Link>
                </p>
                <p className="sm muted row wrap gap-2">
                  <span>{span(node.startsAt, node.endsAt, locale)}</span>
                  <span>{i18n._(DIALOGUE_KINDS[node.kind])}</span>
                  <span>
                    {[say(node.venue), node.place ? say(node.place.name) : ""].filter(Boolean).join(", ")}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        )}
        <div className="actions">
          {after.length > 0 ? (
            <Button className="small" onClick={() => setAfter(after.slice(0, -1))}>
              <Trans>Back</Trans>
            </Button>
          ) : null}
          {found.pageInfo.hasNextPage ? (
            <Button className="small" onClick={() => setAfter([...after, found.pageInfo.endCursor ?? ""])}>
              <Trans>Further</Trans>
            </Button>
          ) : null}
        </div>
      </div>
      {form && into ? <DialogueForm campaign={into} onClose={() => setForm(false)} /> : null}
    </>
  );
}
