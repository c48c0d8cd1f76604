import { Trans, useLingui } from "@lingui/react/macro";
import { ArrowDown, ArrowUp, GripVertical, Plus, Trash2 } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { useMutation } from "urql";
import type { AgendaKind, Sex, SpeakerRole } from "../../graphql/schema";
import { clock, number } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, Field, Modal, Note, TextField } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { type DialogueFullFragment, SetAgendaDocument } from "./dialogues.gql";
import { AGENDA_KINDS, SEXES, SPEAKER_ROLES } from "./words";

/** What happens when, and for the team: who is to speak, and where a panel is of one sex. */
export function Agenda({ dialogue, onDone }: { dialogue: DialogueFullFragment; onDone: () => void }) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const [changing, setChanging] = useState(false);
  return (
    <section className="card stackv gap-4" aria-label={t`Agenda`}>
      <div className="row between wrap gap-2">
        <h2>
          <Trans>Agenda</Trans>
        </h2>
        {dialogue.viewerCan.organise ? (
          <Button className="small" onClick={() => setChanging(true)}>
            <Trans>Change the agenda</Trans>
          </Button>
        ) : null}
      </div>
      {dialogue.agenda.length === 0 ? (
        <p className="sm muted">
          <Trans>Nothing is written yet of what happens when.</Trans>
        </p>
      ) : (
        <ol className="plain stackv gap-4">
          {dialogue.agenda.map((item) => (
            <li key={item.id} className="stackv gap-1">
              <p className="row wrap gap-2">
                <span className="num muted">{clock(item.startsAt, locale)}</span>
                <b className="grow">
                  <Both text={item.title} />
                </b>
                <span className="sm muted">
                  {i18n._(AGENDA_KINDS[item.kind])} · <Trans>{number(item.minutes, locale)} minutes</Trans>
                </span>
              </p>
              {item.speakers.length > 0 ? (
                <p className="sm">
                  {item.speakers.map((one) => `${one.name} (${i18n._(SPEAKER_ROLES[one.role])})`).join(", ")}
                </p>
              ) : null}
              {item.oneSided ? (
                <p className="sm row wrap gap-2">
                  <Badge tone="warn">
                    <Trans>everybody is of one sex</Trans>
                  </Badge>
                  <span>{item.reason}</span>
                </p>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {changing ? (
        <AgendaForm dialogue={dialogue} onClose={() => setChanging(false)} onDone={onDone} />
      ) : null}
    </section>
  );
}

interface Speaker {
  key: number;
  name: string;
  role: SpeakerRole;
  sex: Sex;
}
interface Line {
  key: number;
  id: string | null;
  kind: AgendaKind;
  minutes: string;
  km: string;
  en: string;
  speakers: Speaker[];
  reason: string;
}

/** As the hub judges it: all who speak on a panel are of one sex, whoever moderates. */
const oneSided = (line: Line) => {
  const sexes = line.speakers.filter((one) => one.role !== "MODERATOR").map((one) => one.sex);
  return (
    line.kind === "PANEL" &&
    sexes.length > 1 &&
    sexes[0] !== "UNDISCLOSED" &&
    sexes.every((sex) => sex === sexes[0])
  );
};

function AgendaForm({
  dialogue,
  onClose,
  onDone,
}: {
  dialogue: DialogueFullFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, i18n } = useLingui();
  const { locale } = useLocale();
  const next = useRef(1000);
  const fresh = () => next.current++;
  const [lines, setLines] = useState<Line[]>(() =>
    dialogue.agenda.map((item, key) => ({
      key,
      id: item.id,
      kind: item.kind,
      minutes: String(item.minutes),
      km: item.title.km,
      en: item.title.en,
      speakers: item.speakers.map((one) => ({ ...one, key: fresh() })),
      reason: item.reason,
    })),
  );
  const [dragged, setDragged] = useState<number | null>(null);
  const [result, save] = useMutation(SetAgendaDocument);
  const payload = result.data?.setAgenda;
  const wrong = reasons(payload);
  const why = failure(result.error, payload) ?? wrong.dialogue ?? wrong.agenda;
  const length = (Date.parse(dialogue.endsAt) - Date.parse(dialogue.startsAt)) / 60_000;
  const sum = lines.reduce((all, line) => all + Number(line.minutes), 0);
  const put = (at: number, change: Partial<Line>) =>
    setLines(lines.map((line, n) => (n === at ? { ...line, ...change } : line)));
  const move = (from: number, to: number) => {
    if (to < 0 || to >= lines.length) return;
    const order = [...lines];
    const [one] = order.splice(from, 1);
    if (one) order.splice(to, 0, one);
    setLines(order);
  };
  const speaker = (at: number, n: number, change: Partial<Speaker>) =>
    put(at, {
      speakers: (lines[at]?.speakers ?? []).map((one, m) => (m === n ? { ...one, ...change } : one)),
    });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const items = lines.map((line) => ({
      id: line.id,
      kind: line.kind,
      minutes: Number(line.minutes),
      title: { en: line.en, km: line.km },
      speakers: line.speakers.map(({ name, role, sex }) => ({ name, role, sex })),
      reason: line.reason,
    }));
    const done = await save({ dialogue: dialogue.id, version: dialogue.version, items });
    if (done.data?.setAgenda.status !== "DONE") return;
    onDone();
    onClose();
  };
  return (
    <Modal title={t`Change the agenda`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)} noValidate>
        {why ? <Note tone="danger">{why}</Note> : null}
        <p role="status" className="row wrap gap-2">
          <span className="num">
            <Trans>
              {number(sum, locale)} of {number(length, locale)} minutes
            </Trans>
          </span>
          {sum > length ? (
            <Badge tone="danger">
              <Trans>{number(sum - length, locale)} minutes too many</Trans>
            </Badge>
          ) : null}
        </p>
        {lines.map((line, at) => {
          const name = line.km || line.en || number(at + 1, locale);
          return (
            <section
              key={line.key}
              className="card flat stackv gap-3"
              aria-label={t`Item ${number(at + 1, locale)}`}
              onDragOver={(event) => {
                if (dragged !== null) event.preventDefault();
              }}
              onDrop={() => {
                if (dragged !== null) move(dragged, at);
                setDragged(null);
              }}
            >
              <div className="row between wrap gap-2">
                {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is for those with a mouse; the buttons beside it do the same */}
                <span
                  className="row gap-2 grab"
                  draggable
                  onDragStart={() => setDragged(at)}
                  onDragEnd={() => setDragged(null)}
                >
                  <GripVertical className="i" aria-hidden="true" />
                  <b className="num">{number(at + 1, locale)}</b>
                </span>
                <span className="row gap-2">
                  <Button
                    className="small"
                    aria-label={t`Earlier: ${name}`}
                    disabled={at === 0}
                    onClick={() => move(at, at - 1)}
                  >
                    <ArrowUp className="i" aria-hidden="true" />
                  </Button>
                  <Button
                    className="small"
                    aria-label={t`Later: ${name}`}
                    disabled={at === lines.length - 1}
                    onClick={() => move(at, at + 1)}
                  >
                    <ArrowDown className="i" aria-hidden="true" />
                  </Button>
                  <Button
                    className="small"
                    aria-label={t`Take out: ${name}`}
                    onClick={() => setLines(lines.filter((_, n) => n !== at))}
                  >
                    <Trash2 className="i" aria-hidden="true" />
                  </Button>
                </span>
              </div>
              <div className="formgrid">
                <TextField
                  label={t`What, in Khmer`}
                  lang="km"
                  value={line.km}
                  error={wrong[`agenda.${at}.title`] ?? wrong[`agenda.${at}.title.km`]}
                  onChange={(event) => put(at, { km: event.target.value })}
                />
                <TextField
                  label={t`What, in English`}
                  lang="en"
                  value={line.en}
                  error={wrong[`agenda.${at}.title.en`]}
                  onChange={(event) => put(at, { en: event.target.value })}
                />
                <Field label={t`Of which kind`}>
                  {(ids) => (
                    <select
                      className="input"
                      {...ids}
                      value={line.kind}
                      onChange={(event) => put(at, { kind: event.target.value as AgendaKind })}
                    >
                      {(Object.keys(AGENDA_KINDS) as AgendaKind[]).map((one) => (
                        <option key={one} value={one}>
                          {i18n._(AGENDA_KINDS[one])}
                        </option>
                      ))}
                    </select>
                  )}
                </Field>
                <TextField
                  label={t`Minutes`}
                  inputMode="numeric"
                  value={line.minutes}
                  error={wrong[`agenda.${at}.minutes`]}
                  onChange={(event) => put(at, { minutes: event.target.value.replace(/\D/g, "") })}
                />
              </div>
              {line.speakers.map((one, n) => (
                <div key={one.key} className="formgrid three">
                  <TextField
                    label={t`Who speaks`}
                    value={one.name}
                    error={wrong[`agenda.${at}.speakers.${n}.name`]}
                    onChange={(event) => speaker(at, n, { name: event.target.value })}
                  />
                  <Field label={t`As what`}>
                    {(ids) => (
                      <select
                        className="input"
                        {...ids}
                        value={one.role}
                        onChange={(event) => speaker(at, n, { role: event.target.value as SpeakerRole })}
                      >
                        {(Object.keys(SPEAKER_ROLES) as SpeakerRole[]).map((role) => (
                          <option key={role} value={role}>
                            {i18n._(SPEAKER_ROLES[role])}
                          </option>
                        ))}
                      </select>
                    )}
                  </Field>
                  <Field label={t`Sex`}>
                    {(ids) => (
                      <select
                        className="input"
                        {...ids}
                        value={one.sex}
                        onChange={(event) => speaker(at, n, { sex: event.target.value as Sex })}
                      >
                        {(Object.keys(SEXES) as Sex[]).map((sex) => (
                          <option key={sex} value={sex}>
                            {i18n._(SEXES[sex])}
                          </option>
                        ))}
                      </select>
                    )}
                  </Field>
                  <div>
                    <Button
                      className="small"
                      aria-label={t`Take out: ${one.name || number(n + 1, locale)}`}
                      onClick={() => put(at, { speakers: line.speakers.filter((_, m) => m !== n) })}
                    >
                      <Trash2 className="i" aria-hidden="true" />
                    </Button>
                  </div>
                </div>
              ))}
              <div>
                <Button
                  className="small"
                  onClick={() =>
                    put(at, {
                      speakers: [
                        ...line.speakers,
                        { key: fresh(), name: "", role: "SPEAKER", sex: "UNDISCLOSED" },
                      ],
                    })
                  }
                >
                  <Plus className="i" aria-hidden="true" />
                  <Trans>Somebody who speaks</Trans>
                </Button>
              </div>
              {oneSided(line) ? (
                <>
                  <Note tone="warn">
                    <Trans>Everybody on this panel is of one sex. Ask somebody more, or say why.</Trans>
                  </Note>
                  <TextField
                    label={t`Why the panel is of one sex`}
                    value={line.reason}
                    error={wrong[`agenda.${at}.reason`]}
                    onChange={(event) => put(at, { reason: event.target.value })}
                  />
                </>
              ) : null}
            </section>
          );
        })}
        <div>
          <Button
            onClick={() =>
              setLines([
                ...lines,
                {
                  key: fresh(),
                  id: null,
                  kind: "PLENARY",
                  minutes: "30",
                  km: "",
                  en: "",
                  speakers: [],
                  reason: "",
                },
              ])
            }
          >
            <Plus className="i" aria-hidden="true" />
            <Trans>Add an item</Trans>
          </Button>
        </div>
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
