import type { EventRecord } from "../../core/event/event.ts";
import { sayBefore } from "../../core/outbound/file-before.ts";
import {
  failingKinds,
  kindsOfThings,
  type StuckItem,
  type StuckKind,
  type StuckNote,
} from "../../core/stuck/stuck.ts";
import { noteWords } from "../../core/text/note-words.ts";
import { valuesText } from "../../core/text/values-text.ts";
import type { Store } from "../../store/port/store.ts";
import { didNothing, type Story, type StoryNoun, type Wording } from "./story.ts";

type Way = "back" | "on" | "both";

/** Things told beneath one thing: of more, how many there are. */
const mostBeneath = 20;

const nothing = { because: [], ledTo: [], more: 0, commands: [], notes: [] } as const;

/** Tells the story of anything in a store, from the bytes it began with to all that it led to. */
export class StoryTeller {
  readonly #store: Store;
  readonly #wording: Wording;
  /** What was told: nothing is told twice, and no story goes round in a circle. */
  readonly #told = new Set<string>();

  constructor(store: Store, wording: Wording) {
    this.#store = store;
    this.#wording = wording;
  }

  /** The story of a thing; null when the store has no such thing. Of a process, `id` is its number. */
  tell(noun: StoryNoun, id: number, way: Way = "both"): Promise<Story | null> {
    const item = `${noun} ${id}`;
    if (this.#told.has(item)) return Promise.resolve(seeAbove(item));
    this.#told.add(item);
    switch (noun) {
      case "file":
        return this.#file(id, way);
      case "message":
        return this.#message(id, way);
      case "event":
        return this.#event(id, way);
      case "process":
        return this.#process(id);
      case "action":
        return this.#action(id, way);
      case "command":
        return this.#command(id, way);
      case "deadline":
        return this.#deadline(id, way);
      case "outbound":
        return this.#outbound(id, way);
    }
  }

  async #file(id: number, way: Way): Promise<Story | null> {
    const file = await this.#store.file(id);
    if (file === null) return null;
    const { envelope, state, channel, container, members } = file;
    const from =
      envelope === null
        ? ""
        : `, ${envelope.flow} from ${party(envelope.from)}${addressed(envelope.to)}`;
    const messages: number[] = [];
    if (way !== "back" && state !== "rejected" && state !== "duplicate")
      for await (const message of this.#store.messages(id)) {
        messages.push(message.id);
        if (messages.length === mostBeneath) break;
      }
    const stuck = await this.#stuckOf(["rejected", "conflict", "on-hold"], id);
    const decided = file.decisions.map(
      ({ decision, actor, reason, at }) =>
        `${this.#wording.moment(at)} ${actor} decided ${decision}: ${reason}`,
    );
    const other = file.otherFile === null ? [] : [`see file ${file.otherFile}`];
    const after =
      file.successor === undefined
        ? []
        : [`superseded by file ${file.successor}, which came later with its identifier and stands`];
    const lay = container === null ? [] : [`lay in file ${container.file}, as ${container.path}`];
    const holds = way === "back" ? [] : members;
    const answers = way === "back" ? [] : await this.#store.answersTo(id);
    const answered: Story[] = [];
    for (const answer of answers)
      answered.push(...(await this.#effect({ kind: "file", ...answer })));
    return {
      ...nothing,
      item: `file ${id}`,
      said: `${file.name}, ${state}${from}, by ${channel}, recorded ${this.#wording.moment(file.recordedAt)}`,
      notes: [
        `SHA-256 ${file.hash}, ${file.sizeBytes} bytes`,
        ...lay,
        ...other,
        ...after,
        ...decided,
        ...stuck.notes,
      ],
      because:
        way === "on" || container === null ? [] : await this.#all("file", [container.file], "back"),
      ledTo: [
        ...(await this.#all("file", holds, "on")),
        ...(await this.#all("message", messages, "on")),
        ...answered,
      ],
      more:
        Math.max(0, holds.length - mostBeneath) +
        (messages.length === 0 ? 0 : Math.max(0, file.messages - messages.length)),
      commands: [`busbar file show ${id}`, `busbar file show ${id} --raw`, ...stuck.commands],
    };
  }

  async #message(id: number, way: Way): Promise<Story | null> {
    const message = await this.#store.message(id);
    if (message === null) return this.#movedMessage(id);
    const stuck = await this.#stuckOf(["held", "unmatched", "failed"], id);
    const about = message.subjectKey === null ? "" : ` about ${message.subjectKey}`;
    const events = way === "back" ? [] : await this.#store.eventsOfMessage(id);
    const quiet = way !== "back" && events.length === 0 && !stuck.isStuck;
    return {
      ...nothing,
      item: `message ${id}`,
      said: `line ${message.line} to ${message.lastLine} of file ${message.file}, group ${message.group}${about}`,
      notes: [...stuck.notes, ...(quiet ? [await this.#whyNoEvent(message.file)] : [])],
      because: way === "on" ? [] : await this.#all("file", [message.file], "back"),
      ledTo: await this.#all("event", events, "on"),
      commands: stuck.commands,
    };
  }

  /** Why nothing came of a message that has no error of its own: as a rule, what became of its file. */
  async #whyNoEvent(id: number): Promise<string> {
    const file = await this.#store.file(id);
    if (file?.onHold) return `no event came of it: file ${id} is on hold`;
    if (file !== null && file.state !== "recorded")
      return `no event came of it: file ${id} is ${file.state === "conflict" ? "in conflict" : file.state}`;
    return "no event came of it, or not yet";
  }

  /** Of a message that is not there any more, when something was said of it. */
  async #movedMessage(id: number): Promise<Story | null> {
    const moved = await this.#store.movedMessage(id);
    if (moved === null) return null;
    const { file, line, newMessage } = moved;
    const now =
      newMessage === null
        ? "which has no message there since it was read again"
        : `which was read again since: see message ${newMessage}`;
    const { said } = await this.#stuckOf(["held", "unmatched", "failed"], id);
    return {
      ...nothing,
      item: `message ${id}`,
      said: `stood at line ${line} of file ${file}, ${now}`,
      notes: said,
      because: await this.#all("file", [file], "back"),
      ledTo: newMessage === null ? [] : await this.#all("message", [newMessage], "on"),
      commands: [`busbar file show ${file}`],
    };
  }

  async #event(seq: number, way: Way): Promise<Story | null> {
    const event = await this.#store.event(seq);
    if (event === null) return null;
    const revisions = await this.#store.revisions(seq);
    const consequences = way === "back" ? [] : await this.#store.consequences(seq);
    const actions = consequences.map(({ action }) => action);
    const stuck = await this.#stuckOf(["answer-overdue"], seq);
    return {
      ...nothing,
      item: `event ${seq}`,
      said: this.#eventSaid(event),
      notes: [
        ...revisions.map(
          ({ kind, actor, reason, at }) =>
            `${this.#wording.moment(at)} ${actor}, ${kind}: ${reason}`,
        ),
        ...stuck.notes,
      ],
      because: way === "on" ? [] : await this.#causesOf(event),
      ledTo: await this.#all("action", actions, "on"),
      more: Math.max(0, actions.length - mostBeneath),
      commands: [
        `busbar event show ${seq}`,
        `busbar process show ${event.key} --type ${event.processType}`,
        ...stuck.commands,
      ],
    };
  }

  #eventSaid(event: EventRecord): string {
    const { type, processType, key, occurredAt, recordedAt } = event;
    const marks = [
      event.void === true ? "void" : [],
      event.history === true ? "history" : [],
      event.amended === true ? "amended" : [],
    ].flat();
    const marked = marks.length === 0 ? "" : ` (${marks.join(", ")})`;
    return `${this.#wording.event(type)}${marked}, on ${processType} ${key}, sent ${this.#wording.moment(occurredAt)}, recorded ${this.#wording.moment(recordedAt)}`;
  }

  async #causesOf({ seq, message }: EventRecord): Promise<Story[]> {
    if (message !== null) return this.#all("message", [message], "back");
    const origin = await this.#store.originOf(seq);
    if (origin === null) return [];
    return this.#all(origin.kind === "delivery" ? "outbound" : origin.kind, [origin.ref], "back");
  }

  async #process(id: number): Promise<Story | null> {
    const { events } = await this.#store.recordedHistory(id);
    const [first] = events;
    if (first === undefined) return null;
    const seqs = events.map(({ seq }) => seq).sort((a, b) => a - b);
    const builds = await this.#store.storedBuilds([id]);
    const counts = (await this.#store.history(id)).events.length > 0;
    const status = counts ? (builds.get(id)?.status ?? "not built yet") : "all its events are void";
    const stuck = await this.#stuckOf(["build-failed"], id);
    const deadlines = await this.#store.deadlinesOf(id);
    const { processType, key } = first;
    const ledTo: Story[] = [];
    // Each event with what brought it, for a process is because of its events.
    for (const seq of seqs.slice(-mostBeneath)) {
      const story = await this.tell("event", seq);
      if (story !== null) ledTo.push(story);
    }
    return {
      ...nothing,
      item: `process ${processType}/${key}`,
      said: `${status}, ${seqs.length} ${seqs.length === 1 ? "event" : "events"}`,
      notes: [
        ...stuck.notes,
        ...deadlines.map(
          ({ id: number, eventType, dueAt, state }) =>
            `deadline ${number}: ${this.#wording.event(eventType)}, ${state}, due ${this.#wording.moment(dueAt)}`,
        ),
      ],
      ledTo,
      more: Math.max(0, seqs.length - mostBeneath),
      commands: [
        ...(counts ? [`busbar process show ${key} --type ${processType}`] : []),
        `busbar process build ${key} --type ${processType}`,
        ...stuck.commands,
      ],
    };
  }

  async #action(id: number, way: Way): Promise<Story | null> {
    const action = await this.#store.action(id);
    if (action === null) return null;
    const { name, state, processType, key, reason, verdicts, failures, interventions } = action;
    const how = action.failing ? "failing" : state;
    const stuck = await this.#stuckOf(kindsOfThings.action, id);
    const ledTo: Story[] = [];
    if (way !== "back")
      for (const effect of action.effects) ledTo.push(...(await this.#effect(effect)));
    const isIdle = state === "done" && action.effects.length === 0;
    return {
      ...nothing,
      item: `action ${id}`,
      said: `${name}, ${how}${reason === null ? "" : ` (${reason.split("\n", 1)[0]})`}, of ${processType} ${key}`,
      notes: [
        ...verdicts.map(
          ({ condition, holds, saw }) =>
            `${holds ? "yes" : "no"}: ${condition} ${valuesText(saw, this.#wording.moment)}`,
        ),
        ...failures.map(
          ({ attempt, outcome, reason: why, endedAt }) =>
            `attempt ${attempt} ${outcome}, ${this.#wording.moment(endedAt)}: ${why.split("\n", 1)[0]}`,
        ),
        ...interventions.map(
          ({ kind, actor, reason: why, at }) =>
            `${this.#wording.moment(at)} ${actor}, ${kind}: ${why}`,
        ),
        ...(isIdle ? [didNothing] : []),
        ...stuck.said,
      ],
      because: way === "on" ? [] : await this.#all("event", [action.event], "back"),
      ledTo,
      commands: [`busbar action show ${id}`, ...stuck.commands],
    };
  }

  async #effect(
    effect: { kind: string } & ({ event: number } | { message: number; state: string }),
  ): Promise<Story[]> {
    if ("event" in effect) return this.#all("event", [effect.event], "on");
    const outbound = await this.#store.outboundOf(effect.message);
    if (outbound !== null) return this.#all("outbound", [outbound], "on");
    const what = effect.kind === "email" ? "an e-mail" : "a message for a file";
    return [
      {
        ...nothing,
        item: `outbound message ${effect.message}`,
        said: `${what}, ${effect.state}`,
      },
    ];
  }

  async #command(id: number, way: Way): Promise<Story | null> {
    const key = await this.#store.commandKey(id);
    const command = key === null ? null : await this.#store.command(key);
    if (command === null) return null;
    const { name, processType, processKey, actor, at, outcome, message, data } = command;
    const stuck = await this.#stuckOf(["command-failed"], id);
    const why = message === null ? "" : `: ${message.split("\n", 1)[0]}`;
    return {
      ...nothing,
      item: `command ${id}`,
      said: `${name} of ${processType} ${processKey}, ${outcome}${why}, asked by ${actor}, ${this.#wording.moment(at)}`,
      notes: [`data ${data}`, `idempotency key ${command.key}`, ...stuck.said],
      ledTo: way === "back" ? [] : await this.#all("event", command.events, "on"),
      commands: stuck.commands,
    };
  }

