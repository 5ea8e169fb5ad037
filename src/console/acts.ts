import type { Context } from "hono";
import { decideAction } from "../app/commands/action/decide-action.ts";
import { pollChannel } from "../app/commands/channel/poll-channel.ts";
import { correctEvent, unvoidEvent, voidEvent } from "../app/commands/event/revise-event.ts";
import { decideFile } from "../app/commands/file/decide-file.ts";
import { releaseFile } from "../app/commands/file/release-file.ts";
import { reprocessFiles } from "../app/commands/file/reprocess-files.ts";
import { type SnoozeInput, snoozeNotices, unsnoozeNotices } from "../app/commands/notice/snooze.ts";
import { decideOutbound, resendOutbound } from "../app/commands/outbound/decide-outbound.ts";
import { askProcess } from "../app/commands/process/ask-process.ts";
import { liftHold, placeHold } from "../app/commands/stuck/hold-stage.ts";
import { noteStuck } from "../app/commands/stuck/note-stuck.ts";
import { parseDuration } from "../config/quantity.ts";
import { includes } from "../core/access/access.ts";
import { type HoldScope, holdableStages } from "../core/hold/hold.ts";
import { RefusedError } from "../core/refusal/refused-error.ts";
import type { HttpEnv, HttpRouter } from "../http/context.ts";
import { HttpRefusal } from "../http/problem/problem.ts";
import type { ChangedBy } from "../store/port/events/revision-store.ts";
import { ActsOnce, keyOfSent } from "./act-once.ts";
import type { ConsoleParts } from "./console-parts.ts";
import { pathTo } from "./html/parts.ts";
import { numberIn } from "./pages/asked-number.ts";
import { readCommand } from "./pages/command-page.ts";
import { restatePage, restateShown } from "./pages/restate-preview.ts";
import { refuseOtherRevision, revisionPage } from "./pages/revision-preview.ts";
import { readForm } from "./read-form.ts";
import { tryAgain } from "./try-again.ts";

/** A form that was sent: what is to be done, and the fields beside. */
interface Sent {
  readonly what: string;
  /** What it is known by, so that it is done once; null where it bears no key. */
  readonly key: string | null;
  /** Of a field; empty where it is not there. */
  text(name: string): string;
  /** Who has it done, and why. Throws a refusal where no reason is given. */
  changedBy(): ChangedBy;
}

/** Does what a form asks for; gives where to go on, or an answer of its own. */
type Act = (c: Context<HttpEnv>, sent: Sent, parts: ConsoleParts) => Promise<string | Response>;

