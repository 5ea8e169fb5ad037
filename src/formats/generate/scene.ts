import { hasRightCheckDigit } from "../../catalogue/mpan.ts";
import { type Area, areas, type Configuration, configurations } from "./market.ts";
import type { Occasion } from "./occasion.ts";
import { makeAddress, makePerson, type Person } from "./value/made-up.ts";
import { Random } from "./value/random.ts";

/** Days between two readings of a register. */
const readingGap = 91;

/** A made-up metering point and all that belongs to it, so that what one message says goes together. */
export class Scene {
  readonly occasion: Occasion;
  /** Number of the message in its file, from 0. */
  readonly number: number;
  readonly random: Random;
  readonly area: Area;
  readonly configuration: Configuration;
  readonly person: Person;
  readonly address: { readonly lines: readonly string[]; readonly postcode: string };
  /** Optional parts of the address are given. */
  readonly addressGiven: boolean;
  /** Day from which the supply, its agents and its details are as reported. */
  readonly day: number;
  readonly #seed: string;
  #mpans = 0;
  #mprns = 0;

  constructor(seed: string, number: number, occasion: Occasion) {
    this.#seed = `${seed}/${number}`;
    this.occasion = occasion;
    this.number = number;
    this.random = new Random(this.#seed);
    this.area = this.random.pick(areas);
    this.configuration = this.random.pick(configurations);
    this.person = makePerson(this.random);
    this.address = makeAddress(this.random);
    this.addressGiven = this.random.chance(0.8);
    this.day = occasion.createdDay - this.random.whole(1, 28);
  }

  /** The MPAN core the message is about. */
  get mpan(): string {
    return this.#mpan(0);
  }

  /** An MPAN core of the same area that has not been given yet. */
  otherMpan(): string {
    this.#mpans += 1;
    return this.#mpan(this.#mpans);
  }

  #mpan(which: number): string {
    const random = new Random(`${this.#seed}/mpan/${which}`);
    const core = `${this.area.distributor}99${random.digits(8)}`;
    const whole = Array.from({ length: 10 }, (_, digit) => `${core}${digit}`);
    const found = whole.find(hasRightCheckDigit);
    if (found === undefined) throw new Error(`No check digit is right for ${core}`);
    return found;
  }

  /** The meter point reference of the gas supply there: six to ten digits, the same each time. */
  get mprn(): string {
    return this.#mprn(0);
  }

  /** A meter point reference that has not been given yet. */
  otherMprn(): string {
    this.#mprns += 1;
    return this.#mprn(this.#mprns);
  }

  /** Ten digits as a rule; the oldest have as few as six. */
  #mprn(which: number): string {
    const random = new Random(`${this.#seed}/mprn/${which}`);
    const digits = random.chance(0.8) ? 10 : random.whole(6, 9);
    return `${random.whole(1, 9)}${random.digits(digits - 1)}`;
  }

  /** Serial number of a meter: its make and year, then a number; the same each time. */
  meter(which: number): string {
    const random = new Random(`${this.#seed}/meter/${which}`);
    return `E${random.whole(10, 24)}${random.letters(1)} ${random.digits(5)}`;
  }

  /** Where in its list of codes a field begins: the same wherever it is in the message. */
  codeStart(key: string): number {
    return new Random(`${this.#seed}/code/${key}`).whole(0, 9_999);
  }

  /** How many there are of one of the things a message lists: the same wherever it is reported. */
  quantity(which: number): number {
    return new Random(`${this.#seed}/quantity/${which}`).whole(1, 12);
  }

  /** What a register shows on a day: more with each day. */
  reading(meter: number, register: number, day: number): number {
    const random = new Random(`${this.#seed}/reading/${meter}/${register}`);
    const perDay = 4 + random.next() * 12;
    return Math.floor(random.whole(5_000, 60_000) + perDay * (day - this.day + 10 * readingGap));
  }

  /** Day of one of several readings, the last of which is the latest. */
  readingDay(which: number, count: number): number {
    return this.day - (count - 1 - which) * readingGap;
  }
}
