import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { StoreError } from "../../../src/store/port/store-error.ts";
import { holdDaemonLock } from "../../../src/store/sqlite/leader/daemon-lock.ts";
import { madeFile } from "../made-file.ts";
import { StoreFolder } from "./store-folder.ts";

const module = new URL("../../../src/store/sqlite/leader/daemon-lock.ts", import.meta.url);

/** Another process that holds the lock, or says why it cannot. */
async function otherDaemon(storePath: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [
    "--input-type=module",
    "--eval",
    `import { holdDaemonLock } from ${JSON.stringify(module.href)};
     // Kept: a lock that nothing refers to goes with the garbage.
     try { globalThis.lock = holdDaemonLock(${JSON.stringify(storePath)}); console.log("held"); setInterval(() => {}, 1e6); }
     catch (error) { console.log(error.code + ": " + error.message); }`,
  ]);
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  return { child, said: said.toString().trim() };
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

function refusal(storePath: string): StoreError {
  try {
    holdDaemonLock(storePath).release();
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error("The lock was given");
}

describe("the daemon's lock", () => {
  it("refuses a second daemon and names the first, until that one is killed", async () => {
    using folder = new StoreFolder();
    const { child, said } = await otherDaemon(folder.file);
    expect(said).toBe("held");
    const { code, message } = refusal(folder.file);
    expect(code).toBe("locked");
    expect(message).toContain(`process id ${child.pid} `);
    await killed(child);
    holdDaemonLock(folder.file).release();
  });

  it("is kept from other processes, and from this one, until it is released", async () => {
    using folder = new StoreFolder();
    const lock = holdDaemonLock(folder.file);
    expect(refusal(folder.file).code).toBe("locked");
    const refused = await otherDaemon(folder.file);
    expect(refused.said).toContain(`locked: The daemon with process id ${process.pid} `);
    lock.release();
    lock.release();
    const { child, said } = await otherDaemon(folder.file);
    expect(said).toBe("held");
    await killed(child);
  });

  it("refuses a second daemon even when it cannot name the first", () => {
    using folder = new StoreFolder();
    const lock = holdDaemonLock(folder.file);
    rmSync(`${folder.file}-daemon.pid`);
    expect(refusal(folder.file).message).toContain("Another daemon runs on the store");
    lock.release();
  });

  it("lets others read and write the store meanwhile", async () => {
    using folder = new StoreFolder();
    const lock = holdDaemonLock(folder.file);
    const store = await folder.open();
    expect(await store.files.record([madeFile()])).toMatchObject([{ state: "recorded" }]);
    await store.close();
    lock.release();
  });

  it("says so when the folder is not there", () => {
    expect(refusal("/no/such/folder/store.db").code).toBe("missing");
  });
});
