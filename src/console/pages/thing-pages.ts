import { html } from "hono/html";
import { showAction } from "../../app/queries/things/action.ts";
import { showEvent } from "../../app/queries/things/event.ts";
import { showOutbound } from "../../app/queries/things/outbound.ts";
import type { ActionDetailView } from "../../app/views/action-view.ts";
import type { ConsequenceView, EventDetailView } from "../../app/views/event-view.ts";
import type { OutboundDetailView } from "../../app/views/outbound-view.ts";
import { outboundKindWords } from "../../core/outbound/outbound-kind.ts";
import { shownTo } from "../../http/access/mask-personal.ts";
import type { Who } from "../../http/access/who.ts";
import { counted } from "../../runtime/counted.ts";
import type { ConsoleParts } from "../console-parts.ts";
import { actForm } from "../html/act-form.ts";
import { adviceHtml } from "../html/advice.ts";
import { page } from "../html/page.ts";
import {
  badge,
  data,
  facts,
  itemLink,
  link,
  pathTo,
  problemList,
  table,
  timeOf,
} from "../html/parts.ts";
import { dataSeenBy } from "../html/personal.ts";
import { editableJson, type Html, noHtml, shown, when } from "../html/text.ts";
import { numberIn } from "./asked-number.ts";
import { fieldNames } from "./field-names.ts";
import type { ConsolePage } from "./list-page.ts";

/** One event: its data, what people said of it, and what was done because of it. */
export const eventPage: ConsolePage = {
  path: "/events/:id",
  answer: async (c, parts) => {
    const of = c.get("of");
    const who = c.get("who");
    const seq = numberIn(c, "id");
    const event = shownTo(who, await showEvent(of, { event: seq }));
    const names = await fieldNames(of, event.flow, null);
    const body = html`${eventHead(event)}${eventActs(who, event)}
<section><h2>Data</h2>${dataSeenBy(who, event.data, names)}</section>
${when(event.revisions.length > 0, () => html`<section><h2>Revisions</h2><ul>${event.revisions.map((one) => html`<li>${badge(one.kind, "warn")} by ${shown(one.actor)}, ${timeOf(one.at)}: ${shown(one.reason)}${when(one.data !== null, () => dataSeenBy(who, one.data, names))}</li>`)}</ul></section>`)}
<section><h2>Actions because of it</h2>${consequences(event.actions)}</section>`;
    const title = `Event ${seq}: ${event.name}`;
    const same = { remedy: "show-event", event: seq } as const;
    return page(c, parts, { title, body, same, json: `/api/v1/events/${seq}` });
  },
};

function eventHead(event: EventDetailView): Html {
  return facts([
    ["Process", itemLink(`process ${event.processType}/${event.key}`)],
    [
      "State",
      event.void ? badge("void", "warn") : event.amended ? badge("corrected", "warn") : "counts",
    ],
    ["Sent", timeOf(event.occurredAt)],
    ["Recorded", timeOf(event.recordedAt)],
    ["Type", html`<code>${shown(event.type)}</code>`],
    ["From", event.sender],
    ["To", event.recipient],
    [
      "File",
      event.file === null
        ? null
        : html`${itemLink(`file ${event.file}`)}${when(event.line !== null, () => html`, ${link(`${pathTo("files", event.file ?? 0)}?line=${event.line}#L${event.line}`, `line ${event.line}`)}`)}`,
    ],
  ]);
}

function eventActs(who: Who, event: EventDetailView): Html {
  const to = pathTo("events", event.seq);
  return html`<div class="acts">${actForm(who, {
    to,
    title: event.void ? "Take the void back" : "Void",
    about: event.void
      ? "Processes are built with it again."
      : "Processes are built as if it had not been recorded; it stays, with your reason. The difference is shown before it is done.",
    asksReason: false,
    choices: [
      event.void
        ? ["see-unvoid", "See what it would change"]
        : ["see-void", "See what it would change"],
    ],
  })}${when(!event.void && who.personal, () =>
    actForm(who, {
      to,
      title: "Correct",
      about: "Puts other data in its place; what was recorded stays, with your reason.",
      fields: html`<label>Data (JSON) <textarea name="data" rows="8" spellcheck="false">${editableJson(event.data)}</textarea></label>`,
      asksReason: false,
      choices: [["see-correct", "See what it would change"]],
    }),
  )}</div>`;
}

