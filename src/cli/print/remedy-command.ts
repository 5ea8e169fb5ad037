import { holdWords } from "../../core/hold/hold.ts";
import type { Advice, Remedy } from "../../core/stuck/remedy.ts";

/** The command that does what a remedy says. */
export function remedyCommand(remedy: Remedy): string {
  return `busbar ${wordsOf(remedy)}`;
}

/** The command that does what a remedy says, for the configuration of that file. */
export function commandFor(configFile: string): (remedy: Remedy) => string {
  const quoted = /^[\w./-]+$/.test(configFile)
    ? configFile
    : `'${configFile.replaceAll("'", `'\\''`)}'`;
  // What a code means is the same whatever is configured.
  return (remedy) =>
    remedy.remedy === "explain-code" || remedy.remedy === "list-codes"
      ? remedyCommand(remedy)
      : `${remedyCommand(remedy)} --config ${quoted}`;
}

/** Advice for people, with its remedies as commands. */
export function adviceText({ say, remedies }: Advice): string {
  const commands = remedies.map(remedyCommand);
  return say.replaceAll("{}", () => commands.shift() ?? "");
}

const because = '--reason "..."';

function wordsOf(remedy: Remedy): string {
  switch (remedy.remedy) {
    case "reprocess-cause":
      return `reprocess --cause ${remedy.cause}`;
    case "dismiss-cause":
      return `stuck dismiss --cause ${remedy.cause} ${because}`;
    case "dismiss-item":
      return `stuck dismiss ${remedy.item} ${because}`;
    case "show-cause":
      return `stuck --cause ${remedy.cause}`;
    case "decide-file":
      return remedy.file === null
        ? "file decide"
        : `file decide ${remedy.file} ${remedy.decision ?? "keep-first|replace|keep-both"} ${because}`;
    case "release-file":
      return `file release ${remedy.file} ${because}`;
    case "decide-action":
      return `action ${remedy.verbs.join("|")} ${remedy.action} ${because}`;
    case "decide-outbound":
      return `outbound ${remedy.verbs.join("|")} ${remedy.outbound} ${because}`;
    case "void-event":
      return `event void ${remedy.event ?? "SEQ"}`;
    case "correct-event":
      return `event correct ${remedy.event ?? "SEQ"}`;
    case "reprocess-file":
      return `reprocess ${remedy.file ?? "FILE"}`;
    case "restate-file":
      return `event restate --file ${remedy.file} --dry-run`;
    case "replay-all":
      return "replay";
    case "backfill-type":
      return `route --type ${remedy.type}`;
    case "verify-store":
      return "verify";
    case "release-hold":
      return `release ${holdWords(remedy.hold)} ${because}`;
    case "start-daemon":
      return "run";
    case "tell-story":
      return `why ${remedy.item}`;
    case "poll-channel":
      return `channel poll ${remedy.channel}`;
    case "explain-code":
      return `explain ${remedy.code}`;
    case "make-config":
      return "init";
    case "search-more":
      return "search --limit NUMBER";
    case "search":
      return `search ${remedy.text}`;
    default:
      return lookWords(remedy);
  }
}

/** What only shows something. */
type Look = Extract<Remedy, { readonly remedy: "list" | `${"show" | "build" | "list"}-${string}` }>;

function lookWords(look: Exclude<Look, { readonly remedy: "show-cause" }>): string {
  switch (look.remedy) {
    case "show-file":
      return `file show ${look.file}${look.raw === true ? " --raw" : ""}`;
    case "show-event":
      return `event show ${look.event}`;
    case "show-process":
      return `process show ${look.key} --type ${look.type}`;
    case "build-process": {
      const asOf = look.asOf === undefined ? "" : ` --as-of ${new Date(look.asOf).toISOString()}`;
      return `process build ${look.key} --type ${look.type}${asOf}`;
    }
    case "show-action":
      return `action show ${look.action}`;
    case "show-outbound":
      return `outbound show ${look.outbound}`;
    case "list":
      return `${look.of} list${look.named === undefined ? "" : ` --name ${look.named}`}`;
    case "list-events":
      return `event list --file ${look.file}`;
    case "list-commands":
      return `command list ${look.type}`;
    case "list-stuck":
      return look.dismissed === true ? "stuck --all" : "stuck";
    case "list-codes":
      return "explain";
    case "show-status":
      return "status";
    case "list-waiting":
      return "outbound list --messages";
    case "list-expected":
      return "expected";
    case "list-channels":
      return "channel list";
    case "show-channel":
      return `channel show ${look.channel ?? "NAME"}`;
  }
}
