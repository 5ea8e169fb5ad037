import type { AddresseeRule } from "../core/file/addressee.ts";
import type { SubjectKind } from "../core/file/document.ts";
import type { Party } from "../core/file/envelope.ts";
import type { FlowSettings } from "../core/file/flow-settings.ts";
import type { FileNames, FileTold } from "./file-names.ts";
import type { FlowRules } from "./flow-rules.ts";
import type { SubjectKinds } from "./identifier.ts";
import type { JsonEventDefinition } from "./json-event-definition.ts";

/**
 * The families that files belong to, by name: those of record trees are added each in its own folder, so that the
 * compiler asks for its line in the registry of families.
 */
export interface Families {
  readonly "headed-csv": "table";
  readonly "json-event": "event";
}

/** A family that files belong to. */
export type Family = keyof Families;

/** A family of record trees. */
export type TreeFamily = {
  [Name in Family]: Families[Name] extends "tree" ? Name : never;
}[Family];

/** How the text of a field is to be read and checked (DTC 15.4, domain definitions). */
export type FieldFormat =
  /** CHAR(n): up to `length` characters. */
  | { readonly kind: "text"; readonly length: number }
  /** NUM(n,m) and INT(n): up to `digits` digits, of which up to `decimals` behind the point. */
  | {
      readonly kind: "number";
      readonly digits: number;
      readonly decimals: number;
      readonly signed: boolean;
    }
  /** DATE, ccyymmdd from 1950 to 2199. */
  | { readonly kind: "date" }
  /** DATETIME, ccyymmddhhmmss. */
  | { readonly kind: "datetime" }
  /** TIME, hhmmss. */
  | { readonly kind: "time" }
  /** BOOLEAN, `T` or `F`. */
  | { readonly kind: "boolean" }
  /** The catalogue states no format: any text. */
  | { readonly kind: "any" };

/** One field of a group, at a fixed position. */
export interface FieldDefinition {
  /** Data item reference, e.g. `J0003`; null in withdrawn flows where it is not known. */
  readonly item: string | null;
  /** The catalogue's name, e.g. `MPAN Core`. */
  readonly name: string;
  /** Name in data: camel case of `name`, unique within its group, e.g. `mpanCore`. */
  readonly key: string;
  readonly format: FieldFormat;
  /** The catalogue states no format for the item, a like item's is given: what breaks it is no error. */
  readonly inferred: boolean;
  readonly required: boolean;
  /** The position is kept but always empty. */
  readonly unused: boolean;
  /** The values the catalogue lists; null when it lists none. Advisory: lists in the source are incomplete. */
  readonly codes: readonly string[] | null;
  /** Tells something about a person (a name, an address, a telephone number): erasure replaces it. */
  readonly personal: boolean;
}

/** Where a message's subject is. */
export interface SubjectField {
  /** Index into the group's `fields`. The field may be optional: then a message may be without subject. */
  readonly field: number;
  readonly kind: SubjectKind;
}

/** One group (record) of a flow, with the groups below it. Its code may occur at several places in a flow. */
export interface GroupDefinition {
  /** e.g. `026`. */
  readonly code: string;
  readonly name: string;
  /**
   * Name in data: camel case of `name`, or of `Group` and its code where it has none. Unique among its
   * siblings and the fields beside it; of a group above or beside a message, unique among all such
   * groups of the flow and the fields and groups of its messages.
   */
  readonly key: string;
  readonly min: number;
  /** Null: no limit. */
  readonly max: number | null;
  /** The exact numbers of occurrences that are right, e.g. 46, 48 or 50 half hours; null when `min` and `max` say all. */
  readonly counts: readonly number[] | null;
  /** Stated as mandatory, yet known or reasoned to depend on a condition: its absence is no error. */
  readonly conditional: boolean;
  /** Each occurrence is a message of its own. */
  readonly message: boolean;
  /** Which of the fields says what the message is about; null when none does, or the group is no message. */
  readonly subject: SubjectField | null;
  readonly fields: readonly FieldDefinition[];
  readonly groups: readonly GroupDefinition[];
}

