import { z } from "zod";
import type { WorkingCalendar } from "../../calendar/working-calendar.ts";
import { dateAt } from "../../calendar/working-days.ts";
import { command } from "../../core/define/command.ts";
import { record, refuse } from "../../core/define/effect.ts";
import { gateCloses } from "../switch/clock.ts";
import { isHeldBack } from "./at-odds.ts";
import { endOfSwitch, isLive, isRejected } from "./conditions.ts";
import { missingNotice } from "./css-actions.ts";
import { awaitsOurs } from "./disputes.ts";
import { refusedMessages } from "./mhhs/refusals.ts";
import { daysApart } from "./ours.ts";
import type { GainSettings } from "./settings.ts";
import { agentRoles, type Switch } from "./state.ts";
import { isOver } from "./transfers.ts";

const reason = z.string().trim().min(1).describe("In your words, or the customer's.");
const participant = z.string().regex(/^[A-Z0-9]{4}$/, "must be a participant id such as UDMS");

/** What people may ask of a switch. */
export function gainCommands(settings: GainSettings, calendar: WorkingCalendar) {
  return [
    request(settings, calendar),
    withdraw(settings, calendar),
    proposeAgent,
    disputeReading,
    answerReading,
    startTransfer,
    answerTransfer,
    cancelTransfer,
    askAgain,
    sendAgain,
  ];
}

function request(settings: GainSettings, calendar: WorkingCalendar) {
  return command({
    name: "do_request",
    about: "Asks for the switch of the point and first day that the key names.",
    opens: true,
    data: z.object({
      reference: z.string().trim().min(1).max(35),
      fuel: z.enum(["E", "G"]).default("E"),
      domestic: z.boolean().default(true),
      changeOfOccupier: z.boolean().default(false),
      agents: z.partialRecord(z.enum(agentRoles), z.array(participant)).default({}),
    }),
    references: (key, { reference }) => [
      `reference:${reference}`,
      `point:${key.split("@")[0] ?? ""}`,
    ],
    decide(state: Switch, data, now) {
      if (!/^\d{6,13}$/.test(state.point) || !/^\d{4}-\d\d-\d\d$/.test(state.startDate))
        return refuse(
          "NOT_A_KEY",
          "The key is the point and the first day: 1200000000003@2026-12-08.",
        );
      if (state.request !== null && !isRejected(state))
        return refuse("ALREADY_REQUESTED", `It was requested as ${state.request.reference}.`);
      const today = dateAt(calendar, now);
      if (state.startDate <= today)
        return refuse("TOO_SOON", `${state.startDate} has come already.`);
      if (daysApart(state.startDate, today) > settings.latestStart)
        return refuse(
          "TOO_LATE",
          `A switch is asked for at most ${settings.latestStart} days ahead.`,
        );
      return record("REQUESTED_BY_HAND", data);
    },
  });
}

function withdraw(settings: GainSettings, calendar: WorkingCalendar) {
  return command({
    name: "do_withdraw",
    about: "Takes the switch back: asks the switching service for its end before gate closure.",
    data: z.object({ reason }),
    decide(state: Switch, data, now) {
      if (!isLive(state) && !isHeldBack(state))
        return refuse("NOT_UNDER_WAY", "No switch is under way.");
      if (state.withdrawal !== null)
        return refuse("ALREADY_WITHDRAWN", "That was asked for already.");
      if (now >= gateCloses(settings.gateClosure, state.startDate, calendar))
        return refuse("GATE_CLOSED", "The gate is closed: the switch takes effect.");
      return record("WITHDRAWAL_ASKED", data);
    },
  });
}

const proposeAgent = command({
  name: "do_propose_agent",
  about: "Asks another agent or service, in place of who has not agreed.",
  data: z.object({
    role: z
      .enum(agentRoles)
      .describe("mop, dc, da: operator, collector, aggregator; ms, ds: metering and data service."),
    participant,
    contract: z.string().max(50).optional(),
    reason: reason.optional(),
  }),
  decide(state: Switch, data) {
    if (!isLive(state)) return refuse("NOT_UNDER_WAY", "No switch is under way.");
    if (state.agents[data.role].accepted.includes(data.participant))
      return refuse("ALREADY_AGREED", `${data.participant} has agreed already.`);
    return record("AGENT_PROPOSED", data);
  },
});

const disputeReading = command({
  name: "do_dispute_reading",
  about: "Proposes another opening reading to the old supplier (D0300).",
  data: z.object({
    registers: z
      .array(z.object({ meter: z.string(), register: z.string(), value: z.string() }))
      .min(1),
    reason,
  }),
  decide(state: Switch, data) {
    if (state.suppliers.old === null)
      return refuse("NO_OLD_SUPPLIER", "It is not known who supplied the point before.");
    if (endOfSwitch(state) !== null)
      return refuse("NOT_UNDER_WAY", `The switch is ${endOfSwitch(state)}.`);
    return record("READING_DISPUTED", data);
  },
});

