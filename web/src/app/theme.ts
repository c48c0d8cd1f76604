export type Theme = "system" | "light" | "dark";
const KEY = "sala.theme";

/** What the person chose. */
export const theme = (): Theme => {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
};

/** Applies the choice; without one the system decides. */
export function applyTheme(next: Theme = theme()) {
  localStorage.setItem(KEY, next);
  if (next === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}
