import type { FlowMessage } from "../../../catalogue/flow-message.ts";
import type { Recipient } from "../../../core/define/effect.ts";
import { agentParty, currentAgent, isAgreed, isLive, isSecured, pathOf } from "../facts.ts";
import { sendable } from "../sending.ts";
import type { Switch } from "../state.ts";
import { addressOf, fileDate, isLegacy } from "./appoint.ts";

/** The agents who have agreed, once the switch is sure. */
function agents(state: Switch): Recipient[] {
  if (!isLegacy(state) || !isSecured(state)) return [];
  const roles = (["mop", "dc"] as const).filter((role) => isAgreed(state, role));
  return roles.flatMap((role) => agentParty(state, role));
}

/** Letters of the services of half-hourly settlement; an advanced data service has none that is known. */
const smart = { ms: "S", ds: "N" } as const;
const advanced = { ms: "T", ds: null } as const;

function services(state: Switch): Recipient[] {
  if (!isLive(state) || !isSecured(state) || pathOf(state) !== "half-hourly") return [];
  const letters = state.request?.halfHourlyMeter === true ? advanced : smart;
  return (["ms", "ds"] as const).flatMap((service) => {
    const participant = currentAgent(state, service);
    const role = letters[service];
    return role === null || !isAgreed(state, service) ? [] : [{ role, participant }];
  });
}

function distributor({ registered }: Switch): Recipient[] {
  return registered?.service == null ? [] : [{ role: "R", participant: registered.service }];
}

/** All who serve the point, and its distributor: D0302 and D0225 go to both, D0131 to agents alone. */
function everybody(state: Switch): Recipient[] {
  const found = [...agents(state), ...services(state)];
  return found.length > 0 && isSecured(state) ? [...found, ...distributor(state)] : found;
}

function customerDetails(state: Switch): FlowMessage<"D0302002"> {
  const customer = state.request?.customer;
  const { contact = null, telephone = null, email = null } = customer ?? {};
  const name = contact ?? customer?.name ?? null;
  return {
    mpanCore: state.point,
    effectiveFromSettlementDateRegi: fileDate(state.startDate),
    customerDetails: { customerName: customer?.name ?? "" },
    ...(name === null
      ? {}
      : {
          contactName: [
            {
              contactName: name.slice(0, 50),
              ...(telephone === null
                ? {}
                : { contactTelephone: [{ contactTelephoneNumber: telephone }] }),
              ...(email === null ? {} : { contactEmail: [{ contactEmail: email }] }),
            },
          ],
        }),
  };
}

function priorityServices(state: Switch): FlowMessage<"D0225002"> {
  const customer = state.request?.customer;
  return {
    mpanCore: state.point,
    primaryPriorityServiceContactName: customer?.contact ?? customer?.name ?? "",
    ...(customer?.telephone == null
      ? {}
      : { primaryPriorityServicePhoneNumber1: customer.telephone }),
    ...addressOf(state),
    lawfulBasisForSharing: "T",
    deleteAllPsrCodes: "F",
    updatePriorityServicesDetails: (customer?.priorityServices ?? []).map((code) => ({
      priorityServicesCategory: code,
    })),
  };
}

const hasName = ({ request }: Switch) => request?.customer.name != null;
const hasPriorities = ({ request }: Switch) => (request?.customer.priorityServices.length ?? 0) > 0;

/** Telling those who serve the point whom they serve. */
export const customerSendings = {
  tellCustomer: sendable({
    name: "tell customer details",
    flow: "D0302",
    to: (state) => (hasName(state) ? everybody(state) : []),
    data: customerDetails,
  }),

  tellAddress: sendable({
    name: "tell the address",
    flow: "D0131",
    to: (state) => (hasAddress(state) ? agents(state) : []),
    data: (state) => ({ mpanCore: state.point, meteringPointAddress: addressOf(state) }),
  }),

  tellPriorities: sendable({
    name: "tell priority services",
    flow: "D0225",
    to: (state) => (hasPriorities(state) ? everybody(state) : []),
    data: priorityServices,
  }),
};

function hasAddress(state: Switch): boolean {
  return Object.keys(addressOf(state)).length > 0;
}
