/** A module of process definitions that cannot be used: says which, and what to do. */
export class ProcessesError extends Error {
  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`${file}: ${reason}`, options);
    this.name = "ProcessesError";
  }
}