function consequences(actions: readonly ConsequenceView[]): Html {
  return table(
    "Actions because of it",
    ["Action", "State", "Ended", "Brought about"],
    actions.map((one) => [
      link(pathTo("actions", one.action), `${one.action} ${one.name}`),
      html`${badge(one.state)} ${shown(one.reason)}`,
      timeOf(one.endedAt),
      html`${one.followUps.map(({ seq, type }) => html`${link(pathTo("events", seq), `event ${seq} ${type}`)} `)}${one.sent.map(
        ({ flow, outbound, name, state }) =>
          outbound === null
            ? html`${shown(flow)} ${state} `
            : html`${link(pathTo("outbound", outbound), `${flow ?? "e-mail"} ${name ?? ""}`)} `,
      )}`,
    ]),
    "Nothing was planned because of it.",
  );
}

/** One action: the verdict of each condition, its attempts, and what it brought about. */
export const actionDetailPage: ConsolePage = {
  path: "/actions/:id",
  answer: async (c, parts) => {
    const who = c.get("who");
    const id = numberIn(c, "id");
    const action = shownTo(who, await showAction(c.get("of"), { action: id }));
    const body = html`${facts([
      ["State", html`${badge(action.failing ? "failing" : action.state)} ${shown(action.reason)}`],
      ["Process", itemLink(`process ${action.processType}/${action.key}`)],
      ["Because of", itemLink(`event ${action.event}`)],
      [
        "On hold",
        action.keptBy === null ? null : `${action.keptBy.actor}: ${action.keptBy.reason}`,
      ],
      ["Planned", timeOf(action.plannedAt)],
      ["Due", timeOf(action.dueAt)],
      ["Ended", timeOf(action.endedAt)],
      ["Made for", action.madeFor === null ? null : itemLink(`action ${action.madeFor}`)],
      ["Undone by", action.opposite],
    ])}${whatNext(parts, action.next)}${actionActs(who, action)}
<section><h2>Conditions</h2>${table(
      "Conditions",
      ["Condition", "Holds", "On what it saw"],
      action.verdicts.map(({ condition, holds, saw }) => [
        html`${shown(condition)}`,
        badge(holds ? "yes" : "no", holds ? "good" : "bad"),
        dataSeenBy(who, saw),
      ]),
      "It has no conditions.",
    )}</section>
<section><h2>Failed attempts</h2>${table(
      "Failed attempts",
      ["Attempt", "Outcome", "Why", "Began", "Ended"],
      action.failures.map((one) => [
        html`${one.attempt}`,
        badge(one.outcome, "bad"),
        html`${shown(one.reason)}${when(one.error !== null, () => html`<details><summary>error</summary>${data(one.error)}</details>`)}`,
        timeOf(one.startedAt),
        timeOf(one.endedAt),
      ]),
      "None failed.",
    )}</section>
<section><h2>Brought about</h2>${effects(action)}</section>
${when(action.interventions.length > 0, () => html`<section><h2>What people decided</h2><ul>${action.interventions.map((one) => html`<li>${one.kind} by ${shown(one.actor)}, ${timeOf(one.at)}: ${shown(one.reason)}</li>`)}</ul></section>`)}`;
    const same = { remedy: "show-action", action: id } as const;
    return page(c, parts, {
      title: `Action ${id}: ${action.name}`,
      body,
      same,
      json: `/api/v1/actions/${id}`,
    });
  },
};

function effects({ effects: list }: ActionDetailView): Html {
  if (list.length === 0) return html`<p class="empty">Nothing so far.</p>`;
  return html`<ul>${list.map((effect) =>
    effect.kind === "event"
      ? html`<li>${link(pathTo("events", effect.event), `event ${effect.event} ${effect.type}`)}</li>`
      : html`<li>${effect.kind}, ${shown(effect.state)}</li>`,
  )}</ul>`;
}

