import { z } from "zod";
import { command } from "../../core/define/command.ts";
import { record, refuse } from "../../core/define/effect.ts";
import { noSuchLoss, today, whichLoss } from "./commands.ts";
import { aboutLoss, lossNamed } from "./losses.ts";
import type { LossRules } from "./settings.ts";
import type { Loss, SupplyPoint } from "./state.ts";

const readings = z
  .array(
    z.object({
      meterId: z.string().max(10),
      registerId: z.string().max(2),
      value: z.string().regex(/^\d{1,9}(\.\d)?$/, { error: "a reading such as 12345.0" }),
    }),
  )
  .min(1);
const note = z.string().trim().min(1).max(200);

/** The closing reading is missing or wrong, and we know better. */
export const doProposeReading = command({
  name: "do_propose_reading",
  about: "Proposes a reading on change of supplier to the new supplier (D0300, P).",
  data: z.object({ ...whichLoss, readings, note: note.optional() }),
  decide(point: SupplyPoint, data) {
    const loss = lossNamed(point, data.loss);
    if (loss === null) return noSuchLoss(data.loss);
    const no = refuseTalk(loss);
    if (no !== null) return no;
    if (loss.dispute.state === "awaits their answer")
      return refuse("ALREADY_PROPOSED", "The new supplier has not answered what we wrote last.");
    return decided(loss, "P", data);
  },
});

/** The new supplier wrote about the reading. */
export const doAnswerReading = command({
  name: "do_answer_reading",
  about:
    "Answers the new supplier's reading (D0300): Y agrees, TY agreed by telephone, A proposes another, D asks for an actual one, R refuses a message that breaks a rule.",
  data: z.object({
    ...whichLoss,
    answer: z.enum(["Y", "TY", "A", "D", "R"]),
    readings: readings.optional(),
    note: note.optional(),
  }),
  decide(point: SupplyPoint, data) {
    const loss = lossNamed(point, data.loss);
    if (loss === null) return noSuchLoss(data.loss);
    const no = refuseTalk(loss);
    if (no !== null) return no;
    const { last } = loss.dispute;
    if (last === null || last.by === "us")
      return refuse("NOTHING_TO_ANSWER", "No message of the new supplier waits for an answer.");
    if (data.answer === "A" && data.readings === undefined)
      return refuse("NO_READINGS", "Another reading needs to be given with it, as readings.");
    if (data.answer === "R" && data.note === undefined)
      return refuse("NO_REASON", "Say with it which rule the message breaks, as note.");
    if (data.answer === "TY")
      return decided(loss, "Y", {
        readings: last.readings,
        note: `TY ${data.note ?? "agreed by telephone"}`,
      });
    return decided(loss, data.answer, { ...data, readings: data.readings ?? [...last.readings] });
  },
});

function decided(
  loss: Loss,
  status: string,
  said: {
    readonly readings: readonly { meterId: string; registerId: string; value: string }[];
    readonly note?: string | undefined;
  },
) {
  const { readings: all, note: text = null } = said;
  return record("READING_ANSWER_DUE", {
    ...aboutLoss(loss),
    status,
    readings: [...all],
    note: text,
  });
}

function refuseTalk({ outcome }: Loss) {
  if (outcome === "lost" || outcome === "secured") return null;
  return refuse(
    "NOT_LOST",
    "The supply has not ended by any notice: there is no closing reading to speak of.",
  );
}

const transferData = {
  ...whichLoss,
  customerName: z.string().trim().min(1).max(100),
  contactDate: z.iso
    .date()
    .optional()
    .describe("When the customer spoke up; today where it is not said."),
  to: z
    .string()
    .regex(/^[A-Z0-9]{4}$/)
    .optional()
    .describe("Who has the supply now, where that is not the one who took it from us."),
  note: note.optional(),
};

/** The customer was taken from us by mistake. */
export function doProposeTransfer(rules: LossRules) {
  return command({
    name: "do_propose_transfer",
    about: "Proposes to the new supplier that the transfer was erroneous (D0301, D).",
    data: z.object({
      ...transferData,
      reason: z
        .enum(["A", "B", "C", "D", "E", "F"])
        .describe(
          "A forgery, B misleading information, C cancelled contract not actioned, D wrong MPAN, E customer service, F technical.",
        ),
    }),
    decide(point: SupplyPoint, data, now) {
      const loss = lossNamed(point, data.loss);
      if (loss === null) return noSuchLoss(data.loss);
      const no = refuseTalk(loss) ?? refuseTwice(loss);
      return (
        no ??
        transferDecided(loss, "D", { ...data, contactDate: data.contactDate ?? today(rules, now) })
      );
    },
  });
}

/** The new supplier says that it took the customer by mistake. */
export function doAnswerTransfer(rules: LossRules) {
  return command({
    name: "do_answer_transfer",
    about:
      "Accepts or rejects what the new supplier says of an erroneous transfer (D0301, E or F).",
    data: z.object({ ...transferData, accept: z.boolean() }),
    decide(point: SupplyPoint, data, now) {
      const loss = lossNamed(point, data.loss);
      if (loss === null) return noSuchLoss(data.loss);
      if (loss.transfer.state !== "answer due")
        return refuse("NOTHING_TO_ANSWER", "No erroneous transfer waits for our answer.");
      if (!data.accept && data.note === undefined)
        return refuse("NO_REASON", "A rejection needs its reason, as note.");
      const contactDate = data.contactDate ?? today(rules, now);
      return transferDecided(loss, data.accept ? "E" : "F", { ...data, contactDate });
    },
  });
}

/** We take back what we proposed. */
export function doCancelTransfer(rules: LossRules) {
  return command({
    name: "do_cancel_transfer",
    about: "Cancels the erroneous transfer that we proposed or accepted (D0301, H).",
    data: z.object(transferData),
    decide(point: SupplyPoint, data, now) {
      const loss = lossNamed(point, data.loss);
      if (loss === null) return noSuchLoss(data.loss);
      const { state } = loss.transfer;
      if (state !== "proposed" && state !== "accepted" && state !== "rejected by them")
        return refuse("NOTHING_TO_CANCEL", "There is no active erroneous transfer to cancel.");
      return transferDecided(loss, "H", {
        ...data,
        contactDate: data.contactDate ?? today(rules, now),
      });
    },
  });
}

function refuseTwice({ transfer }: Loss) {
  if (["none", "rejected by them", "rejected by us", "cancelled"].includes(transfer.state))
    return null;
  return refuse(
    "ALREADY_SPOKEN_OF",
    `The erroneous transfer is spoken of already: ${transfer.state}.`,
  );
}

function transferDecided(
  loss: Loss,
  status: string,
  said: {
    readonly customerName: string;
    readonly contactDate: string;
    readonly to?: string | undefined;
    readonly note?: string | undefined;
    readonly reason?: string | undefined;
  },
) {
  const { customerName, contactDate, to = null, note: text = null } = said;
  const reason = said.reason ?? loss.transfer.reason;
  return record("TRANSFER_MESSAGE_DUE", {
    ...aboutLoss(loss),
    status,
    reason,
    note: text,
    to,
    customerName,
    contactDate,
  });
}
