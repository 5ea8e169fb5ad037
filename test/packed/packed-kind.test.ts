import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { headBytes } from "../../src/formats/family.ts";
import { recognise } from "../../src/formats/recognise.ts";
import { packedKind } from "../../src/packed/packed-kind.ts";
import { fc } from "../property.ts";

const root = join(import.meta.dirname, "../..");

test("containers are recognised by their first bytes", () => {
  const kinds = ["PK\x03\x04", "PK\x05\x06", "PK\x07\x08", "\x1f\x8b\x08"].map((head) =>
    packedKind(Buffer.from(head, "latin1")),
  );
  expect(kinds).toEqual(["zip", "zip", "zip", "gzip"]);
  expect(packedKind(Buffer.from("-----BEGIN PGP MESSAGE-----\n\n"))).toBe("pgp");
  expect(packedKind(Buffer.from("-----BEGIN PGP PUBLIC KEY BLOCK-----\n"))).toBeNull();
});

test("no fixture but an array is one, and what is of a known family never is", () => {
  const catalogue = loadCatalogue();
  const files = globSync("fixtures/**/*.*", { cwd: root });
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const kind = file.endsWith("readings-of-two-points.json") ? "json-list" : null;
    expect(packedKind(readFileSync(join(root, file)))).toBe(kind);
  }
  const first = fc.constantFrom(
    "PK\x03\x04",
    "\x1f\x8b\x08",
    "\x85\x01\x0c\x03",
    "-----BEGIN PGP MESSAGE-----",
  );
  fc.assert(
    fc.property(first, fc.string(), (begin, rest) => {
      const head = Buffer.from(begin + rest, "latin1").subarray(0, headBytes);
      expect(recognise(head, catalogue)).toBeNull();
    }),
  );
});

test.each([
  '[{"payload":{"CommonBlock":{}}}]',
  '\ufeff [\n {"CommonBlock" : {}}]',
  '[{ "payload" : { "customblock": {',
  `${" ".repeat(1100)}[{"payload":{"CommonBlock":{}}}]`,
  '[{"receivedAt":"]","payload":{"CommonBlock":{}}}]',
  '[{"payload":{"$schema":{"a":[1,"\\"{"]},"CommonBlock":{}}}]',
  '[{"Payload":{"commonBlock":{}}}]',
  '[{},{"CommonBlock":{}}]',
  '[null,"x",{"payload":null},{"payload":{"CommonBlock":{}}}]',
  '[{"payload":[{"CommonBlock":{}}]}]',
  '[[{"CommonBlock":{}}]]',
])("an array of messages of half-hourly settlement is one: %j", (text) => {
  expect(packedKind(Buffer.from(text))).toBe("json-list");
});

test.each([
  '{"payload":{"CommonBlock":{}}}',
  '[{"payload":{"orderId":1}}]',
  '[{"eventType":"CSS02300"}]',
  '[{"data":{"CommonBlock":{}}}]',
  '[{"payload":"CommonBlock"}]',
  '[{"payload":["CommonBlock"]}]',
  '["CommonBlock",{"payload":1}]',
  "[]",
])("other JSON is none: %j", (text) => {
  expect(packedKind(Buffer.from(text))).toBeNull();
});

test("text of any code page is none", () => {
  const text = fc.string({ unit: "grapheme", minLength: 1 });
  fc.assert(
    fc.property(text, (some) => {
      fc.pre(!some.startsWith("PK") && !some.startsWith("-----BEGIN"));
      expect(packedKind(Buffer.from(some, "utf8"))).toBeNull();
      // As bytes of any other code page, none of which has control characters at its letters' places.
      const letters = Buffer.from(some, "latin1").filter((byte) => byte >= 0x20);
      expect(packedKind(letters)).toBeNull();
    }),
  );
});
