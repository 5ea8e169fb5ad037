import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { consoleFace } from "../../src/cli/daemon/console-face.ts";
import { mainFile } from "../built.ts";
import { type AskedPlace, askedPlace } from "../http/asked.ts";
import { goodFile } from "../promises/flow-files.ts";
import { until } from "../promises/workplace.ts";

let asked: AskedPlace;
let archive: string;
beforeAll(async () => {
  asked = await askedPlace({ faces: [consoleFace] }, async ({ folder }) => {
    const settings =
      "http: false\nchannels: { inbox: { path: inbox, steady: 50ms, poll: 100ms } }\n";
    writeFileSync(join(folder, "busbar.yaml"), settings);
    archive = join(folder, "archive");
  });
});
afterAll(() => asked.close());

const page = async (path: string) => (await asked.get(path)).text();

test("nothing says that all is well while a channel cannot finish a file", async () => {
  const { place } = asked;
  expect((await place.busbar("stuck")).stdout).toBe("Nothing is stuck.\n");
  expect(await page("/stuck")).toContain("Nothing is stuck.");

  const daemon = spawn(process.execPath, [mainFile, "run"], { cwd: place.folder, stdio: "ignore" });
  const ended = once(daemon, "exit");
  onTestFinished(async () => {
    daemon.kill("SIGKILL");
    await ended;
  });
  await until("it watches", async () =>
    JSON.stringify(await place.json("status")).includes('"state":"watching"'),
  );
  rmSync(archive, { recursive: true, force: true });
  writeFileSync(archive, "not a folder");
  place.write({ ...goodFile(1), name: "inbox/good.uff" });
  await until("it is in trouble", async () =>
    (await place.busbar("stuck")).stdout.includes("good.uff: "),
  );
  const { stdout } = await place.busbar("stuck");
  expect(stdout).toContain("Channels in trouble");
  expect(stdout).toMatch(/\n\nNothing else is stuck\.\n$/);

  const stuck = await page("/stuck");
  expect(stuck).toContain('<a href="/channels/inbox">inbox</a>');
  expect(stuck).toContain("good.uff: ");
  expect(stuck).toContain("Nothing else is stuck.");
  const overview = await page("/");
  expect(overview).toMatch(/Needs a person: channel <a href="\/channels\/inbox">/);
  expect(overview).toContain("Nothing else is stuck.");
});
