import { expect, it } from "vitest";
import { SHORT, shade, TILES } from "./tiles";

it("gives each of the 25 provinces a tile of its own", () => {
  const codes = Array.from({ length: 25 }, (_, i) => String(i + 1).padStart(2, "0"));
  expect(Object.keys(TILES).sort()).toEqual(codes);
  expect(Object.keys(SHORT).sort()).toEqual(codes);
  const places = Object.values(TILES).map(([column, row]) => `${column}/${row}`);
  expect(new Set(places).size).toBe(25);
});

it("tells none, one, two and more apart", () => {
  expect([0, 1, 2, 3, 9].map(shade)).toEqual(["0", "1", "2", "3", "3"]);
});
