import { Trans, useLingui } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, EmptyState, Loading } from "../../ui/kit";
import { EngagementForm } from "./engagement-form";
import {
  type EngagementPartsFragment,
  OpenEngagementDocument,
  StakeholderEngagementsDocument,
} from "./stakeholders.gql";
import { Contact } from "./story";
import type { StakeholderMap } from "./use-map";

/** Every contact with those on a map, the latest first. */
export function Log({ map, onDone }: { map: StakeholderMap; onDone: () => void }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [after, setAfter] = useState<string[]>([]);
  const [form, setForm] = useState<EngagementPartsFragment | "new" | null>(null);
  const [opened, setOpened] = useState<EngagementPartsFragment[]>([]);
  const [, open] = useMutation(OpenEngagementDocument);
  const [{ data }, again] = useQuery({
    query: StakeholderEngagementsDocument,
    variables: { campaign: map.campaign.id, with: null, after: after.at(-1) ?? null },
    requestPolicy: "cache-and-network",
  });
  const engagements = data?.stakeholderMap?.engagements;
  const sealed = (data?.stakeholderMap?.sealedEngagements ?? []).filter(
    (one) => !opened.some((other) => other.id === one.id),
  );
  const refresh = () => {
    setOpened([]);
    again({ requestPolicy: "network-only" });
    onDone();
  };
  return (
    <section className="stackv gap-4" aria-label={t`Log of engagements`}>
      <div className="row wrap gap-2">
        {map.viewerCan.keep && map.stakeholders.length > 0 ? (
          <Button kind="primary" className="small" onClick={() => setForm("new")}>
            <Plus className="i" aria-hidden="true" />
            <Trans>Log an engagement</Trans>
          </Button>
        ) : null}
        {sealed.length > 0 ? (
          <Button
            className="small"
            kind="quiet"
            onClick={async () => {
              const found: EngagementPartsFragment[] = [];
              for (const one of sealed) {
                const { data: answer } = await open({ id: one.id });
                if (answer?.openEngagement.engagement) found.push(answer.openEngagement.engagement);
              }
              setOpened([...opened, ...found]);
            }}
          >
            <Trans>Open {number(sealed.length, locale)} confidential; it is written down that you did</Trans>
          </Button>
        ) : null}
      </div>
      {engagements ? null : <Loading />}
      {engagements?.totalCount === 0 && opened.length === 0 && sealed.length === 0 ? (
        <EmptyState title={t`No contact is written down yet`}>
          <p>
            <Trans>
              Who met whom, what was said, what follows: written down once, nobody of the team goes there
              unaware.
            </Trans>
          </p>
        </EmptyState>
      ) : null}
      <ol className="plain stackv gap-3 story card">
        {[...opened, ...(engagements?.edges.map(({ node }) => node) ?? [])].map((one) => (
          <li key={one.id}>
            <Contact map={map} engagement={one} onOpen={() => setForm(one)} onDone={refresh} />
          </li>
        ))}
      </ol>
      <div className="actions">
        {after.length > 0 ? (
          <Button className="small" onClick={() => setAfter(after.slice(0, -1))}>
            <Trans>Newer</Trans>
          </Button>
        ) : null}
        {engagements?.pageInfo.hasNextPage ? (
          <Button
            className="small"
            onClick={() => setAfter([...after, engagements.pageInfo.endCursor ?? ""])}
          >
            <Trans>Older</Trans>
          </Button>
        ) : null}
      </div>
      {form ? (
        <EngagementForm
          map={map}
          engagement={form === "new" ? undefined : form}
          onClose={() => setForm(null)}
          onDone={refresh}
        />
      ) : null}
    </section>
  );
}
