import type { StuckItem } from "../../core/store.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { brakeLines } from "../print/brakes.ts";
import { cutShort, type ListOptions, limitOf, take } from "../print/listing.ts";
import { isoTime, localTime } from "../print/local-time.ts";
import { aboutCodes } from "../print/problem-lines.ts";
import { oneLine, visible } from "../print/visible.ts";
import { withStore } from "../session.ts";

/** What to do about each kind, in words that end with a command. */
const whatToDo: Readonly<Record<StuckItem["kind"], string>> = {
  rejected: "Have it sent again, or once what is wrong is mended: busbar reprocess FILE",
  held: "A message with an error of its own; once that is mended: busbar reprocess FILE",
  conflict:
    'Two files say they are the same: busbar file decide FILE keep-first|replace|keep-both --reason "..."',
  "on-hold": 'All of a file waits; to let it through: busbar file release FILE --reason "..."',
  failed: "A message that could not be placed; after an update: busbar reprocess FILE",
};

/** `busbar stuck`: everything that needs a person. */
export function stuck(context: CommandContext, options: ListOptions): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async ({ store }) => {
    if (!options.json) await output.lines(brakeLines(await store.brakes()));
    const kinds = new Set<StuckItem["kind"]>();
    let count = 0;
    for await (const item of take(store.stuck(), limitOf(options))) {
      if (output.closed) break;
      count += 1;
      kinds.add(item.kind);
      if (options.json) await output.json({ ...item, since: isoTime(item.since) });
      else await output.lines(linesOf(item));
    }
    if (!options.json && kinds.size === 0) await output.line("Nothing is stuck.");
    if (!options.json && kinds.size > 0) {
      await output.lines([
        "What to do, with FILE the number above (busbar file show FILE tells more)",
      ]);
      await output.lines([...kinds].map((kind) => `  ${kind.padEnd(8)}  ${whatToDo[kind]}`));
      await output.line(`  ${aboutCodes}`);
      const cut = cutShort(options, count);
      if (cut !== null) await output.line(cut);
    }
    return exitCode.good;
  });
}

function linesOf(item: StuckItem): string[] {
  const head = `file ${item.file}  ${item.kind.padEnd(8)}  ${localTime(item.since)}  ${visible(item.name)}`;
  return [head, `    ${oneLine(item.reason)}`, ""];
}
