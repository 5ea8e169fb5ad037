import type { FieldDefinition } from "../../catalogue/definition.ts";
import type { JsonType } from "../../catalogue/json-event-definition.ts";
import type { SubjectKind } from "../../core/document.ts";
import type { EventMember } from "./event-members.ts";
import { namedValue } from "./named-value.ts";
import type { Surroundings } from "./spot.ts";

/** A value of an event. */
export type EventValue =
  | string
  | number
  | boolean
  | readonly EventValue[]
  | { readonly [name: string]: EventValue };

/** The place of a member without members of its own. */
interface MemberSpot {
  readonly member: EventMember;
  /** What a message is about, where the member says so. */
  readonly subject: SubjectKind | null;
  /** What it says of the event; null where it may say anything. */
  readonly told: string | null;
  readonly surroundings: Surroundings;
}

/** Longest text that is made up; events have no limits. */
const textLength = 100;

/** A value of the member's type; an empty text where nothing suits a member that may be missing. */
export function memberValue(spot: MemberSpot): EventValue {
  const { told } = spot;
  const type = spot.member.field?.type ?? "text";
  const text = told ?? textOf(spot, type);
  switch (type) {
    case "number":
      return numberOf(text);
    case "boolean":
      return told === null ? spot.surroundings.scene.random.chance(0.5) : text === "true";
    case "list":
      return [text];
    case "text-or-list":
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

function textOf({ member, subject, surroundings }: MemberSpot, type: JsonType): string {
  const { name, field } = member;
  const kind = type === "text" && timeName.test(name) ? "datetime" : textKind(type);
  const described: FieldDefinition = {
    item: null,
    name,
    key: name,
    format:
      type === "number"
        ? { kind: "number", digits: 15, decimals: 0, signed: false }
        : kind === "text"
          ? { kind, length: textLength }
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
