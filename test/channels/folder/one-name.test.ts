import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { FolderOutlet } from "../../../src/channels/folder/folder-outlet.ts";

/** Takes whatever lies in a folder, under whatever name, as fast as it can. */
const taker = `
  const { readdirSync, renameSync } = require("node:fs");
  const [out, taken] = process.argv.slice(1);
  let count = 0;
  console.log("ready");
  for (;;)
    for (const name of readdirSync(out))
      try {
        renameSync(out + "/" + name, taken + "/" + count);
        count += 1;
      } catch {}
`;

/** By day fewer: who takes has a core to itself meanwhile. */
const count = process.env["BUSBAR_NIGHTLY"] === "1" ? 400 : 100;

/** A folder with a taker at it; `end` gives the contents of all that was put there and not removed. */
async function startTaker() {
  const base = mkdtempSync(join(tmpdir(), "busbar-one-name-"));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const [out, taken] = [join(base, "out"), join(base, "taken")];
  for (const folder of [out, taken]) mkdirSync(folder);
  const child = spawn(process.execPath, ["-e", taker, out, taken]);
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  const outlet = new FolderOutlet({ name: "market", base: out, path: out });
  const write = async (number: number) => {
    const bytes = Buffer.from(`file ${number}`);
    const hash = createHash("sha256").update(bytes).digest("hex");
    const [name, temporary] = [`file-${number}`, `.${number}.part`];
    const outgoing = { folder: out, name, temporary, sizeBytes: bytes.length, hash };
    return { outgoing, ...(await outlet.write(outgoing, bytes)) };
  };
  const end = async () => {
    child.kill("SIGKILL");
    await once(child, "exit");
    return [out, taken].flatMap((folder) =>
      readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")),
    );
  };
  const pause = () => void child.kill("SIGSTOP");
  return { outlet, write, pause, end };
}

test("a file has one name at each moment, so that who takes all names takes it once", async () => {
  const { outlet, write, pause, end } = await startTaker();
  let named = 0;
  for (let number = 0; number < count; number += 1) {
    // On a busy machine the taker may be quicker each time: the last ones get their names in any case.
    if (number === count - 20) pause();
    const { outgoing, now } = await write(number);
    if (now === "there" && (await outlet.publish(outgoing)) === "named") named += 1;
  }
  const contents = await end();
  expect(named).toBeGreaterThan(0);
  expect(new Set(contents).size).toBe(count);
  expect(contents).toHaveLength(count);
});

test("a file counts as taken back only when nobody took it in the same moment", async () => {
  const { outlet, write, pause, end } = await startTaker();
  const removed: string[] = [];
  for (let number = 0; number < count; number += 1) {
    if (number === count - 20) pause();
    const { outgoing } = await write(number);
    if (await outlet.removeTemporary(outgoing)) removed.push(`file ${number}`);
  }
  const contents = await end();
  expect(removed.length).toBeGreaterThan(0);
  expect(contents.filter((one) => removed.includes(one))).toEqual([]);
  expect(contents.length + removed.length).toBe(count);
});
