import type { PlannedSwitch } from "../plan/switches.ts";
import { textIn } from "../post/letter.ts";
import { midnightWithOffset } from "./text-forms.ts";

/** The two services of a metering point in half-hourly settlement. */
export type ServiceKind = "MS" | "DS";

/** The service that begins, with the first day of it. */
export function activeBlock(
  kind: ServiceKind,
  service: string,
  block: unknown,
  plan: PlannedSwitch,
) {
  const from = midnightWithOffset(plan.start);
  const scenario = textIn(block, "appointmentScenario") || "COS";
  if (kind === "MS")
    return {
      B014: {
        incomingMeteringServiceDIPID: textIn(block, "proposedMeteringServiceDIPID"),
        incomingMeteringServiceEffectiveFromDate: from,
        incomingMeteringServiceMPID: service,
        contractReferenceMeteringService: textIn(block, "contractReferenceMeteringService") || null,
        appointmentScenario: scenario,
      },
    };
  return {
    B015: {
      incomingDataServiceDIPID: textIn(block, "proposedDataServiceDIPID"),
      incomingDataServiceEffectiveFromDate: from,
      incomingDataServiceMPID: service,
      contractReferenceDataService: textIn(block, "contractReferenceDataService") || null,
      appointmentScenario: scenario,
    },
  };
}
