import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import type { CampaignApproach, CampaignTemplate, CampaignVisibility } from "../../graphql/schema";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { PlacePicker } from "../../ui/place-picker";
import {
  type CampaignFullFragment,
  CampaignListsDocument,
  EarlierCampaignsDocument,
  EditCampaignDocument,
  StartCampaignDocument,
} from "./campaigns.gql";
import { APPROACHES, TEMPLATES, VISIBILITIES } from "./words";

const TEXTS = ["title", "problem", "goal", "affected"] as const;
type TextName = (typeof TEXTS)[number];

/** Begins a campaign, or changes what one says of itself. */
export function CampaignForm({
  network,
  campaign,
  onClose,
}: {
  network: string;
  campaign?: CampaignFullFragment;
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const { say, locale } = useLocale();
  const navigate = useNavigate();
  const [{ data: lists }] = useQuery({ query: CampaignListsDocument, variables: { network } });
  const [starting, start] = useMutation(StartCampaignDocument);
  const [editing, edit] = useMutation(EditCampaignDocument);
  const [texts, setTexts] = useState(() => {
    const empty = { en: "", km: "" };
    return {
      title: campaign?.title ?? empty,
      problem: campaign?.problem ?? empty,
      goal: campaign?.goal ?? empty,
      affected: campaign?.affected ?? empty,
    };
  });
  const [approach, setApproach] = useState<CampaignApproach>(campaign?.approach ?? "MIXED");
  const [visibility, setVisibility] = useState<CampaignVisibility>(campaign?.visibility ?? "MEMBERS");
  const [policies, setPolicies] = useState(campaign?.policies ?? "");
  const [conflict, setConflict] = useState(campaign?.conflictNote ?? "");
  const [safeguarding, setSafeguarding] = useState(campaign?.safeguardingNote ?? "");
  const [startsOn, setStartsOn] = useState(campaign?.startsOn ?? "");
  const [endsOn, setEndsOn] = useState(campaign?.endsOn ?? "");
  const [places, setPlaces] = useState(
    campaign?.places.map(({ id, name }) => ({ id, name: say(name) })) ?? [],
  );
  const [themes, setThemes] = useState<string[]>(campaign?.themes.map((theme) => theme.code) ?? []);
  const [lead, setLead] = useState("");
  // A template by its name, or an earlier campaign by its id.
  const [beginning, setBeginning] = useState("");
  const [{ data: earlier }] = useQuery({
    query: EarlierCampaignsDocument,
    variables: { network },
    pause: campaign !== undefined,
  });
  const payload = starting.data?.startCampaign ?? editing.data?.editCampaign;
  const wrong = reasons(payload);
  const why = failure(starting.error ?? editing.error, payload) ?? wrong.campaign;
  const labels: Record<TextName, string> = {
    title: t`Title`,
    problem: t`What is wrong`,
    goal: t`What is to be reached`,
    affected: t`Whom it touches`,
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const plain = (name: TextName) => ({ en: texts[name].en, km: texts[name].km });
    const input = {
      title: plain("title"),
      problem: plain("problem"),
      goal: plain("goal"),
      affected: plain("affected"),
      policies,
      approach,
      visibility,
      conflictNote: conflict,
      safeguardingNote: safeguarding,
      startsOn: startsOn || null,
      endsOn: endsOn || null,
      places: places.map((place) => place.id),
      themes,
    };
    if (campaign) {
      const { data } = await edit({ id: campaign.id, version: campaign.version, input });
      if (data?.editCampaign.status === "DONE") onClose();
      return;
    }
    const template = (Object.keys(TEMPLATES) as CampaignTemplate[]).find((one) => one === beginning);
    const like = template || beginning === "" ? null : beginning;
    const language = locale === "km" ? ("KM" as const) : ("EN" as const);
    const { data } = await start({
      input: { network, lead, campaign: input, template: template ?? null, language, like },
    });
    const made = data?.startCampaign.campaign;
    if (made) await navigate({ to: "/campaigns/$id", params: { id: made.id } });
  };
  return (
    <Modal title={campaign ? t`Change the campaign` : t`Begin a campaign`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        {campaign ? null : (
          <Field
            label={t`What it begins with`}
            hint={t`A template or an earlier campaign fills in the plan; everything can be changed.`}
            error={wrong.like}
          >
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={beginning}
                onChange={(event) => setBeginning(event.target.value)}
              >
                <option value="">{t`an empty plan`}</option>
                <optgroup label={t`Templates`}>
                  {(Object.keys(TEMPLATES) as CampaignTemplate[]).map((one) => (
                    <option key={one} value={one}>
                      {i18n._(TEMPLATES[one])}
                    </option>
                  ))}
                </optgroup>
                <optgroup label={t`Earlier campaigns`}>
                  {earlier?.campaigns.edges
                    .filter(({ node }) => node.viewerCan.viewInside)
                    .map(({ node }) => (
                      <option key={node.id} value={node.id}>
                        {say(node.title)}
                      </option>
                    ))}
                </optgroup>
              </select>
            )}
          </Field>
        )}
        <div className="formgrid">
          {TEXTS.map((name) =>
            (["km", "en"] as const).map((lang) => {
              const label = lang === "km" ? t`${labels[name]} (Khmer)` : t`${labels[name]} (English)`;
              const field = {
                lang,
                value: texts[name][lang],
                onChange: (event: { target: { value: string } }) =>
                  setTexts({ ...texts, [name]: { ...texts[name], [lang]: event.target.value } }),
              };
              const error = wrong[`${name}.${lang}`] ?? (lang === "km" ? wrong[name] : undefined);
              return name === "title" ? (
                <TextField key={name + lang} label={label} full error={error} {...field} />
              ) : (
                <Field key={name + lang} label={label} full error={error}>
                  {(ids) => <textarea className="input" rows={2} {...ids} {...field} />}
                </Field>
              );
            }),
          )}
          {campaign ? null : (
            <Field label={t`Which organisation leads it`} full error={wrong.lead}>
              {(ids) => (
                <select
                  className="input"
                  {...ids}
                  value={lead}
                  onChange={(event) => setLead(event.target.value)}
                >
                  <option value="">{t`Choose`}</option>
                  {lists?.network?.members.edges.map(({ node: { organisation } }) => (
                    <option key={organisation.id} value={organisation.id}>
                      {say(organisation.name)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <Field label={t`Who may know it`} error={wrong.visibility}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={visibility}
                onChange={(event) => setVisibility(event.target.value as CampaignVisibility)}
              >
                {(Object.keys(VISIBILITIES) as CampaignVisibility[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(VISIBILITIES[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t`From where it presses`}>
            {(ids) => (
              <select
                className="input"
                {...ids}
                value={approach}
                onChange={(event) => setApproach(event.target.value as CampaignApproach)}
              >
                {(Object.keys(APPROACHES) as CampaignApproach[]).map((one) => (
                  <option key={one} value={one}>
                    {i18n._(APPROACHES[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <TextField
            label={t`First day`}
            type="date"
            value={startsOn}
            error={wrong.startsOn}
            onChange={(event) => setStartsOn(event.target.value)}
          />
          <TextField
            label={t`Last day`}
            type="date"
            value={endsOn}
            error={wrong.endsOn}
            onChange={(event) => setEndsOn(event.target.value)}
          />
          <TextField
            label={t`Laws and policies it is about`}
            full
            value={policies}
            error={wrong.policies}
            onChange={(event) => setPolicies(event.target.value)}
          />
        </div>
        <div className="stackv gap-2">
          {places.map((place) => (
            <span key={place.id} className="row between gap-2">
              {place.name}
              <Button
                className="small"
                kind="quiet"
                aria-label={t`Leave out ${place.name}`}
                onClick={() => setPlaces(places.filter((other) => other.id !== place.id))}
              >
                <X className="i" aria-hidden="true" />
              </Button>
            </span>
          ))}
          <PlacePicker
            key={places.length}
            label={t`Add a place`}
            value={null}
            error={wrong.places}
            onChange={(id, name) => {
              if (id && name && !places.some((place) => place.id === id))
                setPlaces([...places, { id, name }]);
            }}
          />
        </div>
        <details>
          <summary>
            <Trans>Themes</Trans>
          </summary>
          <div className="row wrap gap-4">
            {lists?.themes.map((theme) => (
              <label key={theme.id} className="check">
                <input
                  type="checkbox"
                  checked={themes.includes(theme.code)}
                  onChange={(event) =>
                    setThemes(
                      event.target.checked
                        ? [...themes, theme.code]
                        : themes.filter((one) => one !== theme.code),
                    )
                  }
                />
                <span>{say(theme.label)}</span>
              </label>
            ))}
          </div>
        </details>
        <details>
          <summary>
            <Trans>So that nobody is harmed (for the team alone)</Trans>
          </summary>
          <div className="stackv gap-3">
            <Field label={t`So that nobody is set against anybody`} full error={wrong.conflictNote}>
              {(ids) => (
                <textarea
                  className="input"
                  rows={2}
                  {...ids}
                  value={conflict}
                  onChange={(event) => setConflict(event.target.value)}
                />
              )}
            </Field>
            <Field label={t`So that nobody in our care is harmed`} full error={wrong.safeguardingNote}>
              {(ids) => (
                <textarea
                  className="input"
                  rows={2}
                  {...ids}
                  value={safeguarding}
                  onChange={(event) => setSafeguarding(event.target.value)}
                />
              )}
            </Field>
          </div>
        </details>
        <div className="row wrap">
          <Button kind="primary" type="submit" busy={starting.fetching || editing.fetching}>
            {campaign ? <Trans>Save</Trans> : <Trans>Begin</Trans>}
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
