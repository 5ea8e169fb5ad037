import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { blocksOf, Desk } from "./guide.ts";

const blocks = blocksOf("docs/guides/switch-file-by-file.md");
const shown = blocks
  .filter(({ language }) => language === "text")
  .flatMap(({ text }) => text.trimEnd().split("\n"));

/** What a picture says, in the order of the alphabet: what goes to several at once leaves in any order. */
function saidIn(picture: string): string[] {
  const lines = picture.split("\n").filter((line) => line.startsWith("  "));
  const parties = new Map(
    lines.flatMap((line) => {
      const [, id = "", name = ""] = /^ {2}participant (\w+) as (.*)$/.exec(line) ?? [];
      return id === "" ? [] : [[id, name] as const];
    }),
  );
  return lines
    .filter((line) => !line.startsWith("  participant"))
    .map((line) => line.replaceAll(/\b(?:p\d+|us)\b/g, (id) => parties.get(id) ?? id))
    .toSorted();
}

/** Some twenty programs one after the other; `guide-lines` looks at its commands and settings by day. */
const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
  desk.layOut(blocks.filter(({ language }) => language !== "text"));
});
afterAll(() => desk.remove());

it.runIf(nightly)(
  "the guide's files and commands give what it shows, and each is asked once",
  () => {
    // Each wait is over when something more has left; where the clock is waited for, when somebody is called.
    const more = "[ $(ls outbox | wc -l) -gt 0$n ] && n=$(ls outbox | wc -l)";
    const patient = blocks.map((block) => ({
      ...block,
      text: block.text
        .replace(
          "busbar process list",
          "until busbar stuck | grep -q NO_AGENT_LEFT; do sleep 0.2; done\nbusbar process list",
        )
        .replace(
          "sleep 6\nls outbox",
          "until [ $(ls outbox | wc -l) = 4 ]; do sleep 0.1; done\nn=4\nls outbox",
        )
        .replace("sleep 3\n", ""),
    }));
    const said = desk.runAll(patient, more);
    for (const line of shown) expect(said).toContain(line.trim());
    expect(said).toContain("NEWM");
    const [picture] = blocks.filter(({ language }) => language === "mermaid");
    expect(saidIn(said.slice(said.indexOf("sequenceDiagram")))).toEqual(
      saidIn(picture?.text ?? ""),
    );
    expect(said).toMatch(/REG-1: 1 thing by key, name or identifier\n\nprocess switch-gain\//);
    const left = readdirSync(join(desk.folder, "outbox")).map((name) =>
      name.replace(/_\d{10}.*/, ""),
    );
    expect(left.filter((name) => name.startsWith("D")).toSorted()).toEqual([
      "D0153001_BUDMS",
      "D0155001_DUDMS",
      "D0155001_MEMEB",
      "D0155001_MNEWM",
      "D0155001_MUDMS",
    ]);
  },
);