const acts: Readonly<Record<string, Act>> = {
  "/files/:id": async (c, { what, text, changedBy }, parts) => {
    const file = numberIn(c, "id");
    const of = c.get("of");
    if (what === "see-restate") return restatePage(c, parts, file);
    if (what === "restate") await restateShown(c, file, text("set"), changedBy());
    else if (what === "release") await releaseFile(of, { file }, changedBy());
    else if (what === "reprocess") {
      changedBy();
      for await (const { refused } of reprocessFiles(of, [file]))
        if (refused !== null) throw refused;
    } else
      await decideFile(
        of,
        { file, decision: oneOf(what, ["keep-first", "replace", "keep-both"]) },
        changedBy(),
      );
    return pathTo("files", file);
  },
  "/events/:id": async (c, { what, text, changedBy }, parts) => {
    const event = numberIn(c, "id");
    const of = c.get("of");
    const seen = ["see-void", "see-unvoid", "see-correct"] as const;
    const see = seen.find((one) => one === what);
    if (see !== undefined) {
      const kind = oneOf(see.slice(4), ["void", "unvoid", "correct"]);
      const data = kind === "correct" ? jsonFrom(text("data")) : undefined;
      return revisionPage(c, parts, { event, kind, data });
    }
    const kind = oneOf(what, ["void", "unvoid", "correct"]);
    const by = changedBy();
    const data = kind === "correct" ? jsonFrom(text("data")) : undefined;
    await refuseOtherRevision(c, { event, kind, data }, text("set"));
    if (kind === "void") await voidEvent(of, { event }, by);
    else if (kind === "unvoid") await unvoidEvent(of, { event }, by);
    else await correctEvent(of, { event, data }, by);
    return pathTo("events", event);
  },
  "/actions/:id": async (c, { what, changedBy }) => {
    const kind = oneOf(what, ["cancel", "skip", "retry", "force", "release", "undo"]);
    const { id } = await decideAction(
      c.get("of"),
      { action: numberIn(c, "id"), kind },
      changedBy(),
    );
    return pathTo("actions", id);
  },
  "/outbound/:id": async (c, { what, changedBy }) => {
    const outbound = numberIn(c, "id");
    const of = c.get("of");
    const verb = oneOf(what, ["hold", "release", "retry", "cancel", "confirm", "resend"]);
    if (verb !== "resend") {
      await decideOutbound(of, { outbound, decision: verb }, changedBy());
      return pathTo("outbound", outbound);
    }
    const { file } = await resendOutbound(of, { outbound }, changedBy());
    return pathTo("outbound", file.id);
  },
  "/stuck/:cause": async (c, sent, parts) => {
    const cause = c.req.param("cause") ?? "";
    const { what } = sent;
    if (what === "dry-run" || what === "try-one" || what === "try-all")
      return tryAgain(c, parts, {
        cause,
        what,
        changedBy: sent.changedBy(),
        set: sent.text("set"),
      });
    const verb = oneOf(what, ["assign", "note", "dismiss", "restore"]);
    const text = sent.text("text");
    const { name: actor } = c.get("who");
    await noteStuck(c.get("of"), { verb, text, on: { cause } }, { actor });
    return verb === "dismiss" ? "/stuck" : pathTo("stuck", cause);
  },
  "/processes/:type/:key": async (c, { what, text, key: idempotencyKey, changedBy }, parts) => {
    const [type, key] = [c.req.param("type") ?? "", c.req.param("key") ?? ""];
    const definition = (await c.get("of").definitions()).get(type);
    const known = definition?.commands.get(what);
    let data: unknown;
    if (known === undefined || text("data") !== "") data = jsonFrom(text("data"));
    else {
      const read = await readCommand(c, parts, { command: known, type, key, text });
      if (read instanceof Response) return read;
      data = read.data;
    }
    const named = { process: type, key, name: what, data };
    const asked = { ...named, ...(idempotencyKey !== null && { idempotencyKey }) };
    const { command } = await askProcess(c.get("of"), asked, changedBy());
    if (command.outcome !== "recorded")
      throw new RefusedError("conflict", command.message ?? `${what} was ${command.outcome}`);
    return pathTo("processes", type, key);
  },
  "/channels/:name": async (c) => {
    const channel = c.req.param("name") ?? "";
    await pollChannel(c.get("of"), { channel });
    return pathTo("channels", channel);
  },
  "/notices": async (c, { what, text, changedBy }) => {
    const of = c.get("of");
    if (oneOf(what, ["snooze", "unsnooze"]) === "unsnooze") {
      await unsnoozeNotices(of, { id: Number(text("snooze")) }, changedBy());
      return "/notices#snoozes";
    }
    const ms = parseDuration(text("for"));
    if (ms === null) throw new RefusedError("invalid", "Say how long: 2h or 1d", { about: "for" });
    const asked: SnoozeInput["of"] =
      text("notice") !== ""
        ? { notice: Number(text("notice")) }
        : text("channel") !== ""
          ? { channel: text("channel") }
          : { all: true };
    await snoozeNotices(of, { of: asked, until: of.clock.wall() + ms }, changedBy());
    return "/notices#snoozes";
  },
  "/holds": async (c, { what, text, changedBy }) => {
    const stage = oneOf(text("stage"), holdableStages);
    const channel = text("channel") === "" ? null : text("channel");
    const scope: HoldScope = { stage, channel, type: null, name: null };
    const place = oneOf(what, ["hold", "release"]) === "hold" ? placeHold : liftHold;
    await place(c.get("of"), scope, changedBy());
    return "/channels#holds";
  },
};

/** Adds every form's address. */
export function addActs(router: HttpRouter, parts: ConsoleParts): void {
  const once = new ActsOnce(() => performance.now());
  for (const [path, act] of Object.entries(acts))
    router.post(path, async (c) => {
      if (!includes(c.get("who").role, "operator"))
        throw new HttpRefusal(
          "NOT_ALLOWED",
          "Only operators and admins may do that; ask an admin for the role",
        );
      const sent = await sentIn(c);
      let answer: Response | null = null;
      const work = async () => {
        const to = await act(c, sent, parts);
        if (typeof to === "string") return to;
        // The result is shown to the first; whoever asks the same once more is led to where it was asked.
        answer = to;
        return c.req.path;
      };
      const to = await (sent.key === null || isDryRun(sent) ? work() : once.do(sent.key, work));
      return answer ?? c.redirect(to, 303);
    });
}

/** What changes nothing may be asked as often as one likes. */
function isDryRun({ what }: Sent): boolean {
  return what === "dry-run" || what.startsWith("see-");
}

async function sentIn(c: Context<HttpEnv>): Promise<Sent> {
  const form = await readForm(c);
  const text = (name: string) => form[name]?.trim() ?? "";
  // The audit says why, whoever keeps the reason besides.
  if (text("reason") !== "") c.set("reason", text("reason"));
  return {
    what: text("what"),
    key: keyOfSent(c.get("who").name, c.req.path, form),
    text,
    changedBy: () => {
      const reason = text("reason");
      if (reason === "")
        throw new RefusedError("invalid", "Say why: give a reason", { about: "reason" });
      return { actor: c.get("who").name, reason };
    },
  };
}

function oneOf<const Word extends string>(word: string, words: readonly Word[]): Word {
  const found = words.find((one) => one === word);
  if (found !== undefined) return found;
  throw new RefusedError("invalid", `There is no "${word}" here; one of ${words.join(", ")}`);
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RefusedError("invalid", `The data is no JSON: ${reason}`, { about: "data" });
  }
}
