import { html } from "hono/html";
import type { z } from "zod";
import type { adviceView } from "../../app/views/remedy-view.ts";
import type { Remedy } from "../../core/stuck/remedy.ts";
import type { ConsoleParts } from "../console-parts.ts";
import { link, pathOfItem, pathTo, pathWith } from "./parts.ts";
import { type Html, shown } from "./text.ts";

/** Where a remedy is done or shown in the console; null where only the command line does it. */
function pathOfRemedy(remedy: Remedy): string | null {
  switch (remedy.remedy) {
    case "reprocess-cause":
    case "dismiss-cause":
    case "show-cause":
      return pathTo("stuck", remedy.cause);
    case "dismiss-item":
    case "tell-story":
      return pathOfItem(remedy.item);
    case "decide-file":
    case "reprocess-file":
      return remedy.file === null ? "/files" : pathTo("files", remedy.file);
    case "release-file":
    case "show-file":
    case "list-events":
      return pathTo("files", remedy.file);
    case "decide-action":
    case "show-action":
      return pathTo("actions", remedy.action);
    case "decide-outbound":
    case "show-outbound":
      return pathTo("outbound", remedy.outbound);
    case "void-event":
    case "correct-event":
      return remedy.event === null ? "/events" : pathTo("events", remedy.event);
    case "show-event":
      return pathTo("events", remedy.event);
    case "show-process":
    case "build-process":
      return pathTo("processes", remedy.type, remedy.key);
    case "list-stuck":
      return "/stuck";
    case "list-channels":
    case "show-channel":
    case "poll-channel":
    case "release-hold":
      return "/channels";
    case "list-expected":
      return "/expected";
    case "list-waiting":
      return "/outbound";
    case "show-status":
      return "/";
    case "search":
      return pathWith("/search", { q: remedy.text });
    default:
      return null;
  }
}

/** Advice with its remedies as links, or as commands where only the command line does them. */
export function adviceHtml(
  { commandOf }: ConsoleParts,
  { say, remedies }: z.infer<typeof adviceView>,
): Html {
  const rest = [...remedies] as Remedy[];
  const pieces = say.split("{}").map((text, at) => {
    const plain = text.replace(/`$/, "").replace(/^`/, "");
    const remedy = at === 0 ? undefined : rest.shift();
    return remedy === undefined
      ? html`${shown(plain)}`
      : html`${way(commandOf, remedy)}${shown(plain)}`;
  });
  return html`${pieces}`;
}

/** One remedy, as a link or a command. */
export function way(commandOf: ConsoleParts["commandOf"], remedy: Remedy): Html {
  const command = commandOf(remedy);
  const path = pathOfRemedy(remedy);
  return path === null ? html`<code>${shown(command)}</code>` : html`${link(path, command)}`;
}
