import type { z } from "zod";
import type { FoldedEvent } from "../event/event.ts";
import type { DeadlinePassed } from "./deadline.ts";
import { personalNames } from "./personal-names.ts";
import { sayIssues } from "./say-issues.ts";

/**
 * A type of event. `flow`: a message brings it, with the message's data by reference. `own`: recorded by
 * a command or an action, with data of a versioned, strict schema. `deadline`: a deadline that passed.
 */
export interface EventType<Data, Kind extends EventKind = EventKind> {
  readonly kind: Kind;
  readonly version: number;
  /** What the trade calls it, for people, e.g. "Payment succeeded". */
  readonly about: string;
  /** Data as of today's version. Throws when no upcaster leads there. */
  current(data: unknown, version: number): Data;
  /** Checks data to be recorded, strictly. */
  check(data: unknown): CheckedEvent;
  /** Names in its data that are marked as saying something of persons; of a message's data the catalogue tells. */
  personal(): ReadonlySet<string>;
}

/** An event of a process's own before it is recorded: strict data of the newest version, or what is wrong. */
export type CheckedEvent =
  | { readonly ok: true; readonly version: number; readonly data: object }
  | { readonly ok: false; readonly message: string };

/** Where events of a type come from. */
export type EventKind = "flow" | "own" | "deadline";

/** The event types of a process, by name. */
export type EventTypes = Readonly<Record<string, EventType<unknown>>>;

/** The data of events of a type. */
export type DataOf<Type> = Type extends EventType<infer Data> ? Data : never;

/** An event of one of the types, as handlers, conditions and actions see it. */
export type EventOf<Types extends EventTypes, Name extends keyof Types = keyof Types> = {
  [Each in Name]: Omit<FoldedEvent, "type" | "data"> & {
    readonly type: Each;
    readonly data: DataOf<Types[Each]>;
  };
}[Name];

/** Brings an older version's data one version further. */
export type Upcast = (data: never) => object;

/**
 * Events that a message brings: `flowEvent<FlowMessage<"D0155001">>("Notification of Registered Supplier")`.
 * The flow's reader has checked the data, so it is taken as it is.
 */
export function flowEvent<Data>(about: string): EventType<Data, "flow"> {
  return {
    kind: "flow",
    version: 1,
    about,
    current: (data) => data as Data,
    check: () => ({ ok: false, message: "only a message of its flow brings such an event" }),
    personal: () => new Set(),
  };
}

/**
 * Events of the process's own. `upcast` holds for each older version what brings its data to the next:
 * `{ 1: (data: V1): V2 => … }`.
 */
export function ownEvent<Schema extends z.ZodObject>(
  about: string,
  schema: Schema,
  {
    version = 1,
    upcast = {},
  }: { version?: number; upcast?: Readonly<Record<number, Upcast>> } = {},
): EventType<z.output<Schema>, "own"> {
  return {
    kind: "own",
    version,
    about,
    current(data, from) {
      let value = data;
      for (let at = from; at < version; at += 1) {
        const next = upcast[at];
        if (next === undefined)
          throw new Error(`Nothing brings version ${at} of the event "${about}" to ${at + 1}`);
        value = next(value as never);
      }
      if (from > version)
        throw new Error(`The event "${about}" is of version ${from}, newer than ${version}`);
      return value as z.output<Schema>;
    },
    check(data) {
      const read = schema.strict().safeParse(data);
      if (read.success) return { ok: true, version, data: read.data };
      return { ok: false, message: sayIssues(read.error) };
    },
    personal: () => personalNames(schema),
  };
}

/** Events that deadlines of this name become when they pass. */
export function deadlineEvent(about: string): EventType<DeadlinePassed, "deadline"> {
  return {
    kind: "deadline",
    version: 1,
    about,
    current: (data) => data as DeadlinePassed,
    check: () => ({ ok: false, message: "only a deadline that passes becomes such an event" }),
    personal: () => new Set(),
  };
}
