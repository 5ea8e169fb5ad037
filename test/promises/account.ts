import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect } from "vitest";
import type { FileState } from "../../src/core/file/file.ts";
import type { SentFile } from "./flow-files.ts";
import { filesUnder, inInbox, isTaken, type Workplace, withStore } from "./workplace.ts";

/** What must have become of the files sent. */
export interface Expected {
  readonly states: Partial<Record<FileState, number>>;
  readonly events: number;
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Files sent with all that lies in them. */
function withContents(sent: readonly SentFile[]): SentFile[] {
  return sent.flatMap((file) => [file, ...withContents(file.holds ?? [])]);
}

/**
 * Expects every file sent to be accounted for exactly once: one row, its bytes kept, one event for each
 * message, its source archived once, and nothing left anywhere on the way. The same for each file in a
 * container, but for the source: that is the container's.
 */
export async function expectAllAccounted(
  place: Workplace,
  sent: readonly SentFile[],
  expected: Expected,
): Promise<void> {
  expect(inInbox(place)).toEqual([]);
  expect(isTaken(place)).toBe(true);
  expect(hashesOf(filesUnder(place.channel.archive))).toEqual(
    sent.map((file) => hashOf(file.bytes)).toSorted(),
  );
  expect(filesUnder(place.config.blobs).filter((path) => basename(path).startsWith("."))).toEqual(
    [],
  );
  await withStore(place, async (store) => {
    const files = await Array.fromAsync(store.files.list());
    expect(files.map((file) => file.hash).toSorted()).toEqual(
      withContents(sent)
        .map((file) => hashOf(file.bytes))
        .toSorted(),
    );
    const { files: states, unrouted } = await store.reports.counts();
    expect(states).toEqual(expected.states);
    expect(unrouted).toBe(0);
    for (const file of files) expect(hashOf(await store.files.bytes(file.id))).toBe(file.hash);
    const events = await Array.fromAsync(store.events.list());
    expect(events.length).toBe(expected.events);
    expect(new Set(events.map((event) => event.message)).size).toBe(events.length);
    const rejected = files.filter((file) => file.state === "rejected");
    expect(
      filesUnder(place.channel.quarantine)
        .map((path) => basename(path))
        .toSorted(),
    ).toEqual(
      rejected.flatMap(({ id, name }) => [`${id}-${name}`, `${id}-${name}.reason.txt`]).toSorted(),
    );
  });
}

function hashesOf(paths: readonly string[]): string[] {
  return paths.map((path) => hashOf(readFileSync(path))).toSorted();
}
