import { type Command, InvalidArgumentError, Option } from "commander";
import type { FlowGenerateOptions } from "../commands/flow-generate.ts";
import type { FlowListOptions } from "../commands/flow-list.ts";
import type { FlowShowOptions } from "../commands/flow-show.ts";
import { jsonOption, type RunCommand, wholeNumber, withExample } from "../words.ts";

/** Most messages that one made-up file has; it is made in memory. */
const mostGenerated = 100_000;

/** Adds `flow …`. */
export function describeFlows(program: Command, run: RunCommand): void {
  const flow = withExample(program.command("flow"), "busbar flow show D0150", "busbar flow list");
  flow.description("flows of the catalogue: list, show, generate");

  withExample(
    flow.command("list"),
    "busbar flow list --search meter",
    "busbar flow list --search J1888",
  )
    .description("list the flow versions of the catalogue")
    .option("--search <words>", "only those with these words in their name or in that of an item")
    .option("--all", "withdrawn flows as well")
    .addOption(jsonOption())
    .action((options: FlowListOptions) =>
      run(async (context) => (await import("../commands/flow-list.ts")).flowList(context, options)),
    );

  withExample(flow.command("show"), "busbar flow show D0150", "busbar flow show D0269 002 --types")
    .description("show what a flow looks like: routes, groups, counts, fields, formats, codes")
    .argument("<flow>", "reference, e.g. D0150 (its newest version) or D0150002")
    .argument("[version]", "version, e.g. 002")
    .addOption(new Option("--json", "its definition as one JSON object").conflicts(others("json")))
    .addOption(new Option("--markdown", "a page in Markdown").conflicts(others("markdown")))
    .addOption(
      new Option("--json-schema", "a JSON Schema of its messages' data").conflicts(
        others("jsonSchema"),
      ),
    )
    .addOption(
      new Option("--types", "TypeScript types of its messages' data").conflicts(others("types")),
    )
    .action((name: string, version: string | undefined, options: FlowShowOptions) =>
      run(async (context) =>
        (await import("../commands/flow-show.ts")).flowShow(
          context,
          version === undefined ? [name] : [name, version],
          options,
        ),
      ),
    );

  withExample(
    flow.command("generate"),
    "busbar flow generate D0150",
    "busbar flow generate D0010 --count 20 --seed spring > example.uff",
  )
    .description("make up a valid file of a flow; nothing in it is real")
    .argument("<flow>", "reference, e.g. D0150 (its newest version) or D0150002")
    .argument("[version]", "version, e.g. 002")
    .addOption(
      new Option("--count <number>", "messages in it (default: 1)").argParser(generatedCount),
    )
    .option("--seed <text>", "another example for each; the same for the same (default: 1)")
    .option("--live", "mark it as live data (OPER), not as a test (TR01)")
    .action((name: string, version: string | undefined, options: FlowGenerateOptions) =>
      run(async (context) =>
        (await import("../commands/flow-generate.ts")).flowGenerate(
          context,
          version === undefined ? [name] : [name, version],
          options,
        ),
      ),
    );
}

function generatedCount(text: string): number {
  const number = wholeNumber(text);
  if (number <= mostGenerated) return number;
  throw new InvalidArgumentError(`It must be ${mostGenerated} or less.`);
}

/** The forms that cannot be asked for together with this one. */
function others(form: string): string[] {
  return ["json", "markdown", "jsonSchema", "types"].filter((other) => other !== form);
}
