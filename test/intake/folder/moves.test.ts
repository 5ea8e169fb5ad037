import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, onTestFinished, test } from "vitest";
import { textName } from "../../../src/channels/folder/disk-name.ts";
import { haveSameBytes } from "../../../src/disk/same-bytes.ts";
import { quarantineCopy } from "../../../src/intake/channel/quarantine.ts";
import { archiveFile, sweepDrafts } from "../../../src/intake/folder/archive.ts";
import { claimFiles, claimIdsIn, claimIn, giveBack } from "../../../src/intake/folder/claim.ts";
import { openInbox } from "../../../src/intake/folder/inbox-look.ts";
import { listed } from "../../channels/folder/listed.ts";
import { temporaryChannel, temporaryFolder } from "../../channels/folder/temporary.ts";

const claim = "0mgx2k7pq4hd1z";
const day = new Date(Number.parseInt(claim.slice(0, 9), 36)).toISOString().slice(0, 10);

describe("listing a folder", () => {
  test("gives regular files with their signature, tells of the rest, and skips what it is asked to", async () => {
    const folder = temporaryFolder();
    writeFileSync(`${folder}/a`, "12345");
    writeFileSync(`${folder}/skipped`, "");
    mkdirSync(`${folder}/below`);
    const { files, others } = await listed(folder, (name) => name.text === "skipped");
    expect(files).toMatchObject([{ name: textName("a"), signature: { sizeBytes: 5 } }]);
    expect(others).toEqual([{ name: textName("below"), kind: "a folder" }]);
  });

  test("takes 100,000 entries, letting other work go on", async () => {
    const folder = temporaryFolder();
    writeFileSync(`${folder}/0`, "");
    // Links are quicker to make than files; a file system limits how many a file may have.
    for (let at = 1; at < 100_000; at += 1) {
      if (at % 10_000 === 0) writeFileSync(`${folder}/${at}`, "");
      else linkSync(`${folder}/${at - (at % 10_000)}`, `${folder}/${at}`);
    }
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const { files } = await listed(folder, () => false);
    clearInterval(timer);
    expect(files).toHaveLength(100_000);
    expect(turns).toBeGreaterThan(10);
  });
});

describe("claiming", () => {
  test("renames files into a folder of their own, and leaves out what vanished", async () => {
    const channel = temporaryChannel();
    writeFileSync(`${channel.path}/a`, "1");
    writeFileSync(`${channel.path}/b`, "2");
    const { files } = await listed(channel.path, () => false);
    rmSync(`${channel.path}/b`);
    const ready = files.map((file) => ({ ...file, seenAt: 1 }));
    const { claim: made, failures } = claimFiles(channel, claim, ready, () => {});
    expect(made.files.map((file) => file.arrival)).toEqual([`${claim}/a`]);
    expect(failures).toEqual([]);
    expect(readdirSync(channel.path)).toEqual([]);
    expect(claimIdsIn(channel)).toEqual([claim]);
    expect(claimIn(channel, claim)?.files).toMatchObject([{ name: textName("a") }]);
  });

  test("is undone only when the name is free", () => {
    const channel = temporaryChannel();
    mkdirSync(`${channel.work}/${claim}`);
    writeFileSync(`${channel.work}/${claim}/a`, "old");
    writeFileSync(`${channel.path}/a`, "new");
    const file = { id: claim, name: textName("a") };
    expect(giveBack(channel, file)).toBe(false);
    rmSync(`${channel.path}/a`);
    expect(giveBack(channel, file)).toBe(true);
    expect(readFileSync(`${channel.path}/a`, "utf8")).toBe("old");
  });
});

