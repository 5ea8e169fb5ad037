import type { Agent, Loss } from "./state.ts";
import { readingsText } from "./told/readings.ts";

/** Whether supply ends, or has ended, by what we know. */
export function mayEnd({ outcome }: Pick<Loss, "outcome">): boolean {
  return outcome === "secured" || outcome === "lost";
}

/** What an agent is called in messages and the state, e.g. `M:UDMS`. */
export function agentName({ role, participant }: Agent): string {
  return `${role}:${participant}`;
}

/** The agents that are still to be notified that supply ends: none where services of half-hourly settlement are appointed. */
export function agentsToTell(loss: Loss): readonly Agent[] {
  if (!mayEnd(loss) || loss.isHalfHourly || !loss.isElectricity || loss.endDate === null) return [];
  return loss.agents.filter((agent) => loss.agentsTold?.agents.includes(agentName(agent)) !== true);
}

/** Whether the agents can be notified: an appointment is named by the first day of our supply. */
export function canTellAgents(loss: Loss): boolean {
  return agentsToTell(loss).length > 0 && loss.suppliedFrom !== null;
}

/** Whether the new supplier is still to be sent what we know of the supply. */
export function owesInformation(loss: Loss): boolean {
  return (
    mayEnd(loss) && loss.isElectricity && loss.endDate !== null && loss.informationGivenTo === null
  );
}

/** Whether half-hourly data tells what was used until the end of supply: then nobody reads the meter for it. */
export function closesWithData({ metering, isHalfHourly }: Loss): boolean {
  return metering === "HH" && !isHalfHourly;
}

/** What the supply ends with for billing: its closing readings, or half-hourly data once it has ended; empty before. */
export function closingText(loss: Loss): string {
  if (loss.closing.length > 0) return readingsText(loss.closing);
  return closesWithData(loss) && loss.outcome === "lost" ? "half-hourly data" : "";
}

/** Why a row for the final bill is due; null when the last one says what is known. */
export function billDue(loss: Loss): string | null {
  if (loss.endDate === null) return null;
  const last = loss.bills.at(-1);
  if (isTakenBack(loss))
    return last === undefined || last.readings === "" ? null : whyTakenBack(loss);
  const readings = closingText(loss);
  if (!mayEnd(loss) || readings === "") return null;
  if (last === undefined)
    return loss.closing.length === 0 ? "supply ended" : "closing reading known";
  return last.readings === readings ? null : "closing reading changed";
}

/** Whether the customer did not go after all, or comes back as if never gone. */
function isTakenBack({ outcome, transfer }: Loss): boolean {
  return outcome === "kept" || transfer.state === "accepted" || transfer.state === "returned";
}

function whyTakenBack({ outcome }: Loss): string {
  return outcome === "kept" ? "supply did not end" : "erroneous transfer";
}
