import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isWorkingDay } from "../../src/calendar/working-calendar.ts";
import { addWorkingDays, instantAt } from "../../src/calendar/working-days.ts";
import { openCalendars } from "../../src/config/calendars.ts";
import { loadConfig } from "../../src/config/load-config.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-calendars-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function open(calendars: Record<string, string>) {
  const text = JSON.stringify({ calendars });
  return openCalendars(loadConfig(write("busbar.yaml", text)));
}

function complaint(text: string): string {
  write("wrong.yaml", text);
  try {
    open({ wrong: "wrong.yaml" });
  } catch (error) {
    return String(error).replaceAll(join(folder, "wrong.yaml"), "wrong.yaml");
  }
  return "";
}

describe("the calendars of the documentation", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/calendars.md"), "utf8");
  for (const [, name = "", text = ""] of page.matchAll(/^```yaml (\S+)\n([\s\S]*?)^```$/gm))
    write(name, text);

  it("take from another's holidays and add to them", () => {
    const scotland = open({ scotland: "calendars/scotland.yaml" })("scotland");
    expect(scotland.holidayOn("2026-11-30")).toBe("St Andrew's Day");
    expect(scotland.holidayOn("2026-12-25")).toBe("Christmas Day");
    expect(isWorkingDay(scotland, "2026-08-31")).toBe(true);
    expect(addWorkingDays(scotland, "2026-01-01", 1)).toBe("2026-01-05");
  });

  it("may take the place of the one that Busbar brings", () => {
    const calendars = open({ "england-and-wales": "calendars/england-and-wales.yaml" });
    const calendar = calendars("england-and-wales");
    expect(calendar.holidayOn("2029-06-08")).toBe("A day of thanksgiving");
    expect(calendar.holidayOn("2029-12-25")).toBe("Christmas Day");
  });
});

it("a calendar of its own has its own weekend and zone, as JSON too", () => {
  write(
    "dubai.json",
    JSON.stringify({
      zone: "Asia/Dubai",
      weekend: ["friday", "saturday"],
      holidays: { "2026-12-02": "National Day" },
    }),
  );
  const dubai = open({ dubai: "dubai.json" })("dubai");
  expect(addWorkingDays(dubai, "2026-12-01", 2)).toBe("2026-12-06");
  expect(instantAt(dubai, "2026-12-06", "18:00")).toBe(Date.parse("2026-12-06T14:00:00Z"));
});

describe("a wrong calendar says where it is wrong", () => {
  it("when its file is not there", () => {
    expect(() => open({ moon: "moon.yaml" })).toThrow(
      /busbar\.yaml:1:\d+: calendars\.moon: \S+moon\.yaml: there is no such file/,
    );
  });

  it("when a date is none", () => {
    expect(complaint("holidays:\n  2026-02-30: Never\n")).toContain(
      "wrong.yaml:2:3: holidays.2026-02-30: expected a date such as 2026-12-25",
    );
  });

  it("when a zone or a setting is unknown", () => {
    expect(complaint("zone: Moon/Base\n")).toContain(
      'wrong.yaml:1:7: zone: found "Moon/Base", expected a time zone such as Europe/London',
    );
    expect(complaint("holiday: {}\n")).toContain("wrong.yaml:1:1: holiday: no such setting");
  });

  it("when an alias stands for nothing", () => {
    expect(complaint("holidays: *none\n")).toContain(
      "wrong.yaml:1:11: cannot be read as YAML: *none stands for what &none marks before it",
    );
  });

  it("when a definition asks for one that nobody named", () => {
    expect(() => open({})("moon")).toThrow(
      'There is no calendar "moon"; those there are: england-and-wales',
    );
  });
});
