import type { TableDefinition } from "../../catalogue/definition.ts";
import { matchHeader } from "./header.ts";

/** Lines that are looked at: more are above no table. */
const most = 10;

/** What is above column names that are not in the first line, as the end of a sentence; empty when there are none below. */
export function sayTableBelow(head: Buffer, tables: readonly TableDefinition[]): string {
  const lines = head.toString("latin1").split(/\r?\n/, most + 1);
  for (const [index, line] of lines.slice(0, most).entries()) {
    const plan = index === 0 ? null : matchHeader(Buffer.from(line, "latin1"), tables);
    if (plan === null) continue;
    const above = /^sep=/i.test(lines[0] ?? "") ? "the `sep=` line of a spreadsheet" : "a title";
    return `; line ${index + 1} has the columns of ${plan.table.flow} ${plan.table.version}, and ${above} is above it, where a table begins with its column names: ask the sender to leave that out`;
  }
  return "";
}
