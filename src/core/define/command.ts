import { z } from "zod";
import type { EffectOf } from "./action.ts";
import type { EventEffect, Refusal } from "./effect.ts";
import type { EventTypes } from "./event-type.ts";
import { personalNames } from "./personal-names.ts";
import { sayIssues, sayOneIssue } from "./say-issues.ts";

/** What a command decides: the events to record, or an expected no. */
export type Decision<Allowed = EventEffect> = Allowed | readonly Allowed[] | Refusal;

/** A command's data that was read, or what is wrong with it. */
export type CommandData =
  | { readonly ok: true; readonly data: object }
  | {
      readonly ok: false;
      readonly message: string;
      /** Each thing that is wrong, by where it is in the data. */
      readonly issues: readonly { readonly path: string; readonly message: string }[];
    };

/** Something that people may ask of a process. It validates and decides; it does nothing else. */
export interface Command<State, Allowed = EventEffect> {
  /** e.g. `do_change_delivery_date`. */
  readonly name: string;
  /** One sentence for people. */
  readonly about: string;
  /** Whether it may open the process when it is not there. */
  readonly opens: boolean;
  /** What a process goes by from then on that the command is recorded on. `data` is what `read` gave. */
  readonly references: (key: string, data: never) => readonly string[];
  /** JSON Schema of its data. */
  readonly jsonSchema: () => object;
  readonly read: (data: unknown) => CommandData;
  /** Names in its data that are marked as saying something of persons. */
  readonly personal: () => ReadonlySet<string>;
  /** `data` is what `read` gave. */
  readonly decide: (state: State, data: never, now: number) => Decision<Allowed>;
}

/** A command as whoever runs it knows it, whatever its process's state is. */
export interface RunnableCommand<State = unknown>
  extends Pick<Command<State>, "name" | "about" | "opens" | "jsonSchema" | "read" | "personal"> {
  /** `data` is what `read` gave. */
  references(key: string, data: object): readonly string[];
  /** `data` is what `read` gave. */
  decide(state: State, data: object, now: number): Decision;
}

/** A command that a process with these event types may have. */
export type CommandOn<State, Types extends EventTypes> = Command<
  State,
  Extract<EffectOf<Types>, { kind: "event" }>
>;

/** A command. Its data's schema is strict: what it does not name is refused. */
export function command<State, Schema extends z.ZodObject, Allowed>(said: {
  readonly name: `do_${string}`;
  readonly about: string;
  readonly data: Schema;
  readonly opens?: boolean;
  readonly references?: (key: string, data: z.output<Schema>) => readonly string[];
  readonly decide: (state: State, data: z.output<Schema>, now: number) => Decision<Allowed>;
}): Command<State, Allowed> {
  const schema = said.data.strict();
  return {
    name: said.name,
    about: said.about,
    opens: said.opens ?? false,
    jsonSchema: () => z.toJSONSchema(schema),
    personal: () => personalNames(schema),
    read(data) {
      const read = schema.safeParse(data);
      if (read.success) return { ok: true, data: read.data };
      const issues = read.error.issues.map((issue) => ({
        path: issue.path.join("."),
        message: sayOneIssue(issue),
      }));
      return { ok: false, message: sayIssues(read.error), issues };
    },
    references: said.references ?? (() => []),
    decide: said.decide,
  };
}
