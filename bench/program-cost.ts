import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import type { Cost } from "./cost.ts";

/** Longest that a program may take, in milliseconds: a file that is refused never becomes an event. */
const longestMs = 120_000;
/** How often it is asked whether a program is done, in milliseconds. */
const askedEveryMs = 5;

/** Has a program of Node say at its end what processor time all its threads took. */
const tellsCost = `
  import { writeSync } from "node:fs";
  import { isMainThread } from "node:worker_threads";
  if (isMainThread) process.on("exit", () => writeSync(3, JSON.stringify(process.cpuUsage())));`;

/**
 * Runs a program of Node and says what it cost for each of so many files: on the wall from its start until it is
 * done, by processor time with its start and its end. One that does not end by itself is stopped once it `isDone`.
 */
export async function programCost(
  [command = "", ...words]: readonly string[],
  files: number,
  isDone: (() => boolean) | null = null,
): Promise<Cost> {
  const preload = `--import=data:text/javascript,${encodeURIComponent(tellsCost)}`;
  const env = { ...process.env, NODE_OPTIONS: preload };
  const start = performance.now();
  const child = spawn(command, words, { env, stdio: ["ignore", "ignore", "pipe", "pipe"] });
  const [, , errors, told] = child.stdio;
  if (errors === null || told === undefined || told === null || !("readable" in told))
    throw new Error("the program cannot say what it cost");
  const said = Promise.all([text(errors), text(told)]);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  while (isDone !== null && child.exitCode === null && !isDone()) {
    if (performance.now() - start > longestMs) {
      child.kill("SIGKILL");
      throw new Error(`${words.join(" ")} is not done after ${longestMs} ms`);
    }
    await delay(askedEveryMs);
  }
  const done = performance.now();
  if (isDone !== null) child.kill("SIGTERM");
  await ended;
  const wall = isDone === null ? performance.now() - start : done - start;
  const [complaint, cost] = await said;
  if (child.exitCode !== 0) throw new Error(`${words.join(" ")} failed: ${complaint}`);
  const { user, system } = JSON.parse(cost) as NodeJS.CpuUsage;
  return { wall: (wall * 1000) / files, processor: (user + system) / files };
}
