import type { Advice } from "../../core/stuck/remedy.ts";

/** A module of process definitions that cannot be used: says which, and what to do. */
export class ProcessesError extends Error {
  /** What a person can do beside what the message says; null when that is all. */
  readonly remedy: Advice | null;

  constructor(file: string, reason: string, options: ErrorOptions & { remedy?: Advice } = {}) {
    const { remedy = null, ...others } = options;
    super(`${file}: ${reason}`, others);
    this.name = "ProcessesError";
    this.remedy = remedy;
  }
}
