import type { z } from "zod";

/** What is wrong with data, in one line: each place with what was expected there. */
export function sayIssues({ issues }: z.ZodError): string {
  return issues
    .map((issue) => {
      const what = sayOneIssue(issue);
      return issue.path.length === 0 ? what : `${issue.path.join(".")}: ${what}`;
    })
    .join("; ");
}

/** What was expected at one place. */
export function sayOneIssue({ message }: Pick<z.core.$ZodIssue, "message">): string {
  return message.replace(/^Invalid input: /, "");
}
