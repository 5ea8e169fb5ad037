import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makePlace, type Place } from "../cli/busbar.ts";

const module = `
import { defineProcess, flowEvent, handle, opens, ignored } from "busbar";

export const parcel = defineProcess({
  type: "parcel",
  version: 1,
  events: { TRACKED: flowEvent("Parcel tracked") },
  takes: { TRACKING: handle(({ subjectKey }) => subjectKey === null ? ignored : opens(subjectKey, "TRACKED")) },
  begin: () => ({ weight: null }),
  status: () => "tracked",
}).on("TRACKED", (state) => ({ weight: state.weight.grams }));
`;

const tracking = `order_number,parcel_number,tracking_number,status,status_at
SO-1,P-1,N1,collected,2026-06-10T16:00:00Z
`;

/** What is said, without the folder it is said in. */
const threw =
  /the definition of "parcel" threw TypeError: Cannot read properties of null \(reading 'grams'\) \(parcel\.ts:11:\d+\)/;

let place: Place;
beforeAll(async () => {
  place = makePlace({}, "own-process");
  const write = (name: string, text: string) => place.write({ name, bytes: Buffer.from(text) });
  write("busbar.yaml", "store: busbar.db\nprocesses: [parcel.ts]\n");
  write("parcel.ts", module);
  write("tracking.csv", tracking);
  await place.busbar("ingest", "tracking.csv");
  await place.busbar("replay");
});
afterAll(() => place.remove());

async function said(...words: string[]): Promise<string> {
  const { stdout, stderr } = await place.busbar(...words);
  return (stdout + stderr).replaceAll(join(place.folder, "/"), "");
}

it.each([
  ["process show", ["process", "show", "SO-1", "--type", "parcel"]],
  ["process build", ["process", "build", "SO-1", "--type", "parcel"]],
  ["why", ["why", "process", "parcel/SO-1"]],
  ["stuck", ["stuck"]],
])("%s says whose definition threw, what and where, and shows no stack", async (_, words) => {
  const text = await said(...words);
  expect(text).toMatch(threw);
  expect(text).not.toMatch(/mistake in Busbar|^ +at /m);
});
