import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mainFile } from "../built.ts";
import { goodFile } from "../promises/flow-files.ts";
import { until } from "../promises/workplace.ts";
import { makePlace } from "./busbar.ts";
import { daemonsIn, stopped } from "./daemons.ts";

const place = makePlace();
const inbox = join(place.folder, "inbox");
mkdirSync(inbox);
writeFileSync(
  join(place.folder, "busbar.yaml"),
  "channels: { inbox: { path: inbox, steady: 100ms, poll: 200ms } }\n",
);
const { start } = daemonsIn(place);
afterAll(() => place.remove());

describe("busbar run", () => {
  it("tells what it watches, takes files, and leaves room for other commands", async () => {
    const daemon = await start();
    expect(daemon.said()).toContain(`  inbox: ${inbox}\n`);
    place.write({ ...goodFile(1), name: "inbox/one.uff" });
    await until("it is an event", async () => (await place.json("event", "list")).length === 1);
    const ingested = await place.busbar("ingest", place.write(goodFile(2)));
    expect(ingested.code).toBe(0);
    await until("the status tells of it", async () => {
      const [status] = await place.json("status");
      return JSON.stringify(status?.["channels"]).includes('"recorded":1');
    });
    const [status] = await place.json("status");
    expect(status).toMatchObject({
      files: { recorded: 2 },
      events: 2,
      daemon: { running: true, pid: daemon.child.pid },
      channels: [{ name: "inbox", state: "watching", problem: null }],
    });
    const shown = await place.busbar("status");
    expect(shown.stdout).toMatch(/\n\nThe daemon runs, started \d+ s ago\.\n {2}inbox: watching, /);

    expect(shown.stdout).not.toContain("restart it");
    expect(status).toMatchObject({ settingsChanged: [] });
    const settings = join(place.folder, "busbar.yaml");
    const asStarted = readFileSync(settings);
    writeFileSync(settings, `${asStarted}# seen at the next start\n`);
    expect((await place.busbar("status")).stdout).toContain(
      "\nbusbar.yaml was changed since the daemon read it; `busbar reload` uses the changes.\n",
    );
    writeFileSync(settings, asStarted);

    const second = await place.busbar("run");
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(
      /^busbar: The daemon with process id \d+ runs on the store .*\n$/,
    );

    expect(await stopped(daemon.child, "SIGTERM")).toBe(0);
    expect(daemon.said()).toContain(
      "\nFinishing unfinished work (SIGTERM); once more to stop at once.\n",
    );
    const [after] = await place.json("status");
    expect(after).toMatchObject({ daemon: { running: false }, channels: [{ state: "stopped" }] });
  });

  it("is distinguished from one that was killed, and from one that does nothing", async () => {
    const daemon = await start();
    const statusFile = join(place.folder, "var/status.json");
    const written = () => JSON.parse(readFileSync(statusFile, "utf8")) as { pid: number };
    await until(
      "the status is written",
      () => existsSync(statusFile) && written().pid === daemon.child.pid,
    );
    process.kill(daemon.child.pid ?? 0, "SIGSTOP");
    // The signal takes a moment, in which the daemon may still write its status.
    await until("it stands still", () =>
      / \(.*\) T /.test(readFileSync(`/proc/${daemon.child.pid}/stat`, "utf8")),
    );
    const old = { ...written(), writtenAt: Date.now() - 60_000 };
    writeFileSync(statusFile, JSON.stringify(old));
    const frozen = await place.busbar("status");
    expect((await place.busbar("stuck")).stdout).toMatch(
      /^The daemon with process id \d+ is running but last reported \d+ s ago/,
    );
    expect(frozen.stdout).toContain(
      `The daemon with process id ${daemon.child.pid} is running but last reported`,
    );
    expect(await place.json("status")).toMatchObject([
      { daemon: { running: true, answers: false }, channels: [{ state: "unknown" }] },
    ]);
    await stopped(daemon.child, "SIGKILL");
    expect((await place.busbar("status")).stdout).toContain("it crashed or was killed");
  });

  it("stops on Ctrl-C as well", async () => {
    const daemon = await start();
    expect(await stopped(daemon.child, "SIGINT")).toBe(0);
    expect(daemon.said()).toContain("Finishing unfinished work (SIGINT)");
  });

  it("stops taking files when the store is taken away under it, and all say so", async () => {
    const daemon = await start();
    await until("it watches", async () =>
      JSON.stringify(await place.json("status")).includes('"state":"watching"'),
    );
    const store = join(place.folder, "var/busbar.db");
    for (const end of ["", "-wal", "-shm"]) rmSync(store + end, { force: true });
    place.write({ ...goodFile(70), name: "inbox/kept.uff" });
    await until("it notices", async () =>
      /^The daemon runs on another/.test((await place.busbar("stuck")).stdout),
    );
    expect((await place.busbar("status")).stdout).toContain("was deleted, moved or replaced");
    const proof = await place.busbar("verify");
    expect(proof).toMatchObject({ code: 1, stdout: expect.stringContaining("(STORE_REPLACED)") });
    expect(await stopped(daemon.child, "SIGTERM")).toBe(0);
    const kept = ["inbox", "work/inbox"].flatMap((folder) =>
      existsSync(join(place.folder, folder))
        ? readdirSync(join(place.folder, folder), { recursive: true }).map(String)
        : [],
    );
    expect(kept.filter((name) => name.endsWith("kept.uff"))).toHaveLength(1);
  });

  it("names an inbox that is not there, and starts all the same", async () => {
    const config = join(place.folder, "gone.yaml");
    const text = readFileSync(join(place.folder, "busbar.yaml"), "utf8");
    writeFileSync(config, text.replace("path: inbox", "path: gone, work: var/work/gone"));
    const daemon = await start({ words: [mainFile, "run", "--config", "gone.yaml"] });
    expect(daemon.said()).toMatch(
      /\nNot yet, and tried again: The inbox .*gone .* is not there .*\n/,
    );
    expect(await stopped(daemon.child, "SIGTERM")).toBe(0);
  });
});