/** One version of a flow: everything that a reader, a checker or a page of documentation needs. */
export interface FlowDefinition {
  /** e.g. `D0010`. */
  readonly flow: string;
  /** e.g. `002`. */
  readonly version: string;
  readonly name: string;
  readonly family: TreeFamily;
  readonly rules: FlowRules;
  /** From which role to which, in the catalogue's role names. */
  readonly routes: readonly (readonly [from: string, to: string])[];
  /** No longer in the catalogue; kept so that old files can be read. */
  readonly withdrawn: boolean;
  /**
   * Only part of the flow is known: records of other codes and fields after those listed may come, and
   * are kept as they are.
   */
  readonly partial: boolean;
  readonly groups: readonly GroupDefinition[];
  /** What its files call things, where that is not what the catalogue does; absent where they do as it does. */
  readonly names?: FileNames;
}

/** How bytes are text. */
export type Charset = "utf-8" | "latin1";

/** A column of a headed CSV file; found by name, so its place does not matter. */
export interface ColumnDefinition extends FieldDefinition {
  /** Other names that a header line may give it. */
  readonly aliases: readonly string[];
  /** How a date, datetime or time is written; null for other formats. */
  readonly layout: string | null;
  /** Called once for each line of a message, not once for the message. */
  readonly line: boolean;
  /** Blanks inside its values are left out, as in `99 9999 9999 999`. */
  readonly closed: boolean;
}

/** One version of a flow whose files are CSV: a line of column names, then rows; no header, no trailer. */
export interface TableDefinition {
  readonly family: "headed-csv";
  /** e.g. `ORDERS`. */
  readonly flow: string;
  readonly version: string;
  readonly name: string;
  readonly delimiter: string;
  readonly charset: Charset;
  /** Blanks around values are left out. */
  readonly trim: boolean;
  /** Who sends it to whom, as far as the definition knows: the file does not say. */
  readonly from: Party;
  readonly to: Party;
  readonly columns: readonly ColumnDefinition[];
  /** Names of columns that all must be there for a header line to be this table's; empty: most of those required. */
  readonly recognisedBy: readonly string[];
  /** Keys of the columns that rows of one message agree in; empty: each row is a message. */
  readonly groupBy: readonly string[];
  /** The column that says what a message is about, by key; null when none does. See `subjectKindOf`. */
  readonly subject: (SubjectKinds & { readonly column: string }) | null;
}

/** A flow version by name: `find` gives those of a `TreeFamily`, `tables` and `jsonEvents` the others. */
export interface ListedFlow {
  readonly flow: string;
  readonly version: string;
  readonly name: string;
  readonly family: Family;
}

/** The flows a reader may meet. */
export interface Catalogue {
  /**
   * The definition of a flow: of that version, else of the newest one, else null.
   * `exact` is false when another version is used.
   */
  find(
    flow: string,
    version: string | null,
  ): { readonly definition: FlowDefinition; readonly exact: boolean } | null;
  /**
   * The flow that a file is of, where headers name only a kind of flow (RGMA); null where no flow's files
   * are of that type. Absent where there are no such flows.
   */
  ofFile?(told: FileTold): FlowDefinition | null;
  /** Every flow version of every family, without loading the record trees. */
  list(): readonly ListedFlow[];
  /** The flows that are headed CSV; users' own come first. */
  tables(): readonly TableDefinition[];
  /** The flows that are JSON events; users' own come first. */
  jsonEvents(): readonly JsonEventDefinition[];
  /** A data item by reference, e.g. `J0003` or, of gas, `A0072`; null when there is none. */
  item(reference: string): ItemDefinition | null;
  /** What this installation makes of a flow; absent where there is no installation. */
  settings?(flow: string): FlowSettings;
  /** Whom files that come in are addressed to; absent where nobody said who we are. */
  readonly addressee?: AddresseeRule;
}

/** A data item, wherever it is. */
export interface ItemDefinition {
  readonly name: string;
  /** Its values; null when the catalogue lists none. A field may have others. */
  readonly codes: readonly string[] | null;
  /** What codes stand for, by code, where that is known. */
  readonly labels: CodeLabels;
}

/** What codes stand for, by code; a code may be missing. */
export type CodeLabels = Readonly<Record<string, string>>;
