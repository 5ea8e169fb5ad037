import type { IsoDate } from "../../calendar/working-calendar.ts";
import type { FlowMessage } from "../../catalogue/flow-message.ts";
import type { Leaving } from "./leaving.ts";
import type { PlannedSwitch } from "./switches.ts";

/** The row by which our own systems tell of the contract. */
export function contractRow(plan: PlannedSwitch, leaving: Leaving, asOf: IsoDate) {
  const { mpan, fuel, path, metering, domestic, number } = plan;
  const { suppliedFrom, debt, debtSince, contractEnds, asksToObject } = leaving;
  const isAgents = fuel === "E" && path === "legacy";
  const row = {
    meteringPoint: mpan,
    fuel,
    suppliedFrom,
    domestic: String(domestic),
    asOf,
    debt,
    ...(debtSince !== null && { debtSince }),
    ...(contractEnds !== null && { contractEnds }),
    ...(asksToObject && { customerAsksToObject: "true" }),
    account: `ACC${number}`,
    ...(fuel === "E" && { metering }),
    ...(fuel === "E" && path === "mhhs" && number % 3 > 0 && { migrated: "true" }),
    ...(isAgents && {
      meterOperator: plan.oldOperator,
      dataCollector: plan.oldCollector,
      dataAggregator: plan.aggregators[0] ?? "",
    }),
  };
  return row as FlowMessage<"CONTRACTS001">;
}
