import { type Command, Option } from "commander";
import type { FlowListOptions } from "../commands/flow-list.ts";
import type { FlowShowOptions } from "../commands/flow-show.ts";
import { jsonOption, type RunCommand, withExample } from "../words.ts";

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
}

/** The forms that cannot be asked for together with this one. */
function others(form: string): string[] {
  return ["json", "markdown", "jsonSchema", "types"].filter((other) => other !== form);
}
