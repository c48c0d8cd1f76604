import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { CircleCheck, FileWarning, RotateCw, Upload, X } from "lucide-react";
import { useId, useState } from "react";
import { number } from "../../i18n/format";
import { useLocale } from "../../i18n/text";
import { Button, Field, Modal } from "../../ui/kit";
import type { Sensitivity } from "./types";
import { add, again, remove, type Sending, useSendings } from "./uploads";
import { LEVEL_HINTS, LEVELS } from "./words";

const CHOICES: Sensitivity[] = ["PUBLIC", "MEMBERS", "RESTRICTED"];

/** Choosing files and how widely they may be known. */
export function AddFiles({
  network,
  files,
  onClose,
}: {
  network: string;
  files: File[];
  onClose: () => void;
}) {
  const { t, i18n } = useLingui();
  const [chosen, setChosen] = useState(files);
  const [level, setLevel] = useState<Sensitivity>("MEMBERS");
  const [clean, setClean] = useState(true);
  const [over, setOver] = useState(false);
  const input = useId();
  const take = (list: FileList | null) => setChosen([...chosen, ...Array.from(list ?? [])]);
  return (
    <Modal open title={t`Add evidence`} onClose={onClose}>
      <form
        className="stackv gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen.length === 0) return;
          add(chosen, network, level, clean);
          onClose();
        }}
      >
        <label
          htmlFor={input}
          className="dropzone"
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            take(event.dataTransfer.files);
          }}
        >
          <Upload className="i" aria-hidden="true" />
          <b>
            <Trans>Choose files or drop them here</Trans>
          </b>
          <span className="sm muted">
            <Trans>PDF, Word, tables, pictures, web pages, e-mails; at most 100 MB each</Trans>
          </span>
          <input
            id={input}
            className="vh"
            type="file"
            multiple
            onChange={(event) => {
              take(event.target.files);
              event.target.value = "";
            }}
          />
        </label>
        {chosen.length > 0 ? (
          <ul className="stackv gap-2">
            {chosen.map((file, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be chosen twice
              <li key={at} className="row between">
                <span className="grow" style={{ overflowWrap: "anywhere" }}>
                  {file.name}
                </span>
                <button
                  type="button"
                  className="iconbtn"
                  aria-label={t`Do not send ${file.name}`}
                  onClick={() => setChosen(chosen.filter((other) => other !== file))}
                >
                  <X className="i" aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        ) : null}
        <Field label={t`Who may know it`} hint={i18n._(LEVEL_HINTS[level])}>
          {(ids) => (
            <select
              className="input"
              {...ids}
              value={level}
              onChange={(event) => setLevel(event.target.value as Sensitivity)}
            >
              {CHOICES.map((choice) => (
                <option key={choice} value={choice}>
                  {i18n._(LEVELS[choice])}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label className="check">
          <input type="checkbox" checked={clean} onChange={(event) => setClean(event.target.checked)} />
          <span>
            <Trans>Take out hidden details: place, camera, author</Trans>
          </span>
        </label>
        <p className="sm muted">
          <Trans>
            Until the knowledge manager has published it, only you and the knowledge manager can see it.
          </Trans>
        </p>
        <div className="row end">
          <Button kind="primary" type="submit" disabled={chosen.length === 0}>
            <Plural value={chosen.length} _0="Send" one="Send one file" other="Send # files" />
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** The files that are on their way, whatever page one is on. */
export function Tray() {
  const sendings = useSendings();
  const { t } = useLingui();
  if (sendings.length === 0) return null;
  return (
    <section className="card nopad tray" aria-label={t`Files on their way`}>
      <ul className="list">
        {sendings.map((one) => (
          <Row key={one.key} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Row({ one }: { one: Sending }) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const pct = one.bytes > 0 ? Math.floor((one.sent * 100) / one.bytes) : 0;
  return (
    <li className="stackv gap-2" style={{ padding: "var(--s-3) var(--s-5)" }}>
      <div className="row between">
        <span className="grow" style={{ overflowWrap: "anywhere" }}>
          {one.document ? (
            <Link to="/evidence/$id" params={{ id: one.document }}>
              {one.name}
            </Link>
          ) : (
            one.name
          )}
        </span>
        {one.state === "failed" ? (
          <button
            type="button"
            className="iconbtn"
            aria-label={t`Try ${one.name} again`}
            onClick={() => again(one.key)}
          >
            <RotateCw className="i" aria-hidden="true" />
          </button>
        ) : null}
        <button
          type="button"
          className="iconbtn"
          aria-label={t`Remove ${one.name}`}
          onClick={() => remove(one.key)}
        >
          <X className="i" aria-hidden="true" />
        </button>
      </div>
      {one.state === "sending" || one.state === "waiting" ? (
        <progress max={100} value={pct} aria-label={t`${one.name}: ${number(pct, locale)} of a hundred`} />
      ) : (
        <span className="sm row" role="status">
          {one.state === "failed" ? (
            <>
              <FileWarning className="i" aria-hidden="true" />
              <span>{one.why || t`The line is gone. Try again: what has arrived stays.`}</span>
            </>
          ) : (
            <>
              <CircleCheck className="i" aria-hidden="true" />
              <span>
                {one.state === "existing" ? (
                  <Trans>The library has this file already. Nothing was added.</Trans>
                ) : (
                  <Trans>In the library; waits to be catalogued.</Trans>
                )}
              </span>
            </>
          )}
        </span>
      )}
    </li>
  );
}
