import type { z } from "zod";

/** What is wrong with data, in one line: each place with what was expected there. */
export function sayIssues({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => {
      const what = message.replace(/^Invalid input: /, "");
      return path.length === 0 ? what : `${path.join(".")}: ${what}`;
    })
    .join("; ");
}
