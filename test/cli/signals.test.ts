import { mkdirSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { until } from "../promises/workplace.ts";
import { builtProgram } from "./built-program.ts";
import { makePlace } from "./busbar.ts";
import { daemonsIn, stopped } from "./daemons.ts";

const program = builtProgram();
const place = makePlace();
mkdirSync(join(place.folder, "inbox"));
const settings = "channels: { inbox: { path: inbox, steady: 100ms, poll: 200ms } }\n";
const writeSettings = (text: string) => writeFileSync(join(place.folder, "busbar.yaml"), text);
writeSettings(settings);
const { start } = daemonsIn(place);
afterAll(() => place.remove());

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
    const { child, said } = await start({ command: program, words: ["run"] });
    const harmless = [
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
      await until(`${signal} is told`, () => said().includes(`"msg":"${signal} changes nothing: `));
    expect(await debuggerListens()).toBe(false);
    expect(child.exitCode).toBe(null);
    expect(await stopped(child, "SIGTERM")).toBe(0);
    expect(said()).toContain('"msg":"stopping on SIGTERM"');
  });

  it("SIGHUP outside a terminal and `busbar reload` have the settings read again", async () => {
    const { child, said } = await start({ command: program, words: ["run"] });
    child.kill("SIGHUP");
    await until("it is ready again", () => said().split('"event":"ready"').length === 3);
    mkdirSync(join(place.folder, "other"));
    writeSettings("channels: { other: { path: other, steady: 100ms, poll: 200ms } }\n");
    expect(await place.busbar("reload")).toMatchObject({ code: 0, stderr: "" });
    expect(await place.json("status")).toMatchObject([{ channels: [{ name: "other" }] }]);
    writeSettings("chanels: {}\n");
    child.kill("SIGHUP");
    await until("it is refused", () => said().includes('"event":"reload-refused"'));
    expect(said()).toContain('did you mean \\"channels\\"');
    // What is wrong is said at once, without asking the daemon.
    expect(await place.busbar("reload")).toMatchObject({ code: 2 });
    writeSettings(settings);
    expect(await stopped(child, "SIGTERM")).toBe(0);
    expect(await place.busbar("reload")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("the daemon is not running"),
    });
  });

  it.each(["SIGQUIT", "SIGPWR"] as const)("%s stops it cleanly", async (signal) => {
    const { child } = await start({ command: program, words: ["run"] });
    expect(await stopped(child, signal)).toBe(0);
    expect(await daemonOf()).toMatchObject({ running: false });
  });

  it("of a terminal that is closed stop it cleanly", async () => {
    const words = ["--quiet", "--flush", "--return", "--command", `${program} run`, "/dev/null"];
    const { child } = await start({ command: "script", words });
    expect(await daemonOf()).toMatchObject({ running: true });
    child.kill("SIGKILL");
    await until("it has stopped", async () => !(await daemonOf()).running);
    expect(await place.json("status")).toMatchObject([{ channels: [{ state: "stopped" }] }]);
  });
});
