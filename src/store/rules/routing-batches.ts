import type { RoutableMessage } from "../../core/event/route.ts";
import type { RoutingBatch } from "../port/events/route-store.ts";

/** A row of messages that wait to be routed; empty where the last message of a file went meanwhile. */
export interface UnroutedRow {
  readonly file: number;
  readonly fromLine: number;
  readonly id: number | null;
  readonly line: number | null;
  readonly flow: string | null;
  readonly group: string | null;
  readonly fromRole: string | null;
  readonly fromParticipant: string | null;
  readonly subjectKind: string | null;
  readonly subjectKey: string | null;
  readonly data: string | null;
}

/** Groups rows by file. The one row beyond the limit only tells where the last file goes on. */
export function batchesFrom(rows: readonly UnroutedRow[], limit: number): RoutingBatch[] {
  const batches: (RoutingBatch & { messages: RoutableMessage[] })[] = [];
  for (const row of rows.slice(0, limit)) {
    const { file, fromLine } = row;
    let last = batches.at(-1);
    if (last?.file !== file) {
      last = { file, fromLine, nextLine: null, messages: [] };
      batches.push(last);
    }
    if (row.id !== null && row.line !== null) last.messages.push(routable(row, row.id, row.line));
  }
  const beyond = rows[limit];
  const last = batches.at(-1);
  if (beyond !== undefined && beyond.file === last?.file)
    batches[batches.length - 1] = { ...last, nextLine: beyond.line };
  return batches;
}

function routable(row: UnroutedRow, id: number, line: number): RoutableMessage {
  return {
    id,
    file: row.file,
    line,
    flow: row.flow ?? "",
    group: row.group ?? "",
    fromRole: row.fromRole,
    fromParticipant: row.fromParticipant,
    subjectKind: row.subjectKind,
    subjectKey: row.subjectKey,
    data: row.data,
  };
}

/** What of a message in the store decides how it is routed. */
export type RoutableRow = Pick<
  RoutableMessage,
  "id" | "group" | "subjectKind" | "subjectKey" | "data"
>;

/** Whether a message was routed by what it says now; its data only where it was looked into. */
export function isRoutedAs(routed: RoutableMessage, now: RoutableRow | undefined): boolean {
  return (
    routed.id === now?.id &&
    routed.group === now.group &&
    routed.subjectKind === now.subjectKind &&
    routed.subjectKey === now.subjectKey &&
    (routed.data === null || routed.data === now.data)
  );
}
