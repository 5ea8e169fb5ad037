import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import { readMessage } from "openpgp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PgpIn } from "../../src/config/pgp.ts";
import { pgpDamaged } from "../../src/packed/pgp/pgp-damage.ts";
import { fc } from "../property.ts";
import { GnuPg } from "./gnupg.ts";
import { madeZip } from "./made-zip.ts";
import { type OpenedContainer, opened } from "./opened.ts";

const text = "ZHV|1|\nZPT|1|\n";
const bytes = Buffer.from(text);
const extra = fc.uint8Array({ minLength: 1, maxLength: 40 }).map((some) => Buffer.from(some));
/** Bytes that look like more of something, which random ones seldom do. */
const likely = fc.constantFrom(
  gzipSync("more"),
  Buffer.concat([Buffer.alloc(512), gzipSync("more")]),
  Buffer.from("\0tail"),
  madeZip([{ name: "b", bytes }]),
  Buffer.from("PK\x03\x04"),
);
const anything = fc.oneof(extra, likely);
/** What may stand behind the armour without a word. */
const blank = Buffer.from(" \t\v\f\r\n\0\u001a\u00a0", "latin1");
const isZeros = (some: Buffer) => some.every((byte) => byte === 0);

/** What was read is all there is, padding aside, or somebody was told. */
function expectTold(found: OpenedContainer, whole: readonly string[], added: Buffer): void {
  if (found.code !== null || found.notes.length > 0) return;
  const read = found.files.map(([, some]) => some);
  if (isZeros(added)) expect(read).toEqual(whole);
  else expect(read.join("").length).toBeGreaterThan(whole.join("").length);
}

describe("gzip", () => {
  test("whatever follows a member is read or reported", async () => {
    const packed = gzipSync(text);
    await fc.assert(
      fc.asyncProperty(anything, async (added) => {
        expectTold(await opened(Buffer.concat([packed, added])), [text], added);
      }),
      { numRuns: 100 },
    );
  });

  test("a member behind zeros is read; other bytes behind them are refused with their place", async () => {
    const [one, two] = [gzipSync("one\n"), gzipSync("two\n")];
    const apart = Buffer.concat([one, Buffer.alloc(512), two, Buffer.alloc(70_000), one]);
    expect((await opened(apart)).files).toEqual([["packed", "one\ntwo\none\n"]]);
    const tail = await opened(Buffer.concat([one, Buffer.from("\0tail\n")]));
    expect(tail.code).toBe("PACKED_UNREAD");
    expect(tail.message).toContain(`5 bytes from offset ${one.length + 1} on would not be read`);
  });
});

describe("zip", () => {
  const first = { name: "a", bytes };
  const zip = madeZip([first, { name: "b", bytes, descriptor: true }, { name: "c", bytes }]);
  const whole = [text, text, text];

  test("whatever is put in anywhere, or behind it, is read or reported", async () => {
    const at = fc.integer({ min: 4, max: zip.length });
    await fc.assert(
      fc.asyncProperty(at, anything, async (place, added) => {
        const made = Buffer.concat([zip.subarray(0, place), added, zip.subarray(place)]);
        expectTold(await opened(made), whole, added);
      }),
      { numRuns: 300 },
    );
  });

  test("two archives, of one size or of two, are refused with the place of what is not read", async () => {
    for (const other of [
      madeZip([{ ...first, name: "z" }]),
      madeZip([first, { ...first, name: "b" }]),
    ]) {
      const { code, message } = await opened(Buffer.concat([madeZip([first]), other]));
      expect(code).toBe("PACKED_UNREAD");
      expect(message).toMatch(/^\d+ bytes from offset \d+ on would not be read/);
    }
  });

  test("a file that the directory does not name is reported", async () => {
    const two = madeZip([first, { ...first, name: "b" }]);
    const directory = two.indexOf("PK\x01\x02");
    const hidden = Buffer.concat([two.subarray(0, directory), madeZip([first]).subarray(-69 - 2)]);
    expect((await opened(hidden)).code).toMatch(/^PACKED_(UNREAD|DAMAGED)$/);
  });

  test("bytes behind the end of packed data are reported", async () => {
    const data = Buffer.concat([deflateRawSync(bytes), Buffer.from("hidden")]);
    const made = madeZip([{ name: "a", bytes, packed: data }]);
    expect(await opened(made)).toMatchObject({ code: "PACKED_UNREAD" });
  });

  test("zeros behind it are padding, in memory or on the disk", async () => {
    const padded = Buffer.concat([zip, Buffer.alloc(9_625)]);
    expect((await opened(padded)).files.map(([, some]) => some)).toEqual(whole);
    const folder = mkdtempSync(join(tmpdir(), "bbz-"));
    writeFileSync(join(folder, "z"), padded);
    const fromDisk = await opened(padded, { path: join(folder, "z") });
    expect(fromDisk.files.map(([, some]) => some)).toEqual(whole);
    rmSync(folder, { recursive: true });
  });
});

