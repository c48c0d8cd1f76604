import type { StakeholderLinkKind } from "../../graphql/schema";
import type { Relation, Shown } from "./use-map";

/** Colour and dash of each kind of relation: told apart without colour too. */
export const STROKES: Record<StakeholderLinkKind, { colour: string; dash: number[] }> = {
  FORMAL_AUTHORITY: { colour: "--ink", dash: [] },
  FUNDING: { colour: "--viz-2", dash: [] },
  INFORMATION_ADVICE: { colour: "--viz-3", dash: [6, 4] },
  PRESSURE_LOBBY: { colour: "--viz-against", dash: [2, 4] },
  PERSONAL_FAMILY: { colour: "--viz-4", dash: [10, 3, 2, 3] },
  CONFLICT: { colour: "--viz-against", dash: [] },
  COLLABORATION: { colour: "--viz-5", dash: [] },
};

export interface View {
  /** The middle of what is seen, and how near. */
  x: number;
  y: number;
  zoom: number;
}

export interface Scene {
  shown: Shown[];
  links: Relation[];
  spots: Map<string, [number, number]>;
  chosen: string | null;
  /** Those who are lit; everybody when nothing. */
  lit: Set<string> | null;
  towers: boolean;
  names: Map<string, string>;
}

export const RADIUS = 13;

/** Draws the picture of relations. Lines of one kind and strength are drawn in one stroke: thousands of them cost a frame less. */
export function draw(canvas: HTMLCanvasElement, scene: Scene, view: View) {
  const context = canvas.getContext("2d");
  if (!context) return;
  const ratio = window.devicePixelRatio || 1;
  const [wide, high] = [canvas.clientWidth, canvas.clientHeight];
  if (canvas.width !== Math.round(wide * ratio) || canvas.height !== Math.round(high * ratio)) {
    canvas.width = Math.round(wide * ratio);
    canvas.height = Math.round(high * ratio);
  }
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(name).trim() || "#000";
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, wide, high);
  context.translate(wide / 2 - view.x * view.zoom, high / 2 - view.y * view.zoom);
  context.scale(view.zoom, view.zoom);
  const few = scene.shown.length <= 200;
  lines(context, scene, colour, few);
  nodes(context, scene, view, colour, style.fontFamily);
}

function lines(
  context: CanvasRenderingContext2D,
  { links, spots, lit }: Scene,
  colour: (name: string) => string,
  few: boolean,
) {
  const bundles = new Map<string, Relation[]>();
  for (const link of links) {
    const bright = !lit || (lit.has(link.from) && lit.has(link.to));
    const key = `${link.kind} ${link.strength} ${bright}`;
    const there = bundles.get(key);
    if (there) there.push(link);
    else bundles.set(key, [link]);
  }
  for (const [key, bundle] of bundles) {
    const [kind, strength, bright] = key.split(" ") as [StakeholderLinkKind, string, string];
    const stroke = STROKES[kind];
    context.beginPath();
    for (const link of bundle) {
      const [from, to] = [spots.get(link.from), spots.get(link.to)];
      if (!from || !to) continue;
      context.moveTo(from[0], from[1]);
      context.lineTo(to[0], to[1]);
    }
    context.strokeStyle = colour(stroke.colour);
    context.globalAlpha = bright === "true" ? (few ? 0.85 : 0.4) : 0.08;
    context.lineWidth = Number(strength);
    context.setLineDash(few ? stroke.dash : []);
    context.stroke();
    if (few && bright === "true") {
      context.beginPath();
      for (const link of bundle) {
        const [from, to] = [spots.get(link.from), spots.get(link.to)];
        if (!link.directed || !from || !to) continue;
        const long = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
        const [ux, uy] = [(to[0] - from[0]) / long, (to[1] - from[1]) / long];
        const [tx, ty] = [to[0] - ux * (RADIUS + 2), to[1] - uy * (RADIUS + 2)];
        context.moveTo(tx, ty);
        context.lineTo(tx - ux * 9 - uy * 5, ty - uy * 9 + ux * 5);
        context.lineTo(tx - ux * 9 + uy * 5, ty - uy * 9 - ux * 5);
        context.closePath();
      }
      context.setLineDash([]);
      context.fillStyle = colour(stroke.colour);
      context.fill();
    }
  }
  context.setLineDash([]);
}

function nodes(
  context: CanvasRenderingContext2D,
  { shown, spots, chosen, lit, towers, names }: Scene,
  view: View,
  colour: (name: string) => string,
  font: string,
) {
  const tones = { up: colour("--viz-for"), down: colour("--viz-against"), zero: colour("--viz-zero") };
  const [surface, ink] = [colour("--surface"), colour("--ink")];
  const labels = shown.length <= 60 || view.zoom > 1.2;
  context.font = `500 11px ${font}`;
  context.textAlign = "center";
  for (const { who, known } of shown) {
    const at = spots.get(who.id);
    if (!at) continue;
    const alignment = known?.rating.alignment ?? 0;
    const tone = alignment > 0 ? tones.up : alignment < 0 ? tones.down : tones.zero;
    context.globalAlpha = !lit || lit.has(who.id) ? 1 : 0.15;
    const hollow = !known?.counts;
    context.fillStyle = hollow ? surface : tone;
    context.strokeStyle = tone;
    context.lineWidth = 2;
    let top = at[1];
    if (towers && known) {
      // Net-Map (Schiffer 2007): as many discs under somebody as they have influence.
      for (let disc = 0; disc < known.rating.influence; disc += 1) {
        context.beginPath();
        context.ellipse(at[0], at[1] - disc * 7, RADIUS + 2, 6, 0, 0, Math.PI * 2);
        context.fill();
        context.stroke();
        context.strokeStyle = surface;
        context.lineWidth = 1;
        context.stroke();
        context.strokeStyle = tone;
        context.lineWidth = 2;
      }
      top = at[1] - (known.rating.influence - 1) * 7;
    } else {
      context.setLineDash(hollow ? [3, 3] : []);
      context.beginPath();
      context.arc(at[0], at[1], RADIUS, 0, Math.PI * 2);
      context.fill();
      context.stroke();
      context.setLineDash([]);
    }
    if (chosen === who.id) {
      context.beginPath();
      context.arc(at[0], at[1], RADIUS + 6, 0, Math.PI * 2);
      context.strokeStyle = ink;
      context.lineWidth = 1.5;
      context.stroke();
    }
    if (labels) {
      const name = names.get(who.id) ?? "";
      const short = name.length > 24 ? `${name.slice(0, 23)}…` : name;
      context.lineWidth = 4;
      context.strokeStyle = surface;
      context.strokeText(short, at[0], at[1] + RADIUS + 14);
      context.fillStyle = ink;
      context.fillText(short, at[0], at[1] + RADIUS + 14);
    }
    if (towers && known && labels) context.fillText(String(known.rating.influence), at[0], top - 10);
  }
  context.globalAlpha = 1;
}

/** Who stands at a point of the screen. */
export function at(
  canvas: HTMLCanvasElement,
  scene: Scene,
  view: View,
  point: { x: number; y: number },
): string | null {
  const x = (point.x - canvas.clientWidth / 2) / view.zoom + view.x;
  const y = (point.y - canvas.clientHeight / 2) / view.zoom + view.y;
  let best: [number, string | null] = [RADIUS + 8, null];
  for (const { who } of scene.shown) {
    const spot = scene.spots.get(who.id);
    if (!spot) continue;
    const far = Math.hypot(spot[0] - x, spot[1] - y);
    if (far < best[0]) best = [far, who.id];
  }
  return best[1];
}