const answerReading = command({
  name: "do_answer_reading",
  about:
    "Answers the old supplier's word on the opening reading (D0300): Y agrees, TY agreed by telephone, A proposes another, D asks for an actual one, R refuses a message that breaks a rule.",
  data: z.object({
    answer: z.enum(["Y", "TY", "A", "D", "R"]),
    registers: z
      .array(z.object({ meter: z.string(), register: z.string(), value: z.string() }))
      .min(1)
      .optional()
      .describe("Of A: the reading of each register. Otherwise those of its message."),
    note: z.string().trim().min(1).max(200).optional(),
  }),
  decide({ dispute, suppliers }: Switch, { answer, registers, note = null }) {
    if (dispute === null || !awaitsOurs(dispute))
      return refuse("NOTHING_TO_ANSWER", "No D0300 of the old supplier waits for an answer.");
    if (suppliers.old === null)
      return refuse("NO_OLD_SUPPLIER", "It is not known who supplied the point before.");
    if (answer === "A" && registers === undefined)
      return refuse("NO_READINGS", "Another reading needs to be given with it, as registers.");
    if (answer === "R" && note === null)
      return refuse("NO_REASON", "Say with it which rule the message breaks, as note.");
    const about = registers ?? [...(dispute.stated.length > 0 ? dispute.stated : dispute.proposed)];
    if (about.length === 0)
      return refuse("NO_READINGS", "Its D0300 names no reading: give those meant, as registers.");
    return record("READING_ANSWERED", {
      status: answer === "TY" ? "Y" : answer,
      registers: about,
      // One letter has no room for TY: the note tells it, as the other side reads it.
      note: answer === "TY" ? `TY ${note ?? "agreed by telephone"}` : note,
    });
  },
});

const startTransfer = command({
  name: "do_start_erroneous_transfer",
  about: "Proposes to give the point back, to the old supplier or another one (D0301).",
  data: z.object({
    reason: z
      .enum(["A", "B", "C", "D", "E", "F"])
      .describe("C: cancelled contract, D: wrong point."),
    customer: z.string().trim().min(1).max(100).meta({ personal: true }),
    contactDate: z.iso.date().describe("When the customer reported it."),
    supplier: participant
      .optional()
      .describe("Where it is not the old one: of a chain of several."),
  }),
  decide(state: Switch, { supplier = state.suppliers.old ?? undefined, ...data }) {
    if (supplier === undefined)
      return refuse("NO_OLD_SUPPLIER", "It is not known who supplied the point before; name one.");
    if (state.transfers.some((one) => one.supplier === supplier && !isOver(one)))
      return refuse("ALREADY_STARTED", `That is under way with ${supplier}.`);
    return record("TRANSFER_PROPOSED", { ...data, supplier });
  },
});

const transferData = {
  supplier: participant,
  customer: z.string().trim().min(1).max(100),
  contactDate: z.iso.date().describe("When the customer reported it."),
  reason,
};

const answerTransfer = command({
  name: "do_answer_transfer",
  about: "Accepts or rejects an erroneous transfer that another supplier proposed (D0301, B or C).",
  data: z.object({ ...transferData, accept: z.boolean() }),
  decide({ transfers }: Switch, { accept, ...data }) {
    const meant = transfers.find(({ supplier }) => supplier === data.supplier);
    if (meant === undefined || meant.ours || meant.status !== "D")
      return refuse("NOTHING_TO_ANSWER", `${data.supplier} waits for no answer of ours.`);
    const status: "B" | "C" = accept ? "B" : "C";
    return record("TRANSFER_ANSWERED", { ...data, status });
  },
});

const cancelTransfer = command({
  name: "do_cancel_transfer",
  about: "Takes back an erroneous transfer that we proposed or accepted (D0301, G).",
  data: z.object(transferData),
  decide({ transfers }: Switch, data) {
    const meant = transfers.find(({ supplier }) => supplier === data.supplier);
    if (meant === undefined || isOver(meant))
      return refuse(
        "NOTHING_TO_CANCEL",
        `No erroneous transfer is under way with ${data.supplier}.`,
      );
    return record("TRANSFER_ANSWERED", { ...data, status: "G" as const });
  },
});

const askAgain = command({
  name: "do_ask_again",
  about: "Asks the switching service to send the next notice again.",
  data: z.object({}),
  decide(state: Switch) {
    if (state.request === null) return refuse("NOT_UNDER_WAY", "No switch was requested.");
    return record("NOTICE_ASKED_AGAIN", { notice: missingNotice(state) });
  },
});

const sendAgain = command({
  name: "do_send_again",
  about: "Sends again, under new references, what the platform refused of us.",
  data: z.object({ reason }),
  decide(state: Switch, data) {
    const purposes = refusedMessages(state).map(({ purpose }) => purpose);
    if (purposes.length === 0)
      return refuse(
        "NOTHING_REFUSED",
        "The platform has refused nothing that is still to be sent.",
      );
    return record("SENT_AGAIN", { ...data, purposes });
  },
});
