/** What it costs to group and to count 100,000 things that are stuck for a handful of causes. */
import { hash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem } from "../src/core/file/problem.ts";
import type { ReadFile } from "../src/store/port/files/file-store.ts";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { quantile } from "./cost.ts";
import { describeMachine } from "./machine.ts";

const files = 100;
const messagesEach = 1_000;
const rounds = 3;
const codes = ["BAD_DATE", "BAD_NUMBER", "TOO_LONG", "UNLISTED_CODE", "MISSING_VALUE"];

const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
try {
  process.stdout.write(`${describeMachine({ sync: "FULL", rounds, disk: tmpdir() })}\n`);
  const store = await openSqliteStore(join(folder, "stuck.db"), { blobFolder: folder });
  for (let file = 0; file < files; file += 1) await store.files.record([invalidFile(file)]);
  const grouping: number[] = [];
  const counting: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let start = performance.now();
    const causes = await store.stuck.causes();
    grouping.push(performance.now() - start);
    if (causes.length !== codes.length) throw new Error(`${causes.length} causes`);
    start = performance.now();
    const { stuck } = await store.reports.counts();
    counting.push(performance.now() - start);
    if (stuck !== files * messagesEach) throw new Error(`${stuck} are stuck`);
  }
  process.stdout.write(
    `${(files * messagesEach).toLocaleString("en-GB")} stuck for ${codes.length} causes: grouped in ${quantile(grouping, 0.5).toFixed(0)} ms, counted in ${quantile(counting, 0.5).toFixed(1)} ms; ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB of memory\n`,
  );
  await store.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A file whose every message has an error of its own. */
function invalidFile(number: number): ReadFile {
  const bytes = Buffer.from(`file ${number}`);
  const messages = Array.from({ length: messagesEach }, (_, at) => ({
    line: at + 2,
    lastLine: at + 2,
    group: "026",
    subject: { kind: "mpan", key: String(at) },
    problems: [problemOf(number, at)],
    json: () => '{"made":"up"}',
  }));
  const party = { role: "D", participant: "MADE" };
  return {
    arrival: `fill/${number}`,
    channel: "inbox",
    name: String(number),
    modifiedAt: 1,
    seenAt: 1,
    occurredAt: 1,
    sizeBytes: bytes.length,
    hash: hash("sha256", bytes, "hex"),
    bytes,
    outcome: {
      envelope: {
        family: "user-file",
        flow: "D0010",
        version: "002",
        fileIdentifier: String(number),
        from: party,
        to: party,
        created: null,
        testFlag: null,
      },
      problems: [],
      messages: messagesEach,
      invalid: messagesEach,
      lines: messagesEach + 2,
    },
    messages,
  };
}

function problemOf(file: number, at: number): Problem {
  return {
    code: codes[at % codes.length] ?? "",
    severity: "error",
    line: at + 2,
    group: "026",
    field: "readingDateTime",
    value: `${file}-${at}`,
    message: `Line ${at + 2} says ${file}-${at}, which is wrong; ask the sender to correct it.`,
  };
}
