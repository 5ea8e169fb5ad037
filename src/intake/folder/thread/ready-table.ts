import type { DiskName } from "../../../channels/folder/disk-name.ts";
import type { ReadyFile } from "../claim.ts";
import type { Signature } from "../listing.ts";

/** Names on disk, in a form that is cheap to hand from thread to thread. */
export interface NameTable {
  readonly texts: readonly string[];
  /** The bytes of names that are not UTF-8, by their place; most tables have none. */
  readonly raw: ReadonlyMap<number, Uint8Array>;
}

/** Files that are ready to be claimed, as columns: an object for each would cost as much as reading it. */
export interface ReadyTable {
  readonly names: NameTable;
  /** For each file: when it was first seen, then its signature. */
  readonly numbers: Float64Array;
}

/** Numbers of a file in a `ReadyTable`. */
const numbersEach = 5;

/** Files as columns. */
export function readyTable(files: readonly ReadyFile[]): ReadyTable {
  const numbers = new Float64Array(files.length * numbersEach);
  for (const [at, { seenAt, signature }] of files.entries()) {
    const { sizeBytes, modifiedAt, changedAt, inode } = signature;
    numbers.set([seenAt, sizeBytes, modifiedAt, changedAt, inode], at * numbersEach);
  }
  return { names: nameTable(files.map(({ name }) => name)), numbers };
}

/** Files out of columns. */
export function readyFiles({ names, numbers }: ReadyTable): ReadyFile[] {
  return diskNames(names).map((name, at) => {
    const [seenAt = 0, ...signature] = numbers.subarray(at * numbersEach, (at + 1) * numbersEach);
    return { name, seenAt, signature: signatureFrom(signature) };
  });
}

/** Names as columns. */
export function nameTable(names: readonly DiskName[]): NameTable {
  const raw = new Map<number, Uint8Array>();
  for (const [at, name] of names.entries()) if (name.raw !== null) raw.set(at, name.raw);
  return { texts: names.map(({ text }) => text), raw };
}

/** Names out of columns. */
export function diskNames({ texts, raw }: NameTable): DiskName[] {
  return texts.map((text, at) => {
    const bytes = raw.get(at);
    return { text, raw: bytes === undefined ? null : Buffer.from(bytes) };
  });
}

/** A signature as numbers. */
export function signatureNumbers(signature: Signature): number[] {
  const { sizeBytes, modifiedAt, changedAt, inode } = signature;
  return [sizeBytes, modifiedAt, changedAt, inode];
}

/** A signature out of its numbers. */
export function signatureFrom(numbers: readonly number[]): Signature {
  const [sizeBytes = 0, modifiedAt = 0, changedAt = 0, inode = 0] = numbers;
  return { sizeBytes, modifiedAt, changedAt, inode };
}
