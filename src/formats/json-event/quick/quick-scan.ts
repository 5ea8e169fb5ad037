import { ByteCursor, space } from "./byte-cursor.ts";
import type { PlanMember, QuickPlan } from "./quick-plan.ts";
import { isRightText, isRightValue } from "./right-text.ts";
import { isPlainText, textEnd } from "./text-end.ts";
import { standsAt, type Token } from "./token.ts";

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
/** Members behind the one before that are tried before a name is looked up. */
const tried = 4;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/**
 * Objects met so far, in all texts, since plans are shared: a member that was seen in the same one occurs
 * there twice. That a number comes round again makes one file in a while be read thoroughly.
 */
let objects = 0;
const mostObjects = 0x3fffffff;

/**
 * Goes through a text once, comparing it with a plan as it goes. It gives up on anything that is not as
 * planned, be it wrong or only unusual: another reader tells which.
 */
export class QuickScan extends ByteCursor {
  /** Values met so far. */
  values = 0;
  /** Start and end of each text that the plan keeps; -1 where there is none. */
  kept: number[] = [];

  /** Reads an event; false when it is not as planned. */
  event(plan: QuickPlan): boolean {
    this.compact = true;
    this.kept = plan.blank.slice();
    this.values += 1;
    return this.byte(this.at) === openBrace && this.#object(plan.root);
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
      if (found === unread || member.excluded) return false;
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
    if (this.byte(this.at) === comma && this.byte(this.at + 1) === quote) {
      this.at += 1;
      return true;
    }
    this.skipBlanks();
    return false;
  }

  /**
   * The member whose name is next, and the text goes past its colon. Mostly it is the one that came there
   * the last time, or one of the next planned. `before`: the member before it; null at the first.
   */
  #name(plan: PlanMember, before: PlanMember | null): PlanMember | undefined {
    const guess = before === null ? plan.first : before.follower;
    if (guess !== null && this.#isName(guess)) return guess;
    const member = this.#planned(plan, before === null ? 0 : before.index + 1);
    if (member === undefined) return undefined;
    if (before === null) plan.first = member;
    else before.follower = member;
    return member;
  }

  #planned(plan: PlanMember, from: number): PlanMember | undefined {
    const { members } = plan;
    const to = Math.min(members.length, from + tried);
    for (let index = from; index < to; index += 1) {
      const member = members[index];
      if (member !== undefined && this.#isName(member)) return member;
    }
    return this.#anyName(plan);
  }