describe("OpenPGP", () => {
  let us: GnuPg;
  let pgp: PgpIn;
  const made = new Map<string, Buffer>();

  beforeAll(() => {
    us = new GnuPg();
    us.makeKey("us", "curve25519");
    pgp = {
      keys: [{ key: { file: us.exportSecret("us") }, passphrase: null }],
      signers: [{ file: us.exportPublic("us") }],
    };
    const sealed = ["--sign", "--encrypt", "--recipient", "us"];
    made.set("text", us.run(["--armor", ...sealed], bytes).stdout);
    made.set("bytes", us.run(sealed, bytes).stdout);
    made.set("signed", us.run(["--sign"], bytes).stdout);
    made.set("signed, not packed", us.run(["--sign", "-z0"], bytes).stdout);
    made.set("unsigned", us.run(["--armor", "--encrypt", "--recipient", "us"], bytes).stdout);
  });
  afterAll(() => us[Symbol.dispose]());
  const of = (form: string) => made.get(form) ?? Buffer.alloc(0);

  test.each(["text", "bytes", "signed", "signed, not packed"])(
    "%s: it is read, and whatever follows it is reported",
    async (form) => {
      const message = of(form);
      expect(await opened(message, { pgp })).toMatchObject({ code: null, notes: [] });
      const marker = Buffer.from([0xca, 3, ...Buffer.from("PGP")]);
      const endlessMarker = Buffer.from([0xab, 0]);
      const padding = Buffer.from([0xd5, 2, 1, 2]);
      const others = [message, of("unsigned"), Buffer.from([0x88]), Buffer.from("x")];
      for (const more of [...others, marker, endlessMarker, padding]) {
        const found = await opened(Buffer.concat([message, more]), { pgp });
        expect([found.code, ...found.notes].join(), `${more.length} more`).toMatch(/^P|PGP_TEXT/);
      }
      const added = fc.uint8Array({ minLength: 1, maxLength: 30 }).map((some) => Buffer.from(some));
      await fc.assert(
        fc.asyncProperty(added, async (more) => {
          const found = await opened(Buffer.concat([message, more]), { pgp });
          const isBlank = form === "text" && more.every((byte) => blank.includes(byte));
          if (!isBlank) expect(found.code !== null || found.notes.length > 0).toBe(true);
        }),
        { numRuns: 15 },
      );
    },
  );

  test("one that is signed and not encrypted is refused wherever it is changed", async () => {
    const message = of("signed");
    for (let at = 2; at < message.length; at += 3) {
      const changed = Buffer.from(message);
      changed[at] = (changed[at] ?? 0) ^ 4;
      const { code, files } = await opened(changed, { pgp }).catch((error: unknown) => {
        throw new Error(`changed at ${at}`, { cause: error });
      });
      // The name and time in it are not signed.
      if (code === null) expect(files[0]?.[1]).toBe(text);
    }
  });

  test("what its reader throws of a length in a form that is not the packet's is damage, our own mistakes are not", async () => {
    // A signature that says to come in parts.
    const binaryMessage = Uint8Array.from([0xc2, 0xe1, 4, 0, 0]);
    const thrown = await readMessage({ binaryMessage }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(TypeError);
    expect(pgpDamaged(thrown).problem).toMatchObject({ code: "PGP_DAMAGED" });
    expect(() => pgpDamaged(new TypeError("ours"))).toThrow("ours");
  });

  test("a second armoured message is refused with its place, signed or not", async () => {
    const message = of("text");
    for (const more of [message, of("unsigned")]) {
      const found = await opened(Buffer.concat([message, more]), { pgp });
      expect(found.code).toBe("PACKED_UNREAD");
      expect(found.message).toContain(`${more.length} bytes from offset ${message.length} on`);
    }
  });

  test("what is put into the armour is reported, or changes nothing", async () => {
    const message = of("text");
    const at = fc.integer({ min: message.indexOf("\n\n") + 2, max: message.length });
    await fc.assert(
      fc.asyncProperty(at, fc.string({ minLength: 1, maxLength: 8 }), async (place, more) => {
        const parts = [message.subarray(0, place), Buffer.from(more), message.subarray(place)];
        const { code, files, notes } = await opened(Buffer.concat(parts), { pgp });
        if (code !== null || notes.length > 0) return;
        expect(files[0]?.[1]).toBe(text);
        expect(/^\s*$/.test(more) || isInChecksum(message, place), more).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("text around the armour is noted; blanks and a byte order mark are not", async () => {
    const message = of("text");
    const around = (before: string, after: string) =>
      Buffer.concat([Buffer.from(before), message, Buffer.from(after)]);
    for (const made of [around("\ufeff", "\r\n\x1a"), around("\n \r\n", "\n\n")])
      expect(await opened(made, { pgp })).toMatchObject({ code: null, notes: [] });
    for (const made of [around("Todays file:\n", ""), around("", "\nsent by\nour gateway\n")])
      expect(await opened(made, { pgp })).toMatchObject({
        code: null,
        notes: [expect.stringMatching(/^PGP_TEXT_OUTSIDE (Todays file:|sent by)$/)],
      });
  });

  test("marker packets of either form before it do not count", async () => {
    for (const marker of ["\xca\x03PGP", "\xa8\x03PGP", "\xca\x03PGP\xa8\x03PGP"]) {
      const marked = Buffer.concat([Buffer.from(marker, "latin1"), of("bytes")]);
      expect(await opened(marked, { pgp })).toMatchObject({
        files: [["packed", text]],
        code: null,
      });
    }
  });
});

/** A checksum line is not compared, as RFC 9580 6.1 asks. */
function isInChecksum(message: Buffer, place: number): boolean {
  return place >= message.lastIndexOf("\n=");
}
