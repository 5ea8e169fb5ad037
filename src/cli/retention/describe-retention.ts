import type { Command } from "commander";
import type { JsonOption } from "../context.ts";
import { actorOption, jsonOption, type RunCommand, withExample } from "../words.ts";
import type { RetentionRunOptions } from "./retention.ts";

/** Adds `retention`. */
export function describeRetention(program: Command, run: RunCommand): void {
  const retention = program
    .command("retention")
    .description("how long the bytes of files are kept as they came");
  withExample(retention.command("run"), "busbar retention run --dry-run", "busbar retention run")
    .description(
      "pack, drop or remove from archives what is older than `retention` in the configuration says",
    )
    .option("--dry-run", "change nothing; say what would be done")
    .addOption(actorOption())
    .addOption(jsonOption())
    .action((options: RetentionRunOptions) =>
      run(async (context) => (await import("./retention.ts")).retentionRun(context, options)),
    );

  withExample(retention.command("show"), "busbar retention show")
    .description("how much is kept where, and what was packed or dropped, when and why")
    .addOption(jsonOption())
    .action((options: JsonOption) =>
      run(async (context) => (await import("./retention.ts")).retentionShow(context, options)),
    );
}
