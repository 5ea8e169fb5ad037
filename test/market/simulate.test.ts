import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { lookAtDaemon } from "../../src/app/heartbeat/look-at-daemon.ts";
import { simulationView } from "../../src/app/views/simulation-view.ts";
import { stuckLines } from "../../src/cli/market/simulate.ts";
import { allFaults } from "../../src/market/chance/faults.ts";
import { runSimulation } from "../../src/market/run-simulation.ts";
import type { SimulationOptions } from "../../src/market/simulate.ts";
import { storeAt } from "../../src/store/open.ts";
import { mainFile } from "../built.ts";
import { makePlace } from "../cli/busbar.ts";

const isNightly = process.env["BUSBAR_NIGHTLY"] === "1";

/** A simulation in a folder of its own, with Busbar from source. */
function simulated(options: Partial<SimulationOptions>) {
  const folder = mkdtempSync(join(tmpdir(), "busbar-simulated-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return runSimulation({
    ...{
      switches: 10,
      perDay: 100,
      path: "mixed",
      losing: 0.2,
      gas: 0.1,
      moving: 0.1,
      seed: "1",
      perFile: 20,
      faults: allFaults,
    },
    folder: join(folder, "market"),
    program: [process.execPath, mainFile],
    ...options,
  });
}

describe("a market around a daemon", () => {
  it("goes wrong in every way, and no switch is lost or done twice", async () => {
    const { report, complaints } = await simulated({});
    expect(complaints).toEqual([]);
    expect(simulationView.parse(report)).toEqual(report);
    const total = Object.values(report.statuses).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(10);
  });
});

describe.runIf(isNightly)("by night", () => {
  const seeds = Array.from({ length: 20 }, (_, index) => String(index + 1));

  it.each(seeds)("200 switches with every fault, seed %s, without a complaint", async (seed) => {
    const { complaints } = await simulated({ switches: 200, seed });
    expect(complaints).toEqual([]);
  });

  it("goes on with mailboxes at an SFTP server", async () => {
    const { complaints, report } = await simulated({ switches: 8, mailboxes: "sftp" });
    expect(complaints).toEqual([]);
    expect(report.filesOut).toBeGreaterThan(20);
  });

  it("10,000 switches of both paths without a complaint", async () => {
    const plain = { switches: 10_000, perDay: 1_000, perFile: 1 };
    const { complaints, report } = await simulated({ ...plain, faults: { ...allFaults } });
    expect(complaints).toEqual([]);
    expect(report.filesIn + report.filesOut).toBeGreaterThan(150_000);
  });
});

describe("busbar simulate", () => {
  const place = makePlace();
  afterAll(() => place.remove());

  it("says what is wrong with its faults, and which there are", async () => {
    for (const [faults, said] of [
      ["los=0.1", 'there is no fault "los"; is it "loss"?'],
      ["loss=2", "loss=2 is more than 1"],
      [
        "sometimes",
        '"sometimes" is no fault with its share, such as loss=0.01; those there are: loss, ',
      ],
      ["all,delay", '"delay" lacks its share, from 0 to 1, such as delay=0.01'],
    ] as const) {
      const { code, stderr } = await place.busbar("simulate", "--faults", faults);
      expect([code, stderr.includes(said)]).toEqual([2, true]);
    }
  });

  it("says why something is stuck once, by its cause and an example", () => {
    const words = "AGENT_OVERDUE: No answer in time from meter operator MOPA.";
    const about = { switches: 3, example: "1099000000052" };
    const called = {
      ...about,
      cause: `call for an overdue agent of switch-gain: ${words}`,
      reason: `call for an overdue agent: ${words}`,
    };
    expect(stuckLines(called)).toEqual([
      "       3  call for an overdue agent of switch-gain",
      `          such as 1099000000052: ${words}`,
    ]);
    const file = { ...about, cause: "another file of D0011 has its identifier", reason: "File 3" };
    expect(stuckLines(file)).toEqual([
      "       3  another file of D0011 has its identifier",
      "          such as 1099000000052: File 3",
    ]);
  });

  it.runIf(isNightly)("takes its daemon with it when it is ended by a signal", async () => {
    const dir = join(place.folder, "ended");
    const words = [mainFile, "simulate", "--switches", "100", "--dir", dir];
    const child = spawn(process.execPath, words, { stdio: "ignore" });
    const store = storeAt(join(dir, "var/busbar.db"));
    const look = () => lookAtDaemon(store, Date.now());
    await expect.poll(async () => (await look()).is, { timeout: 20_000 }).toBe("running");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([143, null]);
    await expect.poll(async () => (await look()).is, { timeout: 20_000 }).not.toBe("running");
  });

  it.runIf(isNightly)("names the log where its daemon ends before all is done", async () => {
    const dir = join(place.folder, "killed");
    const words = [mainFile, "simulate", "--switches", "100", "--dir", dir];
    const child = spawn(process.execPath, words, { stdio: ["ignore", "ignore", "pipe"] });
    const said = text(child.stderr);
    const ends = once(child, "exit");
    const store = storeAt(join(dir, "var/busbar.db"));
    const look = () => lookAtDaemon(store, Date.now());
    await expect.poll(async () => (await look()).is, { timeout: 20_000 }).toBe("running");
    const seen = await look();
    if (seen.is === "running") process.kill(seen.status.pid, "SIGKILL");
    expect(await ends).toEqual([1, null]);
    expect(await said).toMatch(
      /busbar: the daemon of the simulation ended before all was done; its log says why: \S+ \(DAEMON_ENDED\)\n$/,
    );
  });

  it("makes no installation where there is one", async () => {
    await place.busbar("init", "here");
    const { code, stderr } = await place.busbar("simulate", "--dir", "here");
    expect(code).toBe(1);
    expect(stderr).toContain("here has an installation already, which was left as it is");
  });
});
