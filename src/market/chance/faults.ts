import { nearestWord } from "../../core/text/nearest-word.ts";

/** How often each thing goes wrong: shares from 0 to 1, of what is said beside each. */
export interface Faults {
  /** Of messages to Busbar: they never arrive. */
  readonly loss: number;
  /** Of messages to Busbar: they come once more, as the same file or in another. */
  readonly duplicates: number;
  /** Of messages to Busbar: they come days later. */
  readonly delay: number;
  /** Of messages to Busbar: they come hours later, behind others that were sent after them. */
  readonly reorder: number;
  /** Of messages to Busbar: their file is damaged on the way; it is sent again a day later. */
  readonly corruption: number;
  /** Of what is asked of others: switches, appointments, changes are refused; switches are objected to. */
  readonly refusals: number;
  /** Of what agents and services are asked: they never answer. */
  readonly silence: number;
  /** Of switches: their notices of the secured and the active state come 33 days late. */
  readonly outage: number;
  /** Of arrays of half-hourly settlement messages: one message in them is bad. Of those of Busbar: one is refused. */
  readonly badelement: number;
  /** Of switches: the switching service and the registration service name different first days. */
  readonly dates: number;
  /** Of switches: the gaining supplier takes them back while they are pending. */
  readonly withdrawals: number;
  /** Of switches that ended: a notice says that they are secured all the same. */
  readonly ghosts: number;
  /** Of switches: the opening reading is revised later. */
  readonly revisions: number;
}

/** A market in which nothing goes wrong. */
export const noFaults: Faults = {
  loss: 0,
  duplicates: 0,
  delay: 0,
  reorder: 0,
  corruption: 0,
  refusals: 0,
  silence: 0,
  outage: 0,
  badelement: 0,
  dates: 0,
  withdrawals: 0,
  ghosts: 0,
  revisions: 0,
};

/** Everything goes wrong, most of it more often than it should be let to. */
export const allFaults: Faults = {
  loss: 0.01,
  duplicates: 0.05,
  delay: 0.05,
  reorder: 0.1,
  corruption: 0.01,
  refusals: 0.06,
  silence: 0.02,
  outage: 0.03,
  badelement: 0.05,
  dates: 0.03,
  withdrawals: 0.05,
  ghosts: 0.3,
  revisions: 0.05,
};

/** The faults, or what is wrong with the words. */
export type ReadFaults =
  | { readonly ok: true; readonly faults: Faults }
  | { readonly ok: false; readonly message: string };

/** Reads `none`, `all`, or shares by name, such as `loss=0.01,delay=0.2`; `all,loss=0` begins with all. */
export function readFaults(text: string): ReadFaults {
  const names = Object.keys(noFaults);
  const faults: Record<string, number> = { ...noFaults };
  for (const part of text.split(",")) {
    const word = part.trim();
    if (word === "none" || word === "all") {
      Object.assign(faults, word === "all" ? allFaults : noFaults);
      continue;
    }
    const [, name = "", share = ""] = /^([a-z]+)=(\d*\.?\d+)$/.exec(word) ?? [];
    if (name === "") return { ok: false, message: notAShare(word, names) };
    if (!names.includes(name)) {
      const near = nearestWord(name, names);
      const hint = near === null ? `those there are: ${names.join(", ")}` : `is it "${near}"?`;
      return { ok: false, message: `there is no fault "${name}"; ${hint}` };
    }
    if (Number(share) > 1) return { ok: false, message: `${name}=${share} is more than 1` };
    faults[name] = Number(share);
  }
  return { ok: true, faults: { ...noFaults, ...faults } };
}

/** What is wrong with words that are no name with a share from 0 to 1. */
function notAShare(word: string, names: readonly string[]): string {
  const name = word.split("=")[0] ?? "";
  return names.includes(name)
    ? `"${word}" lacks its share, from 0 to 1, such as ${name}=0.01`
    : `"${word}" is no fault with its share, such as loss=0.01; those there are: ${names.join(", ")}`;
}