  async #deadline(id: number, way: Way): Promise<Story | null> {
    const deadline = await this.#store.deadline(id);
    if (deadline === null) return null;
    const { processType, key, eventType, dueAt, anchor, state, event } = deadline;
    const about = anchor === "" ? "" : `, ${anchor}`;
    const stuck = await this.#stuckOf(["deadline-missed"], id);
    return {
      ...nothing,
      item: `deadline ${id}`,
      said: `${this.#wording.event(eventType)}${about}, ${state}, due ${this.#wording.moment(dueAt)}, of ${processType} ${key}`,
      notes: stuck.said,
      ledTo: way === "back" || event === null ? [] : await this.#all("event", [event], "on"),
      commands: [
        `busbar process build ${key} --type ${processType} --as-of ${new Date(dueAt).toISOString()}`,
        ...stuck.commands,
      ],
    };
  }

  async #outbound(id: number, way: Way): Promise<Story | null> {
    const file = await this.#store.outboundFile(id);
    if (file === null) return null;
    const messages = way === "on" ? [] : await this.#store.messagesOfOutbound(id);
    const actions = messages.flatMap(({ action }) => (action === null ? [] : [action]));
    const answered = messages.flatMap(({ answers }) => (answers === null ? [] : [answers]));
    const steps = await this.#store.outboundSteps(id);
    const events = way === "back" ? [] : await this.#store.eventsOfDelivery(id);
    const stuck = await this.#stuckOf(kindsOfThings.outbound, id);
    const before = file.behind === null ? null : await this.#store.outboundFile(file.behind);
    const to =
      file.envelope === null
        ? `an e-mail to ${file.folder}`
        : `${file.envelope.flow} to ${party(file.envelope.to)}`;
    return {
      ...nothing,
      item: `outbound ${id}`,
      said: `${file.name}, ${file.state}, ${to}, by ${file.channel}`,
      notes: [
        ...(answered.length === 0 ? [] : [`it answers ${filesText(answered)}`]),
        ...(file.problem === null ? [] : [file.problem]),
        ...(before === null ? [] : [sayBefore(before)]),
        ...steps.map(({ at, what, actor, reason }) => {
          const who = actor === null ? "" : ` by ${actor}`;
          return `${this.#wording.moment(at)} ${what}${who}${reason === null ? "" : `: ${reason}`}`;
        }),
        ...stuck.said,
      ],
      because: [
        ...(await this.#all("action", [...new Set(actions)], "back")),
        ...(await this.#all("file", [...new Set(answered)], "back")),
      ],
      ledTo: await this.#all("event", events, "on"),
      more: Math.max(0, events.length - mostBeneath),
      commands: [
        `busbar outbound show ${id}`,
        ...(before === null ? [] : [`busbar outbound show ${before.id}`]),
        ...stuck.commands,
      ],
    };
  }

  async #all(noun: StoryNoun, ids: readonly number[], way: Way): Promise<Story[]> {
    const stories: Story[] = [];
    for (const id of ids.slice(0, mostBeneath)) {
      const story = await this.tell(noun, id, way);
      if (story !== null) stories.push(story);
    }
    return stories;
  }

  /** How a thing is stuck, and what people said of it and of its causes, even when it is stuck no longer. */
  async #stuckOf(kinds: readonly StuckKind[], number: number) {
    const keys = kinds.map((kind) => ({ kind, number }));
    const items = await this.#store.stuckAt(keys);
    const notes = await this.#store.saidOf(keys);
    for (const id of new Set(items.map(({ cause }) => cause.id)))
      notes.push(...(await this.#store.stuckNotes(id)));
    const said = notes.toSorted((a, b) => a.at - b.at).map((note) => this.#noteSaid(note));
    const how = items.map(({ kind, reason, cause, assignee, dismissed }: StuckItem) => {
      const who = assignee === null ? "" : `, ${assignee} sees to it`;
      const gone = dismissed === null ? "" : `, dismissed by ${dismissed.actor}`;
      const how = howWords(kind);
      return `${how}, cause ${cause.id}${who}${gone}: ${reason}`;
    });
    return {
      isStuck: items.length > 0,
      said,
      notes: [...how, ...said],
      commands: items.map(({ cause }) => `busbar stuck --cause ${cause.id}`),
    };
  }

  #noteSaid(note: StuckNote): string {
    const about = note.on === null ? `of all of cause ${note.cause}, ` : "";
    return `${this.#wording.moment(note.at)} ${note.actor}, ${about}${noteWords(note)}`;
  }
}

function howWords(kind: StuckKind): string {
  if (kind === "outbound-behind") return "waiting for another file";
  return failingKinds.has(kind) ? "failing, tried again by itself" : `stuck, ${kind}`;
}

function seeAbove(item: string): Story {
  return { ...nothing, item, said: "told above" };
}

/** The files that something answers, e.g. `file 3, file 4`. */
function filesText(files: readonly number[]): string {
  return files.map((file) => `file ${file}`).join(", ");
}

/** Whom a file names as its recipient, where it names one. */
function addressed(to: Parameters<typeof party>[0]): string {
  return to.role === null && to.participant === null ? "" : ` to ${party(to)}`;
}

function party({ role, participant }: { role: string | null; participant: string | null }): string {
  return [role, participant].filter((part) => part !== null).join(" ") || "nobody named";
}
