/** That somebody has a role on a metering point, as far as flows reported. */
export interface Tenure {
  /** Market participant id, e.g. `UDMS`. */
  readonly participant: string;
  /** First day, `ccyy-mm-dd`; null when no flow said. */
  readonly from: string | null;
  /** Last day, inclusive; null when no flow said. */
  readonly to: string | null;
  /** True when the one appointed said no, and nobody has said otherwise since. */
  readonly rejected: boolean;
  /** The flow that reported last, e.g. `D0155`. */
  readonly flow: string;
}

/** What one flow tells of a tenure; what it does not say is null. */
export type TenureTold = Tenure;

/**
 * Takes in what a flow reported. It is about the tenure of that participant with the same first day; when
 * it names none, about the latest; when one is known whose first day is not, it gets that day. Ordered
 * by first day, unknown first.
 */
export function takeTenure(known: readonly Tenure[], told: TenureTold): Tenure[] {
  const index = known.findLastIndex((tenure) => isAbout(told, tenure));
  const before = known[index];
  const after =
    before === undefined
      ? told
      : { ...told, from: told.from ?? before.from, to: told.to ?? before.to };
  const others = known.filter((_, place) => place !== index);
  return [...others, after].toSorted(byFirstDay);
}

function isAbout(told: TenureTold, tenure: Tenure): boolean {
  if (told.participant !== tenure.participant) return false;
  return told.from === null || tenure.from === null || told.from === tenure.from;
}

function byFirstDay(a: Tenure, b: Tenure): number {
  return compare(a.from ?? "", b.from ?? "") || compare(a.participant, b.participant);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
