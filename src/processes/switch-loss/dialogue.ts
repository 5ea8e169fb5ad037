import type { Dispute, Transfer } from "./state.ts";
import { type Fact, factsThat, type ReadingFact } from "./told/facts.ts";

/** What the newest message on a disputed reading means, by who wrote it and its status. */
const meanings: Readonly<Record<"them" | "us", Readonly<Record<string, Dispute["state"]>>>> = {
  them: { Y: "agreed", TY: "agreed", R: "our flow refused", M: "awaits a reading" },
  us: { Y: "agreed", TY: "agreed", D: "awaits a reading" },
};

/** Where the talk about the reading is. It is settled when the collector tells the agreed reading. */
export function disputeOf(facts: readonly Fact[], closing: readonly ReadingFact[]): Dispute {
  const letters = factsThat(facts, "letter");
  const last = letters.at(-1);
  if (last === undefined) return { state: "none", last: null, with: null };
  const { by, status, at, readings, note } = last;
  const otherwise = by === "them" ? "answer due" : "awaits their answer";
  const state = meanings[by][status] ?? otherwise;
  const settled = state === "agreed" && closing.some(({ rank }) => rank === "agreed");
  const supplier = letters.findLast((letter) => letter.supplier !== null)?.supplier ?? null;
  return {
    state: settled ? "settled" : state,
    last: { by, status, at, readings, note },
    with: supplier,
  };
}

/** What the newest message on an erroneous transfer means, by its status. */
const transferStates: Readonly<Record<string, Transfer["state"]>> = {
  A: "answer due",
  B: "accepted",
  C: "rejected by them",
  D: "proposed",
  E: "accepted",
  F: "rejected by us",
  G: "cancelled",
  H: "cancelled",
};

/** Where an erroneous transfer is. The one who speaks with us may have it from the one who took it from us. */
export function transferOf(
  facts: readonly Fact[],
  { newSupplier, isBack, us }: { newSupplier: string | null; isBack: boolean; us: string | null },
): Transfer {
  const messages = factsThat(facts, "transfer");
  const last = messages.at(-1);
  if (last === undefined)
    return { state: "none", reason: null, at: null, with: null, chain: [], note: null };
  const state = transferStates[last.status] ?? "answer due";
  const partner = messages.findLast(({ supplier }) => supplier !== null)?.supplier ?? null;
  const named = messages.flatMap((message) => [
    message.initiatingSupplier,
    message.associatedSupplier,
  ]);
  const chain = new Set(
    [newSupplier, ...named].filter((one) => one !== null && one !== partner && one !== us),
  );
  return {
    state: state === "accepted" && isBack ? "returned" : state,
    reason: messages.findLast(({ reason }) => reason !== null)?.reason ?? null,
    at: last.at,
    with: partner,
    chain: [...chain].filter((one) => one !== null).toSorted(),
    note: last.note,
  };
}
