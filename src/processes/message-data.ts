import { type GroupData, isGroup } from "../core/file/document.ts";

/** The groups directly below a group: single ones and the occurrences of repeating ones, in order. */
export function groupsBelow(group: GroupData): GroupData[] {
  return Object.values(group).flat().filter(isGroup);
}

/** The group and all groups below it, from the top down. */
export function groupsIn(data: unknown): GroupData[] {
  return isGroup(data) ? [data, ...groupsBelow(data).flatMap(groupsIn)] : [];
}

/** The text of a field of this very group; null when it is empty. */
export function fieldOf(group: GroupData, name: string): string | null {
  const value = Object.hasOwn(group, name) ? group[name] : undefined;
  return typeof value === "string" ? value : null;
}

/** The text of a field wherever it first is in a message's data; null when it is nowhere. */
export function fieldIn(data: unknown, name: string): string | null {
  for (const group of groupsIn(data)) {
    const value = fieldOf(group, name);
    if (value !== null) return value;
  }
  return null;
}

/** An industry date, `ccyymmdd`, as `ccyy-mm-dd`; null when there is none or it is not one. */
export function isoDate(text: string | null): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text ?? "");
  return match === null ? null : match.slice(1).join("-");
}

/** An industry date and time, `ccyymmddhhmmss`, as `ccyy-mm-ddThh:mm:ss` without a zone; null likewise. */
export function isoDateTime(text: string | null): string | null {
  const match = /^(\d{8})(\d{2})(\d{2})(\d{2})$/.exec(text ?? "");
  if (match === null) return null;
  const [, date = "", ...time] = match;
  return `${isoDate(date)}T${time.join(":")}`;
}