  #isName({ token }: PlanMember): boolean {
    // Where the name ends distinguishes most of the others.
    const behind = this.at + token.length;
    if (this.byte(behind - 1) !== 0x3a || !standsAt(token, this.view, this.at)) return false;
    this.at = behind;
    if (this.byte(behind) <= space) this.skipBlanks();
    return true;
  }

  #anyName(plan: PlanMember): PlanMember | undefined {
    if (!this.takes(quote)) return undefined;
    const end = this.text.indexOf('"', this.at);
    const member = plan.byName.get(this.text.slice(this.at, end));
    if (end < 0 || member === undefined) return undefined;
    this.at = end + 1;
    this.skipBlanks();
    if (!this.takes(0x3a)) return undefined;
    this.skipBlanks();
    return member;
  }

  #value(plan: PlanMember): Found {
    this.values += 1;
    const code = this.byte(this.at);
    if (code === quote) return plan.isText ? this.#string(plan) : unread;
    if (code === 0x6e) return this.#null(plan);
    switch (plan.type) {
      case "boolean":
        return this.#boolean(plan);
      case "number":
      case "integer":
        return this.#number(plan);
      case "object":
        return this.#objectOf(plan);
      case "text-list":
      case "list":
        return this.#list(plan);
      default:
        return unread;
    }
  }

  /** An object whose members are planned; of one that may have any, only an empty one is read. */
  #objectOf(plan: PlanMember): Found {
    if (this.byte(this.at) !== openBrace) return unread;
    return this.#object(plan) ? filled : unread;
  }

  #list(plan: PlanMember): Found {
    const start = this.at;
    const ofTexts = plan.type === "text-list";
    if (!this.takes(openBracket)) return unread;
    this.skipBlanks();
    let count = 0;
    while (!this.takes(closeBracket)) {
      if (count > 0 && !this.takes(comma)) return unread;
      this.skipBlanks();
      this.values += 1;
      const found = ofTexts ? this.#textOfList(plan) : this.#objectOf(plan);
      if (found === unread) return unread;
      count += 1;
      this.skipBlanks();
    }
    this.#keep(plan.keepList, start, this.at);
    return count < plan.least || count > plan.most ? unread : filled;
  }

  #textOfList(plan: PlanMember): Found {
    return this.takesNull() ? filled : this.#string(plan);
  }

  #string(plan: PlanMember): Found {
    const bytes = this.bytes;
    const start = this.at + 1;
    if (bytes[this.at] !== quote) return unread;
    const { right } = plan;
    if (right !== null && this.#isRight(right, start)) {
      this.at = start + right.length;
      this.#keep(plan.keep, start, this.at - 1);
      return filled;
    }
    const end = textEnd(bytes, this.view, start);
    if (bytes[end] === backslash) return this.#escaped(plan, start);
    if (bytes[end] !== quote) return unread;
    this.at = end + 1;
    if (end === start) return plan.mayBeEmpty ? filled : empty;
    if (this.isAscii) {
      const { shortest, longest, isClose } = plan;
      if (end - start < shortest || end - start > longest) return unread;
      if (isClose && !isRightText(plan, this.text, bytes, start, end)) return unread;
    } else if (!isRightValue(plan, this.text.slice(start, end))) return unread;
    this.#keep(plan.keep, start, end);
    return filled;
  }

  #isRight(right: Token, start: number): boolean {
    // There need not be so many bytes any more.
    return this.byte(start + right.length - 1) === quote && standsAt(right, this.view, start);
  }

  /** A text with escapes in it. What is kept of an event is kept as it is, and then has none. */
  #escaped(plan: PlanMember, start: number): Found {
    if (plan.keep >= 0 || plan.keepList >= 0) return unread;
    const bytes = this.bytes;
    let end = start;
    while (isPlainText[bytes[end] ?? 0] === 1 || bytes[end] === backslash)
      end += bytes[end] === backslash ? 2 : 1;
    if (bytes[end] !== quote) return unread;
    const text = unescaped(this.text.slice(start - 1, end + 1));
    if (text === null || !isRightValue(plan, text)) return unread;
    this.at = end + 1;
    return filled;
  }

  #null(plan: PlanMember): Found {
    if (!this.takesNull()) return unread;
    return plan.nullable ? filled : empty;
  }

  #boolean(plan: PlanMember): Found {
    const start = this.at;
    if (!this.takesTrue() && !this.takesFalse()) return unread;
    this.#keep(plan.keep, start, this.at);
    return filled;
  }

  #number(plan: PlanMember): Found {
    number.lastIndex = this.at;
    if (!number.test(this.text)) return unread;
    const start = this.at;
    this.at = number.lastIndex;
    const value = Number(this.text.slice(start, this.at));
    if (plan.type === "integer" && !Number.isInteger(value)) return unread;
    if (value < plan.least || value > plan.most) return unread;
    this.#keep(plan.keep, start, this.at);
    return filled;
  }

  /** Keeps the first of the texts that are asked for. */
  #keep(keep: number, start: number, end: number): void {
    if (keep < 0 || this.kept[keep * 2] !== -1) return;
    this.kept[keep * 2] = start;
    this.kept[keep * 2 + 1] = end;
  }
}

/** The text that a text in quotes stands for; null when its escapes are none that JSON has. */
function unescaped(quoted: string): string | null {
  try {
    const text: unknown = JSON.parse(quoted);
    return typeof text === "string" ? text : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
