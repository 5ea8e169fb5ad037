import { type Command, InvalidArgumentError, Option } from "commander";
import { type Faults, noFaults, readFaults } from "../../market/chance/faults.ts";
import { jsonOption, type RunCommand, wholeNumber, withExample } from "../words.ts";
import type { SimulateOptions } from "./simulate.ts";

/** Adds `simulate`. */
export function describeMarket(program: Command, run: RunCommand): void {
  withExample(
    program.command("simulate"),
    "busbar simulate --switches 10",
    "busbar simulate --switches 200 --path mixed --faults all,loss=0.05 --seed 7",
  )
    .description(
      "run a fresh installation in a simulated market of supplier switches; exit 1 when it breaks a rule",
    )
    .addOption(number("--switches <number>", "switches of supplier", 10))
    .addOption(share("--losing <share>", "share of the switches that take points from us", 0.2))
    .addOption(share("--gas <share>", "of mixed paths: share of gas points", 0.1))
    .addOption(
      share(
        "--moving <share>",
        "of mixed paths: share of points that move into half-hourly settlement or out",
        0.1,
      ),
    )
    .addOption(number("--rate <number>", "switches asked for on a working day", 100))
    .addOption(
      new Option("--path <path>", "whether points are in half-hourly settlement")
        .choices(["legacy", "mhhs", "mixed"])
        .default("mixed"),
    )
    .addOption(
      new Option(
        "--faults <faults>",
        `none, all, or shares by name such as loss=0.01,duplicates=0.2; names: ${Object.keys(noFaults).join(", ")}`,
      )
        .argParser(faultsFrom)
        .default(noFaults, "none"),
    )
    .addOption(
      new Option("--seed <text>", "the same seed gives the same switches and faults").default("1"),
    )
    .addOption(number("--per-file <number>", "most messages in a file", 20))
    .addOption(
      new Option(
        "--mailboxes <where>",
        "where the parties' mailboxes are: folders, or an SFTP server that is started for it",
      )
        .choices(["folders", "sftp"])
        .default("folders"),
    )
    .addOption(
      new Option(
        "--dir <folder>",
        "make the installation here and keep it (default: a temporary one)",
      ),
    )
    .addOption(
      new Option(
        "--wait",
        "once all is quiet, wait for what people do and go on with it, until Ctrl-C",
      ),
    )
    .addOption(jsonOption())
    .action((options: SimulateOptions) =>
      run(async (context) => (await import("./simulate.ts")).simulation(context, options)),
    );
}

function number(flags: string, about: string, usual: number): Option {
  return new Option(flags, about).argParser(wholeNumber).default(usual);
}

function share(flags: string, about: string, usual: number): Option {
  return new Option(flags, about).argParser(shareFrom).default(usual);
}

function shareFrom(text: string): number {
  const share = Number(text);
  if (/^\d*\.?\d+$/.test(text) && share <= 1) return share;
  throw new InvalidArgumentError("A share is a number from 0 to 1.");
}

function faultsFrom(text: string): Faults {
  const read = readFaults(text);
  if (read.ok) return read.faults;
  throw new InvalidArgumentError(`${read.message}.`);
}
