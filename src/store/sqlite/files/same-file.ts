import {
  type IdentityVerdict,
  isSentAgain,
  judgeArrival,
  type RepeatRule,
} from "../../../core/file/identity.ts";
import type { Judgeable, Likeness } from "../../rules/files/likeness.ts";
import type { Connection } from "../database/connection.ts";

/** Finds the first active file with the same bytes. */
export const selectSameBytes =
  "SELECT id FROM files WHERE content = ? AND state = 'recorded' ORDER BY modified_at LIMIT 1";

/**
 * Finds an active file with the same bytes and name that was changed no earlier. By its bytes (hence the
 * plus): of one name there may be a file a day.
 */
export const selectSameFile = `
  SELECT id FROM files
  WHERE content = ? AND state = 'recorded' AND modified_at >= ? AND +ifnull(name, tail) = ? LIMIT 1`;

/** The other contents with the same bytes as they came: there are some once something of them was erased. */
export const selectSameHash = `
  SELECT o.id FROM content c JOIN content o ON o.hash_head = c.hash_head AND o.hash = c.hash
  WHERE c.id = ? AND o.id <> c.id`;

/** Whether a container holds, however deep, a file whose bytes alone do not make it a repeat. */
export const selectHoldsStates = `
  WITH RECURSIVE inside (file) AS (
    SELECT file FROM members WHERE container = ?
    UNION ALL
    SELECT m.file FROM inside i CROSS JOIN members m ON m.container = i.file)
  SELECT 1 FROM inside i CROSS JOIN files f ON f.id = i.file WHERE f.repeats IS NOT NULL LIMIT 1`;

/**
 * Finds the active files that have the same business identity and were sent between two moments: more than
 * one only when a person or a setting said so. Not ordered: then SQLite would plan the statement anew for
 * each value, which costs four times the look.
 */
export const selectSameIdentity = `
  SELECT id, replay, awaiting_release OR invalid > 0 AS waits FROM files
  WHERE identity = ? AND state = 'recorded' AND occurred_at > ? AND occurred_at < ?`;

/** The columns of `StoredSameness`, of a file `f`. */
export const samenessColumns = "f.repeats, f.identity_within AS identityWithin, f.replay";

/** The columns of `Likeness`, of a file `f`. */
export const likenessColumns = `f.content, ifnull(f.name, f.tail) AS name, f.modified_at AS modifiedAt,
         f.occurred_at AS occurredAt`;

/** Finding whether a file is one that is here already. */
export interface SameFiles {
  /** The verdict on a file that was read so. */
  judge(file: Likeness, reading: Judgeable): IdentityVerdict;
  /** The active file that this one repeats by the rule, if there is one. */
  repeated(file: Likeness, repeats: RepeatRule): number | null;
}

/** Prepares the statements. */
export function sameFiles(connection: Connection): SameFiles {
  const repeated = repeating(connection);
  return { repeated, judge: judging(connection, repeated) };
}

/** Finds the active file that another repeats. */
function repeating({ db }: Connection) {
  const sameBytes = db.prepare<[number], number>(selectSameBytes).pluck();
  const sameFile = db.prepare<[number, number, string], number>(selectSameFile).pluck();
  const holdsStates = db.prepare<[number], 1>(selectHoldsStates).pluck();

  const sameHash = db.prepare<[number], number>(selectSameHash).pluck();

  function repeated(file: Likeness, repeats: RepeatRule): number | null {
    const { content } = file;
    if (content === null || repeats === "never") return null;
    const found = repeatedBy(file, content, repeats);
    if (found !== null) return found;
    for (const other of sameHash.all(content)) {
      const same = repeatedBy(file, other, repeats);
      if (same !== null) return same;
    }
    return null;
  }

  function repeatedBy(
    { modifiedAt, name }: Likeness,
    content: number,
    repeats: RepeatRule,
  ): number | null {
    if (repeats === "by-name") return sameFile.get(content, earliest, name) ?? null;
    const first = sameBytes.get(content) ?? null;
    if (first === null) return null;
    const asContainer = repeats === "by-bytes" && holdsStates.get(first) === 1;
    if (repeats === "by-bytes" && !asContainer) return first;
    return sameFile.get(content, modifiedAt, name) ?? null;
  }

  return repeated;
}

/** Judges a file by the active ones. */
function judging({ db }: Connection, repeated: SameFiles["repeated"]): SameFiles["judge"] {
  const sameIdentity = db.prepare<[string, number, number], Twin>(selectSameIdentity);

  return (file, { refused, identity, sameness }) => {
    const within = sameness.identityWithinMs ?? latest;
    const { occurredAt } = file;
    const twin =
      identity === null
        ? null
        : first(sameIdentity.all(identity, occurredAt - within, occurredAt + within));
    return judgeArrival(refused, {
      sameBytes: repeated(file, sameness.repeats),
      sameIdentity: twin?.id ?? null,
      isReplay:
        twin !== null &&
        isSentAgain(sameness.replay === true, {
          replay: twin.replay === 1,
          waits: twin.waits === 1,
        }),
    });
  };
}

/** Bounds of moments, in milliseconds, that hold every file between them. */
const earliest = -8_640_000_000_000_000;
const latest = 2 * 8_640_000_000_000_000;

/** An active file with the same identity. */
interface Twin {
  readonly id: number;
  readonly replay: 0 | 1;
  readonly waits: 0 | 1;
}

function first(twins: readonly Twin[]): Twin | null {
  return twins.reduce<Twin | null>((a, b) => (a === null || b.id < a.id ? b : a), null);
}
