/** A format of others that is recognised by its first bytes, for the words alone: there is no reader for it. */
interface ForeignFormat {
  /** What the file is, with its article. */
  readonly name: string;
  /** What its text begins with, one character a byte, blanks and a byte order mark left out. */
  readonly begins: RegExp | readonly string[] | ((text: string) => boolean);
  /** What to ask for or to do instead. */
  readonly instead: string;
  /** It holds other data, some of which may be in it in the clear: what is found there says nothing of the file. */
  readonly holdsOther?: true;
}

const translate = "ask the sender for a flow that Busbar has, or have it translated on the way";
const other = "it was probably meant for another system";
const unpacked = "ask the sender for a zip archive or a gzip file";
const asCsv = "ask the sender for the data as CSV";
const message = "ask the sender for an OpenPGP message";
const asEvents =
  "ask the sender for one event, which is an object, for a list of events, or for one on each line";

/** Most telling first: what XML holds is looked at before XML as such. */
const formats: readonly ForeignFormat[] = [
  { name: "an EDIFACT interchange", begins: /^(?:UNA.{6}\s*)?UNB[+.:]/s, instead: translate },
  { name: "a TRADACOMS transmission", begins: /^STX=(?:ANA|ANAA)[:+]/, instead: translate },
  { name: "an X12 interchange", begins: /^ISA[^\w\s]..[^\w\s]/, instead: translate },
  {
    name: "an X12 functional group without its interchange",
    begins: /^GS([^\w\s])[A-Z]{2}\1[^\r\n]{2,40}\1\d{6,8}\1/,
    instead: translate,
  },
  { name: "an HL7 message or batch", begins: ["MSH|", "FHS|", "BHS|", "\x0bMSH|"], instead: other },
  { name: "a NEM12 or NEM13 file", begins: /^100,NEM1[23],/, instead: translate },
  {
    name: "a SEPA or other ISO 20022 message (XML)",
    begins: /^<.*?urn:iso:std:iso:20022:/s,
    instead: other,
  },
  {
    name: "a Green Button (ESPI) feed (XML)",
    begins: /^<.*?http:\/\/naesb\.org\/espi/s,
    instead: translate,
  },
  {
    name: "a web page",
    begins: /^<(?:!doctype html|html)/i,
    instead: "such as an error page that was saved in place of a file; ask the sender for the file",
  },
  { name: "an XML document", begins: /^<(?:\?xml|!--|[a-z_][\w.:-]*[\s/>])/i, instead: translate },
  { name: "JSON with a list within a list", begins: /^\[\s*\[/, instead: asEvents },
  {
    name: "JSON with a list of values that are no objects",
    begins: /^\[\s*(?:"|-?\d|(?:null|true|false)\b)/,
    instead: asEvents,
  },
  { name: "a PDF document", begins: /^%PDF-/, instead: asCsv, holdsOther: true },
  {
    name: "an old Office document, such as an Excel workbook (.xls)",
    begins: ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
    instead: asCsv,
    holdsOther: true,
  },
  { name: "an xz archive", begins: ["\xfd7zXZ\0"], instead: unpacked, holdsOther: true },
  { name: "a Zstandard file", begins: ["\x28\xb5\x2f\xfd"], instead: unpacked, holdsOther: true },
  {
    name: "an LZ4 file",
    begins: ["\x04\x22\x4d\x18", "\x02\x21\x4c\x18"],
    instead: unpacked,
    holdsOther: true,
  },
  { name: "a bzip2 file", begins: /^BZh[1-9]1AY&SY/, instead: unpacked, holdsOther: true },
  { name: "a 7-Zip archive", begins: ["7z\xbc\xaf\x27\x1c"], instead: unpacked, holdsOther: true },
  { name: "a RAR archive", begins: ["Rar!\x1a\x07"], instead: unpacked, holdsOther: true },
  {
    name: "a file packed by compress (.Z)",
    begins: ["\x1f\x9d"],
    instead: unpacked,
    holdsOther: true,
  },
  {
    name: "clear-signed OpenPGP text",
    begins: /^-----BEGIN PGP SIGNED MESSAGE-----/,
    instead: `${message} (\`gpg --sign --encrypt\`, not \`--clearsign\`)`,
  },
  {
    name: "a detached OpenPGP signature, without the file that it is of",
    begins: isSignature,
    instead: `${message} with the file in it (\`gpg --sign\`, not \`--detach-sign\`)`,
  },
  {
    name: "an OpenPGP key",
    begins: /^-----BEGIN PGP (?:PUBLIC|PRIVATE) KEY BLOCK-----/,
    instead: "keys go into files that `pgp:` in busbar.yaml names, not into an inbox",
  },
  {
    name: "an OpenPGP message behind other text",
    begins: /\n-----BEGIN PGP MESSAGE-----\s/,
    instead: "ask the sender for the message alone",
  },
];

/** What a file of others that begins with these bytes is, and what to do, as the end of a sentence; empty when it is unknown. */
export function foreignFormat(head: Buffer): string {
  const text = beginningOf(head);
  const found = formats.find(({ begins }) => isBegun(text, begins));
  return found === undefined
    ? ""
    : `; it is ${found.name}, for which Busbar has no reader: ${found.instead}`;
}

/** Whether a file is a packed one, or a document, that no family reads, whatever is in it in the clear. */
export function holdsOtherData(head: Uint8Array): boolean {
  const text = beginningOf(
    Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, longestSign)),
  );
  return formats.some(({ begins, holdsOther }) => holdsOther === true && isBegun(text, begins));
}

/** Bytes that are enough to tell what holds other data. */
const longestSign = 16;

function beginningOf(head: Buffer): string {
  return head
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
}

function isBegun(text: string, begins: ForeignFormat["begins"]): boolean {
  if (begins instanceof RegExp) return begins.test(text);
  if (typeof begins === "function") return begins(text);
  return begins.some((some) => text.startsWith(some));
}

/** As text, or as a packet of version 4 over binary or text (RFC 9580, 5.2.3). */
function isSignature(text: string): boolean {
  if (text.startsWith("-----BEGIN PGP SIGNATURE-----")) return true;
  const lengthBytes = { "\x88": 1, "\x89": 2, "\xc2": 1 }[text.charAt(0)];
  return (
    lengthBytes !== undefined &&
    ["\u0004\0", "\u0004\u0001"].includes(text.slice(1 + lengthBytes, 3 + lengthBytes))
  );
}
