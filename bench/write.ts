import { loadCatalogue } from "../src/definitions/load.ts";
import { readDocument } from "../src/formats/recognise.ts";
import { writeDocument } from "../src/formats/write-document.ts";
import type { WritableDocument } from "../src/formats/writer.ts";
import { d0010 } from "./flow-files.ts";
import { describeMachine } from "./machine.ts";

const catalogue = loadCatalogue();
const runs = 30;
/** Until the code of both ways is compiled as it will be. */
const warmUps = 5;

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

interface Compared {
  /** Median seconds. */
  readonly bare: number;
  readonly written: number;
  /** Of each run, the bare way's time by the writer's, in rising order. */
  readonly ratios: readonly number[];
}

/** Seconds of going through all examples, `times` times. */
function secondsOf(
  way: (one: Example) => void,
  examples: readonly Example[],
  times: number,
): number {
  const start = performance.now();
  for (let time = 0; time < times; time += 1) for (const one of examples) way(one);
  return (performance.now() - start) / 1000 / times;
}

/** Goes through the examples both ways, in turns. */
function compare(examples: readonly Example[], repeats: number): Compared {
  const times = Array.from({ length: warmUps + runs }, () => ({
    bare: secondsOf(bareJoin, examples, repeats),
    written: secondsOf(write, examples, repeats),
  })).slice(warmUps);
  return {
    bare: median(times.map(({ bare }) => bare)),
    written: median(times.map(({ written }) => written)),
    ratios: times.map(({ bare, written }) => bare / written).toSorted((a, b) => a - b),
  };
}

function report(name: string, files: readonly Buffer[], repeats: number): void {
  const megabytes = files.reduce((total, bytes) => total + bytes.length, 0) / 1e6;
  const { bare, written, ratios } = compare(files.map(example), repeats);
  const line = (what: string, seconds: number, more: string) =>
    console.log(
      `  ${what.padEnd(38)} ${(megabytes / seconds).toFixed(0).padStart(5)} MB/s  ${more}`,
    );
  const quarter = (part: number) =>
    (ratios[Math.floor((ratios.length * part) / 4)] ?? 0).toFixed(2);
  console.log(`${name}: ${files.length} file(s), ${megabytes.toFixed(1)} MB`);
  line("bare join into lines and bytes", bare, "ratio 1.00");
  line(
    "written from data, and checked",
    written,
    `ratio ${median(ratios).toFixed(2)} (middle half ${quarter(1)} to ${quarter(3)})`,
  );
}

console.log(describeMachine({ runs: `${runs} (median)` }));
const small = (count: number, meterPoints: number) =>
  Array.from({ length: count }, (_, number) => d0010(number, meterPoints));
report("One large D0010", [d0010(1, 60_000)], 1);
report("Small D0010 of 11 meter points", small(100, 11), 20);
report("Small D0010 of 1 meter point", small(300, 1), 30);
// What is written has mostly just been made. These documents and lines lie outside the processor's cache.
report("The same from far memory, 11 meter points", small(4_000, 11), 1);
report("The same from far memory, 1 meter point", small(10_000, 1), 1);
if (sink === 0) throw new Error("Nothing was written");
