// Lays the fonts that the hub sets PDFs in beside the build; the browser never asks for them.
import { copyFileSync, mkdirSync } from "node:fs";

const fonts = {
  "source-serif-4": ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"],
  "noto-serif-khmer": ["400Regular", "700Bold"],
};
mkdirSync("dist/typesetting", { recursive: true });
for (const [family, faces] of Object.entries(fonts)) {
  const name = family.replace(/(^|-)(.)/g, (_, __, letter) => letter.toUpperCase());
  for (const face of faces) {
    // One family lays its faces into folders, the other does not.
    const file = `${name}_${face}.ttf`;
    const inside = family === "source-serif-4" ? `${face}/${file}` : file;
    copyFileSync(`node_modules/@expo-google-fonts/${family}/${inside}`, `dist/typesetting/${file}`);
  }
}
