import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { type ComponentProps, type ReactNode, useId } from "react";

/** A button; `busy` keeps its place while work is under way. */
export function Button({
  kind = "plain",
  busy = false,
  className = "",
  ...rest
}: ComponentProps<"button"> & { kind?: "plain" | "primary" | "quiet" | "danger"; busy?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      disabled={rest.disabled || busy}
      className={`btn ${kind === "plain" ? "" : kind} ${className}`}
    />
  );
}

/** A labelled field with its hint and its error, tied together for screen readers. */
export function Field({
  label,
  hint,
  error,
  full = false,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  full?: boolean;
  children: (ids: {
    id: string;
    "aria-describedby": string | undefined;
    "aria-invalid": boolean | undefined;
  }) => ReactNode;
}) {
  const id = useId();
  const described = [hint ? `${id}-h` : "", error ? `${id}-e` : ""].filter(Boolean).join(" ");
  return (
    <div className={`field${full ? " full" : ""}`}>
      <label htmlFor={id}>{label}</label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {hint ? (
        <span className="hint" id={`${id}-h`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="err" id={`${id}-e`} role="alert">
          {error}
        </span>
      ) : null}
    </div>
  );
}

/** A text field. */
export function TextField({
  label,
  hint,
  error,
  full,
  ...rest
}: ComponentProps<"input"> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  full?: boolean;
}) {
  return (
    <Field label={label} hint={hint} error={error} full={full ?? false}>
      {(ids) => <input className="input" {...ids} {...rest} />}
    </Field>
  );
}

/** A dialog with its woven edge; becomes a sheet on phones. */
export function Modal({
  title,
  open,
  onClose,
  children,
}: {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useLingui();
  return (
    <Dialog.Root open={open} onOpenChange={(now) => (now ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content className="dialog modal" aria-describedby={undefined}>
          <div className="krama" aria-hidden="true" />
          <Dialog.Title asChild>
            <h2>{title}</h2>
          </Dialog.Title>
          {children}
          <Dialog.Close className="iconbtn close" aria-label={t`Close`}>
            <X className="i" aria-hidden="true" />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What stands where there is nothing yet: it teaches the next step. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty-state krama-top">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Quiet bars while something loads; shown by the page only when there is nothing older to show. */
export function Loading() {
  const { t } = useLingui();
  return (
    <div className="stackv gap-4" role="status" aria-label={t`Loading`}>
      <div className="skel" style={{ width: "40%" }} />
      <div className="skel" style={{ width: "80%" }} />
      <div className="skel" style={{ width: "65%" }} />
    </div>
  );
}

/** A short notice in the flow of the page. */
export function Note({ tone, children }: { tone?: "ok" | "warn" | "danger"; children: ReactNode }) {
  return (
    <div className="note" data-tone={tone} role={tone === "danger" ? "alert" : undefined}>
      <div>{children}</div>
    </div>
  );
}

/** A word of state: icon and word, never colour alone. */
export function Badge({ tone, icon, children }: { tone?: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
