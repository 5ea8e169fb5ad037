import { type Action, action } from "../../core/define/action.ts";
import { type Condition, standingCondition } from "../../core/define/condition.ts";
import { type FileEffect, refuse } from "../../core/define/effect.ts";
import { currentRequest, inTheWay, isAsked, isHeldBack } from "./at-odds.ts";
import {
  currentAgent,
  endOfSwitch,
  hasSettledReading,
  isAgreed,
  isLive,
  isRejected,
  isSecured,
  opensWithData,
  otherSortOfMeter,
  pathOf,
  rejectionOf,
} from "./conditions.ts";
import { missingNotice } from "./css-actions.ts";
import { awaitsOurs, awaitsTheirsSince } from "./disputes.ts";
import { serviceWithoutLetter } from "./legacy/customer-actions.ts";
import { lacksDetails } from "./legacy/detail-actions.ts";
import { refusedMessages } from "./mhhs/refusals.ts";
import type { Gainer } from "./settings.ts";
import type { Switch } from "./state.ts";
import { agentRoleName, nobodyLeft, rolesNeeded } from "./status.ts";
import { isAccepted } from "./transfers.ts";

/** Something that needs a person: an action that fails with the words until it is so no more. */
export interface Call {
  readonly action: Action<Switch, unknown, FileEffect>;
  readonly isDue: Condition<Switch, unknown>;
}

/** `words` says what happened and what to do; null when all is well. A retry looks again. */
function call(name: string, code: string, words: (state: Switch) => string | null): Call {
  return {
    action: action(name, ({ state }) => {
      const said = words(state);
      return said === null ? [] : refuse(code, said);
    }),
    isDue: standingCondition(
      `there is reason to ${name}`,
      (state: Switch) => ({ words: words(state) }),
      (seen) => seen.words !== null,
    ),
  };
}

/** A data service that nobody can send a file to, since its letter is not known. */
export function untoldService({ settings }: Pick<Gainer, "settings">): Call {
  return call("call for a data service without a letter", "NO_LETTER", (state) => {
    const service = serviceWithoutLetter(state, settings);
    return service === null
      ? null
      : `The advanced data service ${service} has no customer details (D0302, D0225): its role letter in files is not known. Look it up in the market domain data, set processSettings.switch-gain.letters.advancedDataService, and retry. ${dismiss}`;
  });
}

const dismiss = "Once that is settled, skip this action.";

