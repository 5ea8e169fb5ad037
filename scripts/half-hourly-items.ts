import type { FactMember } from "./half-hourly-facts.ts";

/** Names that members had in earlier versions, or in the publisher's own examples. */
export const earlierNames: Readonly<Record<string, readonly string[]>> = {
  B900: ["B900List"],
  CSSRegistrationID: ["CSSRegistrationRequestID"],
  supplierEffectiveFromDate: ["incomingSupplierEffectiveFromDate"],
  supplierEffectiveToDate: ["outgoingSupplierEffectiveToDate"],
  senderRoleID: ["senderRole"],
  periodDuration: ["settlementPeriodDuration"],
  environmentTag: ["environment"],
  senderTimestamp: ["sentTimestamp"],
};

/**
 * What a process cannot do without: which message it is, about what, from whom, when, and how it was
 * decided. All else is taken with a warning when it breaks its definition.
 */
const neededNames: ReadonlySet<string> = new Set([
  "senderUniqueReference",
  "senderTimestamp",
  "senderDIPID",
  "MPANCore",
  "principalMPAN",
  "responseCode",
  "supplierEffectiveFromDate",
  "incomingMeteringServiceEffectiveFromDate",
  "incomingDataServiceEffectiveFromDate",
]);

/** Says who or where a person is, or how to reach them. */
const personalNames =
  /^(?:meteringPointPostcode|addressLine\d|.*(?:ContactName|Email|TelephoneNumber)|.*AddressLine\d|.*Post[cC]ode)$/;

/** Settlement days are days of UTC: they begin at its midnight. */
const utcMidnight = "^\\d{4}-\\d{2}-\\d{2}T00:00:00(?:\\.0+)?(?:Z|\\+00:00)$";

/** A member without members, as `items.json` has it. */
export function itemOf(name: string, member: FactMember): object {
  const { min, max, least, most, pattern, nullable } = member;
  const codes = member.codes?.filter((code) => code !== null);
  const type = typeOf(name, member);
  const shape = name === "settlementDayDate" ? utcMidnight : pattern;
  const isText = type === undefined || type === "datetime";
  const hasLength = codes === undefined && isText && (min ?? max) !== undefined;
  const aliases = earlierNames[name];
  return {
    ...(type !== undefined && { type }),
    ...(nullable === true && { nullable }),
    ...(neededNames.has(name) && { needed: true }),
    ...(hasLength && { length: [min ?? 0, max ?? null] }),
    ...((least ?? most) !== undefined && { range: [least ?? null, most ?? null] }),
    ...(shape !== undefined && { pattern: plainPattern(shape) }),
    ...(codes !== undefined && { codes }),
    ...(personalNames.test(name) && { personal: true }),
    ...(aliases !== undefined && { aliases }),
  };
}

/** `^\d{13}?$` and `^\d{4,4}$` are `^\d{13}$` and `^\d{4}$`. */
function plainPattern(pattern: string): string {
  return pattern.replace(/\{(\d+)\}\?/g, "{$1}").replace(/\{(\d+),\1\}/g, "{$1}");
}

/** Timestamps are 25 characters, days 10; lengths alone do not tell a day from an identifier. */
function typeOf(name: string, { type, min, max }: FactMember): string | undefined {
  if (type !== undefined) return type;
  if (min === 25 && max === 25) return "datetime";
  return min === 10 && max === 10 && /Date$/.test(name) ? "date" : undefined;
}
