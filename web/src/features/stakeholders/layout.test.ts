import { expect, it } from "vitest";
import { layOut } from "./layout";

const people = (n: number) => Array.from({ length: n }, (_, at) => ({ id: `s${at}`, x: null, y: null }));
const ties = (n: number, of: number) =>
  Array.from({ length: n }, (_, at) => ({ from: `s${(at * 7) % of}`, to: `s${(at * 13 + 5) % of}` })).filter(
    (tie) => tie.from !== tie.to,
  );

it("puts everybody in the same place every time, and nobody on top of another", () => {
  const [one, other] = [layOut(people(40), ties(60, 40)), layOut(people(40), ties(60, 40))];
  expect([...one]).toEqual([...other]);
  const spots = [...one.values()];
  for (const [n, a] of spots.entries())
    for (const b of spots.slice(n + 1)) expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(20);
});

it("leaves those where they are whom somebody has put there, whoever comes", () => {
  const put = people(10).map((one, at) => (at < 3 ? { ...one, x: at * 100, y: -50 } : one));
  const before = layOut(put, ties(12, 10));
  const after = layOut([...put, ...people(14).slice(10)], ties(20, 14));
  for (const id of ["s0", "s1", "s2"]) expect(after.get(id)).toEqual(before.get(id));
});
