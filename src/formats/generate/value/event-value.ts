import type { FieldDefinition } from "../../../catalogue/definition.ts";
import type { JsonLimits, JsonType } from "../../../catalogue/json-event-definition.ts";
import type { SubjectKind } from "../../../core/file/document.ts";
import type { MadeUpMember } from "../event-members.ts";
import { fitText } from "../fit-text.ts";
import type { SpotSurroundings } from "../spot.ts";
import { namedValue } from "./named-value.ts";

/** A value of an event. */
export type EventValue =
  | string
  | number
  | boolean
  | null
  | readonly EventValue[]
  | { readonly [name: string]: EventValue };

/** The place of a member without members of its own. */
interface MemberSpot {
  readonly member: MadeUpMember;
  /** What a message is about, where the member says so. */
  readonly subject: SubjectKind | null;
  /** What it says of the event; null where it may say anything. */
  readonly told: string | null;
  readonly surroundings: SpotSurroundings;
}

/** Longest text that is made up; events have no limits. */
const textLength = 100;

/** A value of the member's type; an empty text where nothing suits a member that may be missing. */
export function memberValue(spot: MemberSpot): EventValue {
  const { told } = spot;
  const type = spot.member.field?.type ?? "text";
  const text = told ?? textOf(spot, type);
  switch (type) {
    case "integer":
    case "number":
      return numberIn(spot.member.field?.range ?? null, numberOf(text));
    case "boolean":
      return told === null ? spot.surroundings.scene.random.chance(0.5) : text === "true";
    case "list":
    case "text-list":
      return [text];
    case "text-or-list":
      // What distinguishes kinds is reported as plainly as can be.
      if (told !== null || (spot.member.field?.codes ?? null) !== null) return text;
      return spot.surroundings.scene.random.chance(0.5) ? text : [text];
    case "object":
      return {};
    case "date":
      return text.slice(0, "yyyy-MM-dd".length);
    default:
      return text;
  }
}

/** Names of times that are sent as text. */
const timeName = /(?:Date|Time|Timestamp)$/;

function textKind(type: JsonType): "date" | "datetime" | "text" {
  return type === "date" || type === "datetime" ? type : "text";
}

/** A number as it is, else its digits. */
function numberOf(text: string): number {
  const number = Number(text);
  return Number.isFinite(number) ? number : Number(text.replaceAll(/\D/g, "").slice(0, 15));
}

/** The number where it is within limits, else one that is. */
function numberIn(limits: JsonLimits | null, number: number): number {
  const [least, most] = limits ?? [null, null];
  if (number >= (least ?? number) && number <= (most ?? number)) return number;
  if (least === null || most === null) return least ?? most ?? number;
  return least + (Math.abs(number) % (most - least + 1));
}

function textOf(spot: MemberSpot, type: JsonType): string {
  const { member, surroundings } = spot;
  const { field } = member;
  const made = madeText(spot, type);
  if (field === null || made === "") return made;
  return fitText(made, field, surroundings.scene.random);
}

function madeText({ member, subject, surroundings }: MemberSpot, type: JsonType): string {
  const { name, field } = member;
  const kind = type === "text" && timeName.test(name) ? "datetime" : textKind(type);
  const described: FieldDefinition = {
    item: null,
    name,
    key: name,
    format:
      type === "number" || type === "integer"
        ? { kind: "number", digits: 15, decimals: 0, signed: false }
        : kind === "text"
          ? { kind, length: Math.max(1, field?.length?.[1] ?? textLength) }
          : { kind },
    inferred: false,
    required: member.always,
    unused: false,
    codes: field?.codes ?? null,
    personal: field?.personal ?? false,
  };
  const layout = kind === "date" ? "yyyy-MM-dd" : "iso";
  return namedValue({ field: described, layout, subject, line: false, surroundings });
}
