import type { IsoDate } from "../../calendar/working-calendar.ts";
import type { Chance } from "../chance/chance.ts";
import { calendarDay, type MarketDays } from "../time/market-days.ts";

/** What our own systems know of a customer who leaves us, and what the customer and the new supplier go on to do. */
export interface Leaving {
  readonly suppliedFrom: IsoDate;
  /** In pounds and pence; `0.00` where nothing is owed. */
  readonly debt: string;
  readonly debtSince: IsoDate | null;
  readonly contractEnds: IsoDate | null;
  readonly asksToObject: boolean;
  readonly changeOfOccupier: boolean;
  /** When the row of the contract list leaves our own systems: most know it before, some too late to object. */
  readonly listedAt: number;
  /** The customer did not want to go, or the debt that we object for is paid meanwhile. */
  readonly wish: "annul" | "withdraw-objection" | null;
  /** Whether the new supplier proposes a reading on change of supplier: the one that is known, or another. */
  readonly proposes: "same" | "other" | null;
  /** The new supplier took the point by mistake. */
  readonly isMistake: boolean;
}

/** What the rest of a plan says that a leaving customer depends on. */
interface Given {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly askAt: number;
  readonly day: IsoDate;
}

/** Makes up what there is of a customer who leaves; the same of the same chance. */
export function planLeaving(given: Given, days: MarketDays, chance: Chance): Leaving {
  const { number, askAt, day } = given;
  const share = (of: number, name: string) => chance.happens(of, number, name);
  const isInDebt = share(0.25, "debt");
  const listed = chance.whole(1, 20, number, "listed");
  return {
    suppliedFrom: calendarDay(day, -chance.whole(100, 900, number, "supplied")),
    debt: isInDebt ? `${chance.whole(1, 900, number, "owed")}.50` : "0.00",
    // A debt of some days is not one to object for yet.
    debtSince: isInDebt ? calendarDay(day, -chance.whole(5, 90, number, "owed since")) : null,
    contractEnds: share(0.5, "contract")
      ? calendarDay(day, chance.whole(1, 200, number, "contract ends"))
      : null,
    asksToObject: share(0.04, "asks"),
    changeOfOccupier: share(0.1, "occupier"),
    listedAt: listedAt(listed, askAt, days),
    wish: share(0.06, "annuls") ? "annul" : share(0.2, "pays") ? "withdraw-objection" : null,
    proposes: share(0.2, "proposes") ? (share(0.5, "same") ? "same" : "other") : null,
    isMistake: share(0.05, "mistake"),
  };
}

function listedAt(which: number, askAt: number, days: MarketDays): number {
  const later = (after: number) => days.at(days.workingDay(days.dateOf(askAt), after), "09:00");
  if (which === 1) return later(4);
  return which < 4 ? later(1) : askAt;
}
