import type { MovedMessage, StuckItem, StuckKey, StuckNote } from "../../../core/stuck/stuck.ts";
import type { StuckKind } from "../../../core/stuck/stuck-kind.ts";
import type { StuckStore } from "../../port/stuck-store.ts";
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

type Row = Omit<StuckNote, "on"> & {
  readonly kind: StuckKind | null;
  readonly number: number | null;
};

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
  const ofItems = db.prepare<[string, string], Row>(selectNotesOfItems);
  const ofCauses = db.prepare<[], Row>(selectNotesOfCauses);
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
        const isAbout = ({ cause }: Row) => cause === item.cause.id;
        const said = own.get(item.number) ?? [];
        const dismissed = dismissalIn(said.filter(isAbout));
        return { kind, ...item, ...standing(said, common.filter(isAbout)), dismissed };
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

/** What holds of an item after what was said of it, and of its cause. */
function standing(
  said: readonly Row[],
  common: readonly Row[],
): Pick<StuckItem, "assignee" | "notes" | "said"> {
  const assigns = ({ verb }: Row) => verb === "assign";
  const assigned = said.findLast(assigns) ?? common.findLast(assigns);
  return {
    assignee: assigned?.text ?? null,
    notes: said.filter(({ verb }) => verb === "note").length,
    said: said.map(noteFrom),
  };
}

/** The dismissal that holds after what was said of an item with its cause, if one does. */
function dismissalIn(said: readonly Row[]): StuckNote | null {
  const last = said.findLast(({ verb }) => verb === "dismiss" || verb === "restore");
  return last?.verb === "dismiss" ? noteFrom(last) : null;
}

function noteFrom({ kind, number, ...note }: Row): StuckNote {
  const on: StuckKey | null = kind === null || number === null ? null : { kind, number };
  return { ...note, on };
}
