import { namedProcess } from "../../app/asked/command-target.ts";
import { viewCommandDefinition } from "../../app/views/command-view.ts";
import type { RunnableCommand } from "../../core/define/command.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { type Column, printTable } from "../print/table.ts";
import { withStore } from "../session.ts";

interface Row {
  readonly type: string;
  readonly command: RunnableCommand;
}

/** `busbar command list [PROCESS]`: what people may ask of processes; with `--json`, with the schema of the data. */
export function commandList(
  context: CommandContext,
  text: string | undefined,
  { json }: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const definitions = await session.definitions();
    const types = text === undefined ? null : await typesNamed(text);
    const rows = [...definitions.values()]
      .filter(({ type }) => types === null || types.has(type))
      .flatMap(({ type, commands }): Row[] =>
        [...commands.values()].map((command) => ({ type, command })),
      );
    if (json) {
      for (const { type, command } of rows) await output.json(viewCommandDefinition(type, command));
      return exitCode.good;
    }
    const count = await printTable(output, columns, rows);
    if (count === 0) await output.line("No commands: nothing may be asked of these processes.");
    else await output.line("\nWith --json: what data each takes, as JSON Schema.");
    return exitCode.good;

    /** A type, a process's key, or both. */
    async function typesNamed(named: string): Promise<ReadonlySet<string>> {
      if (definitions.has(named)) return new Set([named]);
      const { type, key } = namedProcess(definitions, named);
      if (type !== null) return new Set([type]);
      const found = await session.store.processes.withKey(key);
      if (found.length > 0) return new Set(found.map((process) => process.type));
      throw new CommandFailure(
        `there is no type of process and no process "${named}"; types are ${[...definitions.keys()].join(", ")}`,
        exitCode.usage,
      );
    }
  });
}

const columns: readonly Column<Row>[] = [
  { heading: "PROCESS", cell: ({ type }) => type },
  { heading: "COMMAND", cell: ({ command }) => command.name },
  { heading: "DATA", cell: ({ command }) => fieldsOf(command).join(", ") || "none" },
  {
    heading: "WHAT IT DOES",
    cell: ({ command }) => command.about + (command.opens ? " May open the process." : ""),
  },
];

/** The names of what the data holds, those that may be left out with a question mark. */
function fieldsOf(command: RunnableCommand): string[] {
  const { properties = {}, required = [] } = command.jsonSchema() as {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
  };
  return Object.keys(properties).map((name) => (required.includes(name) ? name : `${name}?`));
}
