import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Workplace } from "./workplace.ts";

/** Which daemon: with what Busbar brings, or with errands to run. */
type Program = "daemon-that-dies.ts" | "errands-that-die.ts" | "daemon-among-others.ts";

/** How a daemon in a process of its own ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

export interface ChildDaemon {
  /** Resolves when every channel is watched, or when it ended before that. */
  readonly ready: Promise<void>;
  readonly ended: Promise<Ending>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the daemon of a workplace as a process; `death` names the step and occurrence it dies at. */
export function startChild(
  place: Pick<Workplace, "base" | "config">,
  death: readonly [step: string, occurrence: number] | null = null,
  launcher: readonly string[] = [],
  name: Program = "daemon-that-dies.ts",
): ChildDaemon {
  const program = fileURLToPath(new URL(name, import.meta.url));
  const configPath = join(place.base, "config.json");
  writeFileSync(configPath, JSON.stringify(place.config));
  const [command = process.execPath, ...before] = [...launcher, process.execPath];
  const child = spawn(command, [...before, program, configPath, ...(death ?? []).map(String)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  // A test that fails half-way must not leave a daemon running.
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = endingOf(child);
  const ready = new Promise<void>((resolve) => {
    child.stdout.once("data", () => resolve());
    void ended.then(() => resolve());
  });
  return { ready, ended, kill: (signal) => void child.kill(signal) };
}

async function endingOf(child: ChildProcess): Promise<Ending> {
  let stderr = "";
  child.stderr?.on("data", (text) => {
    stderr += String(text);
  });
  await once(child, "close");
  return { code: child.exitCode, signal: child.signalCode, stderr };
}
