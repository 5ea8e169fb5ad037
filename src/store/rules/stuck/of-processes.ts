import { buildFailedTitle, causeOf } from "../../../core/stuck/cause.ts";
import { sayDefinitionThrew } from "../../../runtime/error-stack.ts";
import { type FoundStuck, quoting } from "./found-stuck.ts";

/** What a store has of a process that could not be built. */
export interface FailedBuildRow {
  readonly number: number;
  readonly since: number;
  readonly type: string;
  readonly key: string;
  /** 0: there was no definition. */
  readonly definitionVersion: number;
  readonly error: string;
}

/** A process whose definition threw when it was built. */
export function failedBuild(row: FailedBuildRow): FoundStuck {
  const { number, since, type, key, definitionVersion, error } = row;
  return {
    number,
    item: `process ${type}/${key}`,
    cause: causeOf("build-failed", buildFailedTitle(type, error)),
    file: null,
    message: null,
    since,
    name: key,
    ...quoting(key),
    reason: definitionVersion === 0 ? error : sayDefinitionThrew(type, error),
  };
}

/** What a store has of a deadline that had passed before it was known. */
export interface MissedDeadlineRow {
  readonly number: number;
  readonly since: number;
  readonly eventType: string;
  readonly type: string;
  readonly key: string;
}

/** A deadline that had passed when its process was first built. */
export function missedDeadline(row: MissedDeadlineRow): FoundStuck {
  const { number, since, eventType, type, key } = row;
  return {
    number,
    item: `deadline ${number}`,
    cause: causeOf("deadline-missed", `${eventType} of ${type}`),
    file: null,
    message: null,
    since,
    name: key,
    ...quoting(key),
    reason: `${eventType} of ${type} ${key} had passed when it was first known; it was not made an event.`,
  };
}
