import { fitsLayout } from "../../text-time.ts";
import { writtenZone } from "../known-values.ts";
import { isPlainTime } from "./plain-time.ts";
import type { PlanMember, QuickPlan } from "./quick-plan.ts";

/** What a value is: it cannot be read here, says nothing, or says something. */
type Found = typeof unread | typeof empty | typeof filled;
const unread = -1;
const empty = 0;
const filled = 1;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const space = 0x20;
/** Longest text that is remembered. */
const longestRight = 12;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Objects met so far, in all texts, since plans are shared: a member that was seen in the same one stands
 * there twice. That a number comes round again makes one file in a while be read thoroughly.
 */
let objects = 0;
const mostObjects = 0x3fffffff;

/**
 * Goes through a text once, comparing it with a plan as it goes. It gives up on anything that is not as
 * planned, be it wrong or only unusual: another reader tells which.
 */
export class QuickScan {
  /** The next character to be looked at. */
  at = 0;
  /** Values met so far. */
  values = 0;
  /** No blank stood between the values of the last event. */
  compact = true;
  /** Start and end of each text that the plan keeps; -1 where there is none. */
  kept: number[] = [];
  readonly #text: string;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  /** The text and the bytes that it is of: one byte a character, as far as it is read here. */
  constructor(text: string, bytes: Uint8Array) {
    this.#text = text;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Reads an event; false when it is not as planned. */
  event(plan: QuickPlan): boolean {
    this.compact = true;
    this.kept = plan.blank.slice();
    this.values += 1;
    return this.#byte(this.at) === openBrace && this.#object(plan.root);
  }

  /** Goes past blanks. */
  skipBlanks(): void {
    for (;;) {
      const code = this.#byte(this.at);
      if (code > space) return;
      if (code !== space && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.compact = false;
      this.at += 1;
    }
  }

  /** Goes past a character when it is the next. */
  takes(code: number): boolean {
    if (this.#byte(this.at) !== code) return false;
    this.at += 1;
    return true;
  }

  /** The byte at a place; 0, which no JSON has, behind the end. */
  #byte(at: number): number {
    return this.#bytes[at] ?? 0;
  }

  #object(plan: PlanMember): boolean {
    objects = (objects + 1) & mostObjects;
    const object = objects;
    let needed = plan.needed;
    let before: PlanMember | null = null;
    this.at += 1;
    this.skipBlanks();
    if (this.takes(closeBrace)) return needed === 0;
    for (;;) {
      const member = this.#name(plan, before);
      if (member === undefined || member.seen === object) return false;
      member.seen = object;
      before = member;
      const found = this.#value(member);
      if (found === unread) return false;
      if (member.required) {
        if (found === empty) return false;
        needed -= 1;
      }
      if (this.#goesOn()) continue;
      if (this.takes(closeBrace)) return needed === 0;
      if (!this.takes(comma)) return false;
      this.skipBlanks();
    }
  }

  /** Goes past a comma before a name; where there are blanks, only past them. */
  #goesOn(): boolean {
    if (this.#byte(this.at) === comma && this.#byte(this.at + 1) === quote) {
      this.at += 1;
      return true;
    }
    this.skipBlanks();
    return false;
  }

  /**
   * The member whose name is next, and the text goes past its colon. Mostly it is the one that came there
   * the last time, or the next one planned. `before`: the member before it; null at the first.
   */
  #name(plan: PlanMember, before: PlanMember | null): PlanMember | undefined {
    const guess = before === null ? plan.first : before.follower;
    if (guess !== null && this.#isName(guess)) return guess;
    const planned = plan.members[before === null ? 0 : before.index + 1];
    const isPlanned = planned !== undefined && planned !== guess && this.#isName(planned);
    const member = isPlanned ? planned : this.#anyName(plan);
    if (member === undefined) return undefined;
    if (before === null) plan.first = member;
    else before.follower = member;
    return member;
  }

  #isName({ tokenBytes, words }: PlanMember): boolean {
    // Where the name ends tells most of the others apart.
    const colon = this.at + tokenBytes - 1;
    if (this.#byte(colon) !== 0x3a) return false;
    const last = words.length - 1;
    for (let word = 0; word < last; word += 1)
      if (this.#view.getInt32(this.at + word * 4, true) !== words[word]) return false;
    if (this.#view.getInt32(colon - 3, true) !== words[last]) return false;
    this.at = colon + 1;
    if (this.#byte(this.at) <= space) this.skipBlanks();
    return true;
  }

  #anyName(plan: PlanMember): PlanMember | undefined {
    if (!this.takes(quote)) return undefined;
    const end = this.#text.indexOf('"', this.at);
    const member = plan.byName.get(this.#text.slice(this.at, end));
    if (end < 0 || member === undefined) return undefined;
    this.at = end + 1;
    this.skipBlanks();
    if (!this.takes(0x3a)) return undefined;
    this.skipBlanks();
    return member;
  }

  #value(plan: PlanMember): Found {
    this.values += 1;
    if (plan.isText && this.#byte(this.at) === quote) return this.#string(plan);
    if (this.#takesWord("null")) return plan.nullable ? filled : empty;
    switch (plan.type) {
      case "boolean":
        return this.#boolean(plan);
      case "number":
      case "integer":
        return this.#number(plan);
      case "object":
        return this.#objectOf(plan);
      case "text-list":
        return this.#list(plan, (member) => this.#textOfList(member));
      case "list":
        return this.#list(plan, (member) => this.#objectOf(member));
      default:
        return unread;
    }
  }

  /** An object whose members are planned; of one that may have any, only an empty one is read. */
  #objectOf(plan: PlanMember): Found {
    if (this.#byte(this.at) !== openBrace) return unread;
    return this.#object(plan) ? filled : unread;
  }

  #list(plan: PlanMember, element: (plan: PlanMember) => Found): Found {
    const start = this.at;
    if (!this.takes(openBracket)) return unread;
    this.skipBlanks();
    let count = 0;
    while (!this.takes(closeBracket)) {
      if (count > 0 && !this.takes(comma)) return unread;
      this.skipBlanks();
      this.values += 1;
      if (element(plan) === unread) return unread;
      count += 1;
      this.skipBlanks();
    }
    this.#keep(plan.keepList, start, this.at);
    return count < plan.least || count > plan.most ? unread : filled;
  }

  #textOfList(plan: PlanMember): Found {
    return this.#takesWord("null") ? filled : this.#string(plan);
  }

  #string(plan: PlanMember): Found {
    const bytes = this.#bytes;
    if (bytes[this.at] !== quote) return unread;
    const start = this.at + 1;
    let end = start;
    let code = bytes[end] ?? 0;
    // Beyond ASCII a character is several bytes, and places would be others than in the text.
    while (code !== quote && code !== backslash && code >= space && code < 0x80) {
      end += 1;
      code = bytes[end] ?? 0;
    }
    if (code !== quote) return unread;
    this.at = end + 1;
    if (end === start) return plan.mayBeEmpty ? filled : empty;
    if (!this.#isRight(plan, start, end)) return unread;
    this.#keep(plan.keep, start, end);
    return filled;
  }

  #isRight(plan: PlanMember, start: number, end: number): boolean {
    const length = end - start;
    if (length < plan.shortest || length > plan.longest) return false;
    if (!plan.isClose) return true;
    const { type, codes, pattern, right } = plan;
    if (right.length === length && this.#isText(start, right)) return true;
    const isTime = type === "datetime" && isPlainTime(this.#bytes, start, end);
    if (isTime && codes === null && pattern === null) return true;
    const text = this.#text.slice(start, end);
    if (type === "datetime" && !isTime && writtenZone(text) === null) return false;
    if (type === "date" && !fitsLayout("yyyy-MM-dd", text)) return false;
    if (codes !== null && !codes.has(text)) return false;
    if (pattern !== null && !pattern.test(text)) return false;
    // A longer one would be a part of the whole text, and keep all of it.
    if (length <= longestRight) plan.right = text;
    return true;
  }

  #isText(at: number, text: string): boolean {
    for (let place = 0; place < text.length; place += 1)
      if (this.#bytes[at + place] !== text.charCodeAt(place)) return false;
    return true;
  }

  #boolean(plan: PlanMember): Found {
    const start = this.at;
    if (!this.#takesWord("true") && !this.#takesWord("false")) return unread;
    this.#keep(plan.keep, start, this.at);
    return filled;
  }

  #number(plan: PlanMember): Found {
    number.lastIndex = this.at;
    if (!number.test(this.#text)) return unread;
    const start = this.at;
    this.at = number.lastIndex;
    const value = Number(this.#text.slice(start, this.at));
    if (plan.type === "integer" && !Number.isInteger(value)) return unread;
    if (value < plan.least || value > plan.most) return unread;
    this.#keep(plan.keep, start, this.at);
    return filled;
  }

  #takesWord(word: string): boolean {
    if (this.#byte(this.at) !== word.charCodeAt(0)) return false;
    if (!this.#text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  /** Keeps the first of the texts that are asked for. */
  #keep(keep: number, start: number, end: number): void {
    if (keep < 0 || this.kept[keep * 2] !== -1) return;
    this.kept[keep * 2] = start;
    this.kept[keep * 2 + 1] = end;
  }
}