describe.each([
  ["on the same mount", null],
  ["on another mount", "/dev/shm"],
])("archiving %s", (_, mount) => {
  const isThere = mount === null || existsSync(mount);

  function places() {
    const work = temporaryFolder();
    if (mount === null) return { work, archive: temporaryFolder() };
    const archive = mkdtempSync(`${mount}/busbar-unit-`);
    onTestFinished(() => rmSync(archive, { recursive: true, force: true }));
    return { work, archive };
  }

  function leaving(work: string, text: string) {
    const path = `${work}/a.uff`;
    writeFileSync(path, text);
    return { name: textName("a.uff"), path, isRefused: false };
  }

  test.runIf(isThere)("moves a file to the day of its claim", async () => {
    const { work, archive } = places();
    await archiveFile(archive, claim, leaving(work, "x"));
    expect(readdirSync(work)).toEqual([]);
    expect(readFileSync(`${archive}/${day}/a.uff`, "utf8")).toBe("x");
  });

  test.runIf(isThere)("never writes over a file, and takes another name instead", async () => {
    const { work, archive } = places();
    for (const text of ["first", "second"]) {
      const id = text === "first" ? "0mgx2k7pq00000" : claim;
      await archiveFile(archive, id, leaving(work, text));
    }
    expect(readdirSync(`${archive}/${day}`)).toEqual(["a.uff", `a.uff.${claim}`]);
    expect(readFileSync(`${archive}/${day}/a.uff`, "utf8")).toBe("first");
  });

  test.runIf(isThere)("leaves the plain name of a refused file to one that is taken", async () => {
    const { work, archive } = places();
    await archiveFile(archive, "0mgx2k7pq00000", { ...leaving(work, "cut"), isRefused: true });
    await archiveFile(archive, claim, leaving(work, "whole"));
    const names = ["a.uff", "a.uff.0mgx2k7pq00000.refused"];
    expect(readdirSync(`${archive}/${day}`)).toEqual(names);
    expect(readFileSync(`${archive}/${day}/a.uff`, "utf8")).toBe("whole");
  });
});

describe("a name that a folder cannot have", () => {
  const mark = /^[0-9a-z]+-[0-9a-f]{16}$/;

  test.each([
    ["is too long", "n".repeat(300)],
    ["leads elsewhere, which the disk says is not there", "no/such/name.uff"],
  ])("%s: the archive has the file under another", async (_, text) => {
    const work = temporaryFolder();
    const archive = temporaryFolder();
    writeFileSync(`${work}/a`, "x");
    const substitute = await archiveFile(archive, claim, {
      name: textName(text),
      path: `${work}/a`,
      isRefused: false,
    });
    const [name, ...others] = readdirSync(`${archive}/${day}`);
    expect(others).toEqual([]);
    if (substitute !== null) expect(substitute).toMatch(mark);
    expect(readFileSync(`${archive}/${day}/${name}`, "utf8")).toBe("x");
    expect(readdirSync(work)).toEqual([]);
  });

  test("all made from it are taken: the third of a claim gets another", async () => {
    const work = temporaryFolder();
    const archive = temporaryFolder();
    mkdirSync(`${archive}/${day}`);
    const names = ["a", "b"].map((end) => textName("n".repeat(253) + end));
    for (const name of names) {
      writeFileSync(`${archive}/${day}/${name.text}`, "earlier");
      writeFileSync(`${work}/file`, name.text);
      await archiveFile(archive, claim, { name, path: `${work}/file`, isRefused: false });
    }
    const contents = readdirSync(`${archive}/${day}`).map((name) =>
      readFileSync(`${archive}/${day}/${name}`, "utf8"),
    );
    expect(contents.filter((text) => text !== "earlier").toSorted()).toEqual(
      names.map(({ text }) => text),
    );
  });

  test("quarantine has copy and reason under others, and the reason says so", async () => {
    const folder = temporaryFolder();
    for (const _ of ["once", "again"])
      await quarantineCopy(
        folder,
        7,
        textName("odd/name"),
        { bytes: Buffer.from("bytes") },
        "why\n",
      );
    const names = readdirSync(folder).toSorted();
    expect(names).toEqual([
      expect.stringMatching(/^7-[0-9a-f]{16}$/),
      expect.stringMatching(/^7-[0-9a-f]{16}\.reason\.txt$/),
    ]);
    expect(readFileSync(`${folder}/${names[1]}`, "utf8")).toBe(
      `why\n\nThis folder cannot have the file under its own name, or has another one there, so its copy is called ${names[0]} here.\n`,
    );
  });
});

test("copies of files that had a number and name before stay beside those of others", async () => {
  const folder = temporaryFolder();
  const all = ["first", "other", "a third", "first", "other", "a third", "fifth", "other"];
  for (const text of all) {
    const bytes = Buffer.from(text);
    await quarantineCopy(folder, 7, textName("a.uff"), { bytes }, `why ${text}\n`);
  }
  const names = readdirSync(folder).toSorted();
  const copies = names.filter((name) => !name.endsWith(".txt"));
  const texts = copies.map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  expect(texts.toSorted()).toEqual(["a third", "fifth", "first", "other"]);
  expect(copies).toContain("7-a.uff");
  for (const [at, name] of copies.entries())
    expect(readFileSync(`${folder}/${name}.reason.txt`, "utf8")).toContain(`why ${texts[at]}\n`);
  expect(names).toHaveLength(8);
});

