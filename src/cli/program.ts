import { Command } from "commander";
import { versions } from "../app/queries/versions.ts";
import { describeAccess } from "./access/describe-access.ts";
import { describeActions } from "./action/describe-actions.ts";
import { describeChannels } from "./channel/describe-channels.ts";
import { describeCompletion } from "./completion/describe-completion.ts";
import type { CommandContext } from "./context.ts";
import { describeDaemon } from "./daemon/describe-daemon.ts";
import { describeErasure } from "./erasure/describe-erasure.ts";
import { describeEvents } from "./event/describe-events.ts";
import type { ExitCode } from "./failure.ts";
import { describeFiles } from "./file/describe-files.ts";
import { describeMending } from "./file/describe-mending.ts";
import { describeFlows } from "./flow/describe-flows.ts";
import { describeMarket } from "./market/describe-market.ts";
import { describeStore } from "./move/describe-move.ts";
import { describeNotices } from "./notice/describe-notices.ts";
import { describeOutbound } from "./outbound/describe-outbound.ts";
import { describeCommands } from "./process/describe-commands.ts";
import { describeProcesses } from "./process/describe-processes.ts";
import { describeReplay } from "./process/describe-replay.ts";
import { describeReports } from "./process/describe-reports.ts";
import { describeRetention } from "./retention/describe-retention.ts";
import { describeService } from "./service/describe-service.ts";
import { describeHolds } from "./stuck/describe-holds.ts";
import { describeSearch, describeStuck, describeWhy } from "./stuck/describe-stuck.ts";
import { type RunCommand, withExample } from "./words.ts";

/** What the program gives each command; the rest of its context is read from the words. */
export type ProgramContext = Omit<CommandContext, "config">;

/** Where commander writes help, the version, and what is wrong with the words. */
export interface ProgramOutput {
  out(text: string): void;
  err(text: string): void;
}

/**
 * The command line: every command, its words and its help. What a command does is imported only when
 * it is the one that runs, so that help and version come at once.
 */
export function createProgram(
  surroundings: ProgramContext,
  written: ProgramOutput,
  ended: (code: ExitCode) => void,
): Command {
  const program = withExample(new Command("busbar"), "busbar init", "busbar run")
    .description("Takes in industry flow files as typed events, and shows what became of them.")
    .version(versionText(), "-V, --version", "print the version, and that of its stores")
    .option("--config <file>", "configuration (default: $BUSBAR_CONFIG, else busbar.yaml here)")
    .configureHelp({ showGlobalOptions: true, visibleGlobalOptions: onlyConfig })
    .configureOutput({
      writeOut: written.out,
      writeErr: written.err,
    })
    .exitOverride();
  const run: RunCommand = async (work) => {
    const { config } = program.opts<{ config?: string }>();
    ended(await work({ ...surroundings, config }));
  };
  describeDaemon(program, run);
  describeStore(program, run);
  describeService(program, run);
  describeRetention(program, run);
  describeErasure(program, run);
  describeFiles(program, run);
  describeProcesses(program, run);
  describeReplay(program, run);
  describeReports(program, run);
  describeOutbound(program, run);
  describeStuck(program, run);
  describeWhy(program, run);
  describeSearch(program, run);
  describeEvents(program, run);
  describeCommands(program, run);
  describeMending(program, run);
  describeActions(program, run);
  describeHolds(program, run);
  describeNotices(program, run);
  describeChannels(program, run);
  describeAccess(program, run);
  describeFlows(program, run);
  describeMarket(program, run);
  describeCompletion(program, run);
  nameOwnHelp(program, "busbar");
  return program;
}

/** The program's version on a line of its own, for scripts. */
function versionText(): string {
  const { busbar, ofStores } = versions();
  return `${busbar}\nstore version ${ofStores}`;
}

/** What is wrong with the words of a command is followed by the help of that very command. */
function nameOwnHelp(command: Command, name: string): void {
  command.configureOutput({
    ...command.configureOutput(),
    outputError: (text, write) => write(usageError(withChoices(text, command), name)),
  });
  for (const below of command.commands) nameOwnHelp(below, `${name} ${below.name()}`);
}

/** What is missing is named with what it may be, where only some words may be there. */
function withChoices(text: string, { registeredArguments }: Command): string {
  const missing = /^error: missing required argument '(.+)'/.exec(text)?.[1];
  const choices = registeredArguments.find((one) => one.name() === missing)?.argChoices;
  return choices === undefined ? text : `${text.trimEnd()}: one of ${choices.join(", ")}`;
}

/** Commander's message as one sentence that ends with what to do. */
function usageError(text: string, name: string): string {
  const sentence = text
    .replace(/^error: /, "")
    .replaceAll("\n", " ")
    .trim()
    .replace(/\.$/, "");
  const dashed = /^unknown option '-/.test(sentence)
    ? "; put -- before values that begin with -"
    : "";
  return `busbar: ${sentence}${dashed}; \`${name} --help\` shows how\n`;
}

/** The version is asked of the program, not of a command. */
function onlyConfig(command: Command) {
  const root = command.parent === null ? null : rootOf(command);
  return root?.options.filter((option) => option.long === "--config") ?? [];
}

function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent);
}
