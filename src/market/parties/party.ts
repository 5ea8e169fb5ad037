import type { IsoDate } from "../../calendar/working-calendar.ts";
import type { Chance } from "../chance/chance.ts";
import type { Faults } from "../chance/faults.ts";
import type { PlannedSwitch } from "../plan/switches.ts";
import type { MarketLetter, ReceivedLetter } from "../post/letter.ts";
import type { MarketDays } from "../time/market-days.ts";

/** A registration as the switching service has it; the registration services hear of each change. */
export interface Registration {
  readonly id: string;
  readonly plan: PlannedSwitch;
  readonly start: IsoDate;
  state: "pending" | "secured" | "active" | "cancelled" | "withdrawn" | "annulled";
}

/** Whoever is notified when a registration changes. */
export interface HearsRegistrations {
  hear(registration: Registration): void;
}

/** What every party works with. Moments are in milliseconds since 1970, by the market's clock. */
export interface PartyContext {
  readonly days: MarketDays;
  readonly chance: Chance;
  readonly faults: Faults;
  now(): number;
  /** Has something happen at a moment; at once when that is past. */
  later(at: number, happen: () => void): void;
  /** Sends a message to the installation. */
  send(letter: MarketLetter): void;
  /** What the market knows of a metering point's switch; undefined when it has none. */
  planOf(mpan: string): PlannedSwitch | undefined;
  /** Has people of the installation's supplier ask something of a process. */
  wish(wish: Wish): void;
}

/** Something that people of the installation's supplier ask of a process. */
export interface Wish {
  readonly processType: string;
  readonly key: string;
  readonly command: string;
  readonly data: unknown;
}

/** Someone in the market who reads what the installation sends to them, and answers. */
export interface MarketParty {
  receive(letter: ReceivedLetter): void;
}

/** Milliseconds of a minute and an hour. */
export const minuteMs = 60_000;
/** Milliseconds of an hour. */
export const hourMs = 3_600_000;