test.each([0, 1, 262_143, 262_144, 262_145, 600_000])(
  "files of %i bytes are the same only to the last byte",
  async (length) => {
    const folder = temporaryFolder();
    const bytes = Buffer.alloc(length, "busbar");
    writeFileSync(`${folder}/a`, bytes);
    writeFileSync(`${folder}/b`, bytes);
    expect(await haveSameBytes(`${folder}/a`, `${folder}/b`)).toBe(true);
    writeFileSync(`${folder}/b`, Buffer.concat([bytes, Buffer.from("x")]));
    expect(await haveSameBytes(`${folder}/a`, `${folder}/b`)).toBe(false);
    if (length === 0) return;
    bytes.write("#", length - 1);
    writeFileSync(`${folder}/b`, bytes);
    expect(await haveSameBytes(`${folder}/a`, `${folder}/b`)).toBe(false);
  },
);

describe("archiving that was broken off", () => {
  test("between link and unlink is ended, not done twice", async () => {
    const work = temporaryFolder();
    const archive = temporaryFolder();
    writeFileSync(`${work}/a`, "x");
    mkdirSync(`${archive}/${day}`);
    linkSync(`${work}/a`, `${archive}/${day}/a`);
    const leaving = { name: textName("a"), path: `${work}/a`, isRefused: false };
    await archiveFile(archive, claim, leaving);
    expect(readdirSync(work)).toEqual([]);
    expect(readdirSync(`${archive}/${day}`)).toEqual(["a"]);
  });

  test.each([
    ["of another disk", "/dev/shm/busbar-unit-"],
    // What one disk has may be mounted at two places, and no file is renamed from one to the other.
    ["of the same disk", `${tmpdir()}/busbar-unit-`],
  ])(
    "after its draft was named leaves drafts in an archive %s that a sweep removes",
    (_, place) => {
      const channel = temporaryChannel({ archive: mkdtempSync(place) });
      onTestFinished(() => rmSync(channel.archive, { recursive: true, force: true }));
      sweepDrafts(channel, claim);
      mkdirSync(`${channel.archive}/${day}`);
      writeFileSync(`${channel.archive}/${day}/.busbar-${claim}-0123456789abcdef`, "x");
      writeFileSync(`${channel.archive}/${day}/a`, "x");
      sweepDrafts(channel, claim);
      expect(readdirSync(`${channel.archive}/${day}`)).toEqual(["a"]);
    },
  );
});

describe("quarantine", () => {
  test("holds a copy and its reason, also for the longest name, and is not made twice", async () => {
    const folder = temporaryFolder();
    const source = `${temporaryFolder()}/source`;
    writeFileSync(source, "bytes");
    const name = textName("n".repeat(255));
    await quarantineCopy(folder, 7, name, source, "why");
    await quarantineCopy(folder, 7, name, source, "another why");
    const names = readdirSync(folder);
    expect(names.map((entry) => entry.length)).toEqual([255, 255]);
    expect(names.map((entry) => readFileSync(`${folder}/${entry}`, "utf8")).toSorted()).toEqual([
      "bytes",
      "why",
    ]);
  });
});

describe("the owner mark", () => {
  const owner = (storeId: string, storePath: string) => ({ storeId, storePath });

  test("lets its own store in again, also after the store moved, and no other", () => {
    const channel = temporaryChannel();
    openInbox(channel, owner("one", "/nowhere/a.db"));
    openInbox(channel, owner("one", "/nowhere/a.db"));
    openInbox(channel, owner("one", "/nowhere/moved.db"));
    expect(() => openInbox(channel, owner("two", "/nowhere/b.db"))).toThrow(
      `The inbox ${channel.path} belongs to another store, /nowhere/moved.db.`,
    );
  });

  test("does not let a copy of a store share the inbox", () => {
    const channel = temporaryChannel();
    const original = `${channel.work}/a.db`;
    writeFileSync(original, "");
    openInbox(channel, owner("one", original));
    expect(() => openInbox(channel, owner("one", `${channel.work}/copy.db`))).toThrow(
      "belongs to another store",
    );
  });
});
