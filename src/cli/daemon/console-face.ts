import { consoleOf } from "../../console/console-face.ts";
import type { Face } from "../../http/context.ts";
import { pageCommand } from "../print/page-command.ts";
import { remedyCommand } from "../print/remedy-command.ts";

/** The console of a daemon, which names the commands of this command line. */
export const consoleFace: Face = consoleOf({
  commandOf: (what) => ("look" in what ? pageCommand(what) : remedyCommand(what)),
  maskedNote:
    "Personal data is shown to those who have that right (`busbar user link --personal` gives a link with it).",
});
