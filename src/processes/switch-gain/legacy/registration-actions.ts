import type { FlowMessage } from "../../../catalogue/flow-message.ts";
import { currentAgent, isAgreed, isSecured } from "../conditions.ts";
import { sendable } from "../sending.ts";
import type { Switch } from "../state.ts";
import { allAgreed, fileDate, isLegacy } from "./appoint-actions.ts";

/** What the update of a registration says beside the number of its file, which the file itself gives. */
type Update = Omit<FlowMessage<"D0205001">, "fileSequenceNumber">;

/** Instruction numbers have twelve digits. */
const numbers = 1_000_000_000_000n;

/** The number of the one instruction of a switch: the same whenever it is made, and that of no other switch. */
function instructionNumber({ point, startDate }: Switch): string {
  let hash = 0xcbf29ce484222325n;
  for (const letter of `${point}@${startDate}`)
    hash = BigInt.asUintN(64, (hash ^ BigInt(letter.charCodeAt(0))) * 0x100000001b3n);
  return String((hash % (numbers - 1n)) + 1n);
}

/** Who serves the point from the first day on, as its registration is to have it. */
function update(state: Switch): Update {
  const from = fileDate(state.startDate);
  const type = state.request?.halfHourlyMeter === true ? "H" : "N";
  const [mop, dc, da] = (["mop", "dc", "da"] as const).map((role) => currentAgent(state, role));
  return {
    instructionNumber: instructionNumber(state),
    instructionType: "SP02",
    mpanCore: state.point,
    effectiveFromSettlementDateRegi: from,
    dataAggregatorId: da ?? "",
    dataAggregationType: type,
    effectiveFromSettlementDateDaa: from,
    dataCollectorId: dc ?? "",
    dataCollectorType: type,
    effectiveFromDateDca: from,
    meterOperatorId: mop ?? "",
    meterOperatorType: type,
    effectiveFromDateMoa: from,
  };
}

/** The registration service registers the switch by the switching service's word; the agents it has from us. */
export const updateRegistration = sendable({
  name: "register the agents",
  flow: "D0205",
  to: (state) => {
    const service = state.registered?.service ?? null;
    const isDue = isLegacy(state) && isSecured(state) && allAgreed(state) && isAgreed(state, "da");
    return service === null || !isDue ? [] : [{ role: "P", participant: service }];
  },
  data: update,
});
