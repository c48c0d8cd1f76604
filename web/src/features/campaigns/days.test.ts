import { describe, expect, it } from "vitest";
import { dayOf, isoOf, marks, movedBy, spanOf, told } from "./days";

describe("days of the timeline", () => {
  it("are counted without regard to where one is", () => {
    for (const iso of ["1970-01-01", "2026-02-28", "2024-02-29", "2026-12-31"])
      expect(isoOf(dayOf(iso))).toBe(iso);
    expect(dayOf("2026-03-01") - dayOf("2026-02-28")).toBe(1);
  });

  it("a bar is moved whole, or by one end that never crosses the other", () => {
    const span = { from: 10, to: 14 };
    expect(movedBy(span, 3, "all")).toEqual({ from: 13, to: 17 });
    expect(movedBy(span, -3, "from")).toEqual({ from: 7, to: 14 });
    expect(movedBy(span, 9, "from")).toEqual({ from: 14, to: 14 });
    expect(movedBy(span, -9, "to")).toEqual({ from: 10, to: 10 });
  });

  it("what had a last day alone keeps a last day alone until it is drawn out", () => {
    const task = { kind: "TASK", startsOn: null, dueOn: "2026-07-10" } as const;
    const span = spanOf(task);
    if (!span) throw new Error("it has a day");
    expect(told(task, movedBy(span, 2, "all"))).toEqual({ startsOn: null, dueOn: "2026-07-12" });
    expect(told(task, movedBy(span, 2, "to"))).toEqual({ startsOn: "2026-07-10", dueOn: "2026-07-12" });
    const milestone = { kind: "MILESTONE", startsOn: null, dueOn: "2026-07-10" } as const;
    expect(told(milestone, movedBy(span, 2, "to"))).toEqual({ startsOn: null, dueOn: "2026-07-12" });
  });

  it("marks become finer the nearer one looks", () => {
    const [from, to] = [dayOf("2026-01-01"), dayOf("2026-12-31")];
    const of = (scale: number) => marks(from, to, scale).map((mark) => mark.kind);
    expect(of(0.6)).toEqual(["year", "month", "month", "month"]);
    expect(of(4)).toHaveLength(12);
    expect(of(12).filter((kind) => kind === "week").length).toBeGreaterThan(45);
    expect(of(32)).toHaveLength(365);
  });
});
