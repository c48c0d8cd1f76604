import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Printer } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { day, money } from "../../i18n/format";
import { Both, useLocale } from "../../i18n/text";
import { Badge, Button, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { ArrangeForm } from "./arrange-form";
import { DealTablesDocument, type DialogueFullFragment } from "./dialogues.gql";
import { saveLetters } from "./letters";

interface Props {
  dialogue: DialogueFullFragment;
  network: string;
  onDone: () => void;
}

/** What is arranged for a dialogue, and for its team what is printed. */
export function Preparation({ dialogue, network, onDone }: Props) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [open, setOpen] = useState(false);
  const is = dialogue.arrangements;
  const { organise } = dialogue.viewerCan;
  const bare =
    dialogue.hosts.length === 0 &&
    !dialogue.coHost.en &&
    !dialogue.coHost.km &&
    dialogue.documents.length === 0 &&
    (!is ||
      (is.costs.length === 0 && !is.letter.en && !is.letter.km && !is.noticeNeeded && !is.signatory.km));
  return (
    <div className="stackv gap-6">
      <section className="card stackv gap-3" aria-label={t`What is arranged`}>
        <div className="row between wrap gap-2">
          <h2>
            <Trans>What is arranged</Trans>
          </h2>
          {organise ? (
            <Button onClick={() => setOpen(true)}>
              <Trans>Arrange it</Trans>
            </Button>
          ) : null}
        </div>
        {bare ? (
          <p className="sm muted">
            <Trans>Nothing is written down yet: who holds it, what letters say, what it costs.</Trans>
          </p>
        ) : null}
        <dl className="facts sm">
          {dialogue.hosts.length > 0 ? (
            <>
              <dt>
                <Trans>Who holds it</Trans>
              </dt>
              <dd>
                {dialogue.hosts.map((one) => (
                  <Link key={one.id} className="block" to="/organisations/$id" params={{ id: one.id }}>
                    <Both text={one.name} />
                  </Link>
                ))}
              </dd>
            </>
          ) : null}
          {dialogue.coHost.en || dialogue.coHost.km ? (
            <>
              <dt>
                <Trans>Together with</Trans>
              </dt>
              <dd>
                <Both text={dialogue.coHost} />
              </dd>
            </>
          ) : null}
          {is && (is.letter.en || is.letter.km) ? (
            <>
              <dt>
                <Trans>What the letter says</Trans>
              </dt>
              <dd className="pre">
                <Both text={is.letter} />
              </dd>
            </>
          ) : null}
          {is && (is.signatory.en || is.signatory.km) ? (
            <>
              <dt>
                <Trans>Who signs it</Trans>
              </dt>
              <dd className="pre">
                <Both text={is.signatory} />
              </dd>
            </>
          ) : null}
          {is?.noticeNeeded ? (
            <>
              <dt>
                <Trans>Telling the authorities</Trans>
              </dt>
              <dd>
                {is.noticeOpen ? (
                  <Badge tone="warn">
                    <Trans>they are not told yet</Trans>
                  </Badge>
                ) : (
                  <>
                    {is.noticeSentOn ? day(is.noticeSentOn, locale) : null}
                    {is.noticeReference ? ` · ${is.noticeReference}` : ""}
                  </>
                )}
              </dd>
            </>
          ) : null}
          {is && is.costs.length > 0 ? (
            <>
              <dt>
                <Trans>What it costs</Trans>
              </dt>
              <dd>
                {is.costs.map((cost, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own
                  <span key={at} className="block">
                    {cost.what}: <span className="num">{money(cost.amount, cost.currency, locale)}</span>
                  </span>
                ))}
                <b className="block num">
                  <Trans>
                    In all: {is.totals.map((sum) => money(sum.amount, sum.currency, locale)).join(" + ")}
                  </Trans>
                </b>
              </dd>
            </>
          ) : null}
          {dialogue.documents.length > 0 ? (
            <>
              <dt>
                <Trans>Documents</Trans>
              </dt>
              <dd>
                {dialogue.documents.map((one) => (
                  <Link key={one.id} className="block" to="/evidence/$id" params={{ id: one.id }}>
                    <Both text={one.title} />
                  </Link>
                ))}
              </dd>
            </>
          ) : null}
        </dl>
      </section>
      {organise ? <Letters dialogue={dialogue} onDone={onDone} /> : null}
      {organise ? <Tables dialogue={dialogue} onDone={onDone} /> : null}
      {open ? (
        <ArrangeForm dialogue={dialogue} network={network} onClose={() => setOpen(false)} onDone={onDone} />
      ) : null}
    </div>
  );
}

