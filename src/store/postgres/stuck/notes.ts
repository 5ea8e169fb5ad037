import type { MovedMessage, StuckItem } from "../../../core/stuck/stuck.ts";
import type { StuckKind } from "../../../core/stuck/stuck-kind.ts";
import type { StuckStore } from "../../port/stuck-store.ts";
import {
  afterNotes,
  dismissalIn,
  noteFrom,
  type StuckNoteRow,
} from "../../rules/stuck/note-rules.ts";
import type { FoundStuck } from "../../stuck/found-stuck.ts";
import type { Connection } from "../database/connection.ts";
import { flatMapInTurn } from "../database/in-turn.ts";
import { inKeys } from "../database/listing.ts";

const columns = "verb, cause, kind, number, text, actor, at";

/** What was said of items of one kind. */
const selectNotesOfItems = `
  SELECT ${columns} FROM stuck_notes WHERE kind = ? AND number ${inKeys} ORDER BY id`;

/** What was said of causes as a whole; there are few. */
const selectNotesOfCauses = `
  SELECT ${columns} FROM stuck_notes WHERE kind IS NULL AND cause IS NOT NULL ORDER BY id`;

/** Numbers of a kind that were ever dismissed. */
export const selectDismissed = `
  SELECT DISTINCT number FROM stuck_notes
  WHERE verb = 'dismiss' AND kind = ? AND number > ? ORDER BY number LIMIT ?`;

/** Numbers of a kind that were ever assigned one by one. */
export const selectAssigned = `
  SELECT DISTINCT number FROM stuck_notes
  WHERE verb = 'assign' AND kind = ? AND number > ? ORDER BY number LIMIT ?`;

/** Adds to items what people said about them. */
export type AddNotes = (kind: StuckKind, found: readonly FoundStuck[]) => Promise<StuckItem[]>;

/** What people said about what is stuck. */
export interface Notes extends Pick<StuckStore, "note" | "notesOfCause" | "said" | "movedMessage"> {
  readonly addTo: AddNotes;
  /** Whom a cause as a whole is assigned to; null when nobody. Within a read only. */
  assigneeOf(cause: string): Promise<string | null>;
}

/** Prepares the statements over `stuck_notes`. */
export function stuckNotes(connection: Connection): Notes {
  const { db } = connection;
  const ofItems = db.prepare<[string, string], StuckNoteRow>(selectNotesOfItems);
  const ofCauses = db.prepare<[], StuckNoteRow>(selectNotesOfCauses);
  const moved = db.prepare<[number], MovedMessage>(
    `SELECT file, line, new_message AS "newMessage" FROM moved_messages WHERE id = ?`,
  );
  const insert = db.prepare<
    [string, string, StuckKind | null, number | null, string, string, number]
  >(
    `INSERT INTO stuck_notes (verb, cause, kind, number, text, actor, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );

  return {
    async addTo(kind, found) {
      if (found.length === 0) return [];
      const keys = JSON.stringify(found.map(({ number }) => number));
      const own = Map.groupBy(await ofItems.all(kind, keys), ({ number }) => number);
      const common = await ofCauses.all();
      return found.map((item) => {
        const isAbout = ({ cause }: StuckNoteRow) => cause === item.cause.id;
        const said = own.get(item.number) ?? [];
        const dismissed = dismissalIn(said.filter(isAbout));
        return { kind, ...item, ...afterNotes(said, common.filter(isAbout)), dismissed };
      });
    },
    assigneeOf: async (cause) =>
      (await ofCauses.all()).findLast((row) => row.cause === cause && row.verb === "assign")
        ?.text ?? null,
    note: (notes) =>
      connection.write(async () => {
        const at = connection.now();
        for (const { verb, cause, on, text, actor } of notes)
          await insert.run(verb, cause, on?.kind ?? null, on?.number ?? null, text, actor, at);
      }),
    notesOfCause: (cause) =>
      connection.read(async () =>
        (await ofCauses.all()).filter((row) => row.cause === cause).map(noteFrom),
      ),
    movedMessage: (id) => connection.read(async () => (await moved.get(id)) ?? null),
    said: (keys) =>
      connection.read(async () =>
        (
          await flatMapInTurn(keys, ({ kind, number }) =>
            ofItems.all(kind, JSON.stringify([number])),
          )
        )
          .sort((a, b) => a.at - b.at)
          .map(noteFrom),
      ),
  };
}
