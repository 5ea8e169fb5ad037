import { createHash } from "node:crypto";
import type { Message } from "../../src/core/file/document.ts";
import type { Envelope } from "../../src/core/file/envelope.ts";
import type { SamenessRule } from "../../src/core/file/identity.ts";
import type { Problem } from "../../src/core/file/problem.ts";
import type { SequenceClaim } from "../../src/core/file/sequence.ts";
import type { RoutedBatch, RoutingBatch } from "../../src/store/port/events/route-store.ts";
import type { ReadFile } from "../../src/store/port/files/file-store.ts";
import type { Store } from "../../src/store/port/store.ts";

/** What a test says of a file; the rest is made up. */
export interface Wish {
  readonly claim?: string;
  readonly name?: string;
  readonly text?: string;
  /** File identifier; null for a family that has none. */
  readonly identifier?: string | null;
  readonly envelope?: Envelope | null;
  /** Line and key of each message. */
  readonly messages?: readonly MadeMessage[];
  readonly problems?: readonly Problem[];
  readonly occurredAt?: number;
  readonly modifiedAt?: number;
  readonly sameness?: SamenessRule;
  readonly otherIdentifiers?: readonly string[];
  /** What it holds besides, each by its identifier; null: of which nobody can tell whose it is. */
  readonly furtherParts?: readonly (string | null)[];
  readonly sequence?: SequenceClaim;
  /** Why the file waits whole. */
  readonly awaitsRelease?: Problem;
}

export interface MadeMessage {
  readonly line: number;
  readonly key?: string | null;
  readonly problems?: readonly Problem[];
  readonly json?: () => string;
}

let made = 0;

/** A file as intake hands it to the store; every one is another unless the wish says otherwise. */
export function madeFile(wish: Wish = {}): ReadFile {
  made += 1;
  const identifier = wish.identifier === undefined ? `ID${made}` : wish.identifier;
  const name = wish.name ?? `file-${made}.uff`;
  const bytes = Buffer.from(wish.text ?? `ZHV|${made}|\nZPT|${made}|\n`, "latin1");
  const messages = (wish.messages ?? [{ line: 2 }]).map(madeMessage);
  return {
    arrival: `${wish.claim ?? `claim-${made}`}/${name}`,
    channel: "inbox",
    name,
    modifiedAt: wish.modifiedAt ?? 1_000,
    seenAt: 2_000,
    sizeBytes: bytes.length,
    hash: createHash("sha256").update(bytes).digest("hex"),
    occurredAt: wish.occurredAt ?? 500,
    bytes,
    outcome: {
      envelope: wish.envelope === undefined ? envelope(identifier) : wish.envelope,
      problems: wish.problems ?? [],
      messages: messages.length,
      invalid: messages.filter((message) => message.problems.some(isError)).length,
      lines: 9,
      sequence: wish.sequence ?? null,
      awaitsRelease: wish.awaitsRelease ?? null,
      ...(wish.sameness !== undefined && { sameness: wish.sameness }),
      ...(wish.otherIdentifiers !== undefined && { otherIdentifiers: wish.otherIdentifiers }),
      ...(wish.furtherParts !== undefined && {
        furtherParts: wish.furtherParts.map((part) => (part === null ? null : envelope(part))),
      }),
    },
    messages,
  };
}

export function madeMessage({ line, key, problems, json }: MadeMessage): Message {
  return {
    line,
    lastLine: line,
    group: "026",
    subject: key === null ? null : { kind: "mpan", key: key ?? "1200000000011" },
    problems: problems ?? [],
    json: json ?? (() => JSON.stringify({ line: String(line) })),
  };
}

export function envelope(fileIdentifier: string | null): Envelope {
  return {
    family: "user-file",
    flow: "D0010",
    version: "002",
    fileIdentifier,
    from: { role: "D", participant: "MADE" },
    to: { role: "X", participant: "UPCO" },
    created: "20260302153151",
    testFlag: "OPER",
  };
}

export function problem(line: number | null, severity: Problem["severity"] = "error"): Problem {
  return {
    code: "BAD_DATE",
    severity,
    line,
    group: null,
    field: null,
    value: null,
    message: `Line ${line} is wrong.`,
  };
}

/** Routes every message to the metering point of its key. */
export function route(batch: RoutingBatch): RoutedBatch {
  return {
    batch,
    failures: [],
    events: batch.messages.map((message) => ({
      message: message.id,
      processType: "metering-point",
      key: message.subjectKey ?? "none",
      eventType: `${message.flow}_RECEIVED`,
    })),
  };
}

/** Routes all that waits; returns how many events that made. */
export async function routeAll(store: Store, limit = 100): Promise<number> {
  let events = 0;
  for (;;) {
    const batches = await store.routes.waiting({ limit });
    if (batches.length === 0) return events;
    events += await store.routes.record(batches.map(route));
  }
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}
