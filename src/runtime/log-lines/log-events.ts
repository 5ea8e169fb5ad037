import { daemonLines } from "./daemon-lines.ts";
import { intakeLines } from "./intake-lines.ts";
import { stageLines } from "./stage-lines.ts";

/**
 * Every line that the daemon writes into its log, by the name that it carries as `event`. Names and fields
 * stay as they are, so that alerts may be built on them; docs/log.md lists them for people.
 */
export const logEvents = { ...daemonLines, ...intakeLines, ...stageLines } as const;

/** The name of a line of the log. */
export type LogEvent = keyof typeof logEvents;

type FieldsOf<Name extends LogEvent> = (typeof logEvents)[Name]["fields"][number];
type Optional<Field extends string> = Field extends `${infer Bare}?` ? Bare : never;
type Needed<Field extends string> = Field extends `${string}?` ? never : Field;

/** What a line carries: its name and its fields. */
export type LogDetails<Name extends LogEvent = LogEvent> = Name extends LogEvent
  ? { readonly event: Name } & { readonly [Field in Needed<FieldsOf<Name>>]: unknown } & {
      readonly [Field in Optional<FieldsOf<Name>>]?: unknown;
    }
  : never;
