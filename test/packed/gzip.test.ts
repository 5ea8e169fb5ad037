import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { fc } from "../property.ts";
import { opened } from "./opened.ts";

const text = "ZHV|1|\nZPT|1|\n";

/** The header with the name the file had when it was packed. */
function named(name: string, packed: Buffer): Buffer {
  const header = Buffer.from(packed.subarray(0, 10));
  header[3] = 8;
  return Buffer.concat([header, Buffer.from(`${name}\0`, "latin1"), packed.subarray(10)]);
}

describe("a gzip file is taken", () => {
  test("under its own name without .gz, or under the name it had", async () => {
    const packed = gzipSync(text);
    expect((await opened(packed, { name: "a.uff.gz" })).files).toEqual([["a.uff", text]]);
    expect((await opened(packed, { name: ".gz" })).files).toEqual([[".gz", text]]);
    expect((await opened(named("b.uff", packed), { name: "a.gz" })).files).toEqual([
      ["b.uff", text],
    ]);
    expect((await opened(named("../../b.uff", packed))).files).toEqual([["b.uff", text]]);
  });

  test("as one file when several are packed one after the other", async () => {
    const packed = Buffer.concat([gzipSync("one\n"), gzipSync("two\n"), Buffer.alloc(512)]);
    expect((await opened(packed, { name: "a" })).files).toEqual([["a", "one\ntwo\n"]]);
  });

  test("whatever is in it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 70_000 }), async (bytes) => {
        const { files } = await opened(gzipSync(bytes));
        expect(files[0]?.[1]).toBe(Buffer.from(bytes).toString("latin1"));
      }),
      { numRuns: 30 },
    );
  });
});

describe("a gzip file is refused", () => {
  const packed = gzipSync(text.repeat(50));

  test("wherever it is cut short", async () => {
    for (let length = 4; length < packed.length; length += 1)
      expect((await opened(packed.subarray(0, length))).code).toBe("PACKED_DAMAGED");
  });

  test("with a wrong checksum, and with something behind it", async () => {
    const wrong = Buffer.from(packed);
    wrong[packed.length - 6] = (wrong[packed.length - 6] ?? 0) ^ 1;
    expect((await opened(wrong)).code).toBe("PACKED_DAMAGED");
    expect((await opened(Buffer.concat([packed, Buffer.from("more")]))).code).toBe(
      "PACKED_DAMAGED",
    );
  });

  test("as a whole when it unpacks to too much", async () => {
    const bomb = gzipSync(Buffer.alloc(30 << 20));
    expect(await opened(bomb)).toMatchObject({ code: "PACKED_RATIO", whole: true });
    expect(await opened(bomb, { limits: { ratio: 5_000, totalBytes: 1 << 20 } })).toMatchObject({
      code: "PACKED_TOO_LARGE",
    });
  });
});
