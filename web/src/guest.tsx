import "./ui/tokens.css";
import "./ui/app.css";
import "./ui/local.css";
import { I18nProvider } from "@lingui/react";
import { createRoot } from "react-dom/client";
import { applyTheme } from "./app/theme";
import { Rsvp } from "./features/dialogues/rsvp";
import { activate, i18n, startLocale } from "./i18n";

// What an invitee opens, by itself: no router, no cache, no fonts but those of the device. Built with Preact in React's place,
// because it is opened once, on whatever telephone and line somebody has.

applyTheme();
await activate(startLocale());
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <I18nProvider i18n={i18n}>
      <Rsvp />
    </I18nProvider>,
  );
}
