import { parse } from "csv-parse/sync";
import { loadCatalogue } from "../src/definitions/load.ts";
import { openReader, readDocument } from "../src/formats/recognise.ts";
import { gasJobs } from "./gas-jobs.ts";
import { jsonMessages } from "./json-messages.ts";
import { describeMachine } from "./machine.ts";

const catalogue = loadCatalogue();
const runs = 7;

/** Meter points like those of real files: one meter each, every third with two registers. */
function meterPoints(count: number): { text: string; groups: number } {
  const lines: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const core = `12000${String(index % 10_000_000).padStart(7, "0")}`;
    lines.push(`026|${core}${checkDigit(core)}|V|`);
    lines.push(`028|F75A ${String(index % 100_000).padStart(5, "0")}|C|`);
    for (let register = 0; register <= (index % 3 === 0 ? 1 : 0); register += 1)
      lines.push(`030|0${register + 1}|20260222000000|${10_000 + (index % 80_000)}.0|||T|N|`);
  }
  return { text: `${lines.join("\n")}\n`, groups: lines.length };
}

function checkDigit(core: string): number {
  const weights = [3, 5, 7, 13, 17, 19, 23, 29, 31, 37, 41, 43];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(core[place]), 0);
  return (sum % 11) % 10;
}

const header = "ZHV|0000000001|D0010002|D|ABCD|X|WXYZ|20260302153151||||OPER|\n";
const trailer = (groups: number, flows: number) =>
  `ZPT|0000000001|${groups}||${flows}|20260302153151|\n`;

function file(count: number): Buffer {
  const { text, groups } = meterPoints(count);
  return Buffer.from(header + text + trailer(groups, count), "latin1");
}

let sink = 0;

const bareSplit = bareSplitAt("|");

/** Cuts a file into lines and fields, and looks at nothing else. */
function bareSplitAt(delimiter: string) {
  return (bytes: Buffer): void => {
    for (const line of bytes.toString("latin1").split("\n")) sink += line.split(delimiter).length;
  };
}

function bareJson(bytes: Buffer): void {
  const parsed: unknown = JSON.parse(bytes.toString());
  sink += typeof parsed === "object" ? 1 : 0;
}

function check(bytes: Buffer): void {
  const reader = openReader(bytes.subarray(0, 4096), { catalogue });
  reader.push(bytes);
  const { problems, invalid, messages } = reader.end();
  if (problems.length > 0 || invalid > 0)
    throw new Error("The generated file should be without fault");
  sink += messages;
}

function readAll(bytes: Buffer): void {
  for (const message of readDocument(bytes, catalogue).items) sink += message.json().length;
}

/** csv-parse set to the pipe and no quoting; its records differ in length, as those of flow files do. */
function csvParse(bytes: Buffer): void {
  sink += parse(bytes, {
    delimiter: "|",
    quote: null,
    relax_column_count: true,
    encoding: "latin1",
  }).length;
}

/** Seconds of processor time of each way to go through the files, run by run, the ways taking turns. */
function compare(
  files: readonly Buffer[],
  ways: readonly ((bytes: Buffer) => void)[],
): readonly (readonly number[])[] {
  const times: number[][] = ways.map(() => []);
  for (let run = 0; run <= runs; run += 1)
    for (const [index, way] of ways.entries()) {
      const start = process.cpuUsage();
      for (const bytes of files) way(bytes);
      const { user, system } = process.cpuUsage(start);
      if (run > 0) times[index]?.push((user + system) / 1e6);
    }
  return times;
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}

/** Median of what one way takes of another's time in the same run. */
function paired(bare: readonly number[], own: readonly number[]): number {
  return median(own.map((seconds, run) => (bare[run] ?? 0) / seconds));
}

function report(
  name: string,
  files: readonly Buffer[],
  bareWay = bareSplit,
  what = "bare split into lines and fields",
): void {
  const megabytes = files.reduce((total, bytes) => total + bytes.length, 0) / 1e6;
  const [bare = [], checked = [], serialised = []] = compare(files, [bareWay, check, readAll]);
  const line = (label: string, seconds: readonly number[]) =>
    console.log(
      `  ${label.padEnd(38)} ${(megabytes / median(seconds)).toFixed(0).padStart(5)} MB/s  ratio ${paired(bare, seconds).toFixed(2)}`,
    );
  console.log(`${name}: ${files.length} file(s), ${megabytes.toFixed(1)} MB`);
  line(what, bare);
  line("read and checked", checked);
  line("read, checked, every message to JSON", serialised);
}

/** Reads about `bytes` of a generated file that is nowhere whole, and says how much memory grew. */
function stream(name: string, bytes: number, serialise: boolean): void {
  const piece = meterPoints(12_000);
  const block = Buffer.from(piece.text, "latin1");
  const pieces = Math.ceil(bytes / block.length);
  const bytesOfHead = Buffer.from(header, "latin1");
  const onMessage = (message: { json(): string }): void => {
    sink += message.json().length;
  };
  const reader = openReader(bytesOfHead, serialise ? { catalogue, onMessage } : { catalogue });
  reader.push(bytesOfHead);
  globalThis.gc?.();
  const before = process.memoryUsage();
  let peak = before.rss;
  const start = performance.now();
  for (let index = 0; index < pieces; index += 1) {
    for (let at = 0; at < block.length; at += 65_536) reader.push(block.subarray(at, at + 65_536));
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  reader.push(Buffer.from(trailer(piece.groups * pieces, 12_000 * pieces), "latin1"));
  const { messages, problems } = reader.end();
  const seconds = (performance.now() - start) / 1000;
  if (problems.length > 0) throw new Error("The generated stream should be without fault");
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed - before.heapUsed;
  const total = block.length * pieces;
  console.log(
    `${name}: ${(total / 1e9).toFixed(2)} GB in pieces of 64 KiB, ${messages} messages, ${(total / 1e6 / seconds).toFixed(0)} MB/s`,
  );
  console.log(
    `  resident memory grew by at most ${((peak - before.rss) / 2 ** 20).toFixed(1)} MiB, the heap kept ${(heap / 2 ** 20).toFixed(1)} MiB`,
  );
}

console.log(describeMachine({ runs: `${runs} (median)` }));
stream("A large stream, checked", 1e9, false);
stream("A large stream, every message to JSON", 2e8, true);
report("One large D0010", [file(340_000)]);
report(
  "Small D0010 of 11 meter points",
  Array.from({ length: 10_000 }, () => file(11)),
);
report(
  "Small D0010 of 1 meter point",
  Array.from({ length: 20_000 }, () => file(1)),
);
report("One large RGMA file of installations", [gasJobs(70_000)], bareSplitAt(","));
const array = Buffer.from(`[${jsonMessages("IF-041", 1000).join(",")}]`);
report(
  "One array of 1,000 IF-041, 20 times",
  Array.from({ length: 20 }, () => array),
  bareJson,
  "JSON.parse",
);
report(
  "Files of one IF-036",
  jsonMessages("IF-036", 500).flatMap((text) =>
    Array.from({ length: 20 }, () => Buffer.from(text)),
  ),
  bareJson,
  "JSON.parse",
);
const [peer = [], ours = []] = compare([file(11_000)], [csvParse, readAll]);
console.log(
  `csv-parse on a D0010 of 1 MB: reading, checks and JSON included, takes ${paired(peer, ours).toFixed(1)} times less of the processor`,
);
if (sink === 0) throw new Error("Nothing was read");
