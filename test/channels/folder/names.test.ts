import { describe, expect, test } from "vitest";
import {
  diskName,
  dressedName,
  firstMatch,
  markerNames,
  nameKey,
  textName,
} from "../../../src/channels/folder/disk-name.ts";
import { claimIds, claimTime } from "../../../src/intake/folder/claim.ts";
import { fc } from "../../property.ts";

describe("a name on disk", () => {
  test("that is text is that text", () => {
    expect(diskName(Buffer.from("D0010 é.uff"))).toEqual({ text: "D0010 é.uff", raw: null });
  });

  test("that is no text shows its bytes and keeps them", () => {
    const bytes = Buffer.from([0x63, 0xe9, 0x5c]);
    expect(diskName(bytes)).toEqual({ text: "c\\xe9\\x5c", raw: bytes });
  });

  test("has a key of its own, whatever its bytes", () => {
    const name = fc.uint8Array({ minLength: 1, maxLength: 6 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(nameKey(diskName(a)) === nameKey(diskName(b))).toBe(a.equals(b));
      }),
    );
  });

  test("is cut to 255 bytes with what is put around it, never inside a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const dressed = dressedName("12-", textName(text.toWellFormed()), ".reason.txt");
        expect(Buffer.byteLength(dressed.text)).toBeLessThanOrEqual(255);
        expect(dressed.raw).toBeNull();
        expect(dressed.text).toMatch(/^12-[\s\S]*\.reason\.txt$/);
      }),
    );
  });
});

describe("a name pattern", () => {
  test.for([
    ["*.tmp", "a.tmp", true],
    ["*.tmp", "a.tmp.uff", false],
    [".*", ".hidden", true],
    [".*", "a.b", false],
    ["~*", "~lock", true],
    ["D00?0", "D0010", true],
    ["D00?0", "D00100", false],
    ["x[0-9]", "x5", true],
    ["x[!0-9]", "x5", false],
    ["a+b(c)", "a+b(c)", true],
    ["*", "two\nlines", true],
  ] as const)("%s and %s: %s", ([pattern, name, matches]) => {
    expect(firstMatch([pattern])(name)).toBe(matches ? pattern : null);
  });
});

describe("marker names", () => {
  const names = markerNames("ok-{name}.done");

  test("are made from the file's and lead back to it", () => {
    const marker = names.of(textName("a.uff"));
    expect(marker.text).toBe("ok-a.uff.done");
    expect(names.fileOf(marker)).toEqual(textName("a.uff"));
    expect(names.fileOf(textName("ok-.done"))).toBeNull();
    expect(names.fileOf(textName("a.uff"))).toBeNull();
  });

  test("keep bytes that are no text", () => {
    const file = diskName(Buffer.from([0x61, 0xff]));
    expect(names.fileOf(names.of(file))).toEqual(file);
  });
});

describe("claim ids", () => {
  test("grow, even when the clock does not move or goes back", () => {
    const times = [5_000, 5_000, 4_000, 9_000];
    const next = claimIds(() => times.shift() ?? 0);
    const ids = [next(), next(), next(), next()];
    expect(ids).toEqual(ids.toSorted());
    expect(ids.map(claimTime)).toEqual([5_000, 5_001, 5_002, 9_000]);
  });

  test("are distinguished from other names", () => {
    expect(claimTime("lost+found")).toBeNull();
    expect(claimTime("0mgx2k7pq4hd1z.markers")).toBeNull();
  });
});
