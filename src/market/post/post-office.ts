import type { Catalogue } from "../../catalogue/definition.ts";
import type { Chance } from "../chance/chance.ts";
import type { Faults } from "../chance/faults.ts";
import { hourMs, minuteMs } from "../parties/party.ts";
import { participantOf, us } from "../plan/participants.ts";
import type { MarketDays } from "../time/market-days.ts";
import { gist } from "./gist.ts";
import type { Ledgers, PartyEntry } from "./ledger.ts";
import { type MarketLetter, ownSystems, partyName, type ReceivedLetter } from "./letter.ts";
import { LetterWriter } from "./letter-writer.ts";
import type { Mailbox, MailFile } from "./mailbox.ts";
import { answerFlow, platform, readAnswer } from "./platform-answer.ts";
import {
  isOfPlatform,
  isTakenByPlatform,
  type JudgedLetter,
  platformAnswer,
  verdictFlow,
} from "./platform-verdicts.ts";
import { readMail } from "./read-mail.ts";
import { spoil, withBadElement } from "./spoil.ts";

/** What the post works with. */
export interface PostContext {
  readonly catalogue: Catalogue;
  readonly mailbox: Mailbox;
  readonly ledgers: Ledgers;
  readonly chance: Chance;
  readonly faults: Faults;
  readonly days: MarketDays;
  /** Most messages in a file. */
  readonly perFile: number;
  now(): number;
  later(at: number, happen: () => void): void;
  /** Called for each message of the installation that the platform refused, once that was said. */
  onRefused(letter: ReceivedLetter): void;
}

type Fate = PartyEntry["fate"];

/** A message that goes with the next files. */
interface Ready {
  readonly letter: MarketLetter;
  readonly fate: Fate;
}

/**
 * Carries messages between the parties and the installation, in files, and has go wrong what is to: what is lost,
 * comes twice, late, in another order or damaged. The ledger says what became of each.
 */
export class PostOffice {
  readonly #context: PostContext;
  readonly #writer: LetterWriter;
  #ready: Ready[] = [];
  /** How often a message like it was sent before: each has a fate of its own. */
  readonly #sent = new Map<string, number>();
  #files = 0;

  constructor(context: PostContext) {
    this.#context = context;
    this.#writer = new LetterWriter(context.catalogue);
  }

  /** Files that were put down. */
  get files(): number {
    return this.#files;
  }

  /** Takes a message of a party; it goes with the next files, unless something happens to it. */
  send(letter: MarketLetter): void {
    const { chance, faults, days, now } = this.#context;
    const name = this.#nameOf(letter);
    if (letter.from.participant === ownSystems) {
      this.#ready.push({ letter, fate: null });
      return;
    }
    if (chance.happens(faults.loss, name, "loss")) {
      this.#note(letter, null, "lost");
      return;
    }
    const isLate = chance.happens(faults.delay, name, "delay");
    const isBehind = !isLate && chance.happens(faults.reorder, name, "reorder");
    if (isLate) this.#after(days.post(now(), chance.whole(1, 9, name, "days"), 1), letter, "late");
    else if (isBehind)
      this.#after(now() + chance.whole(1, 30, name, "hours") * hourMs, letter, "late");
    else this.#ready.push({ letter, fate: null });
    if (chance.happens(faults.duplicates / 2, name, "again"))
      this.#after(now() + chance.whole(1, 60, name, "again") * hourMs, letter, "repeated");
  }

