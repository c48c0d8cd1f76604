import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { linguiMacro } from "./vite-lingui-macro.ts";

export default defineConfig({
  plugins: [
    linguiMacro(),
    react(),
    lingui(),
    VitePWA({
      registerType: "prompt",
      injectRegister: false,
      includeAssets: [],
      manifest: {
        name: "Sala",
        short_name: "Sala",
        description: "Joint advocacy of civil-society networks",
        start_url: "/",
        display: "standalone",
        background_color: "#f6f2ea",
        theme_color: "#0f5c55",
        icons: [
          { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
          { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
        ],
      },
      workbox: {
        // The shell, the fonts and the catalogues; a route's own part comes when it is first opened.
        globPatterns: [
          "index.html",
          "assets/index-*.{js,css}",
          "assets/messages-*.js",
          "assets/kantumruy-*.woff2",
        ],
        navigateFallback: "/index.html",
        // What the server itself answers: a page in the cache must not stand in for it.
        navigateFallbackDenylist: [
          /^\/(graphql|graphiql|openid|files|public|calendar|rsvp|healthz|readyz|metrics)(\/|$)/,
        ],
        runtimeCaching: [
          {
            urlPattern: ({ url }) => url.pathname.startsWith("/assets/"),
            handler: "CacheFirst",
            options: { cacheName: "assets", expiration: { maxEntries: 120 } },
          },
        ],
      },
    }),
  ],
  build: { target: "es2022", sourcemap: false },
  server: { port: 5173, proxy: { "/graphql": { target: "http://127.0.0.1:8080", ws: true } } },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"] },
} as Parameters<typeof defineConfig>[0]);
