import { type ComponentType, useEffect, useState } from "react";

type Sonner = typeof import("sonner");
type Say = (sonner: Sonner) => void;

// The first page has nothing to say: what shows notices is fetched with the first one.
let waiting: Say[] = [];
let wake: (() => void) | undefined;
const tell = (say: Say) => {
  waiting.push(say);
  wake?.();
};

/** Says something in passing, at the edge of the screen and to screen readers. */
export const toast = {
  success: (text: string) => tell((sonner) => sonner.toast.success(text)),
  error: (text: string) => tell((sonner) => sonner.toast.error(text)),
};

/** Where notices appear; once per page. */
export function Notices() {
  const [sonner, setSonner] = useState<Sonner>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    wake = () => {
      setTurn((n) => n + 1);
      void import("sonner").then(setSonner);
    };
    if (waiting.length > 0) wake();
    return () => {
      wake = undefined;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn brings something to say
  useEffect(() => {
    if (!sonner) return;
    const due = waiting;
    waiting = [];
    for (const say of due) say(sonner);
  }, [sonner, turn]);
  const Toaster: ComponentType<{ position: "bottom-center" }> | undefined = sonner?.Toaster;
  return Toaster ? <Toaster position="bottom-center" /> : null;
}
