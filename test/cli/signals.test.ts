import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { makePlace } from "./busbar.ts";

const program = fileURLToPath(new URL("../../bin/busbar", import.meta.url));
const unit = fileURLToPath(new URL("../../config/busbar.service", import.meta.url));
const place = makePlace();
mkdirSync(join(place.folder, "inbox"));
writeFileSync(
  join(place.folder, "busbar.yaml"),
  "channels: { inbox: { path: inbox, steady: 100ms, poll: 200ms } }\n",
);
const started: ChildProcess[] = [];
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
});
afterAll(() => place.remove());

/** Starts a program and gives what it has said so far on both outputs, once it watches its inbox. */
async function startUntilReady(command: string, words: readonly string[]) {
  const child = spawn(command, words, { cwd: place.folder, stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  let text = "";
  for (const output of [child.stdout, child.stderr])
    output.on("data", (piece) => {
      text += String(piece);
    });
  await until(() => text.includes("Ctrl-C"));
  return { child, said: () => text };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error("it never came about");
}

async function daemonOf(): Promise<{ running: boolean }> {
  const [status] = await place.json("status");
  return (status as { daemon: { running: boolean } }).daemon;
}

/** Whether anything listens on the port by which Node's debugger is reached. */
function debuggerListens(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(9229, "127.0.0.1");
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("close", () => socket.destroy());
  });
}

describe("signals to the daemon", () => {
  it("that ask for nothing change nothing, each with a line in the log; SIGTERM then stops it", async () => {
    const { child, said } = await startUntilReady(program, ["run"]);
    const harmless = [
      "SIGHUP",
      "SIGUSR1",
      "SIGUSR2",
      "SIGALRM",
      "SIGVTALRM",
      "SIGIO",
      "SIGSTKFLT",
      "SIGXCPU",
      "SIGXFSZ",
      "SIGPIPE",
      "SIGWINCH",
      "SIGCONT",
    ] as const;
    for (const signal of harmless) child.kill(signal);
    const unheard = ["SIGUSR1", "SIGPIPE", "SIGWINCH", "SIGCONT"];
    for (const signal of harmless.filter((one) => !unheard.includes(one)))
      await until(() => said().includes(`"msg":"${signal} changes nothing: `));
    expect(await debuggerListens()).toBe(false);
    expect(child.exitCode).toBe(null);
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(said()).toContain('"msg":"stopping on SIGTERM"');
  });

  it.each(["SIGQUIT", "SIGPWR"] as const)("%s stops it cleanly", async (signal) => {
    const { child } = await startUntilReady(program, ["run"]);
    const ended = once(child, "exit");
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    expect(await daemonOf()).toMatchObject({ running: false });
  });

  it("of a terminal that is closed stop it cleanly", async () => {
    const words = ["--quiet", "--flush", "--return", "--command", `${program} run`, "/dev/null"];
    const { child } = await startUntilReady("script", words);
    expect(await daemonOf()).toMatchObject({ running: true });
    child.kill("SIGKILL");
    await until(async () => !(await daemonOf()).running);
    expect(await place.json("status")).toMatchObject([{ channels: [{ state: "stopped" }] }]);
  });
});

describe("the systemd unit", () => {
  const setting = (name: string) =>
    new RegExp(`^${name}=(.*)$`, "m").exec(readFileSync(unit, "utf8"))?.[1];

  it("lets the daemon reach partners' servers, and starts it again however it ended", () => {
    expect(setting("RestrictAddressFamilies")?.split(" ").sort()).toEqual([
      "AF_INET",
      "AF_INET6",
      "AF_UNIX",
    ]);
    expect(setting("Restart")).toBe("always");
    expect(setting("After")).toContain("network-online.target");
  });
});
