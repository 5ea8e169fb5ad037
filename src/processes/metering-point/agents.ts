import type { FoldedEvent } from "../../core/event/event.ts";
import type { GroupData } from "../../core/file/document.ts";
import { fieldIn, fieldOf, groupsIn, isoDate } from "../message-data.ts";
import { type Tenure, type TenureTold, takeTenure } from "./tenure.ts";

/** The roles on a metering point that flows tell of. */
type AgentRole = "supplier" | "meterOperator" | "dataCollector" | "dataAggregator";

/** Who has or had each role, by first day. */
export type Agents = Readonly<Record<AgentRole, readonly Tenure[]>>;

/** Nobody known in any role. */
export const nobody: Agents = {
  supplier: [],
  meterOperator: [],
  dataCollector: [],
  dataAggregator: [],
};

/** An agent's market role letters, and the fields that name it and its first and last day. */
interface AgentFields {
  readonly letters: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

const agentFields: Readonly<Record<Exclude<AgentRole, "supplier">, AgentFields>> = {
  /** J0178; J0210 and J0360, {MOA}. */
  meterOperator: {
    letters: "M",
    id: "meterOperatorId",
    from: "effectiveFromDateMoa",
    to: "effectiveToDateMoa",
  },
  /** J0205; J0219 and J0399, {DCA}. D collects non-half-hourly, C half-hourly. */
  dataCollector: {
    letters: "DC",
    id: "dataCollectorId",
    from: "effectiveFromDateDca",
    to: "effectiveToDateDca",
  },
  /** J0183; J0334 and J0340, {DAA}. A aggregates half-hourly, B non-half-hourly. */
  dataAggregator: {
    letters: "AB",
    id: "dataAggregatorId",
    from: "effectiveFromSettlementDateDaa",
    to: "effectiveToSettlementDateDaa",
  },
};

/** First day of a registration, {REGI} (J0049). */
const registeredFrom = "effectiveFromSettlementDateRegi";

interface Told extends TenureTold {
  readonly role: AgentRole;
}

/** The agents after an event: what its flow tells for certain, see the rules below; others tell nothing. */
export function takeAgents(known: Agents, event: FoldedEvent): Agents {
  let agents = known;
  for (const { role, ...tenure } of toldBy(event)) {
    agents = { ...agents, [role]: takeTenure(agents[role], tenure) };
  }
  return agents;
}

/**
 * What each flow tells, by the catalogue's routes and fields (DTC 15.4):
 * - D0155, D0153: a supplier appoints the recipient from {MOA}, {DCA} or {DAA}.
 * - D0011 agrees to that; the sender is the agent. D0261 rejects it.
 * - D0148: a supplier names the other agents: N new, with a first day; O old, with a last day; E existing.
 * - D0151: a supplier ends the recipient's appointment; the last day is inclusive.
 * - D0217: the registration service confirms a registration: its agents from its first day.
 * - D0213: the registration service tells of changed details: the agents it names, with their first days.
 * - D0260: the registration service names the supplier and agents before; no first day is theirs.
 * - D0311: the sender supplied until {REGI} for Old Supplier (J0928).
 * - A supplier that sends D0155, D0153, D0148, D0151, D0302 or D0052, or is sent D0011, D0261, D0217 or
 *   D0213, supplies from {REGI}.
 * Requests that nobody has confirmed (D0205, D0170) tell nothing.
 */
function toldBy(event: FoldedEvent): Told[] {
  const { flow, data } = event;
  if (flow === null) return [];
  const sender = partyOf(event.sender);
  const recipient = partyOf(event.recipient);
  switch (flow) {
    case "D0155":
    case "D0153":
    case "D0151":
      return [...supplying(sender, flow, data), ...appointed(recipient, flow, data)];
    case "D0011":
      return [...supplying(recipient, flow, data), ...appointed(sender, flow, data)];
    case "D0261":
      return [
        ...supplying(recipient, flow, data),
        ...appointed(sender, flow, data).map((told) => ({ ...told, rejected: true })),
      ];
    case "D0148":
      return [...supplying(sender, flow, data), ...groupsIn(data).flatMap((g) => listed(g, flow))];
    case "D0302":
    case "D0052":
      return supplying(sender, flow, data);
    case "D0217":
      return [...supplying(recipient, flow, data), ...named(data, flow, registeredFrom)];
    case "D0213":
      return [...supplying(recipient, flow, data), ...named(data, flow, null)];
    case "D0260":
      return [...before(data, flow), ...named(data, flow, null)];
    case "D0311":
      return outgoing(sender, flow, data);
    default:
      return [];
  }
}

interface KnownParty {
  readonly letter: string;
  readonly participant: string;
}

function partyOf(text: string | null): KnownParty | null {
  const match = /^([^:]+):(.+)$/.exec(text ?? "");
  return match === null ? null : { letter: match[1] ?? "", participant: match[2] ?? "" };
}

function supplying(party: KnownParty | null, flow: string, data: unknown): Told[] {
  if (party?.letter !== "X") return [];
  return [tell("supplier", party.participant, flow, { from: fieldIn(data, registeredFrom) })];
}

function outgoing(party: KnownParty | null, flow: string, data: unknown): Told[] {
  if (party?.letter !== "X") return [];
  const to = fieldIn(data, "effectiveToSettlementDateRegiForOldSupplier");
  return [tell("supplier", party.participant, flow, { to })];
}

function before(data: unknown, flow: string): Told[] {
  const participant = fieldIn(data, "oldSupplierId");
  return participant === null ? [] : [tell("supplier", participant, flow, {})];
}

/** The agent that a party is by its role letter, with the days found anywhere in the message. */
function appointed(party: KnownParty | null, flow: string, data: unknown): Told[] {
  return agentRoles().flatMap(([role, fields]) => {
    if (party === null || !fields.letters.includes(party.letter)) return [];
    const days = { from: fieldIn(data, fields.from), to: fieldIn(data, fields.to) };
    return [tell(role, party.participant, flow, days)];
  });
}

/** The agents named in a message; each from its own first day, or all from that of the field given. */
function named(data: unknown, flow: string, fromField: string | null): Told[] {
  return agentRoles().flatMap(([role, fields]) => {
    const participant = fieldIn(data, fields.id);
    const from = fieldIn(data, fromField ?? fields.from);
    return participant === null ? [] : [tell(role, participant, flow, { from })];
  });
}

/** The agent that one group of a D0148 names. */
function listed(group: GroupData, flow: string): Told[] {
  return agentRoles().flatMap(([role, fields]) => {
    const participant = fieldOf(group, fields.id);
    if (participant === null) return [];
    const days = { from: fieldIn(group, fields.from), to: fieldIn(group, fields.to) };
    return [tell(role, participant, flow, days)];
  });
}

function tell(
  role: AgentRole,
  participant: string,
  flow: string,
  days: { readonly from?: string | null; readonly to?: string | null },
): Told {
  const from = isoDate(days.from ?? null);
  const to = isoDate(days.to ?? null);
  return { role, participant, from, to, rejected: false, flow };
}

function agentRoles(): [Exclude<AgentRole, "supplier">, AgentFields][] {
  return [
    ["meterOperator", agentFields.meterOperator],
    ["dataCollector", agentFields.dataCollector],
    ["dataAggregator", agentFields.dataAggregator],
  ];
}
