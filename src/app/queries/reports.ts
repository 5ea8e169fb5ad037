import type { EventRecord } from "../../core/event/event.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import type { ReportFilter } from "../../store/port/report-store.ts";
import { neverRecorded, refuseUnknownType } from "../asked/known-words.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import type {
  DurationReportView,
  EventReportView,
  ProcessReportView,
} from "../views/report-view.ts";
import { newestOnly } from "./newest-only.ts";

/** What events are counted by. */
export type EventKey = "type" | "process-type" | "day" | "sender";

/** Of which processes and events a report is. */
export interface ReportWanted {
  readonly type?: string;
  /** Only events recorded since then, in milliseconds since 1970. */
  readonly since?: number;
  /** Only so many of the newest events, which is said. */
  readonly most?: number;
}

/** A report, and what is to be known of it besides. */
export interface SumReport<Row> {
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** How many events there are, by what is asked; `zone`: whose days are meant, e.g. `Europe/London`. */
export async function reportOnEvents(
  of: OpenInstallation,
  wanted: ReportWanted & { readonly by: readonly EventKey[]; readonly zone: string },
): Promise<SumReport<EventReportView>> {
  const { by, zone } = wanted;
  const dayOf = daysIn(zone);
  const bySender = by.includes("sender");
  const { filter, notes } = await filterOf(of, wanted);
  const counts = await of.store.reports.events({ filter, bySender });
  const rows = new Map<string, EventReportView>();
  for (const { processType, type, hour, sender, events } of counts) {
    const known = { type, "process-type": processType, day: dayOf(hour), sender };
    const row = Object.fromEntries(by.map((key) => [key, known[key]]));
    const name = JSON.stringify(row);
    rows.set(name, { ...row, events: (rows.get(name)?.events ?? 0) + events });
  }
  return reportOf(of, wanted, [...rows.values()].sort(inOrder), notes);
}

/** How many processes there are of each type and status. */
export async function reportOnProcesses(
  of: OpenInstallation,
  wanted: Pick<ReportWanted, "type">,
): Promise<SumReport<ProcessReportView>> {
  const counts = await of.store.reports.processes();
  const rows = counts
    .filter(({ type }) => type === (wanted.type ?? type))
    .map(({ type, status, processes }) => ({ type, status: status ?? "not built", processes }));
  return reportOf(of, wanted, rows);
}

/** How long processes took from one event to another, in milliseconds: shares of them took no longer. */
export async function reportOnDurations(
  of: OpenInstallation,
  wanted: ReportWanted & { readonly from: string; readonly to: string },
): Promise<SumReport<DurationReportView>> {
  const { from, to } = wanted;
  const { filter, notes } = await filterOf(of, wanted);
  const found = await of.store.reports.durations({ filter, from, to });
  const sorted = Float64Array.from(found).sort();
  const [shortest] = sorted;
  const longest = sorted.at(-1);
  if (shortest === undefined || longest === undefined) {
    const { rows } = await reportOf<DurationReportView>(of, wanted, []);
    return { rows, notes: [...notes, ...(await neverRecorded(of, [from, to]))] };
  }
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? longest;
  const shares = { p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99) };
  const row = { from, to, processes: sorted.length, shortest, ...shares, longest };
  return { rows: [row], notes };
}

/** Rejects with a refusal where nothing was found of a type that there is not. */
async function reportOf<Row>(
  of: OpenInstallation,
  { type }: Pick<ReportWanted, "type">,
  rows: readonly Row[],
  notes: readonly string[] = [],
): Promise<SumReport<Row>> {
  if (rows.length === 0) await refuseUnknownType(of, type);
  return { rows, notes };
}

async function filterOf(
  { store }: OpenInstallation,
  { type, since, most }: ReportWanted,
): Promise<{ readonly filter: ReportFilter; readonly notes: readonly string[] }> {
  const first = async (list: AsyncIterable<EventRecord>) => {
    for await (const { seq, recordedAt } of list) return { number: seq, recordedAt };
    return null;
  };
  const cut = await newestOnly(most, since ?? 0, {
    last: () => first(store.events.list({ limit: 1 })),
    behind: (after) => first(store.events.list({ after, limit: 1 })),
  });
  const filter = {
    ...(type !== undefined && { processType: type }),
    ...(since !== undefined && { since }),
    ...(cut !== null && { after: cut.after }),
  };
  return { filter, notes: cut === null ? [] : [cut.note("events")] };
}

/** Gives the day in a zone that an hour since 1970 is in; throws a refusal where there is no such zone. */
export function daysIn(zone: string): (hour: number) => string {
  let format: Intl.DateTimeFormat;
  try {
    // Swedes write a day as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
  } catch {
    throw new RefusedError(
      "invalid",
      `there is no time zone ${zone}; name one like Europe/London`,
      {
        about: "zone",
      },
    );
  }
  return (hour) => format.format(hour * 3_600_000);
}

/** By day first, when asked for; then the most first. */
function inOrder(a: EventReportView, b: EventReportView): number {
  return (a.day ?? "").localeCompare(b.day ?? "") || b.events - a.events;
}
