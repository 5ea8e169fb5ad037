/** One thing that a channel has to be able to do, and whether it can. */
export interface ChannelCheck {
  /** The folder it was tried in, or the server. */
  readonly where: string;
  readonly what: "connect" | "list" | "read" | "write" | "rename" | "delete";
  /** `untried`: something before it failed, or there was nothing to try it on. */
  readonly outcome: "works" | "fails" | "untried";
  /** What was found, in words; how to fix it when it fails. */
  readonly detail: string;
}

/** Collects checks; what one piece of work finds is one check. */
export class CheckList {
  readonly checks: ChannelCheck[] = [];

  /** Tries something. Gives what it gave; null when it failed, and then the check says why and how to fix it. */
  async try<Result>(
    where: string,
    what: ChannelCheck["what"],
    work: () => Promise<readonly [Result, detail: string]>,
    mend: (error: unknown) => string,
  ): Promise<Result | null> {
    try {
      const [result, detail] = await work();
      this.checks.push({ where, what, outcome: "works", detail });
      return result;
    } catch (error) {
      this.checks.push({ where, what, outcome: "fails", detail: mend(error) });
      return null;
    }
  }

  /** Notes that something was not tried, and why. */
  skip(where: string, what: ChannelCheck["what"], detail: string): void {
    this.checks.push({ where, what, outcome: "untried", detail });
  }

  get isGood(): boolean {
    return this.checks.every(({ outcome }) => outcome !== "fails");
  }
}
