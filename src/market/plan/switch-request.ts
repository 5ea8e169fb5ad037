import type { FlowMessage } from "../../catalogue/flow-message.ts";
import type { PlannedSwitch } from "./switches.ts";

/** The row by which our own systems ask for a switch. */
export function switchRequest(plan: PlannedSwitch): FlowMessage<"SWITCHREQ001"> {
  const common = {
    meteringPoint: plan.mpan,
    fuel: plan.fuel,
    supplyStartDate: plan.start,
    ourReference: plan.reference,
    domestic: String(plan.domestic),
    metering: plan.metering,
    requestedAt: new Date(plan.askAt).toISOString(),
    currentSupplier: plan.otherSupplier,
    gspGroup: plan.distributor.gspGroup,
    customerName: `Customer ${plan.number}`,
    contactName: `Customer ${plan.number}`,
    addressLine1: `${plan.number} Fuse Street`,
    postcode: "ZZ1 1ZZ",
  } as const;
  if (plan.fuel === "G") return withoutMetering(common) as FlowMessage<"SWITCHREQ001">;
  return {
    ...common,
    meterOperators: plan.operators.join(" "),
    meterOperatorContract: "MOC1",
    dataCollectors: plan.collectors.join(" "),
    dataCollectorContract: "DCC1",
    dataAggregators: plan.aggregators.join(" "),
    dataAggregatorContract: "DAC1",
    meteringServices: plan.meteringServices.join(" "),
    meteringServiceContract: "MSC1",
    dataServices: plan.dataServices.join(" "),
    dataServiceContract: "DSC1",
    consentGranularity: "D",
    profileClass: "1",
    standardSettlementConfiguration: "0393",
  } as FlowMessage<"SWITCHREQ001">;
}

/** A gas point names no agents, and no area of electricity. */
function withoutMetering<Row extends { metering: unknown; gspGroup: unknown }>(row: Row) {
  const { metering: _metering, gspGroup: _gspGroup, ...rest } = row;
  return rest;
}
