import type { Catalogue } from "../../catalogue/definition.ts";
import type { Document, Message } from "../../core/file/document.ts";
import { hasError } from "../../core/file/problem.ts";
import { readDocument } from "../recognise.ts";
import { type Leaf, leavesOf } from "./leaves.ts";
import { nothingPersonal, type PersonalFields, personalFields } from "./personal-fields.ts";
import { type BytePlace, lineStarts, placesOf } from "./places.ts";
import { blotted, type PersonalField, tombstone } from "./tombstone.ts";

/** A message about the person, or one that reads otherwise once values were erased. */
export interface ErasedMessage {
  readonly line: number;
  readonly before: { readonly data: string; readonly problems: string | null };
  readonly after: { readonly data: string; readonly problems: string | null };
}

/** A value that says something of a person, and what replaces it. */
export interface ErasedValue {
  readonly name: string;
  readonly from: string;
  readonly field: PersonalField;
}

/** How often the places are gone through. */
const mostTries = 3;

/** A file without what it says of somebody. */
export interface ErasedFile {
  /**
   * `values`: only those were replaced, and everything else reads as before. `whole`: nothing of its bytes is left,
   * since it cannot be said where the values are, or the file could not be read without them. `nothing`: it says
   * nothing of the kind.
   */
  readonly kind: "nothing" | "values" | "whole";
  /** Of the same length. */
  readonly bytes: Buffer;
  readonly messages: readonly ErasedMessage[];
  /** How many of its messages are about the person. */
  readonly concerned: number;
  /** All that they say of the person. */
  readonly values: readonly ErasedValue[];
  /** What else these messages say, in fields that are not marked. */
  readonly unmarked: readonly string[];
}

/** Bytes that are read again to distinguish places: more, and the file is erased whole. */
const mostBytesRead = 256 << 20;

/**
 * Replaces what a file says of persons in some of its messages. It is read before and after: unless every such value
 * is gone and nothing else changed, the file is erased as a whole. `concerns`: whether a message is about the person.
 */
export function eraseFile(
  given: Uint8Array,
  catalogue: Catalogue,
  concerns: (message: Message) => boolean,
): ErasedFile {
  const bytes = Buffer.from(given);
  const rules = { catalogue, concerns };
  const before = reading(bytes, rules);
  const wanted = before.leaves.filter(({ isConcerned, personal }) => isConcerned && personal);
  const values = wanted.map(({ name, value, personal }) => ({
    name,
    from: String(value),
    field: personal ?? { kind: "text" as const, codes: null },
  }));
  const concerned = before.document.items.filter(concerns).length;
  const unmarked = unmarkedOf(before);
  const read = { concerned, values, unmarked };
  if (!before.leaves.some(isOpen))
    return { kind: "nothing", bytes, messages: readMessages(before, before), ...read };
  const places = leastOf(before, placesToErase(before, rules), rules);
  const made = places === null ? null : erasedAt(bytes, places);
  const after = made === null ? null : reading(made, rules);
  if (made === null || after === null || !isErased(before, after))
    return { kind: "whole", bytes: blotted(bytes), messages: [], ...read };
  return { kind: "values", bytes: made, messages: readMessages(before, after), ...read };
}

function unmarkedOf({ leaves }: Reading): string[] {
  const texts = leaves.flatMap(({ isConcerned, personal, repeats, value }) =>
    isConcerned && personal === null && !repeats ? [String(value)] : [],
  );
  return [...new Set(texts)];
}

/** What a file is read with, and whom it is about. */
interface Rules {
  readonly catalogue: Catalogue;
  readonly concerns: (message: Message) => boolean;
}

interface ReadLeaf extends Leaf {
  readonly line: number;
  readonly lastLine: number;
  readonly isConcerned: boolean;
}

type ReadText = ErasedMessage["before"] & { readonly isConcerned: boolean };

interface Reading {
  readonly bytes: Buffer;
  readonly document: Document;
  readonly texts: ReadonlyMap<number, ReadText>;
  readonly leaves: readonly ReadLeaf[];
}

function reading(bytes: Buffer, { catalogue, concerns }: Rules): Reading {
  const document = readDocument(bytes, catalogue);
  const { envelope, items } = document;
  const fields: PersonalFields =
    envelope === null
      ? nothingPersonal
      : personalFields(catalogue, envelope.flow, envelope.version ?? null);
  const texts = new Map<number, ReadText>();
  const leaves: ReadLeaf[] = [];
  for (const message of items) {
    const data = message.json();
    const { line, lastLine, problems } = message;
    const isConcerned = concerns(message);
    texts.set(line, {
      data,
      problems: problems.length === 0 ? null : JSON.stringify(problems),
      isConcerned,
    });
    for (const leaf of leavesOf(JSON.parse(data), fields))
      leaves.push({ ...leaf, path: `${line}${leaf.path}`, line, lastLine, isConcerned });
  }
  return { bytes, document, texts, leaves };
}

