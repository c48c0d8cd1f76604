import { Trans, useLingui } from "@lingui/react/macro";
import { type DragEvent, useState } from "react";
import { useMutation } from "urql";
import type { CampaignWorkStatus } from "../../graphql/schema";
import { day, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { OrgMark } from "../../ui/org-mark";
import { failure } from "../../ui/outcome";
import { type CampaignFullFragment, PutCampaignWorkDocument, type WorkPartsFragment } from "./campaigns.gql";
import { TalkAbout } from "./talk";
import { WORK_KINDS, WORK_STATES } from "./words";

/** So many cards of a column are shown at first. */
const MORE = 40;

const COLUMNS = Object.keys(WORK_STATES) as CampaignWorkStatus[];

/** Cards in columns: drawn by hand, or sent to another column by a list. Who moves an old card is told, and loses nothing. */
export function Board({
  campaign,
  work,
  may,
  today,
  onOpen,
  onMoved,
}: {
  campaign: CampaignFullFragment;
  work: WorkPartsFragment[];
  may: boolean;
  today: string;
  onOpen: (work: WorkPartsFragment) => void;
  onMoved: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale, say } = useLocale();
  const [shown, setShown] = useState<Partial<Record<CampaignWorkStatus, number>>>({});
  const [dragged, setDragged] = useState<WorkPartsFragment | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [, put] = useMutation(PutCampaignWorkDocument);
  const send = async (card: WorkPartsFragment, status: CampaignWorkStatus, after: string | null) => {
    if (after === card.id) return;
    const { data, error } = await put({ id: card.id, version: card.version, status, after });
    const why = failure(error, data?.putCampaignWork);
    if (why) toast.error(why);
    onMoved();
  };
  const cards = (status: CampaignWorkStatus) =>
    work.filter((one) => one.status === status && one.kind !== "WINDOW");
  const drop = (status: CampaignWorkStatus, after: string | null) => ({
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      event.stopPropagation();
      setOver(`${status} ${after}`);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      event.stopPropagation();
      setOver(null);
      if (dragged) void send(dragged, status, after);
      setDragged(null);
    },
  });
  return (
    <div className="board">
      {COLUMNS.map((status) => {
        const column = cards(status);
        const room = shown[status] ?? MORE;
        return (
          <section
            key={status}
            className="column"
            aria-label={i18n._(WORK_STATES[status])}
            data-over={over?.startsWith(`${status} `) || undefined}
            {...drop(status, column.at(-1)?.id ?? null)}
          >
            <h3>
              {i18n._(WORK_STATES[status])} <span className="muted">{number(column.length, locale)}</span>
            </h3>
            <ul>
              {column.slice(0, room).map((card, at) => (
                <li
                  key={card.id}
                  className="workcard"
                  draggable={may}
                  data-over={over === `${status} ${column[at - 1]?.id ?? null}` || undefined}
                  onDragStart={() => setDragged(card)}
                  onDragEnd={() => {
                    setDragged(null);
                    setOver(null);
                  }}
                  {...drop(status, column[at - 1]?.id ?? null)}
                >
                  <button type="button" className="linkish" onClick={() => onOpen(card)}>
                    <Both text={card.title} />
                  </button>
                  <div className="row wrap gap-2 xs muted">
                    {card.organisation ? (
                      <OrgMark id={card.organisation.id} acronym={card.organisation.acronym} size="s" />
                    ) : (
                      <span>
                        <Trans>nobody yet</Trans>
                      </span>
                    )}
                    {card.kind === "TASK" ? null : <span>{i18n._(WORK_KINDS[card.kind])}</span>}
                    {card.dueOn ? (
                      status !== "DONE" && status !== "DROPPED" && card.dueOn < today ? (
                        <Badge tone="danger">
                          <Trans>was due {day(card.dueOn, locale)}</Trans>
                        </Badge>
                      ) : (
                        <span>{day(card.dueOn, locale)}</span>
                      )
                    ) : null}
                  </div>
                  <div>
                    <TalkAbout
                      campaign={campaign}
                      about={card.id}
                      name={say(card.title)}
                      count={card.commentCount}
                      onSaid={onMoved}
                    />
                  </div>
                  {may ? (
                    <label className="row gap-2 xs">
                      <span className="vh">{t`Move ${say(card.title)} to`}</span>
                      <select
                        className="input small"
                        value={status}
                        onChange={(event) => {
                          const to = event.target.value as CampaignWorkStatus;
                          void send(card, to, cards(to).at(-1)?.id ?? null);
                        }}
                      >
                        {COLUMNS.map((one) => (
                          <option key={one} value={one}>
                            {i18n._(WORK_STATES[one])}
                          </option>
                        ))}
                      </select>
                    </label>
                  ) : null}
                </li>
              ))}
            </ul>
            {column.length > room ? (
              <Button className="small" onClick={() => setShown({ ...shown, [status]: room + MORE })}>
                <Trans>Show more</Trans>
              </Button>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}
