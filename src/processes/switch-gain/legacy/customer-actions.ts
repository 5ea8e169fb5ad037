import type { FlowMessage } from "../../../catalogue/flow-message.ts";
import type { Recipient } from "../../../core/define/effect.ts";
import { agentParty, currentAgent, isAgreed, isLive, isSecured, pathOf } from "../conditions.ts";
import { sendable } from "../sending.ts";
import type { Gainer, GainSettings } from "../settings.ts";
import type { Switch } from "../state.ts";
import { addressOf, fileDate, isLegacy } from "./appoint-actions.ts";

/** The agents who have agreed, once the switch is sure. */
function agents(state: Switch): Recipient[] {
  if (!isLegacy(state) || !isSecured(state)) return [];
  const roles = (["mop", "dc"] as const).filter((role) => isAgreed(state, role));
  return roles.flatMap((role) => agentParty(state, role));
}

/** The services of a point in half-hourly settlement, by the letters that they have in files. */
function services(state: Switch, { letters: told }: GainSettings): Recipient[] {
  if (!isLive(state) || !isSecured(state) || pathOf(state) !== "half-hourly") return [];
  const letters =
    state.request?.halfHourlyMeter === true
      ? { ms: told.advancedMeteringService, ds: told.advancedDataService }
      : { ms: told.smartMeteringService, ds: told.smartDataService };
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
function everybody(state: Switch, settings: GainSettings): Recipient[] {
  const found = [...agents(state), ...services(state, settings)];
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
export function customerSendings({ settings }: Pick<Gainer, "settings">) {
  return {
    tellCustomer: sendable({
      name: "tell customer details",
      flow: "D0302",
      to: (state) => (hasName(state) ? everybody(state, settings) : []),
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
      to: (state) => (hasPriorities(state) ? everybody(state, settings) : []),
      data: priorityServices,
    }),
  };
}

/** An advanced data service that is to be notified of the customer, and whose letter in files is not set. */
export function serviceWithoutLetter(state: Switch, { letters }: GainSettings): string | null {
  const isAdvanced = pathOf(state) === "half-hourly" && state.request?.halfHourlyMeter === true;
  if (!isAdvanced || letters.advancedDataService !== null) return null;
  const isTold = isLive(state) && isSecured(state) && (hasName(state) || hasPriorities(state));
  return isTold && isAgreed(state, "ds") ? currentAgent(state, "ds") : null;
}

function hasAddress(state: Switch): boolean {
  return Object.keys(addressOf(state)).length > 0;
}
