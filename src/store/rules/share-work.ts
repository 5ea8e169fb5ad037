/** What the names of those parts of the work begin with that are channels. */
const channelPrefix = "channel ";

/** A daemon beside others. */
export interface WorkingDaemon {
  readonly number: number;
  /** The parts of the work that it could do. */
  readonly wants: ReadonlySet<string>;
}

/** What a daemon does next about its part of the work. */
export interface WorkShare {
  readonly take: readonly string[];
  readonly giveBack: readonly string[];
}

/**
 * Shares work out as one daemon sees it: it takes a free part when nobody else who could do it has less, and gives one
 * back that another, with at least two parts less, could do. So all is done whoever is there, and nothing wanders to
 * and fro. Channels are shared out apart from stages. `leases`: which daemon has each part that somebody has.
 */
export function shareWork(
  own: WorkingDaemon,
  daemons: readonly WorkingDaemon[],
  leases: ReadonlyMap<string, number>,
): WorkShare {
  const shares = [true, false].map((ofChannels) => {
    const isMeant = (part: string) => part.startsWith(channelPrefix) === ofChannels;
    const only = ({ number, wants }: WorkingDaemon) => ({
      number,
      wants: new Set([...wants].filter(isMeant)),
    });
    const meant = new Map([...leases].filter(([part]) => isMeant(part)));
    return shareEvenly(only(own), daemons.map(only), meant);
  });
  return {
    take: shares.flatMap(({ take }) => take),
    giveBack: shares.flatMap(({ giveBack }) => giveBack),
  };
}

function shareEvenly(
  own: WorkingDaemon,
  daemons: readonly WorkingDaemon[],
  leases: ReadonlyMap<string, number>,
): WorkShare {
  const has = new Map(daemons.map(({ number }) => [number, 0]));
  for (const number of leases.values()) has.set(number, (has.get(number) ?? 0) + 1);
  const countOf = (number: number) => has.get(number) ?? 0;
  const othersFor = (part: string) =>
    daemons.filter(({ number, wants }) => number !== own.number && wants.has(part));
  const take: string[] = [];
  for (const part of own.wants) {
    if (leases.has(part)) continue;
    if (othersFor(part).some(({ number }) => countOf(number) < countOf(own.number))) continue;
    take.push(part);
    has.set(own.number, countOf(own.number) + 1);
  }
  const giveBack: string[] = [];
  for (const [part, number] of leases) {
    if (number !== own.number) continue;
    const poorest = othersFor(part).toSorted((a, b) => countOf(a.number) - countOf(b.number))[0];
    if (poorest === undefined || countOf(poorest.number) + 2 > countOf(own.number)) continue;
    giveBack.push(part);
    has.set(own.number, countOf(own.number) - 1);
    has.set(poorest.number, countOf(poorest.number) + 1);
  }
  return { take, giveBack };
}
