import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { Button, Field, Modal, TextField } from "../../ui/kit";

/** Where a link leads. */
export function LinkForm({ onLink, onClose }: { onLink: (href: string) => void; onClose: () => void }) {
  const { t } = useLingui();
  const [href, setHref] = useState("https://");
  const [wrong, setWrong] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (/^(https?:\/\/|mailto:)[^\s]+$/i.test(href.trim())) onLink(href.trim());
    else setWrong(t`An address begins with https:// or mailto:`);
  };
  return (
    <Modal title={t`Link`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={submit}>
        <TextField
          label={t`Address of the page, with https://`}
          value={href}
          error={wrong || undefined}
          onChange={(event) => setHref(event.target.value)}
        />
        <div className="row wrap">
          <Button kind="primary" type="submit">
            <Trans>Link</Trans>
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** The words of a footnote. */
export function FootnoteForm({
  words: before,
  onNote,
  onClose,
}: {
  words: string;
  onNote: (words: string) => void;
  onClose: () => void;
}) {
  const { t } = useLingui();
  const [words, setWords] = useState(before);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim()) onNote(words.trim().slice(0, 2000));
  };
  return (
    <Modal title={t`Footnote`} open onClose={onClose}>
      <form className="stackv gap-4" onSubmit={submit}>
        <Field label={t`Its words`} full>
          {(ids) => (
            <textarea
              className="input"
              rows={3}
              maxLength={2000}
              {...ids}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </Field>
        <div className="row wrap">
          <Button kind="primary" type="submit" disabled={!words.trim()}>
            {before ? <Trans>Change the footnote</Trans> : <Trans>Add the footnote</Trans>}
          </Button>
          <Button onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
