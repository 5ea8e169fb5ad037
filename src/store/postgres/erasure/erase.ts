import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { blobOf } from "../../packs/kept-place.ts";
import type { ErasedRow, Erasing, Erasure, ErasureStore } from "../../port/erasure-store.ts";
import type { Connection } from "../database/connection.ts";
import { flatMapInTurn, mapInTurn } from "../database/in-turn.ts";
import { inKeys, inTexts } from "../database/listing.ts";
import { filesByContent } from "../files/content.ts";
import { erasedRows, eraseTexts } from "./erased-texts.ts";
import { newPlaces, type OldBytes } from "./new-places.ts";
import { findTold } from "./told.ts";

/** Processes are folded anew from what their events say now. */
const askForRebuild = `
  INSERT INTO rebuilds (process, ticket)
  SELECT k.value::bigint, (SELECT coalesce(max(ticket), 0) + 1 FROM rebuilds)
  FROM json_array_elements_text(?::json) k (value)
  ON CONFLICT (process) DO UPDATE SET ticket = excluded.ticket`;

interface MessageRow {
  readonly id: number;
  readonly data: string;
  readonly problems: string | null;
}

interface WholeMessageRow extends MessageRow {
  /** Flow and version; null: nobody knows. */
  readonly name: string | null;
}

function statements({ db }: Connection) {
  return {
    begin: db.prepare<[string, string, number]>(
      "INSERT INTO erasing (actor, reason, at) VALUES (?, ?, ?)",
    ),
    end: db.prepare("DELETE FROM erasing"),
    add: db.prepare<[Omit<Erasure, "id" | "endedAt">]>(
      `INSERT INTO erasures (key, actor, reason, at, contents, whole, messages, texts, copies)
       VALUES (@key, @actor, @reason, @at, @contents, @whole, @messages, @texts, @copies) RETURNING id`,
    ),
    addContent: db.prepare<[number, number | bigint, Buffer, 0 | 1]>(
      `INSERT INTO erased_contents (content, erasure, hash, whole) VALUES (?, ?, ?, ?)
       ON CONFLICT (content) DO UPDATE SET
         erasure = excluded.erasure, hash = excluded.hash, whole = excluded.whole`,
    ),
    addRest: db.prepare<[number | bigint, string, string, number | null]>(
      "INSERT INTO erasure_rest (erasure, kind, path, content) VALUES (?, ?, ?, ?)",
    ),
    messagesAt: db.prepare<[number, number], MessageRow>(
      `SELECT m.id, m.data, m.problems FROM ${filesByContent} f JOIN messages m ON m.file = f.id
       WHERE f.content = ? AND m.line = ?`,
    ),
    wholeMessages: db.prepare<[number, string, string], WholeMessageRow>(
      `SELECT m.id, m.data, m.problems, k.flow || ' ' || coalesce(k.version, '') AS name
       FROM ${filesByContent} f JOIN messages m ON m.file = f.id LEFT JOIN envelope_keys k ON k.id = f.envelope_key
       WHERE f.content = ? AND (m.subject_key IS NULL OR m.subject_key ${inTexts} OR m.line ${inKeys})`,
    ),
    changeMessage: db.prepare<[string, string | null, number]>(
      "UPDATE messages SET data = ?, problems = ? WHERE id = ?",
    ),
    filesOf: db
      .prepare<[string], number>(`SELECT f.id FROM ${filesByContent} f WHERE f.content ${inKeys}`)
      .pluck(),
    outboundOf: db
      .prepare<[string], number>(`SELECT id FROM outbound WHERE content ${inKeys}`)
      .pluck(),
    rebuild: db.prepare<[string]>(askForRebuild),
  };
}

type Statements = ReturnType<typeof statements>;

/** Putting tombstones in place of values, all in one transaction. */
export function erasingAll(connection: Connection, blobFolder: string): ErasureStore["erase"] {
  const prepared = statements(connection);
  const find = findTold(connection);
  const rowsOf = erasedRows(connection);
  const written = newPlaces(connection, blobFolder);
  // A large file that came again as a repeat has left its bytes, which nothing names.
  const hasOldBlob = ({ contents }: Erasing["told"]) =>
    contents.some(({ isErased, hash }) => isErased && existsSync(blobOf(blobFolder, hash)));

  return async (erasing) => {
    const { told, by, contents, onStep, isDry = false } = erasing;
    const places = await written(isDry ? [] : contents);
    if (!isDry) onStep?.("erasure-written");
    const erased = async (): Promise<Erasure> => {
      if ((await find(told.key)).mark !== told.mark) throw changedMeanwhile(told.key);
      const at = connection.now();
      await prepared.begin.run(by.actor, by.reason, at);
      const old = await places.place();
      if (old === null) throw changedMeanwhile(told.key);
      const messages = [
        ...(await eraseMessages(prepared, erasing)),
        ...(await eraseOfWhole(prepared, erasing)),
      ];
      const ids = JSON.stringify(told.contents.map(({ content }) => content));
      const rows = await rowsOf({
        processes: told.processes.map(({ process }) => process),
        messages: messages.map(({ id }) => id),
        files: await prepared.filesOf.all(ids),
        outbound: await prepared.outboundOf.all(ids),
        keys: told.processes.map(({ key }) => key),
      });
      const texts = await eraseTexts(connection, rows, erasing);
      await prepared.rebuild.run(rows.others);
      const many = new Set(messages.filter(({ isOther }) => isOther).map(({ id }) => id)).size;
      const row = { ...summary(erasing), messages: many, texts, at };
      if (isNothing(row) && !isDry && !hasOldBlob(told)) throw new Nothing(row);
      const { lastInsertRowid } = await prepared.add.run(row);
      await note(prepared, lastInsertRowid, erasing, old);
      await prepared.end.run();
      return { id: Number(lastInsertRowid), ...row, endedAt: null };
    };
    if (isDry) return taken(connection, erased);
    try {
      const done = await connection.write(erased);
      onStep?.("erased");
      return done;
    } catch (error) {
      if (error instanceof Nothing) return { id: null, ...error.row, endedAt: null };
      throw error;
    }
  };
}

