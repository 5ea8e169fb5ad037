import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { draftIn, sweepDraftsIn } from "../../src/disk/create-file.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-drafts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Lays down a draft of a process, last written to so long ago. */
function layDraft(pid: number, agoMs = 0): string {
  const name = basename(draftIn(folder)).replace(String(process.pid), String(pid));
  writeFileSync(join(folder, name), "half");
  const at = (Date.now() - agoMs) / 1000;
  utimesSync(join(folder, name), at, at);
  return name;
}

it("removes the drafts of processes that have ended, and leaves those that are being written", () => {
  const { pid: ended } = spawnSync("true");
  layDraft(ended);
  layDraft(process.pid, performance.now() + 60_000);
  layDraft(process.ppid, 2 * 3_600_000);
  const kept = [layDraft(process.pid), layDraft(process.ppid)];
  writeFileSync(join(folder, "7-file.usr"), "whole");
  sweepDraftsIn(folder);
  expect(readdirSync(folder).sort()).toEqual([...kept, "7-file.usr"].sort());
});
