import { readdirSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { daemonLog } from "../../src/cli/daemon/daemon-log.ts";
import { runDaemon } from "../../src/daemon/run-daemon.ts";
import { logEvents } from "../../src/runtime/log-lines/log-events.ts";
import { cutShort, d0010, goodFile, mpan, zipOf } from "../promises/flow-files.ts";
import { until, workplace } from "../promises/workplace.ts";

type Line = Readonly<Record<string, unknown>>;

/** The lines that a live daemon logs of these files, dropped one after the other. */
async function logged(files: readonly { name: string; bytes: Buffer }[]): Promise<Line[]> {
  const place = workplace({}, { live: true });
  onTestFinished(place.remove);
  const lines: string[] = [];
  const stop = new AbortController();
  const ready = Promise.withResolvers<void>();
  const running = runDaemon(place.config, {
    signal: stop.signal,
    log: daemonLog("info", { write: (line) => void lines.push(line) }, false),
    onReady: () => ready.resolve(),
  });
  await ready.promise;
  for (const [index, file] of files.entries()) {
    place.drop(file);
    const { path, work } = place.channel;
    await until(`file ${index + 1} is taken`, () =>
      [path, work].every((folder) => readdirSync(folder).every((name) => name.startsWith("."))),
    );
  }
  stop.abort();
  await running;
  return lines.map((line) => {
    expect(line).toMatch(/^[\x20-\x7e]*\n$/);
    return JSON.parse(line) as Line;
  });
}

test("each file is one line that says what became of it, why, and with what codes", async () => {
  const first = goodFile(1);
  const trial = Buffer.from(d0010("0000000009", [mpan(9)]).replace("|OPER|", "|TR01|"));
  const wrong = Buffer.from(d0010("0000000008", [mpan(8)], "1o42.0"));
  const lines = await logged([
    first,
    { name: "again.uff", bytes: first.bytes },
    { name: "other.uff", bytes: Buffer.from(d0010("0000000001", [mpan(7)])) },
    { ...cutShort(goodFile(2)), name: "cut\u202eshort.uff" },
    { name: "wrong.uff", bytes: wrong },
    { name: "trial.uff", bytes: trial },
    zipOf("all.zip", [cutShort(goodFile(3))]),
  ]);
  for (const { event, level, time, pid, hostname, msg, ...fields } of lines) {
    const kind = logEvents[event as keyof typeof logEvents];
    expect(level).toBe(kind.level);
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect([pid, typeof hostname, typeof msg]).toEqual([process.pid, "string", "string"]);
    const allowed = kind.fields.map((field) => field.replace("?", ""));
    expect(allowed).toEqual(expect.arrayContaining(Object.keys(fields)));
    const needed = kind.fields.filter((field) => !field.endsWith("?"));
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(needed));
  }
  const said = lines.map(({ event, file, name, code, codes, other, invalid, container }) => ({
    event,
    ...(file !== undefined && { file, name }),
    ...(code !== undefined && { code }),
    ...(codes !== undefined && { codes }),
    ...(other !== undefined && { other }),
    ...(invalid !== undefined && { invalid }),
    ...(container !== undefined && { container }),
  }));
  expect(said).toEqual([
    { event: "ready" },
    { event: "file-recorded", file: 1, name: first.name },
    { event: "file-duplicate", file: 2, name: "again.uff", other: 1 },
    { event: "file-conflict", file: 3, name: "other.uff", other: 1 },
    expect.objectContaining({ event: "file-refused", name: "cut\u202eshort.uff" }),
    {
      event: "file-invalid-messages",
      file: 5,
      name: "wrong.uff",
      invalid: 1,
      codes: ["BAD_NUMBER"],
    },
    {
      event: "file-awaiting-release",
      file: 6,
      name: "trial.uff",
      invalid: 0,
      codes: ["TEST_DATA"],
    },
    expect.objectContaining({ event: "file-recorded", name: "all.zip" }),
    expect.objectContaining({ event: "file-refused", container: 7 }),
    { event: "stopped" },
  ]);
  const refused = lines.filter(({ event }) => event === "file-refused");
  for (const { code, codes, reason } of refused) {
    expect(code).toBe("MISSING_TRAILER");
    expect(codes).toContain("MISSING_TRAILER");
    expect(reason).toMatch(/trailer/);
  }
});
