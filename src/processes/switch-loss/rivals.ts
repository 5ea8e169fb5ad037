import { mayEnd } from "./owed.ts";
import type { AgentsTold, Loss } from "./state.ts";
import { type Fact, factsThat } from "./told/facts.ts";
import { firstNoticeAt, isOff } from "./told/sort-facts.ts";

/** A loss with the facts about it. */
interface KnownLoss {
  readonly loss: Loss;
  readonly facts: readonly Fact[];
}

/**
 * A supply ends once. Where two registrations are said to end it on the same day, such as when one notice has a
 * wrong registration id, the one that a person settled, else the one that was noticed first, counts; for the
 * other nothing is done until a person settles it. What agents and the new supplier were sent for one of them is
 * not sent again for another.
 */
export function withRivals(all: readonly KnownLoss[]): readonly KnownLoss[] {
  return all.map((one) => {
    const { endDate } = one.loss;
    const rivals = all.filter(
      (other) => other !== one && endDate !== null && other.loss.endDate === endDate,
    );
    if (rivals.length === 0) return one;
    const loss = withSent(
      one.loss,
      rivals.filter(({ facts }) => !isOff(facts)).map((rival) => rival.loss),
    );
    const isSecond =
      mayEnd(loss) &&
      !isSettled(one) &&
      rivals.some((rival) => mayEnd(rival.loss) && comesBefore(rival, one));
    return { ...one, loss: isSecond ? { ...loss, outcome: "contradicted" } : loss };
  });
}

function isSettled({ facts }: KnownLoss): boolean {
  return factsThat(facts, "step").some(({ step }) => step === "outcome settled");
}

function comesBefore(a: KnownLoss, b: KnownLoss): boolean {
  if (isSettled(a) !== isSettled(b)) return isSettled(a);
  const between = firstNoticeAt(a.facts) - firstNoticeAt(b.facts);
  return between === 0 ? a.loss.name < b.loss.name : between < 0;
}

/** Counts what was sent for another loss of the same day as sent. */
function withSent(loss: Loss, rivals: readonly Loss[]): Loss {
  const told = [loss, ...rivals].flatMap(({ agentsTold }) => agentsTold ?? []);
  const informed = rivals.some(
    ({ informationGivenTo }) =>
      informationGivenTo !== null && informationGivenTo === loss.newSupplier,
  );
  return {
    ...loss,
    agentsTold: allTold(told),
    informationGivenTo: loss.informationGivenTo ?? (informed ? loss.newSupplier : null),
  };
}

function allTold(told: readonly AgentsTold[]): AgentsTold | null {
  const last = told.toSorted((a, b) => a.at - b.at).at(-1);
  if (last === undefined) return null;
  const agents = new Set(told.flatMap((one) => one.agents));
  return { ...last, agents: [...agents].toSorted() };
}
