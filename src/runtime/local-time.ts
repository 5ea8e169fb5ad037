/**
 * A moment, in milliseconds since 1970 or as views give it, in local time for people, with its zone, e.g.
 * `2026-03-02 15:31:51 GMT`.
 */
export function localTime(at: number | string): string {
  const date = new Date(at);
  const day = [date.getFullYear(), pad(date.getMonth() + 1), pad(date.getDate())].join("-");
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(pad).join(":");
  return `${day} ${time} ${zoneName(date)}`;
}

let zoneNames: Intl.DateTimeFormat | null = null;

/** What people in the United Kingdom call the zone at a moment: `GMT`, `BST`, `UTC`, `CET`, `GMT-5`. */
function zoneName(at: Date): string {
  zoneNames ??= new Intl.DateTimeFormat("en-GB", { timeZoneName: "short" });
  return zoneNames.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** How long ago in words as short as they can be, e.g. `3 s ago`, `2 min ago`; never in the future. */
export function ago(at: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - at) / 1000));
  if (seconds < 90) return `${seconds} s ago`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min ago`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.round(hours / 24)} days ago`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
