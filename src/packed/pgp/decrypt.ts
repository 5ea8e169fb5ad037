import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import {
  decrypt,
  type Message,
  type PrivateKey,
  readMessage,
  verify,
  type WebStream,
} from "openpgp";
import { type PgpIn, requiresEncryption } from "../../config/pgp.ts";
import type { Budget } from "../budget.ts";
import type { Member, OnNote, PackedBytes } from "../member.ts";
import { PositionedBytes } from "../positioned.ts";
import { PackedRefusal } from "../refusal.ts";
import { armouredBytes } from "./armour.ts";
import { privateKeys, publicKeys } from "./key-ring.ts";
import { type WalkedMessage, walkPackets } from "./packet-walk.ts";
import { pgpDamaged } from "./pgp-damage.ts";
import { expectSignature, type FoundSignature } from "./signature.ts";

type EncryptedMessage = Message<WebStream<Uint8Array>>;

/**
 * The file in an OpenPGP message, decrypted, its signature verified where one is required. The bytes
 * come as they are decrypted: nothing may be made of them before the last, when it is known that nobody
 * changed them. Throws `PackedRefusal`.
 */
export async function* pgpMember(
  source: PackedBytes,
  name: string,
  settings: PgpIn | null,
  budget: Budget,
  note: OnNote,
): AsyncGenerator<Member> {
  if (settings === null) {
    const say =
      "It is an OpenPGP message, and busbar.yaml has no `pgp` for its channel; add the key that opens it, then read the file again.";
    throw new PackedRefusal("PGP_NO_KEY", null, say);
  }
  budget.spendMembers(1);
  const keys = await privateKeys(settings.keys);
  const signers = await publicKeys(settings.signers);
  const text = await isText(source);
  const walked = await walkPackets(packets(source, text, (some) => note("PGP_TEXT_OUTSIDE", some)));
  if (!walked.isEncrypted && requiresEncryption(settings)) throw notEncrypted();
  const message = await parse(
    packets(source, text, () => {}),
    walked,
  );
  const opened = await open(message, keys, signers);
  for (const { verified } of opened.signatures) verified.catch(() => {});
  const path = baseName(opened.filename) ?? name.replace(/\.(pgp|gpg|asc)$/i, "");
  const pieces = piecesOf(opened, signers, budget);
  yield { path: path === "" ? name : path, modifiedAt: null, pieces };
}

/** The packets of a message as bytes, whatever form it came in. */
function packets(
  source: PackedBytes,
  isText: boolean,
  onText: (text: string) => void,
): AsyncIterable<Uint8Array> {
  const pieces = typeof source === "string" ? createReadStream(source) : Readable.from([source]);
  return isText ? armouredBytes(pieces, onText) : pieces;
}

/** Whether a message came as text. Its packets never begin like text or a byte order mark. */
async function isText(source: PackedBytes): Promise<boolean> {
  await using container = await PositionedBytes.open(source);
  const [first = 0, second] = await container.read(0, 2);
  return first < 0x80 || (first === 0xef && second === 0xbb);
}

async function parse(
  whole: AsyncIterable<Uint8Array>,
  { startsAt }: WalkedMessage,
): Promise<EncryptedMessage> {
  try {
    const input = Readable.from(behind(whole, startsAt), { objectMode: false });
    const binaryMessage = Readable.toWeb(input) as ReadableStream<Uint8Array<ArrayBuffer>>;
    return await readMessage({ binaryMessage });
  } catch (error) {
    throw pgpDamaged(error);
  }
}

/** What pieces hold from an offset on. */
async function* behind(
  pieces: AsyncIterable<Uint8Array>,
  offset: number,
): AsyncGenerator<Uint8Array> {
  let left = offset;
  for await (const piece of pieces) {
    const rest = piece.subarray(left);
    left -= piece.length - rest.length;
    if (rest.length > 0) yield rest;
  }
}

interface Opened {
  readonly data: WebStream<Uint8Array>;
  readonly signatures: readonly FoundSignature[];
  /** Null or empty when the sender's program gives none. */
  readonly filename: string | null;
}

/** The stream is safe to read before its end: who reads it records nothing until then. */
const config = { allowUnauthenticatedStream: true };

async function open(
  message: EncryptedMessage,
  keys: PrivateKey[],
  signers: Awaited<ReturnType<typeof publicKeys>>,
): Promise<Opened> {
  const asked = message.getEncryptionKeyIDs();
  try {
    if (asked.length > 0 || isEncrypted(message)) {
      const options = { message, decryptionKeys: keys, verificationKeys: signers, config };
      return await decrypt({ ...options, format: "binary" });
    }
    const options = { message, verificationKeys: signers, format: "binary", config } as const;
    return { ...(await verify(options)), filename: message.getFilename() };
  } catch (error) {
    const isOurs = keys.some((key) => asked.some((id) => key.getKeys(id).length > 0));
    if (isEncrypted(message) && !isOurs)
      throw noKey(
        asked.map((id) => id.toHex()),
        keys,
      );
    throw pgpDamaged(error);
  }
}

/** Tags of packets with encrypted data (RFC 9580, 5). */
const encryptedTags: ReadonlySet<number> = new Set([1, 3, 9, 18, 20]);

function isEncrypted(message: EncryptedMessage): boolean {
  return message.packets.some((packet) => {
    const { tag } = packet.constructor as { readonly tag?: number };
    return tag !== undefined && encryptedTags.has(tag);
  });
}

function notEncrypted(): PackedRefusal {
  const say =
    "The OpenPGP message is signed and not encrypted, and `pgp: require` in busbar.yaml says that files must be encrypted; ask the sender to encrypt it to our key.";
  return new PackedRefusal("PGP_REQUIRED", null, say);
}

function noKey(asked: readonly string[], keys: readonly PrivateKey[]): PackedRefusal {
  const ours = keys.flatMap((key) => key.getKeys().map((one) => one.getKeyID().toHex()));
  const ids = asked.map((id) => id.toUpperCase()).join(", ");
  const listed = ours.map((id) => id.toUpperCase()).join(", ");
  const say =
    asked.length === 0
      ? "The message is encrypted by a password alone; ask the sender to encrypt it to our key."
      : `The message is encrypted to ${ids}; our keys are ${listed}. Ask the sender to use our present key, or add the key it asks for, then read the file again.`;
  return new PackedRefusal("PGP_NO_KEY", ids, say);
}

async function* piecesOf(
  { data, signatures }: Opened,
  signers: Awaited<ReturnType<typeof publicKeys>>,
  budget: Budget,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of data as unknown as AsyncIterable<Uint8Array>) {
      budget.spendBytes(piece.length);
      yield piece;
    }
  } catch (error) {
    throw pgpDamaged(error);
  }
  await expectSignature(signatures, signers);
}

function baseName(name: string | null): string | null {
  if (name === null) return null;
  const base = name.slice(name.search(/[^/\\]*$/));
  return base === "" || base === "_CONSOLE" || /\p{Cc}/u.test(base) ? null : base;
}
