import { loadCatalogue } from "../src/catalogue/load.ts";
import { readDocument } from "../src/formats/read-document.ts";
import { writeDocument } from "../src/formats/write-document.ts";
import type { WritableDocument } from "../src/formats/writer.ts";
import { d0010 } from "./flow-files.ts";
import { describeMachine } from "./machine.ts";

const catalogue = loadCatalogue();
const runs = 7;

/** A document, and its file's lines as their fields. */
interface Example {
  readonly document: WritableDocument;
  readonly fields: readonly (readonly string[])[];
}

function example(bytes: Buffer): Example {
  const { envelope, layout, items } = readDocument(bytes, catalogue, { whole: true });
  if (envelope === null) throw new Error("The generated file should have an envelope");
  const messages = items.map((item) => ({ group: item.group, data: JSON.parse(item.json()) }));
  const lines = bytes.toString("latin1").trimEnd().split("\n");
  const fields = lines.map((line) => line.slice(0, -1).split("|"));
  return { document: { envelope, layout, messages }, fields };
}

let sink = 0;

function bareJoin({ fields }: Example): void {
  const text = fields.map((line) => `${line.join("|")}|\n`).join("");
  sink += Buffer.from(text, "latin1").length;
}

function write({ document }: Example): void {
  const written = writeDocument(document, catalogue);
  if (!written.ok) throw new Error("The generated document should be without fault");
  sink += written.bytes.length;
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? Number.NaN;
}

/** Median seconds of each way to go through the examples, the ways taking turns. */
function compare(examples: readonly Example[]): { bare: number; written: number } {
  const times: Record<"bare" | "written", number[]> = { bare: [], written: [] };
  for (let run = 0; run <= runs; run += 1)
    for (const [name, way] of [["bare", bareJoin] as const, ["written", write] as const]) {
      const start = performance.now();
      for (const one of examples) way(one);
      if (run > 0) times[name].push((performance.now() - start) / 1000);
    }
  return { bare: median(times.bare), written: median(times.written) };
}

function report(name: string, files: readonly Buffer[]): void {
  const megabytes = files.reduce((total, bytes) => total + bytes.length, 0) / 1e6;
  const { bare, written } = compare(files.map(example));
  const line = (what: string, seconds: number) =>
    console.log(
      `  ${what.padEnd(38)} ${(megabytes / seconds).toFixed(0).padStart(5)} MB/s  ratio ${(bare / seconds).toFixed(2)}`,
    );
  console.log(`${name}: ${files.length} file(s), ${megabytes.toFixed(1)} MB`);
  line("bare join into lines and bytes", bare);
  line("written from data, and checked", written);
}

console.log(describeMachine({ runs: `${runs} (median)` }));
report("One large D0010", [d0010(1, 60_000)]);
report(
  "Small D0010 of 11 meter points",
  Array.from({ length: 4_000 }, (_, number) => d0010(number, 11)),
);
report(
  "Small D0010 of 1 meter point",
  Array.from({ length: 10_000 }, (_, number) => d0010(number, 1)),
);
if (sink === 0) throw new Error("Nothing was written");
