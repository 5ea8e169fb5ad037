import { printable } from "../printable.ts";
import type { ProblemCode } from "../problem-codes.ts";
import type { TablePlan } from "./header.ts";

/** What is wrong with the name of a column, in words. */
interface ColumnProblem {
  readonly code: ProblemCode;
  readonly name: string;
  readonly sentence: string;
}

/** What is wrong with the columns that a header line names. */
export function columnProblems({ missing, repeated, columns, table }: TablePlan): ColumnProblem[] {
  return [
    ...missing.map(({ name }) => ({
      code: "MISSING_COLUMN" as const,
      name,
      sentence: `The header line does not name the column ${printable(name)}, which must be there; ask the sender for a file with it.`,
    })),
    ...repeated.map((name) => ({
      code: "REPEATED_COLUMN" as const,
      name,
      sentence: `The header line names the column ${printable(name)} twice, so nobody can tell which one is meant; ask the sender to correct the file.`,
    })),
    ...columns
      .filter(({ column, name }) => column === null && !repeated.includes(name))
      .map(({ name }) => ({
        code: "UNKNOWN_COLUMN" as const,
        name,
        sentence: `The column ${name === "" ? "without a name" : printable(name)} is not defined for ${table.flow}; its values are kept and not checked.`,
      })),
  ];
}
