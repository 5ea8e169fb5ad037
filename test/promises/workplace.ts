import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pino } from "pino";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { commandFor } from "../../src/cli/print/remedy-command.ts";
import { actionDefaults } from "../../src/config/action-settings.ts";
import { type FolderChannel, folderDefaults } from "../../src/config/channel/channel.ts";
import { type BusbarConfig, usualBacklog } from "../../src/config/config.ts";
import { usualNotices } from "../../src/config/notices/notice-settings.ts";
import { keepAll } from "../../src/config/retention.ts";
import { usualPackedLimits } from "../../src/config/unpack.ts";
import type { FileRecord } from "../../src/core/file/file.ts";
import type { DaemonOptions } from "../../src/daemon/daemon-options.ts";
import { runDaemon } from "../../src/daemon/run-daemon.ts";
import type { ChannelStatus } from "../../src/intake/channel/channel-status.ts";
import type { Store } from "../../src/store/port/store.ts";
import { statusBeside } from "../status-beside.ts";
import type { SentFile } from "./flow-files.ts";

/** A Busbar of its own in a temporary folder, with one inbox that is quick to take files. */
export interface Workplace {
  readonly base: string;
  readonly config: BusbarConfig;
  readonly channel: FolderChannel;
  drop(file: SentFile): void;
  remove(): void;
}

export function workplace(
  settings: Partial<FolderChannel> = {},
  common: Partial<BusbarConfig> = {},
): Workplace {
  const base = mkdtempSync(join(tmpdir(), "busbar-"));
  const channel: FolderChannel = {
    ...folderDefaults,
    name: "inbox",
    kind: "folder",
    direction: "in",
    path: join(base, "inbox"),
    work: join(base, "work"),
    archive: join(base, "archive"),
    quarantine: join(base, "quarantine"),
    steadyMs: 60,
    pollMs: 150,
    ...settings,
  };
  mkdirSync(channel.path, { recursive: true });
  const config: BusbarConfig = {
    file: join(base, "busbar.yaml"),
    store: join(base, "var", "busbar.db"),
    blobs: join(base, "var", "blobs"),
    largeFileBytes: 8 << 20,
    log: "silent",
    clock: null,
    rgma: null,
    catalogues: [],
    storeListen: null,
    undescribedFlows: [],
    calendars: {},
    processes: [],
    shippedProcesses: ["metering-point", "order"],
    processSettings: {},
    live: false,
    flows: {},
    participant: null,
    addressee: null,
    dipIds: {},
    actions: actionDefaults,
    disk: { stop: { bytes: 0 }, resume: null },
    backlog: usualBacklog,
    retention: keepAll,
    unpack: usualPackedLimits,
    http: null,
    pgp: null,
    channels: [channel],
    sftpInboxes: [],
    expected: [],
    notices: usualNotices,
    outbound: [],
    mail: [],
    webhooks: [],
    ...common,
  };
  return {
    base,
    config,
    channel,
    drop: ({ name, bytes }) => writeFileSync(join(channel.path, name), bytes),
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

/**
 * Runs the daemon here while the body runs, then stops it cleanly. The body gets the log as it grows:
 * one message an entry.
 */
export async function whileRunning<T>(
  { config }: Pick<Workplace, "config">,
  body: (log: readonly string[]) => Promise<T>,
  options: Pick<DaemonOptions, "definitions" | "settings" | "metrics"> = {},
): Promise<T> {
  const messages: string[] = [];
  const stop = new AbortController();
  const ready = Promise.withResolvers<void>();
  const running = runDaemon(config, {
    commandOf: commandFor(config.file),
    ...options,
    signal: stop.signal,
    log: pino({}, { write: (line) => void messages.push(messageOf(line)) }),
    onReady: () => ready.resolve(),
  });
  try {
    await Promise.race([ready.promise, running]);
    return await body(messages);
  } finally {
    stop.abort();
    await running;
  }
}

function messageOf(line: string): string {
  const { msg } = JSON.parse(line) as { readonly msg: string };
  return msg;
}

/** Waits until something holds; fails with its name when it does not in time. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  withinMs = 120_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const began = performance.now();
    if (await holds()) return;
    const now = performance.now();
    if (now > deadline) throw new Error(`it did not happen in time: ${what}`);
    // A look that opens the store takes from what is waited for: it is not taken all the time.
    await setTimeout(Math.min(Math.max(20, 2 * (now - began)), 200));
  }
}

/** The names of what waits in the inbox, the owner mark left out. */
export function inInbox({ channel }: Workplace): string[] {
  return readdirSync(channel.path).filter((name) => name !== ".busbar-owner");
}

/** Whether nothing is left in the inbox and in the work folder. */
export function isTaken(place: Workplace): boolean {
  const { work } = place.channel;
  return inInbox(place).length === 0 && existsSync(work) && readdirSync(work).length === 0;
}

/** What the daemon says of its only channel. */
export function channelStatus({ config }: Pick<Workplace, "config">): ChannelStatus | undefined {
  return statusBeside(config.store)?.channels[0];
}

/** Every file below a folder, by its path from there; the mark of how far the store has come is left out. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== ".busbar-high-water")
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Opens the store of a workplace for a look. */
export async function withStore<T>(
  { config }: Pick<Workplace, "config">,
  look: (store: Store) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(config);
  try {
    return await look(installation.store);
  } finally {
    await installation.close();
  }
}

/** All files that the store knows of. */
export function recordedFiles(place: Pick<Workplace, "config">): Promise<FileRecord[]> {
  return withStore(place, (store) => Array.fromAsync(store.files.list()));
}
