import { execFileSync } from "node:child_process";
import { lstatSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { mainFile } from "../built.ts";
import { goodFile } from "../promises/flow-files.ts";
import { makePlace } from "./busbar.ts";

test("the store and the folders that Busbar makes are open to its group at most, whatever the umask", () => {
  const { folder, remove } = makePlace();
  onTestFinished(remove);
  const { name, bytes } = goodFile(1);
  writeFileSync(join(folder, name), bytes);
  const busbar = `"${process.execPath}" "${mainFile}"`;
  execFileSync("bash", ["-c", `umask 0; ${busbar} init . && ${busbar} ingest ${name}`], {
    cwd: folder,
  });
  for (const made of [
    "busbar.yaml",
    "var",
    "inbox",
    "outbox",
    "archive",
    "quarantine",
    "var/busbar.db",
  ])
    expect([made, lstatSync(join(folder, made)).mode & 0o007]).toEqual([made, 0]);
});
