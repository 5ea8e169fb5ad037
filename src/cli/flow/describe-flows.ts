import { type Command, InvalidArgumentError, Option } from "commander";
import type { JsonOption } from "../context.ts";
import { jsonOption, type RunCommand, wholeNumber, withExample } from "../words.ts";
import type { FlowGenerateOptions } from "./flow-generate.ts";
import type { FlowListOptions } from "./flow-list.ts";
import type { FlowShowOptions } from "./flow-show.ts";

/** Most messages that one made-up file has; it is made in memory. */
const mostGenerated = 100_000;

/** Adds `flow …`. */
export function describeFlows(program: Command, run: RunCommand): void {
  const flow = withExample(program.command("flow"), "busbar flow show D0150", "busbar flow list");
  flow.description(
    "flows of the catalogue, and files of them: list, show, generate, check, read, write",
  );

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
      run(async (context) => (await import("./flow-list.ts")).flowList(context, options)),
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
        (await import("./flow-show.ts")).flowShow(
          context,
          version === undefined ? [name] : [name, version],
          options,
        ),
      ),
    );

  describeGenerate(flow, run);
  describeFlowFiles(flow, run);
}

/** Adds `flow generate`. */
function describeGenerate(flow: Command, run: RunCommand): void {
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
        (await import("./flow-generate.ts")).flowGenerate(
          context,
          version === undefined ? [name] : [name, version],
          options,
        ),
      ),
    );
}

/** Adds `flow check`, `flow read` and `flow write`. */
function describeFlowFiles(flow: Command, run: RunCommand): void {
  withExample(
    flow.command("check"),
    "busbar flow check D0010.uff",
    "busbar flow check *.uff --json",
  )
    .description("check files without taking them in; fails when one is not valid")
    .argument("<file...>", "files to check; - is standard input")
    .addOption(jsonOption())
    .action((files: string[], options: JsonOption) =>
      run(async (context) => (await import("./flow-check.ts")).flowCheck(context, files, options)),
    );

  withExample(flow.command("read"), "busbar flow read D0010.uff --json > D0010.json")
    .description("print a file as one JSON object, which `flow write` makes the same file of")
    .argument("<file>", "file to read; - is standard input")
    .option("--json", "on one line, for programs")
    .action((file: string, options: JsonOption) =>
      run(async (context) => (await import("./flow-read.ts")).flowRead(context, file, options)),
    );

  withExample(flow.command("write"), "busbar flow write D0010.json > D0010.uff")
    .description("print the file that a JSON object of `flow read` stands for, byte by byte")
    .argument("[file]", "file with the JSON object; - is standard input", "-")
    .action((file: string) =>
      run(async (context) => (await import("./flow-write.ts")).flowWrite(context, file)),
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