/** Letters on paper: each with its number, its form of address and a sign to scan. */
function Letters({ dialogue, onDone }: Omit<Props, "network">) {
  const { t } = useLingui();
  const [busy, setBusy] = useState<"hand" | "all" | null>(null);
  const [why, setWhy] = useState<string>();
  const print = async (of: "hand" | "all") => {
    setBusy(of);
    const broken = t`The letters could not be set. Nothing was changed; try again when the line is back.`;
    const told = await saveLetters(dialogue.id, of, broken);
    setWhy(told);
    setBusy(null);
    if (!told) toast.success(t`The letters are saved on this device.`);
    onDone();
  };
  return (
    <section className="card stackv gap-3" aria-label={t`Letters on paper`}>
      <h2>
        <Trans>Letters on paper</Trans>
      </h2>
      <p className="sm muted">
        <Trans>
          One letter on each sheet, in the language of whoever it goes to, with its number and a sign that a
          telephone reads: it leads to their own page, and is scanned at the door.
        </Trans>
      </p>
      {why ? <Note tone="danger">{why}</Note> : null}
      {dialogue.hears ? (
        <div className="row wrap gap-2">
          <Button busy={busy === "hand"} disabled={busy !== null} onClick={() => void print("hand")}>
            <Printer className="i" aria-hidden="true" />
            <Trans>Letters for whoever has no e-mail</Trans>
          </Button>
          <Button busy={busy === "all"} disabled={busy !== null} onClick={() => void print("all")}>
            <Printer className="i" aria-hidden="true" />
            <Trans>Letters for all who are invited</Trans>
          </Button>
        </div>
      ) : (
        <p className="sm">
          <Trans>Letters are printed while answers count: open the dialogue for answers first.</Trans>
        </p>
      )}
    </section>
  );
}

/** Who sits where: dealt so that groups are mixed, printed as badges and as a plan for the door. */
function Tables({ dialogue, onDone }: Omit<Props, "network">) {
  const { t } = useLingui();
  const { locale } = useLocale();
  const [result, deal] = useMutation(DealTablesDocument);
  const [tables, setTables] = useState("");
  const payload = result.data?.dealTables;
  const wrong = reasons(payload);
  const why = wrong.dialogue ?? failure(result.error, payload);
  const comes = (dialogue.balance ?? []).reduce((all, one) => all + one.accepted, 0);
  const file = (name: string) => `/files/${dialogue.id}/dialogue/${name}.pdf?lang=${locale}`;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await deal({
      dialogue: dialogue.id,
      version: dialogue.version,
      tables: Number(tables),
    });
    if (data?.dealTables.status !== "DONE") return;
    toast.success(t`Everybody who comes has a table.`);
    onDone();
  };
  return (
    <section className="card stackv gap-3" aria-label={t`Badges and tables`}>
      <h2>
        <Trans>Badges and tables</Trans>
      </h2>
      {comes === 0 ? (
        <p className="sm muted">
          <Trans>Once somebody has said that they come, badges and a plan of tables can be printed.</Trans>
        </p>
      ) : (
        <>
          {why ? <Note tone="danger">{why}</Note> : null}
          <form className="row wrap gap-2 ends" onSubmit={(event) => void submit(event)} noValidate>
            <TextField
              label={t`How many tables`}
              inputMode="numeric"
              value={tables}
              error={wrong.tables}
              onChange={(event) => setTables(event.target.value.replace(/\D/g, ""))}
            />
            <Button type="submit" busy={result.fetching}>
              <Trans>Mix the groups over the tables</Trans>
            </Button>
          </form>
          <div className="row wrap gap-2">
            <a className="btn small" href={file("badges")} download>
              <Trans>Name badges (PDF)</Trans>
            </a>
            <a className="btn small" href={file("tables")} download>
              <Trans>Plan of tables (PDF)</Trans>
            </a>
          </div>
        </>
      )}
    </section>
  );
}