function actionActs(who: Who, { id, next }: ActionDetailView): Html {
  const verbs = [
    ...new Set(
      next.flatMap(({ remedies }) =>
        remedies.flatMap((one) => (one.remedy === "decide-action" ? one.verbs : [])),
      ),
    ),
  ];
  if (verbs.length === 0) return noHtml;
  return actForm(who, {
    to: pathTo("actions", id),
    title: "Decide",
    choices: verbs.map((verb) => [verb, verb] as const),
  });
}

/** One outbound file: where it is, its steps, and what is in it. */
export const outboundPage: ConsolePage = {
  path: "/outbound/:id",
  answer: async (c, parts) => {
    const who = c.get("who");
    const id = numberIn(c, "id");
    const file = shownTo(who, await showOutbound(c.get("of"), { outbound: id }));
    const body = html`${facts([
      [
        "State",
        html`${badge(file.keptBy === null ? file.state : "on-hold")} ${shown(file.problem)}`,
      ],
      ["Channel", file.channel],
      [
        "Flow",
        file.flow === null ? outboundKindWords[file.kind] : `${file.flow}${file.version ?? ""}`,
      ],
      [
        "To",
        file.to === null
          ? file.kind === "webhook"
            ? file.folder
            : null
          : [file.to.role, file.to.participant].filter(Boolean).join(" "),
      ],
      ["Number", file.number],
      ["On hold", file.keptBy === null ? null : `${file.keptBy.actor}: ${file.keptBy.reason}`],
      [
        "Waits for",
        file.waitsFor === null
          ? null
          : html`${itemLink(`outbound ${file.waitsFor.id}`)}: ${shown(file.waitsFor.why)}`,
      ],
      ["Size", `${file.sizeBytes} bytes, ${sizeWords(file)}`],
      ["Made", timeOf(file.createdAt)],
      ["Ended", timeOf(file.endedAt)],
      ["Replaces", file.replaces === null ? null : itemLink(`outbound ${file.replaces}`)],
      ["Replaced by", file.replacedBy === null ? null : itemLink(`outbound ${file.replacedBy}`)],
      ["SHA-256", html`<code>${file.hash}</code>`],
    ])}${whatNext(parts, file.next)}${outboundActs(who, file)}
<p>${when(who.personal, () => html`<a href="${pathTo("outbound", id, "bytes")}" download>Download</a>`)}</p>
<section><h2>Steps</h2><ol>${file.steps.map(({ at, what, actor, reason }) => html`<li>${timeOf(at)} ${shown(what)}${when(actor !== null, () => html` by ${shown(actor)}: ${shown(reason)}`)}</li>`)}</ol></section>
<section><h2>Messages in it</h2>${table(
      "Messages in it",
      ["Message", "Process", "Action", "Problems"],
      file.messagesInIt.map((message) => [
        html`${message.id}`,
        message.processType === null
          ? noHtml
          : itemLink(`process ${message.processType}/${message.key}`),
        message.action === null ? noHtml : itemLink(`action ${message.action}`),
        problemList(message.problems),
      ]),
    )}</section>`;
    const same = { remedy: "show-outbound", outbound: id } as const;
    return page(c, parts, {
      title: `Outbound ${id}: ${file.name}`,
      body,
      same,
      json: `/api/v1/outbound/${id}`,
    });
  },
};

function sizeWords({ kind, messages }: OutboundDetailView): string {
  return counted(messages, kind === "webhook" ? "event" : "message");
}

function outboundActs(who: Who, { id, next }: OutboundDetailView): Html {
  const verbs = [
    ...new Set(
      next.flatMap(({ remedies }) =>
        remedies.flatMap((one) => (one.remedy === "decide-outbound" ? one.verbs : [])),
      ),
    ),
  ];
  if (verbs.length === 0) return noHtml;
  return actForm(who, {
    to: pathTo("outbound", id),
    title: "Decide",
    choices: verbs.map((verb) => [verb, verb] as const),
  });
}

function whatNext(parts: ConsoleParts, next: ActionDetailView["next"]): Html {
  if (next.length === 0) return noHtml;
  return html`<section class="next"><h2>What to do</h2><ul>${next.map((one) => html`<li>${adviceHtml(parts, one)}</li>`)}</ul></section>`;
}
