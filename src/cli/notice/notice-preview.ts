import { previewNotices } from "../../app/queries/notice-preview.ts";
import { type PreviewedNoticeView, viewPreviewed } from "../../app/views/notice-view.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { withStore } from "../session.ts";

/** `busbar notice preview`: what would be reported now, to whom and why; nothing is sent. */
export function noticePreview(
  { output, ...context }: CommandContext,
  options: JsonOption,
): Promise<ExitCode> {
  return withStore({ output, ...context }, async (session) => {
    const all = (await previewNotices(session)).map(viewPreviewed);
    if (options.json) for (const one of all) await output.json(one);
    else if (all.length === 0)
      await output.line("Nothing is wrong that anybody would be notified of.");
    else for (const one of all) await output.lines(linesOf(one));
    return exitCode.good;
  });
}

function linesOf({ level, title, count, messages, untold }: PreviewedNoticeView): string[] {
  const said = messages.map(({ contact, verb, at, reason }) => {
    const why = reason === null ? "" : ` (${reason})`;
    return `  ${contact} would be notified at ${localTime(Date.parse(at))}: ${verb}${why}`;
  });
  const silent = untold === null ? "everybody was notified of all there is" : `nobody: ${untold}`;
  return [`${level}  ${visible(title)}, ${count}`, ...(said.length > 0 ? said : [`  ${silent}`])];
}
