import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { routeAll } from "../made-file.ts";
import { StoreFolder } from "./store-folder.ts";

const program = fileURLToPath(new URL("record-and-route.ts", import.meta.url));
const batches = 20;

describe("two processes that record and route on one store", () => {
  it("lose nothing and double nothing", async () => {
    using folder = new StoreFolder();
    const children = ["one", "two", "three"].map((own) =>
      spawn(process.execPath, [program, folder.file, own, String(batches)], { stdio: "inherit" }),
    );
    for (const child of children) {
      if (child.exitCode === null) await once(child, "exit");
      expect(child.exitCode).toBe(0);
    }
    const store = await folder.open();
    expect(await routeAll(store)).toBe(0);
    const own = 3 * 5 * batches;
    const events = own + batches;
    expect(await store.reports.counts()).toEqual({
      files: { recorded: events, duplicate: 2 * batches },
      events,
      processes: 6,
      stuck: 0,
      dismissed: 0,
      failing: 0,
      unrouted: 0,
    });
    const listed = await Array.fromAsync(store.events.list());
    expect(new Set(listed.map(({ message }) => message)).size).toBe(events);
    expect(listed.map(({ seq }) => seq)).toEqual(listed.map((_, index) => index + 1));
    const times = listed.map(({ recordedAt }) => recordedAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const summaries = await Array.fromAsync(store.processes.list());
    expect(summaries.reduce((sum, process) => sum + process.events, 0)).toBe(events);
    await store.close();
  });
});
