import { type FindCalendar, isWorkingDay } from "../calendar/working-calendar.ts";
import { addWorkingDays, dateAt, endOfDay, instantAt } from "../calendar/working-days.ts";
import type { AnswerRule, ExpectedFile } from "../core/process/expected.ts";
import type { Store } from "../store/port/store.ts";

/** What this installation expects from others. */
export interface Expectations {
  /** By flow that we send. */
  readonly answers: ReadonlyMap<string, AnswerRule>;
  readonly files: readonly ExpectedFile[];
  readonly calendars: FindCalendar;
}

/** What a look found. */
export interface ExpectedLook {
  /** Answers and files that became overdue, in words. */
  readonly overdue: readonly string[];
  /** When to look again, in milliseconds since 1970; null when nothing is expected. */
  readonly nextAt: number | null;
}

/** Deliveries looked at in one commit. */
const atOnce = 500;

/** Moments noted in one look, after a long time without one. */
const mostMoments = 400;

/** Notes what is to be answered, which answers and files are overdue, and which came after all. */
export async function watchExpected(
  store: Pick<Store, "awaited" | "expected">,
  expectations: Expectations,
  now: number,
): Promise<ExpectedLook> {
  await noteDeliveries(store, expectations);
  const overdue: string[] = [];
  const answers = await store.awaited.settle(now);
  if (answers > 0)
    overdue.push(answers === 1 ? "an answer is overdue" : `${answers} answers are overdue`);
  const moments: (number | null)[] = [await store.awaited.nextDue()];
  for (const expected of expectations.files) {
    const { missing, nextAt } = await settleDue(store, expectations.calendars, expected, now);
    overdue.push(...missing);
    moments.push(nextAt);
  }
  await store.expected.recheck(expectations.files);
  const ahead = moments.filter((moment) => moment !== null);
  return { overdue, nextAt: ahead.length === 0 ? null : Math.min(...ahead) };
}

async function noteDeliveries(
  store: Pick<Store, "awaited" | "expected">,
  { answers, calendars }: Expectations,
): Promise<void> {
  for (;;) {
    const batch = await store.awaited.deliveries({ flows: [...answers.keys()], limit: atOnce });
    if (batch.next === batch.cursor) return;
    const awaited = batch.deliveries.flatMap((delivery) => {
      const rule = answers.get(delivery.flow);
      if (rule === undefined) return [];
      const calendar = calendars(rule.calendar);
      const lastDay = addWorkingDays(calendar, dateAt(calendar, delivery.at), rule.withinDays);
      return [{ delivery, flows: rule.flows, dueAt: endOfDay(calendar, lastDay) }];
    });
    await store.awaited.record({ batch, awaited });
  }
}

/** Settles the moments of an expectation that have passed. */
async function settleDue(
  store: Pick<Store, "awaited" | "expected">,
  calendars: FindCalendar,
  expected: ExpectedFile,
  now: number,
): Promise<{ readonly missing: readonly string[]; readonly nextAt: number }> {
  const missing: string[] = [];
  const last = await store.expected.last(expected.name);
  if (last === null) await store.expected.begin({ expectation: expected.name, now });
  let dueAt = nextDue(calendars, expected, last?.dueAt ?? now);
  for (let noted = 0; dueAt <= now && noted < mostMoments; noted += 1) {
    const { state } = await store.expected.settle({ expected, dueAt });
    if (state === "missing") missing.push(`${expected.name} has not come`);
    dueAt = nextDue(calendars, expected, dueAt);
  }
  return { missing, nextAt: dueAt };
}

/** The first moment after another by which the file is to be there. */
export function nextDue(
  calendars: FindCalendar,
  { by, on, calendar: name }: ExpectedFile,
  after: number,
): number {
  const calendar = calendars(name);
  let day = dateAt(calendar, after);
  for (;;) {
    const at = instantAt(calendar, day, by);
    if (at > after && (on === "daily" || isWorkingDay(calendar, day))) return at;
    day = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  }
}
