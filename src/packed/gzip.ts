import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Budget } from "./budget.ts";
import type { Member, PackedBytes } from "./member.ts";
import { PositionedBytes } from "./positioned.ts";
import { damaged, unread } from "./refusal.ts";

/**
 * The one file in a gzip file: several packed one after the other are one file, as `gzip` has it. Named
 * as it was when it was packed, else as the container without `.gz`.
 */
export async function* gzipMember(
  source: PackedBytes,
  name: string,
  budget: Budget,
): AsyncGenerator<Member> {
  budget.spendMembers(1);
  const head = typeof source === "string" ? await firstBytes(source) : source;
  const path = packedName(head) ?? name.replace(/\.(gz|gzip|z)$/i, "");
  yield { path: path === "" ? name : path, modifiedAt: null, pieces: unpacked(source, budget) };
}

/** Bytes in which the name of the packed file must be. */
const headBytes = 1024;

async function firstBytes(path: string): Promise<Uint8Array> {
  const [first = Buffer.alloc(0)] = await Array.fromAsync(
    createReadStream(path, { end: headBytes - 1, highWaterMark: headBytes }),
  );
  return first;
}

const hasExtra = 4;
const hasName = 8;

/** The name in the header (RFC 1952, 2.3), without folders; null when there is none or it is no text. */
function packedName(head: Uint8Array): string | null {
  const flags = head[3] ?? 0;
  if ((flags & hasName) === 0) return null;
  const start = 10 + ((flags & hasExtra) === 0 ? 0 : 2 + (head[10] ?? 0) + 256 * (head[11] ?? 0));
  const end = head.indexOf(0, start);
  if (end < 0 || end > start + 255) return null;
  const text = Buffer.from(head.subarray(start, end)).toString("latin1");
  const name = text.slice(text.search(/[^/\\]*$/));
  return name === "" || /\p{Cc}/u.test(name) ? null : name;
}

/**
 * All members, one after the other, zeros between and behind them being padding. The library ends at a
 * zero without a word, so that what follows is looked at here: another member is read, anything else refused.
 */
async function* unpacked(source: PackedBytes, budget: Budget): AsyncGenerator<Uint8Array> {
  await using container = await PositionedBytes.open(source);
  for (let at = 0; ; ) {
    const read = yield* unpackedFrom(source, at, budget);
    const next = await container.firstFilled(at + read);
    if (next === null) return;
    if (read === 0 || !startsMember(await container.read(next, 3)))
      throw unread(container.sizeBytes - next, next, "they are behind the end of a gzip file");
    at = next;
  }
}

function startsMember([first, second, third]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b && third === 8;
}

/** The members from an offset on, up to a zero between them or the end; gives how many bytes they have packed. */
async function* unpackedFrom(
  source: PackedBytes,
  at: number,
  budget: Budget,
): AsyncGenerator<Uint8Array, number> {
  const input =
    typeof source === "string"
      ? createReadStream(source, { start: at })
      : Readable.from([source.subarray(at)], { objectMode: false });
  const gunzip = createGunzip();
  pipeline(input, gunzip, () => {});
  try {
    for await (const piece of gunzip as AsyncIterable<Buffer>) {
      budget.spendBytes(piece.length);
      yield piece;
    }
    return gunzip.bytesWritten;
  } catch (error) {
    const say = (why: string) =>
      `The gzip file is damaged or cut short (${why}); ask the sender for it again.`;
    throw damaged(error, say);
  } finally {
    input.destroy();
  }
}
