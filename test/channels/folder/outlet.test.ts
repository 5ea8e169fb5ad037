import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CheckList } from "../../../src/channels/channel-check.ts";
import { checkWritable } from "../../../src/channels/folder/check-folder.ts";
import { FolderOutlet } from "../../../src/channels/folder/folder-outlet.ts";
import type { OutgoingFile } from "../../../src/channels/outlet.ts";
import { mayMount, SmallDisk } from "../../store/sqlite/small-disk.ts";
import { asNobody, closeFolder } from "./closed-folder.ts";

const bytes = Buffer.from("ZHV|1|\nZPT|1|\n");

function outgoingIn(folder: string): OutgoingFile {
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { folder, name: "one", temporary: ".one.part", sizeBytes: bytes.byteLength, hash };
}

describe("a folder that files are put into", () => {
  let base: string;
  let out: string;

  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), "busbar-outlet-"));
    out = join(base, "out");
    mkdirSync(out);
    for (const folder of [base, out]) chmodSync(folder, 0o777);
  });
  afterEach(() => rmSync(base, { recursive: true, force: true }));

  const outlet = (path = out, folder = out) =>
    new FolderOutlet({ name: "market", base: folder, path });

  it("is in trouble as a whole when we may not write in it, and says what to do", async () => {
    chmodSync(out, 0o555);
    await asNobody(async () => {
      await expect(outlet().write(outgoingIn(out), bytes)).rejects.toMatchObject({
        name: "ChannelError",
        message: expect.stringMatching(
          /^Nothing can be put into .*out of channel "market": the user that runs Busbar may not write there\. Give that user .*EACCES/,
        ),
      });
    });
    chmodSync(out, 0o777);
    await asNobody(() => outlet().write(outgoingIn(out), bytes));
    chmodSync(out, 0o555);
    await asNobody(() =>
      expect(outlet().publish(outgoingIn(out))).rejects.toMatchObject({ name: "ChannelError" }),
    );
    expect(readdirSync(out)).toEqual([".one.part"]);
  });

  it("is found closed by a look, before there is anything to put there", async (context) => {
    using closed = closeFolder(out);
    if (closed === null) return context.skip();
    const says = process.getuid?.() === 0 ? "lsattr -d" : "Give that user the right";
    const trouble = { name: "ChannelError", message: expect.stringContaining(says) };
    await expect(outlet().write(outgoingIn(out), bytes)).rejects.toMatchObject(trouble);
    await expect(outlet().reach()).rejects.toMatchObject(trouble);
    // Others may have made the folders below, and ours need not write in this one.
    await outlet(join(out, "{toParticipant}")).reach();
  });

  it.runIf(mayMount())("is in trouble as a whole when its disk takes nothing", async () => {
    using disk = new SmallDisk(64);
    disk.makeReadOnly();
    const on = outlet(disk.path, disk.path);
    const trouble = { name: "ChannelError", message: expect.stringContaining("read-only") };
    await expect(on.write(outgoingIn(disk.path), bytes)).rejects.toMatchObject(trouble);
    await expect(on.reach()).rejects.toMatchObject(trouble);
  });

  it("keeps to itself what is wrong with a folder of one recipient, and says what to do", async () => {
    const closed = join(out, "closed");
    mkdirSync(closed);
    chmodSync(closed, 0o555);
    writeFileSync(join(out, "barred"), "");
    const each = outlet(join(out, "{toParticipant}"));
    await asNobody(async () => {
      await expect(each.write(outgoingIn(closed), bytes)).rejects.toMatchObject({
        name: "Error",
        message: expect.stringMatching(/^Nothing can be put into .*closed: .* Give that user /),
      });
      await expect(each.write(outgoingIn(join(out, "barred")), bytes)).rejects.toThrow(
        /^A file is in the way of the folder .*barred\. Have it taken away/,
      );
      await each.write(outgoingIn(join(out, "open")), bytes);
    });
    rmSync(out, { recursive: true });
    await expect(each.reach()).rejects.toMatchObject({ code: "missing" });
  });

  it("is reported by a check to be a file, in words that go on", async () => {
    writeFileSync(join(base, "note"), "");
    const list = new CheckList();
    await checkWritable(list, join(base, "note"), "path", "partner's");
    expect(list.checks[0]?.detail).toBe(
      `${join(base, "note")}, or what is above it, is a file and no folder; take it away and make a folder, or set "path" to another folder`,
    );
  });
});
