import { Trans, useLingui } from "@lingui/react/macro";
import { Fragment } from "react";
import { useMutation, useQuery } from "urql";
import { useLocale } from "../../i18n/text";
import { Button, Note } from "../../ui/kit";
import { failure, reasons } from "../../ui/outcome";
import { changedLines } from "./changed-text";
import { CallEditorialDocument, SignChangesDocument, type SignPageQuery } from "./signing.gql";

type Paper = NonNullable<SignPageQuery["paper"]>;
type Changed = NonNullable<Paper["changedSinceSigned"]>;

/** What changed, word by word, where it stands. */
export function Pieces({ changes }: { changes: Changed["changes"] }) {
  return changes.map(({ language, pieces }) => (
    <div key={language} className="card prose changed" lang={language === "KM" ? "km" : "en"}>
      {changedLines(pieces).map((line, at) => {
        const key = at;
        const words = line.pieces.map((piece, place) => {
          const key = place;
          if (piece.fate === "INSERTED") return <ins key={key}>{piece.text}</ins>;
          if (piece.fate === "DELETED") return <del key={key}>{piece.text}</del>;
          return <span key={key}>{piece.text}</span>;
        });
        return (
          <Fragment key={key}>
            {line.after ? <p className="muted">…</p> : null}
            <p>{line.heading ? <b>{words}</b> : words}</p>
          </Fragment>
        );
      })}
    </div>
  ));
}

/** What changed in the text since one's organisation has signed it. */
export function Changes({ paper, since, kept = false }: { paper: string; since: string; kept?: boolean }) {
  const [{ data }] = useQuery({ query: SignChangesDocument, variables: { id: paper, since } });
  const changes = data?.paper?.signOn?.changes ?? [];
  if (changes.length === 0) return null;
  return (
    <section className="stackv gap-3">
      <h2>
        <Trans>What changed since you signed</Trans>
      </h2>
      {kept ? (
        <Note>
          <Trans>
            Convenor and chair have called this change editorial: your signature stands. If you do not agree,
            you can withdraw it.
          </Trans>
        </Note>
      ) : null}
      <Pieces changes={changes} />
    </section>
  );
}

/** A corrected text that organisations had signed: convenor and chair may both call the change editorial. */
export function Editorial({
  paper,
  changed,
  onDone,
}: {
  paper: string;
  changed: Changed;
  onDone: () => void;
}) {
  const { t } = useLingui();
  const { say } = useLocale();
  const [result, call] = useMutation(CallEditorialDocument);
  const payload = result.data?.callEditorial;
  const why = failure(result.error, payload) ?? reasons(payload).paper;
  return (
    <section className="stackv gap-3" aria-label={t`What changed since it was signed`}>
      <h2>
        <Trans>What changed since it was signed</Trans>
      </h2>
      <Pieces changes={changed.changes} />
      {changed.agreed ? (
        <Note>
          <Trans>
            Convenor and chair call this change editorial. When the text is opened for signing again, the
            signatures stand, and whoever signed is told what changed.
          </Trans>
        </Note>
      ) : (
        <p className="sm muted">
          <Trans>
            Everybody is asked anew when the text is opened for signing again — unless convenor and chair both
            call this change editorial: a slip of the pen that changes nothing of what is said.
          </Trans>
        </p>
      )}
      {changed.convenor && !changed.agreed ? (
        <p className="sm">
          <Trans>{say(changed.convenor.name.full)} calls it editorial. The chair has not said so yet.</Trans>
        </p>
      ) : null}
      {changed.chair && !changed.agreed ? (
        <p className="sm">
          <Trans>{say(changed.chair.name.full)} calls it editorial. The convenor has not said so yet.</Trans>
        </p>
      ) : null}
      {why ? <Note tone="danger">{why}</Note> : null}
      {changed.viewerCanAgree ? (
        <div>
          <Button
            busy={result.fetching}
            onClick={async () => {
              await call({ paper });
              onDone();
            }}
          >
            <Trans>It is editorial</Trans>
          </Button>
        </div>
      ) : null}
    </section>
  );
}
