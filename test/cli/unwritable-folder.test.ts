import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { mainFile } from "../built.ts";
import { goodFile } from "../promises/flow-files.ts";
import { until } from "../promises/workplace.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());

it("a file that cannot be finished is reported wherever channels are, with what to do", async () => {
  mkdirSync(join(place.folder, "inbox"));
  writeFileSync(
    join(place.folder, "busbar.yaml"),
    "channels: { inbox: { path: inbox, steady: 50ms, poll: 100ms } }\n",
  );
  const command = `exec "${process.execPath}" "${mainFile}" run >run.log`;
  const daemon = spawn("bash", ["-c", command], { cwd: place.folder, stdio: "ignore" });
  const ended = once(daemon, "exit");
  onTestFinished(async () => {
    daemon.kill("SIGKILL");
    await ended;
  });
  const state = async () => JSON.stringify(await place.json("channel", "show", "inbox"));
  await until("it watches", async () => (await state()).includes('"state":"watching"'));
  const quarantine = join(place.folder, "quarantine");
  const archive = join(place.folder, "archive");
  for (const folder of [quarantine, archive]) {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "not a folder");
  }
  place.write({ name: "inbox/junk", bytes: Buffer.from("junk\n") });
  place.write({ ...goodFile(1), name: "inbox/good" });
  await until("both are in trouble", async () => (await state()).includes('"troubled":{"count":2'));

  const advice = "cannot be written: it is no folder. Put one in its place";
  const refused = `junk: it is refused and recorded, but the quarantine folder ${quarantine} ${advice}`;
  const stays = `good: it is recorded, but the archive folder ${archive} ${advice}`;
  for (const words of [["status"], ["channel", "list"], ["channel", "show", "inbox"], ["stuck"]]) {
    const { stdout } = await place.busbar(...words);
    expect(stdout).toContain(refused);
    expect(stdout).toContain(stays);
  }
  const log = readFileSync(join(place.folder, "run.log"), "utf8");
  expect(log).toContain(refused.slice("junk: ".length));
  expect(log).not.toContain("are in quarantine");

  for (const folder of [quarantine, archive]) {
    rmSync(folder);
    mkdirSync(folder);
  }
  await until("both are finished", async () => (await state()).includes('"troubled":{"count":0'));
  expect((await place.busbar("stuck")).stdout).not.toContain("cannot finish");
  daemon.kill("SIGTERM");
  await ended;
  expect(daemon.exitCode).toBe(0);
});
