import type { SubjectKinds } from "./identifier.ts";

/** A place in an event: member names from its top, e.g. `CommonBlock.S0.interfaceID`. */
export type JsonPath = string;

/** Where a value is taken from: the first of the paths that has one, or the definition itself. */
export type JsonSource =
  | { readonly paths: readonly JsonPath[] }
  | { readonly value: string }
  | null;

/** What a known member of an event holds. */
export type JsonType =
  | "text"
  | "number"
  | "integer"
  | "boolean"
  | "date"
  | "datetime"
  | "object"
  | "list"
  /** Text or a list of texts. */
  | "text-or-list"
  /** A list of texts. */
  | "text-list";

/** The events in which something is so: those whose member at `path` has one of the values. */
export interface JsonCondition {
  readonly path: JsonPath;
  readonly values: readonly string[];
}

/** Least and most of something; null: no limit. */
export type JsonLimits = readonly [least: number | null, most: number | null];

/** A member of an event that the definition knows; others are kept and not looked at. */
export interface JsonFieldDefinition {
  /** From the event's top; through lists, it is true of each element. */
  readonly path: JsonPath;
  readonly type: JsonType;
  /** It must have a value; within an object or a list that may be missing, only where that is there. */
  readonly required: boolean;
  /**
   * The events that it is in: elsewhere it need not be there. A path may occur several times, with
   * different events. Null: all.
   */
  readonly when: JsonCondition | null;
  /** It may be null where it must be there; a writer writes null where it has no value. */
  readonly nullable: boolean;
  /** What breaks the definition is a warning, save a value of another type. */
  readonly advice: boolean;
  /** A regular expression that its text is to match; a text that does not is a warning. */
  readonly pattern: string | null;
  /** How many characters a text is to have, each text of a list of texts, too. */
  readonly length: JsonLimits | null;
  /** Least and greatest number. */
  readonly range: JsonLimits | null;
  /** How many elements a list is to have. */
  readonly count: JsonLimits | null;
  /** Other names that senders give it, in place of the last of the path. */
  readonly aliases: readonly string[];
  /** Values known so far: another one is a warning. Null when there is no list. */
  readonly codes: readonly string[] | null;
  /** The codes are all there are: another value holds the message. */
  readonly exhaustive: boolean;
  readonly personal: boolean;
}

/** One version of a flow whose files are JSON: one event, or an array of them. */
export interface JsonEventDefinition {
  readonly family: "json-event";
  /** e.g. `CSS02300`. */
  readonly flow: string;
  readonly version: string;
  readonly name: string;
  /** The member that says which event it is, and its values for this flow. */
  readonly discriminator: { readonly path: JsonPath; readonly values: readonly string[] };
  /** A name under which the whole event may be wrapped, e.g. `payload`; null when it never is. */
  readonly wrapper: string | null;
  /** The member that holds one object or an array of them, each a message of its own; null: one message an event. */
  readonly items: JsonPath | null;
  /** Names of members count whatever their capitals. Data has them as the definition does. */
  readonly anyCase: boolean;
  /** It names every member there is: another one is a warning. Objects of which it names none are open. */
  readonly closed: boolean;
  /** Replaces a value that the recipient may not see, in members with codes and personal ones. */
  readonly mask: string | null;
  readonly versionFrom: JsonSource;
  /** The sender's own identifier of the event. */
  readonly identity: JsonSource;
  readonly created: JsonSource;
  readonly testFlag: JsonSource;
  readonly from: { readonly role: JsonSource; readonly participant: JsonSource };
  readonly to: { readonly role: JsonSource; readonly participant: JsonSource };
  /** What a message is about: `kind` when its text is 13 digits, else `otherwise`. */
  readonly subject: (SubjectKinds & { readonly paths: readonly JsonPath[] }) | null;
  /** Values given under one name however they are sent, e.g. `registrationId`; they are in `$known` of the data. */
  readonly known: readonly {
    readonly name: string;
    readonly paths: readonly JsonPath[];
    /** Always given as a list; `"[A,B]"` and `"A"` are lists, too. */
    readonly list: boolean;
  }[];
  readonly fields: readonly JsonFieldDefinition[];
}
