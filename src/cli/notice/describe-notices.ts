import { type Command, Option } from "commander";
import { noticeLevels } from "../../core/notice/notice.ts";
import type { JsonOption } from "../context.ts";
import type { DecisionOptions } from "../decision.ts";
import { momentFrom } from "../moment.ts";
import {
  actorOption,
  afterOption,
  jsonOption,
  limitOption,
  type RunCommand,
  reasonOption,
  wholeNumber,
  withExample,
} from "../words.ts";
import type { NoticeListOptions } from "./notice-list.ts";
import type { SnoozeOptions } from "./notice-snooze.ts";

/** Adds `notice` and what is below it. */
export function describeNotices(program: Command, run: RunCommand): void {
  const notice = program.command("notice").description("what people are notified of, and why not");
  describeLooking(notice, run);
  describeSnoozes(notice, run);
  describeTelling(notice, run);
}

function describeLooking(notice: Command, run: RunCommand): void {
  withExample(notice.command("list"), "busbar notice list", "busbar notice list --all --limit 20")
    .description("what is wrong now, and who is notified; with --all also what has ended")
    .option("--all", "also those that have ended")
    .addOption(new Option("--level <level>", "only of this level").choices(noticeLevels))
    .option("--channel <name>", "only about this channel")
    .addOption(
      new Option("--since <moment>", "only opened since then, e.g. 2026-03-02").argParser(
        (text: string) => momentFrom(text, "start"),
      ),
    )
    .addOption(
      new Option("--until <moment>", "only opened by then").argParser((text: string) =>
        momentFrom(text, "end"),
      ),
    )
    .addOption(limitOption("notices"))
    .addOption(afterOption())
    .addOption(jsonOption())
    .action((options: NoticeListOptions) =>
      run(async (context) => (await import("./notice-list.ts")).noticeList(context, options)),
    );

  withExample(notice.command("preview"), "busbar notice preview")
    .description(
      "what notices would go out of what is wrong now, to whom and when, or why nobody would be; nothing is sent",
    )
    .addOption(jsonOption())
    .action((options: JsonOption) =>
      run(async (context) => (await import("./notice-preview.ts")).noticePreview(context, options)),
    );

  withExample(notice.command("show"), "busbar notice show 12")
    .description("a notice with all deliveries of it: to whom, when, delivered or not, and why not")
    .argument("<id>", "number of the notice", wholeNumber)
    .addOption(jsonOption())
    .action((id: number, options: JsonOption) =>
      run(async (context) => (await import("./notice-show.ts")).noticeShow(context, id, options)),
    );
}

function describeSnoozes(notice: Command, run: RunCommand): void {
  withExample(
    notice.command("snooze"),
    'busbar notice snooze 12 --for 2h --reason "the partner is fixing it"',
    'busbar notice snooze --channel partner --until 2026-03-02T18:00 --reason "their upgrade"',
    'busbar notice snooze --all --for 1h --reason "our upgrade"',
  )
    .description(
      "notify nobody of something until a moment; the end of what was notified before is notified all the same",
    )
    .argument("[id]", "number of a notice", wholeNumber)
    .option("--channel <name>", "all that is of this channel")
    .option("--all", "everything")
    .option("--for <duration>", "for so long, e.g. 2h")
    .option("--until <moment>", "until then, e.g. 2026-03-02T18:00")
    .addOption(reasonOption())
    .addOption(actorOption())
    .addOption(jsonOption())
    .action((id: number | undefined, options: SnoozeOptions) =>
      run(async (context) => (await import("./notice-snooze.ts")).snooze(context, id, options)),
    );

  withExample(notice.command("snoozes"), "busbar notice snoozes")
    .description("what is snoozed now, by whom and until when")
    .addOption(jsonOption())
    .action((options: JsonOption) =>
      run(async (context) => (await import("./notice-snooze.ts")).snoozes(context, options)),
    );

  withExample(notice.command("unsnooze"), 'busbar notice unsnooze 3 --reason "the upgrade is over"')
    .description("end a snooze before its time")
    .argument("<id>", "number of the snooze, as `busbar notice snoozes` gives it", wholeNumber)
    .addOption(reasonOption())
    .addOption(actorOption())
    .addOption(jsonOption())
    .action((id: number, options: JsonOption & DecisionOptions) =>
      run(async (context) => (await import("./notice-snooze.ts")).unsnooze(context, id, options)),
    );
}

function describeTelling(notice: Command, run: RunCommand): void {
  withExample(notice.command("test"), "busbar notice test", "busbar notice test pager")
    .description("send a test message now, without the daemon, and say whether it got through")
    .argument("[contact]", "only to this contact (default: to all)")
    .addOption(jsonOption())
    .action((contact: string | undefined, options: JsonOption) =>
      run(async (context) =>
        (await import("./notice-test.ts")).noticeTest(context, contact, options),
      ),
    );

  withExample(notice.command("failed"), "busbar notice failed busbar.service")
    .description(
      "tell all contacts that the service has failed, without daemon and store; systemd calls it",
    )
    .argument("<unit>", "the unit that failed")
    .action((unit: string) =>
      run(async (context) => (await import("./notice-test.ts")).noticeFailed(context, unit)),
    );
}
