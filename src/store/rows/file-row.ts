import type { Envelope } from "../../core/file/envelope.ts";
import type { FileRecord, InsideContainer } from "../../core/file/file.ts";
import { fileFirst } from "../rules/files/prepared-file.ts";

/** A row of files with all that is known of each. */
export interface FileRow
  extends Omit<
    FileRecord,
    | "envelope"
    | "problems"
    | "awaitingRelease"
    | "history"
    | "decisions"
    | "container"
    | "members"
    | "inside"
    | "successor"
  > {
  readonly successor: number | null;
  readonly container: number | null;
  readonly path: string | null;
  /** JSON. */
  readonly members: string;
  /** JSON; null where the file holds no others. */
  readonly inside: string | null;
  readonly awaitingRelease: 0 | 1;
  readonly history: 0 | 1;
  readonly problems: string | null;
  readonly family: string | null;
  readonly flow: string | null;
  readonly version: string | null;
  readonly fileIdentifier: string | null;
  readonly created: string | null;
  readonly fromRole: string | null;
  readonly fromParticipant: string | null;
  readonly toRole: string | null;
  readonly toParticipant: string | null;
  readonly testFlag: string | null;
}

/** The file that a row says, with its problems and what people decided about it. */
export function fileRecord(
  row: FileRow,
  problems: FileRecord["problems"],
  decisions: FileRecord["decisions"],
): FileRecord {
  return {
    id: row.id,
    arrival: row.arrival,
    channel: row.channel,
    name: row.name,
    sizeBytes: row.sizeBytes,
    hash: row.hash.toLowerCase(),
    state: row.state,
    otherFile: row.otherFile,
    ...(row.successor !== null && { successor: row.successor }),
    modifiedAt: row.modifiedAt,
    seenAt: row.seenAt,
    recordedAt: row.recordedAt,
    envelope: envelopeOf(row),
    occurredAt: row.occurredAt,
    messages: row.messages,
    invalid: row.invalid,
    awaitingRelease: row.awaitingRelease === 1,
    ...(row.history === 1 && { history: true }),
    events: row.events,
    problems: fileFirst(problems),
    decisions: decisions.map(({ decision, other, actor, reason, at }) => ({
      decision,
      other,
      actor,
      reason,
      at,
    })),
    container:
      row.container === null || row.path === null ? null : { file: row.container, path: row.path },
    members: JSON.parse(row.members) as number[],
    ...(row.inside !== null && {
      inside: insideFrom(row.inside),
    }),
  };
}

function insideFrom(text: string): InsideContainer {
  const counted = JSON.parse(text) as Omit<InsideContainer, "waiting">;
  const { refused, conflict, awaitingRelease, invalid } = counted;
  return { ...counted, waiting: refused + conflict + awaitingRelease + invalid };
}

function envelopeOf(row: FileRow): Envelope | null {
  if (row.family === null || row.flow === null) return null;
  return {
    family: row.family,
    flow: row.flow,
    version: row.version,
    fileIdentifier: row.fileIdentifier,
    from: { role: row.fromRole, participant: row.fromParticipant },
    to: { role: row.toRole, participant: row.toParticipant },
    created: row.created,
    testFlag: row.testFlag,
  };
}