/** What needs a person, each in words. */
export const calls = {
  endedYetSecured: call("call for a switch secured after its end", "SECURED_AFTER_END", (state) => {
    const end = endOfSwitch(state);
    if (end === null || !isSecured(state)) return null;
    return `The switch is ${end}, and the switching service says that it is secured active: the point would come to us against what was agreed. Ring the switching service; if it does come, do_start_erroneous_transfer gives it back.`;
  }),

  rejected: call("call for a rejected request", "REQUEST_REJECTED", (state) => {
    if (!isRejected(state)) return null;
    const why = rejectionOf(state)?.reason ?? "without a reason";
    return `The switching service rejected the request: ${why}. Correct it and send it again under a new reference. ${dismiss}`;
  }),

  requestedOtherwise: call(
    "call for a request that came again otherwise",
    "REQUESTED_OTHERWISE",
    ({ request, changedColumns, otherRequests, startDate }) => {
      if (request === null || changedColumns.length + otherRequests.length === 0) return null;
      const said = [
        ...otherRequests.map((one) => `${one} asks for this switch too`),
        ...(changedColumns.length === 0
          ? []
          : [`${request.reference} came again with other values: ${changedColumns.join(", ")}`]),
      ].join("; ");
      return `The switch from ${startDate} was asked for as ${request.reference}. Since then ${said}. The switch goes on as it was asked for first. If it is right, withdraw this switch with do_withdraw and send the request again under a new reference. ${dismiss}`;
    },
  ),

  otherUnderWay: call("call for another switch of the point", "OTHER_UNDER_WAY", otherUnderWay),

  nobodyLeft: call("call for another agent", "NO_AGENT_LEFT", (state) => {
    const roles = isLive(state) ? nobodyLeft(state) : [];
    if (roles.length === 0) return null;
    const refused = Object.values(state.agents)
      .flatMap(({ refused: all }) => Object.entries(all))
      .map(([who, why]) => `${who} (${why})`)
      .toSorted();
    const said = refused.length === 0 ? "none was proposed" : `refused: ${refused.join(", ")}`;
    return `Nobody is left to be asked as ${roles.join(", ")}; ${said}. Propose another with do_propose_agent.`;
  }),

  withdrawalRefused: call(
    "call for a refused withdrawal",
    "WITHDRAWAL_REFUSED",
    ({ withdrawal }) =>
      withdrawal?.refused == null
        ? null
        : `The switching service does not let us withdraw: ${withdrawal.refused}. The switch goes on; tell the customer, or give the point back with do_start_erroneous_transfer.`,
  ),

  messageRefused: call(
    "call for a message that the platform refused",
    "PLATFORM_REFUSED",
    (state) => {
      const refused = refusedMessages(state);
      if (refused.length === 0) return null;
      const said = refused.map(({ purpose, says }) => `${purpose}: ${says}`).toSorted();
      return `The platform refused what we sent to ${said.join("; to ").replace(/\.?$/, ".")} Nobody has had it. Put right what it names (our DIP ids, settings, the request), then do_send_again sends it under a new reference.`;
    },
  ),

  notAffirmed: call("call for settlement details", "DETAILS_NOT_LOADED", ({ heard }) =>
    heard["D0310"] === undefined
      ? null
      : `The collector could not load our settlement details (D0310 has the reasons). Correct them with the collector. ${dismiss}`,
  ),

  notRegistered: call(
    "call for a refused registration of agents",
    "AGENTS_NOT_REGISTERED",
    ({ heard }) =>
      heard["D0203"] === undefined
        ? null
        : `The registration service refused our agents (D0205); its D0203 has the reasons. Correct them with it. ${dismiss}`,
  ),

  otherMeter: call("call for another sort of meter", "OTHER_METER", (state) => {
    const sort = otherSortOfMeter(state);
    return sort === null
      ? null
      : `We asked for ${sort.ours}, and D0217 says measurement class ${sort.measurementClass}, which is ${sort.theirs}. The agents asked are those of the request. If D0217 is right, withdraw with do_withdraw and request it again under a new reference. ${dismiss}`;
  }),

  disputeAnswered: call("call for a disputed reading", "READING_DISPUTED", ({ dispute }) => {
    if (dispute?.answer == null || !awaitsOurs(dispute)) return null;
    const why = dispute.reason === null ? "" : ` (${dispute.reason})`;
    const meanings: Readonly<Record<string, string>> = {
      A: "proposes another reading",
      D: "disagrees and asks for an actual reading",
      M: "obtains a further reading",
      P: "disputes the opening reading",
      R: "refuses our flow: it broke a rule, such as a wrong register or meter",
      U: "cannot take the proposed reading",
    };
    const what = meanings[dispute.answer] ?? `answers ${dispute.answer}`;
    return `The other side ${what}${why}. Look at its D0300. do_answer_reading answers it, do_dispute_reading proposes a reading of ours. ${dismiss}`;
  }),

  transferTold: call("call for an erroneous transfer", "TRANSFER_TOLD", ({ transfers }) => {
    const open = transfers.filter(
      ({ status, said }) => said?.status !== status && ["C", "D", "F", "G", "H"].includes(status),
    );
    if (open.length === 0) return null;
    const said = open.map(({ supplier, status }) => `${supplier} (${status})`).join(", ");
    return `Another supplier says of an erroneous transfer: ${said}; D proposed, C and F rejected, G and H cancelled. Answer a proposal with do_answer_transfer. ${dismiss}`;
  }),

  securedOverdue: call("call for an overdue notice", "NOTICE_OVERDUE", (state) =>
    !isLive(state) || isSecured(state)
      ? null
      : `The switching service has not said ${missingNotice(state)} in time. do_ask_again asks for it; a switch is not sure before. ${dismiss}`,
  ),

  agentOverdue: call("call for an overdue agent", "AGENT_OVERDUE", (state) => {
    const silent = rolesNeeded(state).filter((role) => !isAgreed(state, role));
    if (!isLive(state) || silent.length === 0) return null;
    const who = silent.map((role) =>
      `${agentRoleName(role)} ${currentAgent(state, role) ?? ""}`.trim(),
    );
    return `No answer in time from ${who.join(", ")}. Ring them, or propose another with do_propose_agent. ${dismiss}`;
  }),

  detailsOverdue: call("call for meter details", "METER_DETAILS_OVERDUE", (state) =>
    !isLive(state) || pathOf(state) !== "legacy" || !lacksDetails(state)
      ? null
      : `No meter details came, though we asked twice. Ring the old meter operator, ${state.before?.mop ?? "which is not known"}. ${dismiss}`,
  ),

  readingOverdue: call("call for an opening reading", "OPENING_READING_OVERDUE", (state) =>
    !isLive(state) || hasSettledReading(state)
      ? null
      : state.request?.fuel === "G"
        ? `No opening reading of the gas meter came. Get one from the customer or the meter asset manager, and give it in an OPENREADING file. ${dismiss}`
        : opensWithData(state)
          ? `No half-hourly data (D0036) of the first days came from the data collector, ${currentAgent(state, "dc") ?? "which is not known"}. Ask it whether it reads the meter, and to send the data again. ${dismiss}`
          : `No opening reading came from the collector or data service. Propose one to the old supplier with do_dispute_reading. ${dismiss}`,
  ),

  disputeOverdue: call("call for an unanswered dispute", "DISPUTE_OVERDUE", ({ dispute }) =>
    dispute === null || awaitsTheirsSince(dispute) === null
      ? null
      : `The old supplier has not answered what we wrote of the opening reading. Ring them. ${dismiss}`,
  ),

  transferOverdue: call("call for an unanswered transfer", "TRANSFER_OVERDUE", ({ transfers }) => {
    const silent = transfers.filter(({ ours, answeredAt }) => ours && answeredAt === null);
    if (silent.length === 0) return null;
    return `${silent.map(({ supplier }) => supplier).join(", ")} has not answered the erroneous transfer that we proposed. Ring them. ${dismiss}`;
  }),

  reRegistrationOverdue: call(
    "call for a registration that is due",
    "RE_REGISTRATION_OVERDUE",
    ({ transfers, endedAt }) => {
      if (endedAt !== null) return null;
      const agreed = transfers.filter(isAccepted);
      if (agreed.length === 0) return null;
      return `The erroneous transfer with ${agreed.map(({ supplier }) => supplier).join(", ")} was agreed, and the point is not registered back in time. Ring them. ${dismiss}`;
    },
  ),
};

/** Why the switching service is not asked, or is asked twice; null when no other switch is in the way. */
function otherUnderWay(state: Switch): string | null {
  const { request } = state;
  const own = currentRequest(state);
  const others = inTheWay(state).filter(({ key }) => state.standings[key] !== undefined);
  if (request === null || own === null || others.length === 0) return null;
  const said = others.map(
    ({ key, reference }) => `${key} as ${reference} (${state.standings[key] ?? ""})`,
  );
  const asked = `The point was asked for before: ${said.join(", ")}.`;
  if (isAsked(state, own.reference))
    return `${asked} The switching service has this request as well. Withdraw the one that is not wanted with do_withdraw. ${dismiss}`;
  if (!isHeldBack(state)) return null;
  if (others.some(({ reference }) => reference === own.reference))
    return `${asked} One reference names one request, so the switching service was not asked for this one. If this first day is right, withdraw the other switch, and send the request again under a new reference. ${dismiss}`;
  return `${asked} The switching service was not asked for this switch; it will be once the other one has ended. Withdraw the one that is not wanted with do_withdraw. ${dismiss}`;
}
