import { afterAll, beforeAll, expect, it } from "vitest";
import { noFaults } from "../../src/market/chance/faults.ts";
import { marketRules } from "../../src/market/oracle/complaint.ts";
import { blocksOf, Desk, pageText } from "./guide.ts";

const page = "docs/guides/simulate.md";

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
});
afterAll(() => desk.remove());

it("names every fault and every rule", () => {
  const text = pageText(page);
  const names = [...Object.keys(noFaults), ...Object.keys(marketRules)];
  expect(names.filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
});

const [first = "", kept = "", replayed = ""] = blocksOf(page).map(({ text }) => text);

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

// By day `market/simulate.test.ts` has a market of its own, and `app/replay.test.ts` compares what a replay would give.
it.runIf(nightly)("leaves a market that every command works on", () => {
  const said = desk.run(kept);
  expect(said).toContain("No complaint");
  expect(said).toContain("switch-gain");
  expect(said).toContain('"says":"Validated"');
});

it.runIf(nightly)("says what a change to a process would come to", () => {
  const [before = "", after = ""] = desk.run(replayed).split(/(?=^\d+ events of)/m);
  expect(before).not.toContain("differ from what is stored");
  expect(after).toMatch(/2 differ from what is stored/);
  expect(after).toMatch(/switch-gain: .*OBJECTION_WINDOW_CLOSED/);
});

it.runIf(nightly)("runs as its first lines say", () => {
  expect(desk.run(first)).toContain("No complaint");
});
