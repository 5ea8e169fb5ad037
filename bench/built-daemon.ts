import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const busbar = fileURLToPath(new URL("../bin/busbar", import.meta.url));

/** Starts the built daemon on a configuration; resolves when it is ready. */
export async function startBuilt(configFile: string): Promise<ChildProcess> {
  const child = spawn(busbar, ["run", "--config", configFile], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  await new Promise<void>((resolve, reject) => {
    let said = "";
    const listen = (text: unknown) => {
      said = said.slice(-10_000) + String(text);
      if (said.includes('"ready"')) resolve();
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("close", () => reject(new Error(`the daemon ended: ${said}`)));
  });
  return child;
}

/** Stops it cleanly. */
export async function stopBuilt(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "close");
}

/** What the process holds in memory, in megabytes, where the system tells (Linux). */
export function residentMegabytes({ pid }: ChildProcess): number {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
  return Math.round((Number(found?.[1]) * 1024) / 1e6);
}
