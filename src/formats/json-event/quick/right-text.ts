import { fitsLayout } from "../../text-time.ts";
import { characters } from "../check-value.ts";
import { writtenZone } from "../known-values.ts";
import { isPlainTime } from "./plain-time.ts";
import type { PlanMember } from "./quick-plan.ts";
import { tokenOf } from "./token.ts";

/** Texts of so many bytes at most are remembered by a number. */
const short = 4;
/** Most of them for a member. */
const mostShort = 64;
/** Longest text that is remembered by its bytes. */
const longestRight = 40;

/** Whether a text between two places is as planned in all but its length. The whole text is of ASCII. */
export function isRightText(
  plan: PlanMember,
  text: string,
  bytes: Uint8Array,
  start: number,
  end: number,
): boolean {
  const length = end - start;
  const number = length <= short ? numberOf(bytes, start, end) : 0;
  if (number > 0 && plan.shortRight.has(number)) return true;
  const { type, codes, pattern, straight } = plan;
  const isTime = type === "datetime" && isPlainTime(bytes, start, end);
  if (pattern !== null && straight !== null && !straight.matches(bytes, start, end)) return false;
  const isChecked = codes === null && (pattern === null || straight !== null);
  if (isChecked && (isTime || type === "text")) return true;
  const value = text.slice(start, end);
  if (!isRightKind(plan, value)) return false;
  if (number > 0) {
    if (plan.shortRight.size < mostShort) plan.shortRight.add(number);
  } else if (length <= longestRight) plan.right = codes?.get(value) ?? tokenOf(`${value}"`);
  return true;
}

/** Whether a text is as planned, its length included. */
export function isRightValue(plan: PlanMember, value: string): boolean {
  const count = characters(value);
  if (count < plan.shortest || count > plan.longest) return false;
  return !plan.isClose || isRightKind(plan, value);
}

function isRightKind({ type, codes, pattern }: PlanMember, value: string): boolean {
  if (type === "datetime" && writtenZone(value) === null) return false;
  if (type === "date" && !fitsLayout("yyyy-MM-dd", value)) return false;
  if (codes !== null && !codes.has(value)) return false;
  return pattern === null || pattern.test(value);
}

function numberOf(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) number = number * 128 + (bytes[at] ?? 0);
  return number;
}
