import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { foreignFormat } from "../../src/formats/foreign-formats.ts";
import { readDocument } from "../../src/formats/recognise.ts";

const catalogue = loadCatalogue();

const beginnings: readonly (readonly [name: string, bytes: string])[] = [
  ["an EDIFACT interchange", "UNA:+.? 'UNB+UNOC:3+9900000000001:500'"],
  ["an EDIFACT interchange", "UNB+UNOA:1+X+Y'"],
  ["a TRADACOMS transmission", "STX=ANA:1+5000000000000:X'"],
  ["an X12 interchange", "ISA*00*          *00*          *ZZ*A~"],
  ["an X12 interchange", "\nISA|00|          |00|          |ZZ|A~"],
  ["an X12 functional group", "GS*PO*SUPP*DIST*20260504*0930*1*X*004010~ST*867*0001~"],
  ["an HL7 message or batch", "MSH|^~\\&|LAB|SITE\r"],
  ["an HL7 message or batch", "\x0bMSH|^~\\&|LAB|SITE\r"],
  ["a NEM12 or NEM13 file", "100,NEM12,202606100900,TESTMDP,TESTRET\n"],
  [
    "a SEPA or other ISO 20022 message",
    '<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03">',
  ],
  ["a Green Button", '\xef\xbb\xbf<?xml version="1.0"?><feed xmlns:espi="http://naesb.org/espi">'],
  ["an XML document", '<?xml version="1.0"?><orders/>'],
  ["an XML document", "<orders>\n"],
  ["a web page", "<!DOCTYPE html><html>"],
  ["JSON with a list within a list", '[[{"eventId": "5b0e"}]]'],
  ["JSON with a list within a list", "\xef\xbb\xbf [\n [ [] ] ]"],
  ["JSON with a list of values that are no objects", "[null]"],
  ["JSON with a list of values that are no objects", '[ "9900000001000", -1 ]'],
  ["a PDF document", "%PDF-1.7\n"],
  ["an old Office document", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"],
  ["an xz archive", "\xfd7zXZ\0\0\x04"],
  ["a Zstandard file", "\x28\xb5\x2f\xfd\x24"],
  ["an LZ4 file", "\x02\x21\x4c\x18\x64"],
  ["an LZ4 file", "\x04\x22\x4d\x18\x64"],
  ["a bzip2 file", "BZh91AY&SY\x01"],
  ["a 7-Zip archive", "7z\xbc\xaf\x27\x1c\0\x04"],
  ["a RAR archive", "Rar!\x1a\x07\x01\0"],
  ["packed by compress", "\x1f\x9d\x90"],
  ["clear-signed OpenPGP text", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n"],
  ["a detached OpenPGP signature", "-----BEGIN PGP SIGNATURE-----\n\n"],
  ["a detached OpenPGP signature", "\x88\x75\x04\0\x16\x0a"],
  ["an OpenPGP key", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n"],
  ["an OpenPGP message behind other text", "Dear all, see below\n-----BEGIN PGP MESSAGE-----\n"],
];

test.each(beginnings)("%s is named, with what to do: %j", (name, bytes) => {
  const outcome = readDocument(Buffer.from(bytes, "latin1"), catalogue);
  expect(outcome.problems).toHaveLength(1);
  const [problem] = outcome.problems;
  expect(problem).toMatchObject({ code: "UNKNOWN_FORMAT" });
  expect(problem?.message).toMatch(
    /for which Busbar has no reader: .{10,}; it is kept as it is\.$/,
  );
  expect(problem?.message).toContain(
    `; it is ${name === "packed by compress" ? "a file " : ""}${name}`,
  );
});

const packed = beginnings.filter(([name]) =>
  /PDF|Office|xz|Zstandard|LZ4|bzip2|7-Zip|RAR|compress/.test(name),
);

test.each(packed)("%s is named where a table is in it unencrypted: %j", (name, bytes) => {
  const [table] = catalogue.tables();
  const names = table?.columns.map((column) => column.name).join(table.delimiter);
  const text = `${bytes}\x01,${names}\n1,2,3\n`;
  expect(names?.length).toBeGreaterThan(20);
  const { problems, envelope } = readDocument(Buffer.from(text, "latin1"), catalogue);
  expect(envelope).toBeNull();
  expect(problems.map(({ code }) => code)).toEqual(["UNKNOWN_FORMAT"]);
  expect(problems[0]?.message).toContain(name);
});

test("other files are not taken for one", () => {
  const others = [
    "",
    "UNBELIEVABLE\n",
    "ISABELLA 12345\n",
    "a < b\n",
    "100,NEM\n",
    "ZHV|1|\n",
    "[a]\n",
    "[nullable]",
  ];
  for (const text of others) expect(foreignFormat(Buffer.from(text))).toBe("");
  expect(foreignFormat(gzipSync("a"))).toBe("");
});
