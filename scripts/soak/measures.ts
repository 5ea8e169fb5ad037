import { readdirSync, readFileSync } from "node:fs";

/** What the daemon had used when so many files had gone in and out. */
export interface Sample {
  readonly pid: number;
  readonly files: number;
  /** Processor time of the process since its start, in milliseconds. */
  readonly cpuMs: number;
  readonly megabytes: number;
  /** Files, sockets and whatever else it has open. */
  readonly handles: number;
}

/** How one stretch of a run compares with one before it. */
export interface Trend {
  readonly what: string;
  readonly before: number;
  readonly after: number;
  /** Whether the later one is no more than it may be. */
  readonly isFlat: boolean;
}

/** A look at a process, where the system tells (Linux); null when it does not, or no more. */
export function sampleOf(pid: number | undefined, files: number): Sample | null {
  if (pid === undefined) return null;
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    const ticks = Number(fields[11]) + Number(fields[12]);
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
    const handles = readdirSync(`/proc/${pid}/fd`).length;
    return { pid, files, cpuMs: ticks * 10, megabytes: Math.round(kilobytes / 1024), handles };
  } catch {
    return null;
  }
}

/**
 * How memory, handles and the cost of a file went in the last process, once it was warm: its second fifth compared
 * with its fourth by files. Null where it had too few to say.
 */
export function trendsOf(samples: readonly Sample[]): Trend[] | null {
  const last = samples.at(-1);
  const own = samples.filter(({ pid }) => pid === last?.pid);
  const [first] = own;
  if (first === undefined || last === undefined || last.files - first.files < 500) return null;
  const within = (from: number, to: number) => {
    const at = (share: number) => first.files + share * (last.files - first.files);
    return own.filter(({ files }) => files >= at(from) && files <= at(to));
  };
  const [early, late] = [within(0.2, 0.4), within(0.6, 0.8)];
  const compare = (
    what: string,
    of: (some: readonly Sample[]) => number,
    most: (before: number) => number,
  ): Trend => {
    const [before, after] = [of(early), of(late)];
    return { what, before, after, isFlat: after <= most(before) };
  };
  return [
    compare(
      "memory, MB",
      (some) => median(some.map(({ megabytes }) => megabytes)),
      (mb) => mb * 1.2 + 20,
    ),
    compare(
      "open handles",
      (some) => median(some.map(({ handles }) => handles)),
      (count) => count + 5,
    ),
    compare("processor a file, ms", costOfFile, (ms) => ms * 1.3),
  ];
}

function costOfFile(some: readonly Sample[]): number {
  const [first, last] = [some[0], some.at(-1)];
  if (first === undefined || last === undefined) return Number.NaN;
  return (last.cpuMs - first.cpuMs) / Math.max(1, last.files - first.files);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
