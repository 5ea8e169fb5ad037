import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { viewsOfCommands } from "../../src/app/views/views.ts";
import { viewsJsonSchema } from "../../src/app/views/views-schema.ts";
import { Output } from "../../src/cli/output.ts";
import { createProgram } from "../../src/cli/program.ts";

/** Their objects are definitions of flows and messages of files, which have schemas of their own. */
const withOwnSchemas = ["flow show", "flow read"];

function program(): Command {
  const output = new Output(process.stdout);
  const nothing = () => undefined;
  const surroundings = { output, say: nothing, environment: {} };
  return createProgram(surroundings, { out: nothing, err: nothing }, nothing);
}

/** Names of all commands that take `--json`, e.g. `file list`. */
function commandsWithJson(command: Command, name: readonly string[] = []): string[] {
  const own = command.options.some(({ long }) => long === "--json") ? [name.join(" ")] : [];
  return [
    ...own,
    ...command.commands.flatMap((child) => commandsWithJson(child, [...name, child.name()])),
  ];
}

describe("the JSON output of commands", () => {
  it("is published as JSON Schema", () => {
    const published = readFileSync("docs/json-output.schema.json", "utf8");
    expect(published).toBe(`${JSON.stringify(viewsJsonSchema(), null, 2)}\n`);
  });

  it("has named shapes for every command that takes --json", () => {
    expect([...Object.keys(viewsOfCommands), ...withOwnSchemas].sort()).toEqual(
      commandsWithJson(program()).sort(),
    );
  });

  it("is reported command by command in docs/json-output.md", () => {
    const page = readFileSync("docs/json-output.md", "utf8");
    for (const [command, names] of Object.entries(viewsOfCommands)) {
      const objects = names.map((name) => `\`${name}\``).join(", ");
      expect(page).toContain(`| \`busbar ${command}\` | ${objects} |`);
    }
  });
});
