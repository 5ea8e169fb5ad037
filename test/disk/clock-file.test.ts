import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { clockFile, createClockFile, setClockFile } from "../../src/disk/clock-file.ts";
import { until } from "../promises/workplace.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-clock-"));
afterAll(() => rmSync(folder, { recursive: true }));

const monday = Date.parse("2026-03-02T09:00:00Z");
const friday = Date.parse("2026-03-06T17:00:00Z");
let files = 0;

function clockAt(moment: number) {
  files += 1;
  const path = join(folder, `clock-${files}`);
  createClockFile(path, moment);
  const clock = clockFile(path);
  if (clock === null) throw new Error("no clock");
  return { path, clock };
}

describe("a clock in a file", () => {
  it("shows the moment in it, and does not move", () => {
    const { clock } = clockAt(monday);
    const began = clock.steady();
    expect(clock.wall()).toBe(monday);
    expect(clock.steady()).toBeGreaterThanOrEqual(began);
    expect(clock.wall()).toBe(monday);
  });

  it("shows the moment that somebody sets", async () => {
    const { path, clock } = clockAt(monday);
    setClockFile(path, friday);
    await until("the clock shows it", () => clock.wall() === friday);
  });

  it("tells everybody who wants to know, once a moment, until they want no more", async () => {
    const { path, clock } = clockAt(monday);
    const told: string[] = [];
    const first = clock.onSet?.(() => void told.push(`first ${clock.wall()}`));
    const second = clock.onSet?.(() => void told.push(`second ${clock.wall()}`));
    setClockFile(path, friday);
    await until("both are told", () => told.length === 2);
    expect(told).toEqual([`first ${friday}`, `second ${friday}`]);
    first?.();
    setClockFile(path, monday);
    await until("the other is told", () => told.length === 3);
    expect(told.at(-1)).toBe(`second ${monday}`);
    second?.();
  });

  it("is watched once, however many want to know", async () => {
    const { path, clock } = clockAt(monday);
    const warned: string[] = [];
    const hear = ({ name }: Error) => void warned.push(name);
    process.on("warning", hear);
    let told = 0;
    const ends = Array.from({ length: 20 }, () =>
      clock.onSet?.(() => {
        told += 1;
      }),
    );
    setClockFile(path, friday);
    await until("all are told", () => told === 20);
    for (const end of ends) end?.();
    process.off("warning", hear);
    expect(warned).not.toContain("MaxListenersExceededWarning");
  });

  it("goes on with what it showed while the file holds no moment", async () => {
    const { path, clock } = clockAt(monday);
    let told = 0;
    const end = clock.onSet?.(() => {
      told += 1;
    });
    writeFileSync(path, "tomorrow");
    setClockFile(path, friday);
    await until("it is told of the next moment", () => told > 0 && clock.wall() === friday);
    end?.();
  });

  it("is none where the file is not there or holds no moment", () => {
    expect(clockFile(join(folder, "nowhere"))).toBeNull();
    const path = join(folder, "strings");
    writeFileSync(path, "noon\n");
    expect(clockFile(path)).toBeNull();
  });
});
