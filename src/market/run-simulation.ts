import type { SimulationView } from "../app/views/simulation-view.ts";
import type { Complaint } from "./oracle/complaint.ts";
import { judge } from "./oracle/judge.ts";
import { readAccount } from "./oracle/read-account.ts";
import { readLedgers } from "./post/ledger.ts";
import { reportOf } from "./report.ts";
import { type SimulationOptions, simulate } from "./simulate.ts";

/** A simulation with what the oracle says of it. */
export interface JudgedSimulation {
  readonly report: SimulationView;
  readonly complaints: readonly Complaint[];
}

/** Simulates a market, then has the oracle compare the parties' ledgers with what the installation says of itself. */
export async function runSimulation(options: SimulationOptions): Promise<JudgedSimulation> {
  const simulated = await simulate(options);
  const { places, switches, unquiet } = simulated;
  const account = await readAccount(options.program, places.config);
  const ledger = await Array.fromAsync(readLedgers(places.ledgers));
  const judgement = judge(switches, ledger, account);
  const complaints = [...judgement.complaints];
  if (unquiet !== null)
    complaints.push({
      rule: "nothing-unsent",
      switch: null,
      text: `the installation came to no rest: ${unquiet}`,
      files: [],
    });
  const report = reportOf(simulated, { ...judgement, complaints });
  return { report, complaints };
}
