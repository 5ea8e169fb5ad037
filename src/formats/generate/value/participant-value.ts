import { participantIn } from "../market.ts";
import type { Occasion } from "../occasion.ts";
import type { Spot } from "../spot.ts";

/** Longest text that an id of a participant is. */
const idLength = 4;

/** The role of a participant by what the name of its id says; the first that fits counts. */
const roles: readonly (readonly [RegExp, role: string])[] = [
  [/Supplier/i, "X"],
  [/Collector/i, "D"],
  [/Aggregator/i, "B"],
  [/Distributor/i, "R"],
  [/Asset Provider/i, "8"],
  [/MPAS|PRS Agent/i, "P"],
  [/Supplier Volume Allocation|SVAA/i, "G"],
  [/Meter Operator|Operator Id|MOP/i, "M"],
  [/Participant|MPID|Party Id|Agent Id|SIP ID/i, "X"],
];

/** A participant's id; null when the field is none. */
export function participantValue({ field, surroundings }: Spot): string | null {
  const { format, name } = field;
  if (format.kind !== "text" || format.length !== idLength) return null;
  if (!/\b(Id|ID|MPID)\b/.test(name)) return null;
  const role = roles.find(([pattern]) => pattern.test(name))?.[1];
  if (role === undefined) return null;
  return participantFor(
    surroundings.scene.occasion,
    role,
    /New|Associated/i.test(name),
    /Old|Incorrect|Other/i.test(name),
  );
}

/** The one the file is from or to if it has that role, else another of that role. */
function participantFor(
  { from, to }: Occasion,
  role: string,
  isNew: boolean,
  isOld: boolean,
): string {
  if (isNew) return participantIn(role, 2);
  if (isOld) return participantIn(role, 3);
  if (from.role === role) return from.participant;
  return to.role === role ? to.participant : participantIn(role);
}