/** Whether something is to be erased there that is not yet as it will be. */
function isOpen({ isConcerned, personal, value }: ReadLeaf): boolean {
  if (!isConcerned || personal === null) return false;
  const own = Buffer.from(String(value));
  return !tombstone(own, personal).equals(own);
}

interface Place extends BytePlace {
  readonly field: PersonalField;
}

/** How far values are looked for: in the lines of their message, or in the whole file, whose messages may share them. */
const ways = [
  { isNear: true, isField: true },
  { isNear: false, isField: true },
  { isNear: true, isField: false },
  { isNear: false, isField: false },
] as const;

/** Where the values are: looked for further away as long as some are still there. */
function placesToErase(before: Reading, rules: Rules): Place[] {
  const { bytes } = before;
  const starts = lineStarts(bytes);
  const found = new Map<string, Place>();
  let open = before.leaves.filter(isOpen);
  for (const { isNear, isField } of ways) {
    for (const { value, line, lastLine, personal } of open) {
      if (personal === null) continue;
      const within = {
        from: isNear ? (starts[line - 1] ?? 0) : 0,
        to: isNear ? (starts[lastLine] ?? bytes.length) : bytes.length,
      };
      for (const place of placesOf(bytes, String(value), within, isField))
        found.set(`${place.from} ${place.to}`, { ...place, field: personal });
    }
    const now = byPath(reading(erasedAt(bytes, [...found.values()]), rules));
    open = open.filter((leaf) => {
      const other = now.get(leaf.path);
      return other === undefined || isOpen(other);
    });
    if (open.length === 0) break;
  }
  return [...found.values()];
}

/**
 * The places without those that need not be erased: a text that is in another field too. Null: it is unknown in
 * reasonable time.
 */
function leastOf(before: Reading, places: readonly Place[], rules: Rules): readonly Place[] | null {
  const readWith = (some: readonly Place[]) => reading(erasedAt(before.bytes, some), rules);
  if (isOnlyWanted(before, readWith(places))) return places;
  if (before.bytes.length * places.length > mostBytesRead) return null;
  let least = places;
  // A place that holds the file together hides what can be said of those before it: they are looked at once more.
  for (let tries = 0; tries < mostTries; tries += 1) {
    const many = least.length;
    for (const place of least) {
      const without = least.filter((one) => one !== place);
      if (!isLeft(before, readWith(without))) least = without;
    }
    if (least.length === many || isOnlyWanted(before, readWith(least))) break;
  }
  return least;
}

function erasedAt(bytes: Buffer, places: readonly Place[]): Buffer {
  const made = Buffer.from(bytes);
  for (const { from, to, field } of places)
    tombstone(bytes.subarray(from, to), field).copy(made, from);
  return made;
}

function byPath({ leaves }: Reading): Map<string, ReadLeaf> {
  return new Map(leaves.map((leaf) => [leaf.path, leaf]));
}

/** Whether what is to be erased is still there. */
function isLeft(before: Reading, after: Reading): boolean {
  const now = byPath(after);
  return before.leaves.some((leaf) => {
    const other = now.get(leaf.path);
    return isOpen(leaf) && (other === undefined || isOpen(other));
  });
}

/** Whether nothing else changed than what is to be erased. */
function isOnlyWanted(before: Reading, after: Reading): boolean {
  const now = byPath(after);
  return before.leaves.every(
    (leaf) => isOpen(leaf) || leaf.repeats || now.get(leaf.path)?.value === leaf.value,
  );
}

/** Whether all that is to be erased is, and the file reads as before in everything else. */
function isErased(before: Reading, after: Reading): boolean {
  if (isLeft(before, after)) return false;
  const [was, is] = [before.document, after.document];
  if (JSON.stringify(was.envelope) !== JSON.stringify(is.envelope)) return false;
  if (hasError(was.problems) !== hasError(is.problems) || was.items.length !== is.items.length)
    return false;
  const sameMessages = was.items.every((message, at) => {
    const other = is.items[at];
    return (
      other?.line === message.line &&
      other.lastLine === message.lastLine &&
      other.subject?.key === message.subject?.key &&
      hasError(other.problems) === hasError(message.problems)
    );
  });
  if (!sameMessages || before.leaves.length !== after.leaves.length) return false;
  const now = byPath(after);
  // What messages share is erased in all of them.
  return before.leaves.every(
    (leaf) => leaf.personal !== null || leaf.repeats || now.get(leaf.path)?.value === leaf.value,
  );
}

function readMessages(before: Reading, after: Reading): ErasedMessage[] {
  return [...before.texts].flatMap(([line, { isConcerned, ...was }]) => {
    const is = after.texts.get(line);
    if (is === undefined) return [];
    const isSame = is.data === was.data && is.problems === was.problems;
    if (isSame && !isConcerned) return [];
    return [{ line, before: was, after: { data: is.data, problems: is.problems } }];
  });
}
