import { dipIdOf } from "../plan/participants.ts";
import type { PlannedSwitch } from "../plan/switches.ts";
import { leavingBlocks, supplierBlocks } from "./platform-messages.ts";
import { midnightWithOffset } from "./text-forms.ts";

/** An event by which a registration service tells that services end, with what it says. */
export interface ServiceEnd {
  readonly event: string;
  readonly custom: Readonly<Record<string, unknown>>;
}

/** Since when the services of a point have been appointed that we gain. */
const appointedSince = "2024-06-03";

/** IF-003: the point leaves half-hourly settlement with its switch to us; its metering service is given by name. */
export function reversal(plan: PlannedSwitch): readonly ServiceEnd[] {
  const { B002 } = supplierBlocks(plan);
  const metering = plan.meteringServices[0] ?? "";
  const B008 = meteringEnd(plan, metering, appointedSince);
  const B094 = { MHHSRegimeEndDate: midnightWithOffset(plan.start) };
  return [
    { event: "[MSDeAppRM]", custom: { B002, B008 } },
    { event: "[ReverseMigNotification]", custom: { B002, B094 } },
  ];
}

/** IF-037: the services of a point that we lose end with our supply. */
export function endsOfServices(plan: PlannedSwitch): readonly ServiceEnd[] {
  const { B002 } = leavingBlocks(plan);
  const since = plan.leaving?.suppliedFrom ?? appointedSince;
  const data = plan.dataServices[1] ?? "";
  const B009 = {
    deAppointedDataServiceDIPID: dipIdOf(data),
    deAppointedDataServiceMPID: data,
    dataServiceEffectiveFromDate: midnightWithOffset(since),
    dataServiceEffectiveToDate: midnightWithOffset(plan.start),
    deAppointmentReasonCode: "CSUPP",
  };
  const B008 = meteringEnd(plan, plan.meteringServices[1] ?? "", since);
  return [
    { event: "[MSDeApp]", custom: { B002, B008 } },
    { event: "[DSDeApp]", custom: { B002, B009 } },
  ];
}

function meteringEnd({ start }: PlannedSwitch, service: string, since: string) {
  return {
    deAppointedMeteringServiceDIPID: dipIdOf(service),
    deAppointedMeteringServiceMPID: service,
    meteringServiceEffectiveFromDate: midnightWithOffset(since),
    meteringServiceEffectiveToDate: midnightWithOffset(start),
    deAppointmentReasonCode: "CSUPP",
  };
}