  #after(at: number, letter: MarketLetter, fate: Fate): void {
    this.#context.later(at, () => this.#ready.push({ letter, fate }));
  }

  #nameOf({ about, flow, from, says }: MarketLetter): string {
    const name = `${about}/${flow}/${partyName(from)}/${says}`;
    const before = this.#sent.get(name) ?? 0;
    this.#sent.set(name, before + 1);
    return `${name}/${before}`;
  }

  /** Puts down the files of all that is ready; returns how many. */
  flush(): number {
    const before = this.#files;
    const ready = this.#ready;
    this.#ready = [];
    const lanes = Map.groupBy(
      ready,
      ({ letter: { flow, from, to } }) => `${flow}|${partyName(from)}|${partyName(to)}`,
    );
    for (const lane of lanes.values())
      for (let first = 0; first < lane.length; first += this.#context.perFile)
        this.#putDown(lane.slice(first, first + this.#context.perFile));
    return this.#files - before;
  }

  #putDown(lane: readonly Ready[]): void {
    const { chance, faults, now, later } = this.#context;
    const [first] = lane;
    if (first === undefined) return;
    const { flow, from, about } = first.letter;
    const written = this.#writer.write(
      lane.map(({ letter }) => letter),
      now(),
    );
    const { extension } = written;
    const isOwn = from.participant === ownSystems;
    const name = `${flow}_${from.participant ?? ""}`;
    const chanceName = `${name}/${about}/${lane.length}/${first.letter.says}/${first.fate ?? ""}`;
    if (!isOwn && chance.happens(faults.corruption, chanceName, "corruption")) {
      const damaged = spoil(written.bytes, chance, chanceName);
      const file = this.#put(name, extension, damaged);
      for (const { letter } of lane) this.#note(letter, file, "damaged");
      later(now() + 24 * hourMs, () => this.#putWhole(lane, name, extension, written.bytes));
      return;
    }
    const isArray = flow.startsWith("IF-");
    const isBad = isArray && chance.happens(faults.badelement, chanceName, "bad");
    const bytes = isBad ? withBadElement(written.bytes) : written.bytes;
    const file = this.#putWhole(lane, name, extension, bytes);
    if (isBad)
      this.#noteEntry({ ...this.#entryOf(first.letter, file), says: "bad element", fate: "bad" });
    if (!isOwn && chance.happens(faults.duplicates / 2, chanceName, "twice"))
      later(now() + chance.whole(1, 40, chanceName, "twice") * hourMs, () => {
        const again = this.#put(name, extension, bytes);
        for (const { letter } of lane) this.#note(letter, again, "repeated");
      });
  }

  #putWhole(lane: readonly Ready[], name: string, extension: string, bytes: Uint8Array): string {
    const file = this.#put(name, extension, bytes);
    for (const { letter, fate } of lane) this.#note(letter, file, fate);
    return file;
  }

  #put(name: string, extension: string, bytes: Uint8Array): string {
    this.#files += 1;
    const file = `${name}_${String(this.#files).padStart(7, "0")}.${extension}`;
    this.#context.mailbox.put(file, bytes, this.#context.now());
    return file;
  }

  /** Takes what the installation put down: the messages for the parties, in order, and how many files. */
  collect(): { readonly letters: readonly ReceivedLetter[]; readonly files: number } {
    const { mailbox, catalogue } = this.#context;
    const letters: ReceivedLetter[] = [];
    let files = 0;
    for (const file of mailbox.take()) {
      files += 1;
      if (this.#isStatus(file)) continue;
      const judged = [...readMail(file, catalogue)].map((letter) => this.#judge(letter));
      for (const { letter, isTaken } of judged) if (isTaken) letters.push(letter);
      this.#answer(judged.filter(({ letter }) => isOfPlatform(letter.flow)));
    }
    return { letters, files };
  }

  /** What the installation says of arrays that it was given goes to the platform, which notes the first of each. */
  #isStatus(file: MailFile): boolean {
    if (!file.name.startsWith(answerFlow)) return false;
    const { status, number, name } = readAnswer(file);
    if (number > 1) return true;
    this.#noteEntry({
      ...{ party: platform, way: "received", with: partyName(us), flow: answerFlow },
      at: new Date(this.#context.now()).toISOString(),
      ...{ about: "", says: `${status} ${name}`, registration: null, file: file.name, fate: null },
    });
    return true;
  }

  /** The platform refuses some messages, and passes the others on. */
  #judge(letter: ReceivedLetter): JudgedLetter {
    const { now, ledgers } = this.#context;
    const { flow, about, from, to, file, place, data } = letter;
    const says = gist(flow, data);
    const isTaken = isTakenByPlatform(letter, this.#context);
    const receiver = { ...to, participant: participantOf(to.participant ?? "") };
    ledgers.note({
      at: new Date(now()).toISOString(),
      party: partyName(receiver),
      way: "received",
      with: partyName(from),
      flow,
      about,
      says: says.text,
      registration: says.registration,
      file: place === 1 ? file : `${file}#${place}`,
      fate: isTaken ? null : "refused",
    });
    return { letter, isTaken };
  }

  /** The platform says within the hour what it made of each message; that may be lost as anything may. */
  #answer(judged: readonly JudgedLetter[]): void {
    const { chance, faults, now, later, onRefused } = this.#context;
    const [first] = judged;
    if (first === undefined) return;
    const { about, file } = first.letter;
    const refused = judged.filter(({ isTaken }) => !isTaken).map(({ letter }) => letter);
    later(now() + minuteMs, () => {
      const isLost = chance.happens(faults.loss, about, file, "answer");
      const bytes = platformAnswer(judged, now());
      const name = isLost ? null : this.#put(`${verdictFlow}_${platform}`, "json", bytes);
      for (const { about: point, flow } of refused.length > 0 ? refused : [first.letter])
        this.#noteEntry({
          ...{ party: platform, way: "sent", with: partyName(us), flow: verdictFlow },
          at: new Date(now()).toISOString(),
          ...{ about: point, says: refused.length > 0 ? `refused ${flow}` : "taken" },
          ...{ registration: null, file: name, fate: isLost ? "lost" : null },
        });
      if (!isLost) for (const letter of refused) onRefused(letter);
    });
  }

  #note(letter: MarketLetter, file: string | null, fate: Fate): void {
    this.#noteEntry({ ...this.#entryOf(letter, file), fate });
  }

  #entryOf({ from, to, flow, about, says, registration }: MarketLetter, file: string | null) {
    const at = new Date(this.#context.now()).toISOString();
    const parties = { party: partyName(from), with: partyName(to), way: "sent" } as const;
    return { at, ...parties, flow, about, says, registration, file, fate: null };
  }

  #noteEntry(entry: PartyEntry): void {
    this.#context.ledgers.note(entry);
  }
}
