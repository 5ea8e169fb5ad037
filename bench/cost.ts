/** What one file cost. */
export interface Cost {
  /** Microseconds on the wall. */
  readonly wall: number;
  /** Microseconds of processor time, of all threads, in this program and in the kernel for it. */
  readonly processor: number;
}

/** Runs the work and says what it cost for each of its files. */
export async function costOf(files: number, work: () => Promise<void>): Promise<Cost> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = ((performance.now() - start) * 1000) / files;
  const { user, system } = process.cpuUsage(before);
  return { wall, processor: (user + system) / files };
}

/** The figure that so much of all figures do not exceed; 0.5 is the median. */
export function quantile(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
