import { closeSync, type FSWatcher, watch, writeSync } from "node:fs";
import type { Clock } from "../runtime/clock.ts";
import { createFileWith } from "./create-file.ts";
import { openToChangeSync, readSmallFile } from "./open-file.ts";

/** What was read is believed for so long, in milliseconds: a wall clock is asked many times for one file. */
const believedMs = 20;

/** More than any moment has. */
const mostBytes = 100;

/**
 * A wall clock that shows the moment that is in a file, such as `2026-03-02T09:00:00.000Z`, and does not move
 * until somebody writes another there: daemon and commands of a simulation live by one time, and it passes
 * as fast as they are done. What is no moment is not heeded; null when there is none at the start.
 */
export function clockFile(path: string): Clock | null {
  const first = readMoment(path);
  if (first === null) return null;
  let shown = first;
  let readAt = performance.now();
  const read = (): number => {
    readAt = performance.now();
    shown = readMoment(path) ?? shown;
    return shown;
  };
  return {
    wall: () => (performance.now() - readAt < believedMs ? shown : read()),
    steady: () => performance.now(),
    onSet: tellingOf(path, read),
  };
}

/** One watcher for all who want to be informed, from the first of them to the last. */
function tellingOf(path: string, read: () => number): NonNullable<Clock["onSet"]> {
  const listeners = new Set<() => void>();
  let watcher: FSWatcher | null = null;
  let told = Number.NaN;
  const look = () => {
    const at = read();
    if (at === told) return;
    told = at;
    for (const tell of listeners) tell();
  };
  return (tell) => {
    listeners.add(tell);
    if (watcher === null) {
      watcher = watch(path, { persistent: false }, look);
      // Without it, what waits for a moment is looked at as often as where nobody tells.
      watcher.on("error", () => {});
    }
    return () => {
      listeners.delete(tell);
      if (listeners.size > 0) return;
      watcher?.close();
      watcher = null;
    };
  };
}

/** Makes the file of a clock. Throws when it is there already. */
export function createClockFile(path: string, at: number): void {
  createFileWith(path, `${new Date(at).toISOString()}\n`);
}

/** Sets a clock: in one write, so that nobody reads half of it. */
export function setClockFile(path: string, at: number): void {
  const descriptor = openToChangeSync(path);
  try {
    writeSync(descriptor, `${new Date(at).toISOString()}\n`, 0);
  } finally {
    closeSync(descriptor);
  }
}

function readMoment(path: string): number | null {
  let text: string;
  try {
    text = readSmallFile(path, mostBytes).toString("latin1");
  } catch {
    return null;
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\n?$/.test(text)) return null;
  const at = Date.parse(text.trimEnd());
  return Number.isNaN(at) ? null : at;
}
