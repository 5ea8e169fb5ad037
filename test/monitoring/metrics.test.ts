import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { MetricsRegistry, metricsContentType } from "../../src/app/metrics/registry.ts";
import { DaemonMetrics } from "../../src/daemon/daemon-metrics.ts";
import { type MetricKind, metricList } from "../../src/runtime/metric-list.ts";
import { makePlace } from "../cli/busbar.ts";
import { pageText } from "../docs/guide.ts";
import { cutShort, goodFile } from "../promises/flow-files.ts";
import { isTaken, until, whileRunning, workplace } from "../promises/workplace.ts";

const known = new Map<string, MetricKind>(Object.entries(metricList));

interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reads the text format strictly: every sample of a family that was announced with HELP and TYPE just before. */
function samplesIn(text: string): Sample[] {
  const samples: Sample[] = [];
  let family = "";
  for (const line of text.split("\n")) {
    const announced = /^# (?:HELP|TYPE) (\w+) \S/.exec(line);
    if (announced !== null) family = announced[1] ?? "";
    if (line === "" || line.startsWith("#")) continue;
    const [, name = "", , inner = "", value = ""] =
      /^(\w+)(\{((?:\w+="(?:[^"\\\n]|\\.)*",?)*)\})? (\S+)$/.exec(line) ?? [];
    expect(name.startsWith(family), line).toBe(true);
    const labels = [...inner.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)];
    samples.push({
      name,
      labels: Object.fromEntries(labels.map(([, label, said]) => [label, said])),
      value: Number(value.replace("Nan", "NaN").replace("Inf", "Infinity")),
    });
  }
  return samples;
}

/** The metric of our list that a sample is of; null for what Node says of its process. */
function familyOf(name: string): MetricKind | null {
  const kind = known.get(name) ?? known.get(name.replace(/_(bucket|sum|count)$/, ""));
  if (kind === undefined) expect(name).toMatch(/^(process|nodejs)_/);
  return kind ?? null;
}

test("docs/metrics.md lists every metric with its labels", () => {
  const rows = pageText("docs/metrics.md")
    .split("\n")
    .filter((line) => line.startsWith("| `busbar_"));
  expect(rows).toEqual(
    [...known].map(
      ([name, { type, labels, from, help }]) =>
        `| \`${name}\` | ${type} | ${labels.map((label) => `\`${label}\``).join(", ")} | ${from} | ${help} |`,
    ),
  );
});

test("names say what they measure", () => {
  for (const [name, { type, help }] of known) {
    expect(name.endsWith("_total")).toBe(type === "counter");
    if (type === "histogram") expect(name).toMatch(/_seconds$/);
    expect(name).not.toMatch(/_(ms|milliseconds|age|minutes|kb|mb)\b/);
    expect(help).not.toMatch(/\.$/);
  }
});

test("a daemon counts what it takes in, and tells how it is, with labels of its configuration alone", async () => {
  const place = workplace();
  onTestFinished(place.remove);
  const metrics = new DaemonMetrics();
  place.drop(goodFile(1));
  place.drop(goodFile(2));
  place.drop({ ...cutShort(goodFile(3)), name: 'cut"short\\\u202e.uff' });
  const stages = ["steady", "recorded", "routed", "built"];
  const isMeasured = async () => {
    const text = await metrics.text();
    return stages.every((stage) =>
      text.includes(`busbar_file_seconds_count{channel="inbox",stage="${stage}"}`),
    );
  };
  const takenIn = async () => {
    await until("all are taken", () => isTaken(place));
    await until("a file is measured to each stage", isMeasured);
  };
  await whileRunning(place, takenIn, { metrics });
  // What is stuck is first counted when it starts; what it counted goes on through another run.
  const counted = 'busbar_stuck{kind="rejected",assigned="no"} 1';
  const isCounted = async () => (await metrics.text()).includes(counted);
  const text = await whileRunning(
    place,
    () => until("what is stuck was counted", isCounted).then(() => metrics.text()),
    { metrics },
  );
  const samples = samplesIn(text);
  const ours = samples.flatMap((sample) => {
    const kind = familyOf(sample.name);
    return kind === null ? [] : [{ ...sample, kind }];
  });
  for (const { labels, kind } of ours)
    expect(Object.keys(labels).filter((label) => label !== "le")).toEqual(kind.labels);
  expect(text).not.toContain("short");
  const shown = (name: string, labels: Sample["labels"] = {}) =>
    ours.find(
      (one) =>
        one.name === name &&
        Object.entries(labels).every(([label, value]) => one.labels[label] === value),
    )?.value;
  const channel = "inbox";
  expect(shown("busbar_files_total", { channel, state: "recorded" })).toBe(2);
  expect(shown("busbar_files_total", { channel, state: "rejected" })).toBe(1);
  expect(shown("busbar_files_total", { channel, state: "conflict" })).toBe(0);
  expect(shown("busbar_log_events_total", { event: "file-refused" })).toBe(1);
  const sums = stages.map((stage) => {
    expect(shown("busbar_file_seconds_count", { channel, stage })).toBe(1);
    return shown("busbar_file_seconds_sum", { channel, stage }) ?? 0;
  });
  expect(sums).toEqual(sums.toSorted((a, b) => a - b));
  expect(shown("busbar_commit_seconds_count")).toBeGreaterThan(0);
  expect(shown("busbar_daemon_up")).toBe(1);
  expect(shown("busbar_channel_up", { channel })).toBe(1);
  expect(shown("busbar_events_total")).toBeGreaterThan(0);
  const now = Date.now() / 1_000;
  for (const moment of [
    "busbar_channel_last_listing_timestamp_seconds",
    "busbar_stage_last_turn_timestamp_seconds",
    "busbar_stuck_oldest_timestamp_seconds",
  ]) {
    expect(shown(moment), moment).toBeGreaterThan(now - 600);
    expect(shown(moment), moment).toBeLessThan(now + 60);
  }
  // Once its store is closed it tells what it counted.
  expect(samplesIn(await metrics.text()).map(({ name }) => name)).not.toContain("busbar_daemon_up");
  expect(metricsContentType).toContain("version=0.0.4");
});

test("`busbar metrics` tells how everything is without a daemon, into a file as a whole", async () => {
  const place = makePlace();
  onTestFinished(place.remove);
  await place.busbar("init");
  const { stdout } = await place.busbar("metrics");
  const samples = samplesIn(stdout);
  for (const { name } of samples) expect(familyOf(name)?.from).toBe("store");
  expect(samples).toContainEqual({ name: "busbar_daemon_up", labels: {}, value: 0 });
  // What never was is absent, and not a moment in 1970.
  expect(stdout).not.toContain("busbar_last_recorded_timestamp_seconds");
  expect(stdout).not.toMatch(/busbar_(backup|verify)_/);
  await place.busbar("backup", join(place.folder, "copy.tar.zst"));
  await place.busbar("verify");
  const after = samplesIn((await place.busbar("metrics")).stdout);
  const now = Date.now() / 1_000;
  for (const what of ["backup_last_success", "verify", "verify_last_success"]) {
    const name = `busbar_${what}_timestamp_seconds`;
    expect(Math.abs((after.find((one) => one.name === name)?.value ?? 0) - now)).toBeLessThan(600);
  }
  expect(after).toContainEqual({ name: "busbar_verify_faults", labels: {}, value: 0 });
  const folder = mkdtempSync(join(tmpdir(), "busbar-textfile-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "busbar.prom");
  expect(await place.busbar("metrics", "--textfile", file)).toMatchObject({ code: 0, stdout: "" });
  expect(samplesIn(readFileSync(file, "utf8")).length).toBe(after.length);
  const nowhere = await place.busbar("metrics", "--textfile", join(folder, "none", "busbar.prom"));
  expect(nowhere).toMatchObject({ code: 1 });
  expect(nowhere.stderr).toContain("it is not there. Make it, or correct the path");
});

test("what is counted after the metrics were read adds to what was counted before", async () => {
  const registry = new MetricsRegistry();
  const counted = async () =>
    samplesIn(await registry.text()).map(({ labels, value }) => [labels["state"], value]);
  registry.count("busbar_files_total", { channel: "inbox", state: "duplicate" }, 0);
  for (let file = 0; file < 3; file += 1)
    registry.count("busbar_files_total", { channel: "inbox", state: "recorded" });
  const first = [
    ["duplicate", 0],
    ["recorded", 3],
  ];
  expect(await counted()).toEqual(first);
  expect(await counted()).toEqual(first);
  registry.count("busbar_files_total", { channel: "inbox", state: "recorded" }, 2);
  expect(await counted()).toEqual([
    ["duplicate", 0],
    ["recorded", 5],
  ]);
});
