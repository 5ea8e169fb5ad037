import { listCommands } from "../../app/queries/commands.ts";
import type { CommandDefinitionView } from "../../app/views/command-view.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";

/** `busbar command list [PROCESS]`: what people may ask of processes; with `--json`, with the schema of the data. */
export function commandList(
  { output, ...context }: CommandContext,
  named: string | undefined,
  { json }: JsonOption,
): Promise<ExitCode> {
  return withStore({ output, ...context }, async (session) => {
    const commands = await listCommands(session, named === undefined ? {} : { named });
    if (json) {
      for (const command of commands) await output.json(command);
      return exitCode.good;
    }
    const count = await printTable(output, columns, commands);
    if (count === 0) await output.line("No commands: nothing may be asked of these processes.");
    else await output.line("\nWith --json: what data each takes, as JSON Schema.");
    return exitCode.good;
  });
}

const columns: readonly Column<CommandDefinitionView>[] = [
  { heading: "PROCESS", cell: ({ processType }) => processType },
  { heading: "COMMAND", cell: ({ name }) => name },
  { heading: "DATA", cell: ({ data }) => fieldsOf(data).join(", ") || "none" },
  {
    heading: "WHAT IT DOES",
    cell: ({ about, opens }) => about + (opens ? " May open the process." : ""),
  },
];

/** The names of what the data holds, those that may be left out with a question mark. */
function fieldsOf(schema: object): string[] {
  const { properties = {}, required = [] } = schema as {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
  };
  return Object.keys(properties).map((name) => (required.includes(name) ? name : `${name}?`));
}
