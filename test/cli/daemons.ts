import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach } from "vitest";
import { mainFile } from "../built.ts";
import { until } from "../promises/workplace.ts";
import type { Place } from "./busbar.ts";

/** A program that a test started. */
export interface Daemon {
  readonly child: ChildProcess;
  /** All it has said so far, on both outputs. */
  said(): string;
}

/** How to start one where it is not `busbar run` from source. */
export interface Start {
  readonly command?: string;
  readonly words?: readonly string[];
}

/** Starts daemons in a place; what still runs when a test ends is killed. */
export function daemonsIn({ folder }: Place) {
  const started: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of started.splice(0)) await stopped(child, "SIGKILL");
  });

  /** Starts one and does not wait for it. */
  function begin({ command = process.execPath, words = [mainFile, "run"] }: Start = {}): Daemon {
    const child = spawn(command, words, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    started.push(child);
    let text = "";
    for (const output of [child.stdout, child.stderr])
      output.on("data", (piece) => {
        text += String(piece);
      });
    return { child, said: () => text };
  }

  /** Starts one and waits until it watches its inbox. */
  async function start(how: Start = {}): Promise<Daemon> {
    const daemon = begin(how);
    await until("the daemon is ready", () => {
      if (daemon.child.exitCode !== null) throw new Error(`it ended: ${daemon.said()}`);
      return daemon.said().includes("Ctrl-C");
    });
    return daemon;
  }

  return { begin, start };
}

/** Sends a signal, waits for the end, and gives the exit code; null when the signal itself ended it. */
export async function stopped(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
  return child.exitCode;
}
