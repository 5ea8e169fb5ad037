import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { englandAndWales } from "../../src/calendar/england-and-wales.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { Chance } from "../../src/market/chance/chance.ts";
import { type Faults, noFaults } from "../../src/market/chance/faults.ts";
import { Market } from "../../src/market/market.ts";
import { type PlannedSwitch, planSwitches } from "../../src/market/plan/switches.ts";
import { Ledgers, type PartyEntry, readLedgers } from "../../src/market/post/ledger.ts";
import { MarketDays } from "../../src/market/time/market-days.ts";
import { MemoryMailbox } from "./memory-mailbox.ts";
import { ObedientSupplier } from "./obedient-supplier.ts";

export const catalogue = loadCatalogue();
export const days = new MarketDays(englandAndWales);
const beginsAt = Date.parse("2026-01-12T08:00:00Z");

/** What a market is played with. */
export interface Play {
  readonly switches?: number;
  readonly path?: "legacy" | "mhhs" | "mixed";
  /** Share of the switches that take a point away from the supplier. */
  readonly losing?: number;
  /** Shares of both paths mixed: gas points, and points that move into half-hourly settlement or out. */
  readonly gas?: number;
  readonly moving?: number;
  readonly seed?: string;
  readonly faults?: Partial<Faults>;
  readonly perFile?: number;
  /** Called at each turn, to do something of one's own. */
  readonly onTurn?: (supplier: ObedientSupplier, now: number) => void;
}

/** A market that was played to its end with an obedient supplier. */
export interface Played {
  readonly plans: readonly PlannedSwitch[];
  readonly ledger: readonly PartyEntry[];
  readonly mailbox: MemoryMailbox;
  readonly market: Market;
}

/** Plays a market to its end. */
export async function play({
  switches = 1,
  path = "legacy",
  losing = 0,
  gas = 0,
  moving = 0,
  seed = "1",
  faults = {},
  perFile = 10,
  onTurn = () => {},
}: Play = {}): Promise<Played> {
  const folder = mkdtempSync(join(tmpdir(), "busbar-market-"));
  const chance = new Chance(seed);
  const population = { switches, perDay: 100, path, losing, gas, moving, beginsAt } as const;
  const plans = planSwitches(population, days, chance);
  const mailbox = new MemoryMailbox();
  const ledgers = new Ledgers(folder);
  const market = new Market({
    ...{ seed, days, catalogue, mailbox, ledgers, perFile, beginsAt },
    switches: plans,
    faults: { ...noFaults, ...faults },
  });
  const supplier = new ObedientSupplier(catalogue, mailbox, () => market.now);
  for (let { next } = market; next !== null; next = market.next) {
    market.pass(next);
    supplier.work();
    onTurn(supplier, market.now);
    market.collect();
  }
  ledgers.close();
  const ledger = await Array.fromAsync(readLedgers(folder));
  rmSync(folder, { recursive: true });
  return { plans, ledger, mailbox, market };
}
