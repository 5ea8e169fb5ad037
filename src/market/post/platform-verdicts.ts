import type { Chance } from "../chance/chance.ts";
import type { Faults } from "../chance/faults.ts";
import { us } from "../plan/participants.ts";
import { type ReceivedLetter, textIn } from "./letter.ts";

/** The flow by which the platform says what it made of messages of the installation. */
export const verdictFlow = "DIP-ANSWER";

/** A message of the installation, and whether the platform passed it on. */
export interface JudgedLetter {
  readonly letter: ReceivedLetter;
  readonly isTaken: boolean;
}

/** Whether the platform passes a message of the installation on; what does not go over it, always. */
export function isTakenByPlatform(
  { flow, about, data }: ReceivedLetter,
  { chance, faults }: { readonly chance: Chance; readonly faults: Faults },
): boolean {
  if (!isOfPlatform(flow)) return true;
  const reference = textIn(data, "CommonBlock.S1.senderUniqueReference");
  return !chance.happens(faults.badelement / 5, about, flow, reference, "platform");
}

/** Whether messages of a flow go over the platform. */
export function isOfPlatform(flow: string): boolean {
  return flow.startsWith("IF-");
}

/** The platform's answer to a file: each message of it separately, with the status of its HTTP answer. */
export function platformAnswer(judged: readonly JudgedLetter[], now: number): Uint8Array {
  const taken = judged.filter(({ isTaken }) => isTaken).length;
  const some = taken === judged.length ? 201 : 207;
  const timestamp = new Date(now).toISOString();
  const messageArray = judged.map(({ letter: { data, flow, to }, isTaken }) => ({
    transactionID: null,
    senderUniqueReference: textIn(data, "CommonBlock.S1.senderUniqueReference"),
    correlationID: null,
    sentTimestamp: textIn(data, "CommonBlock.S1.senderTimestamp"),
    senderID: us.dipId,
    recipientID: to.participant,
    DIPConnectionProviderID: null,
    message: isTaken ? "MSG0000 - Success" : "RCP1022 - Coded value is not in the list",
    help: isTaken ? null : `A code of this ${flow} is not in its list.`,
    serviceTicketURL: null,
  }));
  const httpStatus = taken === 0 ? 400 : some;
  return Buffer.from(`${JSON.stringify({ httpStatus, messageArray, timestamp }, null, 2)}\n`);
}
