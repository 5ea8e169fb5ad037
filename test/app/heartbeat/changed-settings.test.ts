import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import type { DaemonStatus, SaidStatus } from "../../../src/app/heartbeat/daemon-status.ts";
import { changedSettings } from "../../../src/app/heartbeat/look-at-daemon.ts";
import { daemonsBeside } from "../../../src/app/heartbeat/several-daemons.ts";
import { loadConfig } from "../../../src/config/load-config.ts";
import { settingsMarks } from "../../../src/config/settings-marks.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-settings-"));
afterAll(() => rmSync(folder, { recursive: true }));

function settingsIn(name: string) {
  const file = join(folder, name);
  writeFileSync(file, `# ${name}\nchannels: {}\n`);
  return loadConfig(file);
}

function said(pid: number, host: string, settings: DaemonStatus["settings"]): SaidStatus {
  const status: DaemonStatus = {
    ...{ pid, startedAt: 1, writtenAt: 2, running: true, replaced: null, store: "one" },
    ...{ water: null, settings, reload: null, channels: [], outbound: [] },
  };
  return { status, agoMs: 10, host, isOwn: false };
}

function lookAt(all: readonly [SaidStatus, ...SaidStatus[]]) {
  return { is: "running", status: all[0].status, daemons: daemonsBeside(all) } as const;
}

it("asks, of several daemons, the one that was started with the same settings", () => {
  const [first, second, third] = [settingsIn("a.yaml"), settingsIn("b.yaml"), settingsIn("c.yaml")];
  const look = lookAt([
    said(1, "left", settingsMarks(first)),
    said(2, "right", settingsMarks(second)),
  ]);
  for (const config of [first, second, third])
    expect(changedSettings(look, config, "left")).toEqual([]);

  writeFileSync(second.file, "channels: {}\n# other\n");
  expect(changedSettings(look, second, "left")).toEqual([second.file]);
  expect(changedSettings(look, first, "left")).toEqual([]);
});

it("asks the daemon of this machine where others have settings at the same path", () => {
  const config = settingsIn("same.yaml");
  const look = lookAt([
    said(1, "left", { [config.file]: "of the other machine" }),
    said(2, "right", settingsMarks(config)),
  ]);
  expect(changedSettings(look, config, "right")).toEqual([]);
  expect(changedSettings(look, config, "left")).toEqual([config.file]);
});
