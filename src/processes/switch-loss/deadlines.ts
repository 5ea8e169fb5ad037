import { type Deadline, deadline } from "../../core/define/deadline.ts";
import type { LossRules } from "./settings.ts";
import type { SupplyPoint } from "./state.ts";
import { factsThat } from "./told/facts.ts";
import { waitsOf } from "./waits.ts";

/**
 * The moments that the losses of a point wait for. What has passed once is not waited for again unless
 * something moves it to a later time.
 */
export function lossDeadlines(point: SupplyPoint, rules: LossRules): readonly Deadline[] {
  const passed = factsThat(point.facts, "passed");
  return point.losses.flatMap((loss) =>
    waitsOf(loss, rules)
      .filter(
        ({ moment, dueAt }) =>
          !passed.some(
            (one) =>
              one.moment === moment &&
              one.at >= dueAt &&
              (one.registrationId === loss.registrationId || one.endDate === loss.endDate),
          ),
      )
      .map(({ eventType, dueAt }) => deadline(eventType, dueAt, loss.name)),
  );
}
