import type { Context } from "hono";
import { html } from "hono/html";
import type { RunnableCommand } from "../../core/define/command.ts";
import { masked } from "../../core/text/mask-numbers.ts";
import type { Who } from "../../http/access/who.ts";
import type { HttpEnv } from "../../http/context.ts";
import { commandFields, commandInputs, dataSent, type FieldErrors } from "../command-form.ts";
import type { ConsoleParts } from "../console-parts.ts";
import { actForm } from "../html/act-form.ts";
import { page } from "../html/page.ts";
import { link, pathTo } from "../html/parts.ts";
import { type Html, shown } from "../html/text.ts";

/** What was sent of a command's form, and what is wrong with it. */
interface SentCommand {
  readonly sent: (name: string) => string | null;
  readonly reason: string;
  readonly errors: FieldErrors;
}

const nothingSent: SentCommand = { sent: () => null, reason: "", errors: new Map() };

/** The form of a command: a field for each of its data, or JSON where that has no fields. `to`: the page of its process. */
export function commandForm(
  who: Who,
  command: RunnableCommand,
  to: string,
  { sent, reason, errors }: SentCommand = nothingSent,
): Html {
  const fields = commandFields(command);
  return actForm(who, {
    to,
    title: command.name,
    about: command.about,
    reason,
    fields:
      fields === null
        ? html`<label>Data (JSON) <textarea name="data" rows="3" spellcheck="false">${sent("data") ?? "{}"}</textarea></label><details><summary>What it takes</summary><pre>${JSON.stringify(command.jsonSchema(), null, 1)}</pre></details>`
        : commandInputs(command.name, fields, sent, errors),
    choices: [[command.name, "Ask"]],
  });
}

/** A command that is asked of a process by a form. */
interface AskedCommand {
  readonly command: RunnableCommand;
  readonly type: string;
  readonly key: string;
  readonly text: (name: string) => string;
}

/** The data that was sent of a command, or the page that says at its field what is wrong with it. */
export async function readCommand(
  c: Context<HttpEnv>,
  parts: ConsoleParts,
  { command, type, key, text }: AskedCommand,
): Promise<{ readonly data: unknown } | Response> {
  const fields = commandFields(command);
  if (fields === null) return { data: JSON.parse(text("data")) as unknown };
  const data = dataSent(fields, text);
  const read = command.read(data);
  if (read.ok) return { data };
  const known = new Set(fields.map(({ name }) => name));
  const errors = new Map<string, string[]>();
  for (const { path, message } of read.issues) {
    const [first = "", ...inner] = path.split(".");
    const at = known.has(first) ? first : "";
    const said = inner.length === 0 ? message : `${inner.join(".")}: ${message}`;
    errors.set(at, [...(errors.get(at) ?? []), said]);
  }
  const who = c.get("who");
  const to = pathTo("processes", type, key);
  const wrong = [...errors].map(([name, said]) =>
    name === ""
      ? html`<li>${shown(said.join("; "))}</li>`
      : html`<li><a href="#${command.name}-${name}">${shown(name)}</a>: ${shown(said.join("; "))}</li>`,
  );
  const body = html`<div role="alert" class="note"><p>Nothing was asked of ${link(to, `${type} ${who.personal ? key : masked}`)}: what was sent does not fit.</p><ul>${wrong}</ul></div>
<div class="acts">${commandForm(who, command, to, { sent: text, reason: text("reason"), errors })}</div>`;
  c.status(400);
  return page(c, parts, { title: `${command.name} does not fit`, body, same: null });
}
