import { availableParallelism, cpus, totalmem } from "node:os";

/** The machine a measurement was made on and what it was set to, in one line: figures mean nothing without. */
export function describeMachine(settings: Readonly<Record<string, string | number>> = {}): string {
  const parts = [
    cpus()[0]?.model.trim() ?? "unknown processor",
    `${availableParallelism()} cores`,
    `${(totalmem() / 2 ** 30).toFixed(1)} GiB memory`,
    `${process.platform} ${process.arch}`,
    `Node ${process.versions.node}`,
    ...Object.entries(settings).map(([name, value]) => `${name} ${value}`),
  ];
  return parts.join(", ");
}
