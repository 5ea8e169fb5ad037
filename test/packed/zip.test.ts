import { describe, expect, test } from "vitest";
import { fc } from "../property.ts";
import { type MadeEntry, madeZip } from "./made-zip.ts";
import { opened } from "./opened.ts";

const bytes = Buffer.from("ZHV|1|\nZPT|1|\n");

describe("a zip archive is taken", () => {
  test.each<[string, MadeEntry]>([
    ["deflated", { name: "a.uff", bytes }],
    ["stored", { name: "a.uff", bytes, method: 0 }],
    ["with sizes behind the data", { name: "a.uff", bytes, descriptor: true }],
    ["in zip64 form", { name: "a.uff", bytes, zip64: true }],
    ["with no Unix mode", { name: "a.uff", bytes, mode: 0 }],
    ["packed from a pipe by Info-ZIP", { name: "a.uff", bytes, mode: 0o010600 }],
    ["packed from a socket by Info-ZIP", { name: "a.uff", bytes, mode: 0o140755 }],
  ])("%s", async (_how, entry) => {
    expect(await opened(madeZip([entry]))).toMatchObject({
      files: [["a.uff", bytes.toString()]],
      code: null,
    });
  });

  test("folders in it are passed over, Windows' slashes read as slashes", async () => {
    const zip = madeZip([{ name: "2026/" }, { name: "2026\\03\\a.uff", bytes }]);
    expect((await opened(zip)).files).toEqual([["2026/03/a.uff", bytes.toString()]]);
  });

  test("an empty file in it is a file", async () => {
    expect((await opened(madeZip([{ name: "empty" }]))).files).toEqual([["empty", ""]]);
  });

  test("two files of one name are both taken, with a note", async () => {
    const zip = madeZip([
      { name: "a", bytes },
      { name: "a", bytes: Buffer.from("2") },
    ]);
    const { files, notes } = await opened(zip);
    expect(files).toEqual([
      ["a", bytes.toString()],
      ["a", "2"],
    ]);
    expect(notes).toEqual(["PACKED_REPEATED_NAME a"]);
  });

  test("what systems lay beside files is left out, with a note", async () => {
    const zip = madeZip([
      { name: "a", bytes },
      { name: "__MACOSX/._a" },
      { name: "x/.DS_Store" },
      { name: "~$a" },
    ]);
    const { files, notes } = await opened(zip);
    expect(files.map(([path]) => path)).toEqual(["a"]);
    expect(notes).toEqual([
      "PACKED_SKIPPED __MACOSX/._a",
      "PACKED_SKIPPED x/.DS_Store",
      "PACKED_SKIPPED ~$a",
    ]);
  });

  test("whatever is in it", async () => {
    const entry = fc.record({
      name: fc.stringMatching(/^[a-z]{1,8}\.[a-z]{3}$/),
      bytes: fc.uint8Array({ maxLength: 5_000 }).map((some) => Buffer.from(some)),
      method: fc.constantFrom(0, 8),
      descriptor: fc.boolean(),
      zip64: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 5 }), async (entries) => {
        // One archive is in zip64 form or it is not.
        const [first] = entries;
        const same = entries.map((one) => ({ ...one, zip64: first?.zip64 === true }));
        const { files, code } = await opened(madeZip(same));
        expect(code).toBeNull();
        expect(files).toEqual(same.map(({ name, bytes: sent }) => [name, sent.toString("latin1")]));
      }),
      { numRuns: 50 },
    );
  });
});

describe("a zip archive is refused", () => {
  test.each<[string, string, MadeEntry]>([
    ["PACKED_ENCRYPTED", "with a file under a password", { name: "a", bytes, encrypted: true }],
    ["PACKED_ENCRYPTED", "strongly encrypted", { name: "a", bytes, stronglyEncrypted: true }],
    ["PACKED_METHOD", "compressed by an unknown method", { name: "a", bytes, method: 12 }],
    ["PACKED_NAME", "with a name that climbs out", { name: "../a", bytes }],
    ["PACKED_NAME", "with a name that climbs out the Windows way", { name: "..\\a", bytes }],
    ["PACKED_NAME", "with an absolute name", { name: "/etc/a", bytes }],
    ["PACKED_NAME", "with a drive in a name", { name: "C:\\a", bytes }],
    ["PACKED_NAME", "with no name", { name: "", bytes }],
    ["PACKED_NAME", "with a zero in a name", { name: "a\0.uff", bytes }],
    ["PACKED_LINK", "with a symbolic link", { name: "a", bytes, mode: 0o120777 }],
    ["PACKED_LINK", "with a device", { name: "a", bytes, mode: 0o060600 }],
    ["PACKED_DOCUMENT", "that is a spreadsheet", { name: "[Content_Types].xml", bytes }],
    ["PACKED_CHECKSUM", "with a wrong checksum", { name: "a", bytes, checksum: 1 }],
    ["PACKED_DAMAGED", "with more bytes than it says", { name: "a", bytes, claimedSize: 3 }],
    ["PACKED_DAMAGED", "with fewer bytes than it says", { name: "a", bytes, claimedSize: 99 }],
    ["PACKED_EMPTY", "with folders only", { name: "a/" }],
  ])("%s: %s", async (code, _how, entry) => {
    expect(await opened(madeZip([entry]))).toMatchObject({ code, whole: false });
  });

  test("PACKED_EMPTY: without entries", async () => {
    expect((await opened(madeZip([]))).code).toBe("PACKED_EMPTY");
  });

  test("wherever it is cut short", async () => {
    const zip = madeZip([
      { name: "a", bytes },
      { name: "b", bytes },
    ]);
    for (let length = 4; length < zip.length; length += 1)
      expect((await opened(zip.subarray(0, length))).code).toBe("PACKED_DAMAGED");
  });

  test("or gives what was packed, whichever byte is changed", async () => {
    const zip = madeZip([{ name: "a.uff", bytes }]);
    const right = [["a.uff", bytes.toString("latin1")]];
    for (let at = 4; at < zip.length; at += 1) {
      const changed = Buffer.from(zip);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      const { files, code } = await opened(changed);
      // A change in a name or a time of the directory is a change no checksum covers.
      if (code === null) expect(files.map(([, text]) => text)).toEqual([right[0]?.[1]]);
      else expect(code).toMatch(/^PACKED_/);
    }
  });

  test("as a whole when it holds more files, unpacks to more bytes or more times its size than allowed", async () => {
    const zip = madeZip([
      { name: "a", bytes },
      { name: "b", bytes },
    ]);
    expect(await opened(zip, { limits: { members: 1 } })).toMatchObject({
      code: "PACKED_TOO_MANY",
      files: [],
      whole: true,
    });
    expect(await opened(zip, { limits: { totalBytes: bytes.length + 1 } })).toMatchObject({
      code: "PACKED_TOO_LARGE",
      whole: true,
    });
    const bomb = madeZip([{ name: "zeros", bytes: Buffer.alloc(20 << 20) }]);
    expect(await opened(bomb)).toMatchObject({ code: "PACKED_RATIO", files: [], whole: true });
  });
});
