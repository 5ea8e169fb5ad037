import type { Deadline, DeadlinePassed } from "../core/define/deadline.ts";
import {
  type Effect,
  type EmailEffect,
  type EventEffect,
  type FileEffect,
  isRefusal,
  type Refusal,
} from "../core/define/effect.ts";
import { emailSent, sentEventType } from "../core/define/sent-event.ts";
import { compareEvents, type EventRecord } from "../core/event/event.ts";
import type { Route } from "../core/event/route.ts";
import { type Built, buildProcess, foldOn } from "../core/process/build.ts";
import { Planner } from "../core/process/plan.ts";
import type { ProcessDefinition } from "../core/process/process.ts";
import { type CheckOptions, checkDefinition } from "./check-definition.ts";
import { DefinitionFault } from "./definition-fault.ts";
import {
  identityOf,
  type MessageDetails,
  routableIn,
  type StoryAction,
  type StoryMessage,
  senderOf,
} from "./story-message.ts";

/**
 * The life of one process as a test tells it: given messages and commands, when time goes by, then its
 * state, status, files and e-mails. Routing, building, judging, acting and deadlines are as in a
 * running Busbar, in memory, and by a clock that only the test moves.
 *
 * ```ts
 * const story = new ProcessStory(returns, "R-1", "2026-06-10T09:00:00Z");
 * await story.message("RETURNS", { returnNumber: "R-1", … });
 * await story.until("2026-06-17T18:00:00Z");
 * expect(story.status).toBe("overdue");
 * ```
 */
export class ProcessStory<State> {
  /** Milliseconds since 1970: what the clock shows. */
  now: number;
  /** Every event, in the order of recording. */
  readonly events: EventRecord[] = [];
  /** The ledger, in the order in which actions were planned. */
  readonly actions: StoryAction[] = [];
  /** What left, in order. */
  readonly files: FileEffect[] = [];
  readonly emails: EmailEffect[] = [];
  /** What was recorded on other processes, in order. */
  readonly elsewhere: EventEffect[] = [];
  readonly #definition: ProcessDefinition<State>;
  readonly #key: string;
  readonly #goesBy = new Set<string>();
  #judgedTo = 0;

  /** Begins at a moment, as ISO 8601 text. */
  constructor(definition: ProcessDefinition<State>, key: string, at: string) {
    this.#definition = definition;
    this.#key = key;
    this.now = Date.parse(at);
  }

  get state(): State {
    return this.#build().state;
  }

  get status(): string {
    return this.#build().status;
  }

