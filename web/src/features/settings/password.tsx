import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { Button, Note, TextField } from "../../ui/kit";
import { toast } from "../../ui/notice";
import { failure, reasons } from "../../ui/outcome";
import { ChangePasswordDocument } from "./settings.gql";

/** Changes the password, or sets a first one. */
export function Password({ has }: { has: boolean }) {
  const { t } = useLingui();
  const [old, setOld] = useState("");
  const [next, setNext] = useState("");
  const [result, change] = useMutation(ChangePasswordDocument);
  const wrong = reasons(result.data?.changePassword);
  const why = failure(result.error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await change({ input: { old, new: next } });
    if (data?.changePassword.status === "DONE") {
      setOld("");
      setNext("");
      toast.success(t`Your password is changed. All other devices are signed out.`);
    }
  };
  return (
    <section className="card">
      <header>
        <h2>
          <Trans>Password</Trans>
        </h2>
      </header>
      <form className="stackv gap-4" onSubmit={(event) => void submit(event)}>
        {why ? <Note tone="danger">{why}</Note> : null}
        <div className="formgrid">
          {has ? (
            <TextField
              label={t`Present password`}
              type="password"
              autoComplete="current-password"
              required
              value={old}
              error={wrong.old}
              onChange={(event) => setOld(event.target.value)}
            />
          ) : null}
          <TextField
            label={t`New password`}
            type="password"
            autoComplete="new-password"
            required
            value={next}
            error={wrong.new}
            onChange={(event) => setNext(event.target.value)}
          />
        </div>
        <div>
          <Button type="submit" busy={result.fetching}>
            {has ? <Trans>Change the password</Trans> : <Trans>Choose a password</Trans>}
          </Button>
        </div>
      </form>
    </section>
  );
}
