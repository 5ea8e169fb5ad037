import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TestServer } from "../test/store/postgres/server.ts";

/** What a piece of work came to. */
export interface Figure {
  readonly perSecond: number;
  /** Microseconds of processor time for each, of the programs that did it and of the server for it. */
  readonly processor: number;
}

/** Microseconds in a tick of the system's clock for processes, which is 100 a second on Linux. */
const tick = 10_000;

/** Microseconds of processor time that this program and others, such as a server with its sessions, have taken so far. */
function processorTime(others: readonly number[]): number {
  const { user, system } = process.cpuUsage();
  let ticks = 0;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const [parent, ...times] = statOf(Number(name));
    // What sessions took that have ended is with the server itself.
    if (others.includes(Number(name))) ticks += sum(times);
    else if (parent !== undefined && others.includes(parent)) ticks += sum(times.slice(0, 2));
  }
  return user + system + ticks * tick;
}

/**
 * Does work and says how much of it a second, and for how much processor time, of the processes with these numbers
 * too. Its result: how much it was.
 */
export async function figureOf(
  others: number | readonly number[],
  work: () => Promise<number>,
): Promise<Figure> {
  const pids = [others].flat();
  const [processorBefore, began] = [processorTime(pids), performance.now()];
  const done = await work();
  const seconds = (performance.now() - began) / 1000;
  return {
    perSecond: done / seconds,
    processor: (processorTime(pids) - processorBefore) / done,
  };
}

/** The number of a server's process: the first line of a file of its own. */
export async function serverProcess(server: TestServer): Promise<number> {
  const { rows } = await server.query("postgres", "SHOW data_directory");
  const file = join(String(rows[0]?.data_directory), "postmaster.pid");
  return Number.parseInt(readFileSync(file, "utf8"), 10);
}

/** Of a process: its parent, and ticks in itself, in the system, and both of its children that ended. */
function statOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return [1, 11, 12, 13, 14].map((at) => Number(fields[at]));
  } catch {
    // It has ended since it was listed.
    return [];
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
