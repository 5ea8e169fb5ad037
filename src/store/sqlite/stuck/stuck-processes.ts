import { buildFailedTitle, causeOf } from "../../../core/stuck/cause.ts";
import { sayDefinitionThrew } from "../../../runtime/error-stack.ts";
import { inKeys } from "../database/listing.ts";
import type { StuckSource } from "./source.ts";

interface BuildRow {
  readonly number: number;
  readonly since: number;
  readonly type: string;
  readonly key: string;
  /** 0: there was no definition. */
  readonly definitionVersion: number;
  readonly error: string;
}

/** Processes whose definition threw when they were built. */
export const failedBuilds: StuckSource<BuildRow> = {
  kind: "build-failed",
  count: "SELECT count(*) FROM builds WHERE error IS NOT NULL",
  keys: "SELECT process FROM builds WHERE error IS NOT NULL AND process > ? ORDER BY process LIMIT ?",
  rows: `
    SELECT b.process AS number, b.built_at AS since, w.text AS type, p.key,
      b.definition_version AS definitionVersion, b.error
    FROM builds b JOIN processes p ON p.id = b.process JOIN strings w ON w.id = p.type
    WHERE b.process ${inKeys} AND b.error IS NOT NULL ORDER BY b.process`,
  found: ({ number, since, type, key, definitionVersion, error }) => ({
    number,
    item: `process ${type}/${key}`,
    cause: causeOf("build-failed", buildFailedTitle(type, error)),
    file: null,
    message: null,
    since,
    name: key,
    reason: definitionVersion === 0 ? error : sayDefinitionThrew(type, error),
  }),
};

interface DeadlineRow {
  readonly number: number;
  readonly dueAt: number;
  readonly eventType: string;
  readonly type: string;
  readonly key: string;
}

/** Deadlines that had passed when their process was first built. */
export const missedDeadlines: StuckSource<DeadlineRow> = {
  kind: "deadline-missed",
  count: "SELECT count(*) FROM deadlines WHERE state = 'missed'",
  keys: "SELECT id FROM deadlines WHERE state = 'missed' AND id > ? ORDER BY id LIMIT ?",
  rows: `
    SELECT d.id AS number, d.due_at AS dueAt, e.text AS eventType, w.text AS type, p.key
    FROM deadlines d JOIN processes p ON p.id = d.process JOIN strings w ON w.id = p.type
    JOIN strings e ON e.id = d.event_type
    WHERE d.id ${inKeys} AND d.state = 'missed' ORDER BY d.id`,
  found: ({ number, dueAt, eventType, type, key }) => ({
    number,
    item: `deadline ${number}`,
    cause: causeOf("deadline-missed", `${eventType} of ${type}`),
    file: null,
    message: null,
    since: dueAt,
    name: key,
    reason: `${eventType} of ${type} ${key} had passed when it was first known; it was not made an event.`,
  }),
};