/** Takes back a transaction that found nothing to erase. */
class Nothing extends Error {
  readonly row: Omit<Erasure, "id" | "endedAt">;
  constructor(row: Omit<Erasure, "id" | "endedAt">) {
    super("nothing was erased");
    this.row = row;
  }
}

function isNothing({ contents, messages, texts, copies }: Omit<Erasure, "id" | "endedAt">) {
  return contents === 0 && messages === 0 && texts === 0 && copies === 0;
}

/** What a transaction would give; nothing of it is kept. */
async function taken<T>(connection: Connection, body: () => Promise<T>): Promise<T> {
  let given: { readonly result: T } | null = null;
  const end = new Error("taken back");
  try {
    await connection.write(async () => {
      given = { result: await body() };
      throw end;
    });
  } catch (error) {
    if (given === null) throw error;
  }
  if (given === null) throw end;
  return (given as { readonly result: T }).result;
}

function summary({ told, by, contents, copies }: Erasing) {
  return {
    key: told.key,
    actor: by.actor,
    reason: by.reason,
    contents: contents.length,
    whole: contents.filter(({ whole }) => whole).length,
    copies: copies.length,
  };
}

function changedMeanwhile(key: string): RefusedError {
  return new RefusedError(
    "busy",
    `Something about ${key} changed while it was looked at, and nothing was erased; ask again`,
    { code: "CHANGED_MEANWHILE", about: key },
  );
}

interface SaidMessage {
  readonly id: number;
  readonly isOther: boolean;
}

/** What messages say from now on: what their file says, or, where it was read otherwise, what they said without the values. */
function eraseMessages(
  prepared: Statements,
  { messages, text, data: own }: Erasing,
): Promise<SaidMessage[]> {
  return flatMapInTurn(messages, async (erased: ErasedRow) => {
    const { content, line, before, after } = erased;
    return mapInTurn(await prepared.messagesAt.all(content, line), (row) => {
      const { data, problems } = row;
      const nowProblems = problems === null ? null : text(problems);
      return change(prepared, row, {
        data: data === before.data ? after.data : own(data),
        problems: problems === before.problems ? after.problems : nowProblems,
      });
    });
  });
}

/** Of bytes of which nothing is left, messages of the person and of nobody known: whatever is marked in them goes. */
function eraseOfWhole(prepared: Statements, erasing: Erasing): Promise<SaidMessage[]> {
  const { told, contents, text, data, withoutMarked } = erasing;
  const keys = JSON.stringify([told.key, ...told.processes.map(({ key }) => key)]);
  return flatMapInTurn(
    contents.filter(({ whole }) => whole),
    async ({ content }) => {
      const lines = told.contents.find((one) => one.content === content)?.lines ?? [];
      const rows = await prepared.wholeMessages.all(content, keys, JSON.stringify(lines));
      return mapInTurn(rows, (row) =>
        change(prepared, row, {
          data: data(row.name === null ? row.data : withoutMarked(row.name, row.data)),
          problems: row.problems === null ? null : text(row.problems),
        }),
      );
    },
  );
}

async function change(
  prepared: Statements,
  { id, data, problems }: MessageRow,
  now: Pick<MessageRow, "data" | "problems">,
): Promise<SaidMessage> {
  const isOther = data !== now.data || problems !== now.problems;
  if (isOther) await prepared.changeMessage.run(now.data, now.problems, id);
  return { id, isOther };
}

/** Which bytes are not as they came, and what is left to do outside the store. */
async function note(
  prepared: Statements,
  id: number | bigint,
  { told, contents, copies }: Erasing,
  old: readonly OldBytes[],
): Promise<void> {
  for (const { content, bytes, whole } of contents) {
    const hash = createHash("sha256").update(bytes).digest();
    await prepared.addContent.run(content, id, hash, whole ? 1 : 0);
  }
  for (const { kind, name } of old) await prepared.addRest.run(id, kind, name, null);
  for (const { isErased, hash } of told.contents)
    if (isErased) await prepared.addRest.run(id, "blob", hash, null);
  for (const { path, content } of copies) await prepared.addRest.run(id, "copy", path, content);
}
