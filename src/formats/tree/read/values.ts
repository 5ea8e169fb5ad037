import type { ProblemCode } from "../../problem-codes.ts";

/**
 * Checks of values as they are in the bytes, `start` to `end`. They are written as loops over byte
 * values because every value of every file goes through them. Each gives the code of what is wrong,
 * or null. Formats: DTC 15.4, domain definitions.
 */

const zero = 0x30;

/** Value of two digits, or -1 when they are not. */
function twoDigits(bytes: Buffer, at: number): number {
  const tens = (bytes[at] ?? 0) - zero;
  const ones = (bytes[at + 1] ?? 0) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isDay(bytes: Buffer, start: number): boolean {
  const century = twoDigits(bytes, start);
  const rest = twoDigits(bytes, start + 2);
  const month = twoDigits(bytes, start + 4);
  const day = twoDigits(bytes, start + 6);
  if (century < 0 || rest < 0 || month < 1 || month > 12 || day < 1) return false;
  const year = century * 100 + rest;
  return year >= 1950 && year <= 2199 && day <= daysIn(year, month);
}

function isTimeOfDay(bytes: Buffer, start: number): boolean {
  const hour = twoDigits(bytes, start);
  const minute = twoDigits(bytes, start + 2);
  const second = twoDigits(bytes, start + 4);
  return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
}

/** DATE, ccyymmdd: a real day from 1950 to 2199. */
export function checkDate(bytes: Buffer, start: number, end: number): ProblemCode | null {
  return end - start === 8 && isDay(bytes, start) ? null : "BAD_DATE";
}

/** DATETIME, ccyymmddhhmmss. */
export function checkDateTime(bytes: Buffer, start: number, end: number): ProblemCode | null {
  const right = end - start === 14 && isDay(bytes, start) && isTimeOfDay(bytes, start + 8);
  return right ? null : "BAD_DATETIME";
}

/** TIME, hhmmss. */
export function checkTime(bytes: Buffer, start: number, end: number): ProblemCode | null {
  return end - start === 6 && isTimeOfDay(bytes, start) ? null : "BAD_TIME";
}

/** BOOLEAN, `T` or `F`. */
export function checkBoolean(bytes: Buffer, start: number, end: number): ProblemCode | null {
  const right = end - start === 1 && (bytes[start] === 0x54 || bytes[start] === 0x46);
  return right ? null : "BAD_BOOLEAN";
}

/**
 * NUM(digits, decimals) and INT(digits). Lenient on how the digits are split: all together at most
 * `digits`, behind the point at most `decimals`. Leading zeros are as good as other digits.
 */
export function checkNumber(
  bytes: Buffer,
  start: number,
  end: number,
  digits: number,
  decimals: number,
  signed: boolean,
): ProblemCode | null {
  let at = start;
  const first = bytes[at];
  if (signed && (first === 0x2d || first === 0x2b)) at += 1;
  let whole = 0;
  for (; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit < 0 || digit > 9) break;
    whole += 1;
  }
  let behind = 0;
  if (at < end) {
    if (bytes[at] !== 0x2e) return "BAD_NUMBER";
    for (at += 1; at < end; at += 1) {
      const digit = (bytes[at] ?? 0) - zero;
      if (digit < 0 || digit > 9) return "BAD_NUMBER";
      behind += 1;
    }
    if (behind === 0) return "BAD_NUMBER";
  }
  if (whole + behind === 0) return "BAD_NUMBER";
  if (behind > decimals) return "TOO_MANY_DECIMALS";
  return whole + behind > digits ? "TOO_MANY_DIGITS" : null;
}
