import type { OutboundRecord, OutboxRecord } from "../../core/outbound/journal.ts";
import { isoTime } from "../print/local-time.ts";

/** What leaves, for programs: moments as text, null for what it does not have. */
export function outboundJson(file: OutboundRecord): object {
  const { dueAt, createdAt, endedAt, envelope, ...rest } = file;
  return {
    ...rest,
    flow: envelope?.flow ?? null,
    version: envelope?.version ?? null,
    fileIdentifier: envelope?.fileIdentifier ?? null,
    from: envelope?.from ?? null,
    to: envelope?.to ?? null,
    testFlag: envelope?.testFlag ?? null,
    createdAt: isoTime(createdAt),
    dueAt: isoTime(dueAt),
    endedAt: endedAt === null ? null : isoTime(endedAt),
  };
}

/** A message that is sent, for programs. */
export function outboxJson({ at, ...message }: OutboxRecord): object {
  return { ...message, at: isoTime(at) };
}
