import type { SubjectKind } from "../core/document.ts";

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
  | "boolean"
  | "date"
  | "datetime"
  | "object"
  | "list"
  /** Text or a list of texts. */
  | "text-or-list";

/** A member of an event that the definition knows; others are kept and not looked at. */
export interface JsonFieldDefinition {
  /** From the event's top; through lists, it is true of each element. */
  readonly path: JsonPath;
  readonly type: JsonType;
  readonly required: boolean;
  /** Values known so far: another one is a warning. Null when there is no list. */
  readonly codes: readonly string[] | null;
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
  readonly versionFrom: JsonSource;
  /** The sender's own identifier of the event. */
  readonly identity: JsonSource;
  readonly created: JsonSource;
  readonly testFlag: JsonSource;
  readonly from: { readonly role: JsonSource; readonly participant: JsonSource };
  readonly to: { readonly role: JsonSource; readonly participant: JsonSource };
  /** What a message is about: `kind` when its text is 13 digits, else `otherwise`. */
  readonly subject: {
    readonly paths: readonly JsonPath[];
    readonly kind: SubjectKind;
    readonly otherwise: SubjectKind;
  } | null;
  /** Values given under one name however they are sent, e.g. `registrationId`; they stand in `$known` of the data. */
  readonly known: readonly {
    readonly name: string;
    readonly paths: readonly JsonPath[];
    /** Always given as a list; `"[A,B]"` and `"A"` are lists, too. */
    readonly list: boolean;
  }[];
  readonly fields: readonly JsonFieldDefinition[];
}
