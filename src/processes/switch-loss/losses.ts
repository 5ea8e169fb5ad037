import { mayEnd } from "./owed.ts";
import type { Loss, SupplyPoint } from "./state.ts";
import type { LossReference } from "./told/facts.ts";

/** How an event of ours names a loss. */
export function aboutLoss({ registrationId, endDate }: Loss): LossReference {
  return { registrationId, endDate };
}

/** The loss that an event of ours is about: what it is known by may have become more since. */
export function lossOf(
  { losses }: SupplyPoint,
  { registrationId, endDate }: LossReference,
): Loss | null {
  const named = losses.find((loss) => loss.registrationId === registrationId);
  if (registrationId !== null && named !== undefined) return named;
  return losses.find((loss) => endDate !== null && loss.endDate === endDate) ?? null;
}

/**
 * The loss that a person means who names none: the newest that is under way, else the newest that a notice
 * tells of. Readings and messages without a notice may be about a supply that we gained.
 */
export function currentLoss({ losses }: SupplyPoint): Loss | null {
  const notified = losses.filter(({ outcome }) => outcome !== "unnotified");
  const underWay = notified.findLast(({ outcome }) => outcome !== "kept" && outcome !== "returned");
  return underWay ?? notified.at(-1) ?? losses.at(-1) ?? null;
}

/** Another loss that goes on and ends the same supply on the same day; null where there is none. */
export function rivalOf({ losses }: SupplyPoint, { name, endDate }: Loss): Loss | null {
  const found = losses.find(
    (other) => other.name !== name && other.endDate === endDate && mayEnd(other),
  );
  return endDate === null ? null : (found ?? null);
}

/** The loss with that name or date; the current one where nobody says which. */
export function lossNamed(point: SupplyPoint, name: string | undefined): Loss | null {
  if (name === undefined) return currentLoss(point);
  return point.losses.find((loss) => loss.name === name || loss.endDate === name) ?? null;
}
