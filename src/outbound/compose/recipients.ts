import type { RefusedRecipient } from "../../channels/smtp/email.ts";
import type { RecipientEnd } from "../../core/outbound/outbound.ts";

/**
 * Whom an e-mail still goes to: those of whom nothing is known. Once everybody either has it or was refused
 * for good, it is only tried again because a person said so, and then goes to those who were refused.
 */
export function stillToSend(
  addresses: readonly string[],
  known: readonly RecipientEnd[],
): readonly string[] {
  const states = new Map(known.map(({ address, state }) => [address, state]));
  const open = addresses.filter((address) => !states.has(address));
  return open.length > 0 ? open : addresses.filter((address) => states.get(address) !== "taken");
}

/** What is known of each recipient after an attempt: whoever was not refused has it. */
export function endsAfter(
  to: readonly string[],
  known: readonly RecipientEnd[],
  refused: readonly RefusedRecipient[],
): readonly RecipientEnd[] {
  const ends = new Map(known.map((end) => [end.address, end]));
  const answers = new Map(refused.map((answer) => [answer.address, answer]));
  for (const address of to) {
    const answer = answers.get(address);
    if (answer === undefined) ends.set(address, { address, state: "taken", answer: null });
    else if (answer.forGood)
      ends.set(address, { address, state: "refused", answer: answer.message });
    else ends.delete(address);
  }
  return [...ends.values()];
}

/** Who has an e-mail and who not, for people. */
export function sayRecipients(
  known: readonly RecipientEnd[],
  putOff: readonly RefusedRecipient[],
): string {
  const taken = known.filter(({ state }) => state === "taken").map(({ address }) => address);
  const refused = known.filter(({ state }) => state === "refused");
  const parts = [
    taken.length > 0 ? `It was taken for ${taken.join(", ")}.` : "It was taken for nobody yet.",
    ...putOff.map(({ address, message }) => `Not yet for ${address}: ${message}.`),
    ...refused.map(({ address, answer }) => `Refused for ${address}: ${answer ?? ""}.`),
    "Who has it gets it no second time.",
  ];
  return parts.join(" ");
}
