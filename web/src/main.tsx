import "@fontsource/kantumruy-pro/latin-400.css";
import "@fontsource/kantumruy-pro/latin-600.css";
import "@fontsource/kantumruy-pro/khmer-400.css";
import "@fontsource/kantumruy-pro/khmer-600.css";
// The words of organisations are set in these, on whatever page they stand; nobody fetches them where none stand.
import "@fontsource/noto-serif-khmer/khmer-400.css";
import "@fontsource/source-serif-4/latin-400.css";
import "@fontsource/source-serif-4/latin-600.css";
import "./ui/tokens.css";
import "./ui/app.css";
import "./ui/local.css";
import { I18nProvider } from "@lingui/react";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { client } from "./app/client";
import { createAppRouter } from "./app/router";
import { applyTheme } from "./app/theme";
import { activate, i18n, startLocale } from "./i18n";

applyTheme();
const router = createAppRouter();

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

await activate(startLocale());
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Provider value={client}>
          <RouterProvider router={router} />
        </Provider>
      </I18nProvider>
    </StrictMode>,
  );
}

if ("serviceWorker" in navigator && import.meta.env.PROD) {
  const { Workbox } = await import("workbox-window");
  const worker = new Workbox("/sw.js");
  // A new version waits until the next visit: nothing reloads under somebody's hands.
  void worker.register();
}