  /** The moments that the state asks for, as `PAYMENT_OVERDUE 2026-06-12T17:00:00.000Z`. */
  get deadlines(): string[] {
    return this.#build().deadlines.map(
      ({ eventType, dueAt }) => `${eventType} ${new Date(dueAt).toISOString()}`,
    );
  }

  /** The types of the events, in the order in which they count. */
  get told(): string[] {
    return this.events.toSorted(compareEvents).map(({ type }) => type);
  }

  /** What became of the actions of that name, the first planned first. */
  statesOf(action: string): string[] {
    return this.actions.filter((one) => one.action === action).map(({ state }) => state);
  }

  /** The process as it would be had one event never been: recorded anew, nothing done. */
  without(type: string): Built<State> {
    const left = this.events.filter((event) => event.type !== type);
    return buildProcess(this.#definition, this.#key, left);
  }

  /**
   * A message of a flow arrives, in a file sent `sentAt`, now when absent. Throws when the definition
   * does not take it to this process.
   */
  async message(flow: string, data: object, sentAt?: string, details: MessageDetails = {}) {
    await this.together([{ flow, data, details, ...(sentAt === undefined ? {} : { sentAt }) }]);
  }

  /** Messages that become events at once, such as those that had come before one opened the process. */
  async together(arrivals: readonly StoryMessage[]): Promise<void> {
    for (const arrival of arrivals) this.#take(arrival);
    await this.#goOn();
  }

  #take({ flow, data, sentAt, details = {} }: StoryMessage): void {
    const seq = this.events.length + 1;
    const route = this.#definition.route(routableIn(this.#key, seq, flow, data, details));
    if (route.kind === "ignore") throw this.#fault(`does not take this message of ${flow}`);
    if (route.kind === "find") this.#find(route.references, flow);
    else if (route.key !== this.#key && !this.#hears(route))
      throw this.#fault(`takes this message to ${route.key}`);
    if (route.kind === "join" && this.events.length === 0)
      throw this.#fault(`has nothing to join yet: the message of ${flow} would wait`);
    if (route.kind === "open" && route.key === this.#key)
      for (const one of route.references ?? []) this.#goesBy.add(one);
    const brought = { file: seq, message: seq, line: 2, flow, sender: senderOf(details) };
    this.#append(route.eventType, 1, data, sentAt ? Date.parse(sentAt) : this.now, brought);
  }

  /** A person asks for something. Gives the refusal, or null when it was recorded. */
  async command(name: string, data: object = {}): Promise<Refusal | null> {
    const command = this.#definition.commands.get(name);
    if (command === undefined) throw this.#fault(`has no command ${name}`);
    const read = command.read(data);
    if (!read.ok) throw this.#fault(`does not take the data of ${name}: ${read.message}`);
    const decided = command.decide(this.state, read.data, this.now);
    if (isRefusal(decided)) return decided;
    this.now = Math.max(this.now, ...this.events.map(({ occurredAt }) => occurredAt + 1));
    for (const { type, data: said } of [decided].flat()) this.#record(type, said);
    for (const one of command.references(this.#key, read.data)) this.#goesBy.add(one);
    await this.#goOn();
    return null;
  }

  /** Another process records an event on this one, as an effect of an action there. */
  async recordFromElsewhere(type: string, data: object): Promise<void> {
    this.#record(type, data);
    await this.#goOn();
  }

  /** Time goes by until then; deadlines that pass become events. */
  async until(at: string): Promise<void> {
    const end = Date.parse(at);
    for (;;) {
      const next = this.#nextDeadline(end);
      if (next === null) break;
      this.now = Math.max(this.now, next.dueAt);
      const { eventType, dueAt, anchor } = next;
      // After all that happened, as the daemon does where the moment had passed before it was asked for.
      const again = this.events.some(
        (event) => event.type === eventType && event.data === JSON.stringify({ dueAt, anchor }),
      );
      const last = Math.max(...this.events.map(({ occurredAt }) => occurredAt));
      this.#append(eventType, 1, { dueAt, anchor }, again ? Math.max(dueAt, last + 1) : dueAt);
      await this.#goOn();
    }
    this.now = Math.max(this.now, end);
  }

  /** Checks the definition with these events: see `checkDefinition`. */
  check(options?: CheckOptions): void {
    checkDefinition(this.#definition, this.#key, this.events, options);
  }

  /** A message that opens another process may be given to those that go by something of theirs. */
  #hears(route: Route): boolean {
    const others = route.kind === "open" ? (route.others ?? []) : [];
    return others.some((one) => this.#goesBy.has(one));
  }

  /** Notes that the process goes by what finds it. */
  #find(references: readonly string[], flow: string): void {
    if (!references.some((one) => this.#goesBy.has(one)))
      throw this.#fault(`goes by none of ${references.join(", ")}: a ${flow} would wait`);
    for (const one of references) this.#goesBy.add(one);
  }

  #build(): Built<State> {
    return buildProcess(this.#definition, this.#key, this.events);
  }

  #nextDeadline(end: number): Deadline | null {
    const passed = new Set<string>();
    const { deadlines } = buildProcess(this.#definition, this.#key, this.events, {
      onFolded: ({ type, data }) => {
        if (!this.#definition.isDeadline(type)) return;
        const { dueAt, anchor } = data as DeadlinePassed;
        passed.add(identityOf({ eventType: type, dueAt, anchor }));
      },
    });
    const due = deadlines.filter(
      (deadline) => deadline.dueAt <= end && !passed.has(identityOf(deadline)),
    );
    return due.toSorted((a, b) => a.dueAt - b.dueAt)[0] ?? null;
  }

  /** Judges what is new and does what is planned, until nothing follows any more. */
  async #goOn(): Promise<void> {
    for (;;) {
      this.#judge();
      const place = this.actions.findIndex(({ state }) => state === "planned");
      const action = this.actions[place];
      if (action === undefined) return;
      this.actions[place] = { ...action, ...(await this.#run(action)) };
    }
  }

  #judge(): void {
    const ordered = this.events.toSorted(compareEvents);
    const from = this.#judgedTo;
    const planner = new Planner(this.#definition, this.#key, ordered, ({ seq }) => seq > from);
    foldOn(this.#definition, this.#definition.begin(this.#key), ordered, planner);
    this.actions.push(...planner.plans);
    this.#judgedTo = this.events.length;
  }

  async #run({
    event: seq,
    action: name,
  }: StoryAction): Promise<Pick<StoryAction, "state" | "reason">> {
    const action = this.#definition.actions.get(name);
    const record = this.events[seq - 1];
    if (action === undefined || record === undefined)
      throw this.#fault(`has no action "${name}" any more`);
    const { type, schemaVersion } = record;
    const data = this.#definition.current(type, schemaVersion, JSON.parse(record.data));
    const result = await action.run({
      state: this.state,
      event: { ...record, data },
      key: this.#key,
      now: this.now,
      id: `${seq}:${name}`,
      signal: new AbortController().signal,
    });
    if (!Array.isArray(result) && isRefusal(result as object))
      return { state: "refused", reason: (result as Refusal).message };
    const effects = [result].flat() as readonly Effect[];
    for (const effect of effects.filter((one) => one.kind === "event"))
      if (effect.process === undefined) this.#record(effect.type, effect.data, record);
      else this.elsewhere.push(effect);
    for (const effect of effects) if (effect.kind !== "event") this.#send(effect, record);
    return { state: "done", reason: null };
  }

  /** What is sent arrives at once. */
  #send(effect: FileEffect | EmailEffect, cause: EventRecord): void {
    if (effect.kind === "file") this.files.push(effect);
    else this.emails.push(effect);
    const type = effect.kind === "file" ? sentEventType(effect.flow) : emailSent;
    const number = this.files.length + this.emails.length;
    const where = { outbound: number, message: number, channel: "story", name: `${number}` };
    this.#append(type, 1, { ...where, fileIdentifier: null }, this.#after(cause) + 1);
  }

  #record(type: string, data: object, cause?: EventRecord): void {
    const checked = this.#definition.checkEvent(type, data);
    if (!checked.ok) throw this.#fault(`cannot record ${type}: ${checked.message}`);
    this.#append(type, checked.version, checked.data, this.#after(cause));
  }

  /** Events of our own: now, or right after what caused them. */
  #after(cause?: EventRecord): number {
    return Math.max(this.now, (cause?.occurredAt ?? 0) + 1);
  }

  #append(
    type: string,
    schemaVersion: number,
    data: object,
    occurredAt: number,
    brought: Partial<EventRecord> = {},
  ): void {
    this.events.push({
      seq: this.events.length + 1,
      type,
      processType: this.#definition.type,
      key: this.#key,
      occurredAt,
      recordedAt: this.now,
      schemaVersion,
      data: JSON.stringify(data),
      file: null,
      message: null,
      sender: null,
      recipient: null,
      flow: null,
      fileIdentifier: null,
      line: null,
      ...brought,
    });
  }

  #fault(what: string): DefinitionFault {
    return new DefinitionFault(this.#definition.type, what);
  }
}
