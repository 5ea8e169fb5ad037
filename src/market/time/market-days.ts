import type { IsoDate, WorkingCalendar } from "../../calendar/working-calendar.ts";
import { addWorkingDays, dateAt, instantAt } from "../../calendar/working-days.ts";

/** When parties put files down that they have finished, by the market's clocks. */
const postTimes = ["07:00", "12:00", "18:00"] as const;

/** Moments of a market's days: a calendar, and when its post goes. Moments are in milliseconds since 1970. */
export class MarketDays {
  readonly calendar: WorkingCalendar;
  readonly #posts = new Map<IsoDate, readonly number[]>();
  readonly #workingDays = new Map<string, IsoDate>();

  constructor(calendar: WorkingCalendar) {
    this.calendar = calendar;
  }

  /** The date of a moment. */
  dateOf(at: number): IsoDate {
    return dateAt(this.calendar, at);
  }

  /** A time of a date, e.g. `17:00`. */
  at(date: IsoDate, time: string): number {
    return instantAt(this.calendar, date, time);
  }

  /** The first moment of a date. */
  startOf(date: IsoDate): number {
    return this.at(date, "00:00");
  }

  /** So many working days after a date. */
  workingDay(date: IsoDate, count: number): IsoDate {
    const key = `${date}+${count}`;
    const known = this.#workingDays.get(key);
    if (known !== undefined) return known;
    const day = addWorkingDays(this.calendar, date, count);
    this.#workingDays.set(key, day);
    return day;
  }

  /** The post of a working day so many working days after a moment: which of the day's posts, from 0. */
  post(from: number, workingDays: number, which: number): number {
    const day = this.workingDay(this.dateOf(from), workingDays);
    const posts = this.#postsOf(day);
    const at = posts[which % posts.length] ?? from;
    if (at > from) return at;
    return posts.find((one) => one > from) ?? this.post(from, workingDays + 1, 0);
  }

  #postsOf(day: IsoDate): readonly number[] {
    const known = this.#posts.get(day);
    if (known !== undefined) return known;
    const posts = postTimes.map((time) => this.at(day, time));
    this.#posts.set(day, posts);
    return posts;
  }
}

/** The day so many calendar days after a date, or before it when the number is negative. */
export function calendarDay(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
