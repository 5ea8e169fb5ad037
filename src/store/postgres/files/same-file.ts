import {
  type IdentityVerdict,
  isSentAgain,
  judgeArrival,
  type RepeatRule,
} from "../../../core/file/identity.ts";
import type { Judgeable, Likeness } from "../../rules/files/likeness.ts";
import type { Connection } from "../database/connection.ts";

/** Finds the first active file with the same bytes. */
const selectSameBytes =
  "SELECT id FROM files WHERE content = ? AND state = 'recorded' ORDER BY modified_at LIMIT 1";

/**
 * Finds an active file with the same bytes and name that was changed no earlier. By its bytes first: of one name there may be a file a day.
 */
const selectSameFile = `
  SELECT id FROM files
  WHERE content = ? AND state = 'recorded' AND modified_at >= ? AND coalesce(name, tail) = ? LIMIT 1`;

/** The other contents with the same bytes as they came: there are some once something of them was erased. */
const selectSameHash = `
  SELECT o.id FROM content c JOIN content o ON o.hash_head = c.hash_head AND o.hash = c.hash
  WHERE c.id = ? AND o.id <> c.id ORDER BY o.id`;

/** Whether a container holds, however deep, a file whose bytes alone do not make it a repeat. */
const selectHoldsStates = `
  WITH RECURSIVE inside (file) AS (
    SELECT file FROM members WHERE container = ?
    UNION ALL
    SELECT m.file FROM inside i JOIN members m ON m.container = i.file)
  SELECT 1 FROM inside i JOIN files f ON f.id = i.file WHERE f.repeats IS NOT NULL LIMIT 1`;

/**
 * Finds the active files that have the same business identity and were sent between two moments: more than
 * one only when a person or a setting said so. Not ordered: then SQLite would plan the statement anew for
 * each value, which costs four times the look.
 */
const selectSameIdentity = `
  SELECT id, replay, (awaiting_release = 1 OR invalid > 0) AS waits FROM files
  WHERE identity = ? AND state = 'recorded' AND occurred_at > ? AND occurred_at < ?`;

/** Which of many business identities active files have. */
const selectIdentities = `
  SELECT w.identity FROM unnest(?::text[]) w (identity)
  WHERE EXISTS (SELECT 1 FROM files f WHERE f.identity = w.identity AND f.state = 'recorded')`;

/** The columns of `StoredSameness`, of a file `f`. */
export const samenessColumns = `f.repeats, f.identity_within AS "identityWithin", f.replay`;

/** The columns of `Likeness`, of a file `f`. */
export const likenessColumns = `f.content, coalesce(f.name, f.tail) AS name, f.modified_at AS "modifiedAt",
         f.occurred_at AS "occurredAt"`;

/** Finding whether a file is one that is here already. */
export interface SameFiles {
  /** The verdict on a file that was read so. */
  judge(file: Likeness, reading: Judgeable): Promise<IdentityVerdict>;
  /** Looks together for files of many business identities that are about to be judged. Within a write only. */
  expect(identities: readonly string[]): Promise<void>;
  /** To be called when a file is added with an identity: what was not there when it was expected is now. */
  added(identity: string | null): void;
  /** To be called when what was expected may be otherwise now. */
  forgetExpected(): void;
  /** The active file that this one repeats by the rule, if there is one. */
  repeated(file: Likeness, repeats: RepeatRule): Promise<number | null>;
}

/** Prepares the statements. */
export function sameFiles(connection: Connection): SameFiles {
  const repeated = repeating(connection);
  const free = freeIdentities(connection);
  return {
    repeated,
    judge: judging(connection, repeated, free.has),
    expect: free.expect,
    added: free.added,
    forgetExpected: free.forget,
  };
}

/** Business identities that no active file has, as far as a transaction has asked. */
function freeIdentities(connection: Connection) {
  const select = connection.db.prepare<[readonly string[]], string>(selectIdentities).pluck();
  let free = new Set<string>();
  const forget = () => {
    free = new Set();
  };
  connection.remember({ keep: forget, forget });
  return {
    has: (identity: string) => free.has(identity),
    async expect(identities: readonly string[]): Promise<void> {
      if (identities.length === 0) return;
      free = new Set(identities).difference(new Set(await select.all(identities)));
    },
    forget,
    added(identity: string | null): void {
      if (identity !== null) free.delete(identity);
    },
  };
}

/** Finds the active file that another repeats. */
function repeating({ db }: Connection) {
  const sameBytes = db.prepare<[number], number>(selectSameBytes).pluck();
  const sameFile = db.prepare<[number, number, string], number>(selectSameFile).pluck();
  const holdsStates = db.prepare<[number], 1>(selectHoldsStates).pluck();

  const sameHash = db.prepare<[number], number>(selectSameHash).pluck();

  async function repeated(file: Likeness, repeats: RepeatRule): Promise<number | null> {
    const { content } = file;
    if (content === null || repeats === "never") return null;
    for (const one of [content, ...(await sameHash.all(content))]) {
      const found = await repeatedBy(file, one, repeats);
      if (found !== null) return found;
    }
    return null;
  }

  async function repeatedBy(
    { modifiedAt, name }: Likeness,
    content: number,
    repeats: RepeatRule,
  ): Promise<number | null> {
    if (repeats === "by-name") return (await sameFile.get(content, earliest, name)) ?? null;
    const first = (await sameBytes.get(content)) ?? null;
    if (first === null) return null;
    const asContainer = repeats === "by-bytes" && (await holdsStates.get(first)) === 1;
    if (repeats === "by-bytes" && !asContainer) return first;
    return (await sameFile.get(content, modifiedAt, name)) ?? null;
  }

  return repeated;
}

/** Judges a file by the active ones. */
function judging(
  { db }: Connection,
  repeated: SameFiles["repeated"],
  isFree: (identity: string) => boolean,
): SameFiles["judge"] {
  const sameIdentity = db.prepare<[string, number, number], Twin>(selectSameIdentity);

  return async (file, { refused, identity, sameness }) => {
    const within = sameness.identityWithinMs ?? latest;
    const { occurredAt } = file;
    const twin =
      identity === null || isFree(identity)
        ? null
        : first(await sameIdentity.all(identity, occurredAt - within, occurredAt + within));
    return judgeArrival(refused, {
      sameBytes: await repeated(file, sameness.repeats),
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
