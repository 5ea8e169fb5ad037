import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePlace, type Place } from "../cli/busbar.ts";

let place: Place;
beforeAll(async () => {
  place = makePlace({}, "own-process");
  write("busbar.yaml", "store: busbar.db\nprocesses: [own.ts]\n");
  write("own.ts", parcels("parcel"));
  await place.busbar("status");
});
afterAll(() => place.remove());

function write(name: string, text: string): void {
  place.write({ name, bytes: Buffer.from(text) });
}

/** A module that types are stripped from, and that finds Busbar though nothing is installed. */
function parcels(type: string, takes = "{ TRACKING: handle(take) }"): string {
  return `
import { defineProcess, flowEvent, handle, opens, ignored, type FlowMessage, type RoutableMessage } from "busbar";

interface Parcel { readonly heard: number }

const take = ({ subjectKey }: RoutableMessage) =>
  subjectKey === null ? ignored : opens(subjectKey, "TRACKED");

export const parcel = defineProcess({
  type: "${type}",
  version: 1,
  events: { TRACKED: flowEvent<FlowMessage<"TRACKING001">>("Parcel tracked") },
  takes: ${takes},
  begin: (): Parcel => ({ heard: 0 }),
  status: ({ heard }) => \`heard \${heard} times\`,
}).on("TRACKED", ({ heard }) => ({ heard: heard + 1 }));
`;
}

const tracking = `order_number,parcel_number,tracking_number,status,status_at
SO-1,P-1,N1,collected,2026-06-10T16:00:00Z
SO-1,P-1,N1,delivered,2026-06-11T16:00:00Z
`;

/** What is said where the modules named are those. */
async function complaint(...modules: string[]): Promise<{ code: number; said: string }> {
  write("wrong.yaml", `store: busbar.db\nprocesses: [${modules.join(", ")}]\n`);
  const { code, stderr } = await place.busbar("--config", "wrong.yaml", "event", "list");
  return { code, said: stderr.replaceAll(join(place.folder, "/"), "").trim() };
}

describe("a process of one's own", () => {
  it("is routed to, built and named beside those that Busbar brings", async () => {
    write("tracking.csv", tracking);
    expect((await place.busbar("ingest", "tracking.csv")).code).toBe(0);
    const shown = await place.busbar("process", "show", "SO-1", "--type", "parcel");
    expect(shown.stdout).toMatch(/^parcel SO-1: heard 2 times, 2 events\n/);
    expect(shown.stdout).toContain("Parcel tracked");
    const events = await place.json("event", "list");
    expect(events.map(({ processType }) => processType)).not.toContain("sender-flow");
  });

  it("may be made with what is configured, in JavaScript", async () => {
    write(
      "made.js",
      `import { defineProcess } from "busbar";
       export function processes({ calendar }) {
         const { name } = calendar("england-and-wales");
         return [defineProcess({
           type: "made", version: 1, events: {}, takes: {}, begin: () => ({ name }), status: () => name,
         })];
       }`,
    );
    expect(await complaint("made.js")).toEqual({ code: 0, said: "" });
  });

  it("are given their settings, and a wrong one is named with its place", async () => {
    const said = async (settings: string) => {
      write("told.yaml", `store: busbar.db\nprocessSettings: ${settings}\n`);
      return (await place.busbar("--config", "told.yaml", "event", "list")).stderr;
    };
    expect(await said("{ switch-loss: { readingWindow: 7 } }")).toBe("");
    expect(await said("{ switch-loss: { readingWindow: soon } }")).toMatch(
      /told\.yaml:2:50: processSettings\.switch-loss\.readingWindow: a whole number of days/,
    );
    for (const [wrong, words] of [
      ['{ switch-gain: { gateClosure: { at: "25:00" } } }', "gateClosure.at: a time such as 17:00"],
      ["{ switch-gain: { terms: { annualConsumption: much } } }", "annualConsumption: a number of"],
      ['{ switch-gain: { switchingService: "" } }', "switchingService: a participant, such as CSS"],
    ] as const)
      expect(await said(wrong)).toContain(words);
    expect(await said("{ switch-lost: {} }")).toMatch(/processSettings: .*switch-lost/);
  });

  it("may take the place of one that Busbar brings", async () => {
    write("mine.ts", parcels("order"));
    expect((await complaint("mine.ts")).said).toBe(
      'busbar: mine.ts: "order" is a type of process that Busbar brings; give yours another name, or leave Busbar\'s out of shippedProcesses',
    );
    write(
      "placed.yaml",
      "store: busbar.db\nprocesses: [mine.ts]\nshippedProcesses: [metering-point]\n",
    );
    expect((await place.busbar("--config", "placed.yaml", "event", "list")).code).toBe(0);
  });
});

describe("a module that cannot be used is said to be one", () => {
  it("when it is not there", async () => {
    expect(await complaint("nowhere.ts")).toEqual({
      code: 2,
      said: "busbar: nowhere.ts: there is no such file; look at processes in busbar.yaml",
    });
  });

  it("when it throws, with the place", async () => {
    write("throws.ts", "\nthrow new Error('no moon today');\n");
    const { code, said } = await complaint("throws.ts");
    expect(code).toBe(2);
    expect(said).toMatch(
      /^busbar: throws\.ts: cannot be loaded: no moon today \(throws\.ts:2:\d+\)$/,
    );
  });

  it("when it is no TypeScript that can be stripped", async () => {
    write("odd.ts", "export enum Odd { One }\n");
    expect((await complaint("odd.ts")).said).toContain("busbar: odd.ts: cannot be loaded: ");
  });

  it("when it exports no definition", async () => {
    write("empty.ts", "export const answer = 42;\n");
    expect((await complaint("empty.ts")).said).toBe(
      "busbar: empty.ts: exports no process definition; export what defineProcess gives, or a function `processes` that makes some",
    );
  });

  it("when another defines the same type", async () => {
    write("twin.ts", parcels("parcel"));
    expect((await complaint("own.ts", "twin.ts")).said).toBe(
      'busbar: twin.ts: "parcel" is defined in own.ts too; a type of process can be defined once',
    );
  });

  it("when it takes a flow that nobody knows", async () => {
    write("lost.ts", parcels("lost", "{ TRAKING: handle(take) }"));
    expect((await complaint("lost.ts")).said).toBe(
      'busbar: lost.ts: "lost" takes the flow TRAKING, which no catalogue defines; `busbar flow list` shows those there are',
    );
  });
});

it("a command that needs no definitions loads none", async () => {
  write("throws.ts", "throw new Error('loaded');\n");
  write("broken.yaml", "store: busbar.db\nprocesses: [throws.ts]\n");
  const { code, stderr } = await place.busbar("--config", "broken.yaml", "file", "list");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});
