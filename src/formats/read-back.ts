import type { Catalogue } from "../catalogue/definition.ts";
import type { Message, Outcome } from "../core/file/document.ts";
import { hasError, type Problem } from "../core/file/problem.ts";
import { counted } from "../runtime/counted.ts";
import type { FlowReader, ReaderOptions } from "./family.ts";
import { printable } from "./printable.ts";
import { problem } from "./problem-log.ts";

/** What was written, to be read before it is given out. */
export interface ToReadBack {
  readonly bytes: Uint8Array;
  readonly catalogue: Catalogue;
  open(options: ReaderOptions): FlowReader;
  /** The flow it must be read as. */
  readonly flow: string;
  /** Messages it must be read as; null when that is no matter. */
  readonly messages: number | null;
  /** What could not be written. */
  readonly unwritten: readonly Problem[];
}

/** What a reader made of it. */
export interface ReadBack {
  readonly outcome: Outcome;
  readonly messages: readonly Message[];
  /** Everything that keeps it from being given out: what was not written, errors of the file and of its messages, another flow, another number of messages. */
  readonly problems: readonly Problem[];
}

/** Reads what was written: what a reader would refuse or hold is not given out. */
export function readBack({ bytes, catalogue, open, flow, ...expected }: ToReadBack): ReadBack {
  const { unwritten, messages: given } = expected;
  const messages: Message[] = [];
  const reader = open({ catalogue, onMessage: (message) => void messages.push(message) });
  reader.push(bytes);
  const outcome = reader.end();
  const all = [...outcome.problems, ...messages.flatMap((message) => message.problems)];
  // Lines that could not be written as they were are no ground to judge their checksum on.
  const known = unwritten.length === 0 ? all : all.filter(({ code }) => code !== "CHECKSUM");
  const problems = [...unwritten, ...known.filter((one) => hasError([one])).map(asOurs)];
  const found = outcome.envelope?.flow ?? null;
  if (found !== null && found !== flow) problems.push(otherFlow(flow, found));
  if (given !== null && unwritten.length === 0 && outcome.messages !== given)
    problems.push(otherCount(given, outcome.messages));
  return { outcome, messages, problems };
}

/** What readers have people ask the sender, who is ourselves here. */
const askSender = /[;,.] (?:and )?ask the sender\b[^.]*\.?$/i;

/** A reader's problem in what we wrote: it is the data to be written that is to be fixed. */
function asOurs(found: Problem): Problem {
  const message = found.message.replace(askSender, "; correct the data that it is written from.");
  return { ...found, message };
}

function otherFlow(flow: string, found: string): Problem {
  const say = `The envelope says ${printable(flow)}, and the file would be read as ${printable(found)}; make them agree.`;
  return problem("FLOW_DIFFERS", { line: null, value: found }, say);
}

function otherCount(given: number, found: number): Problem {
  const say = `The file would be read as ${counted(found, "message")}, and ${given} ${given === 1 ? "was" : "were"} given.`;
  return problem("MESSAGE_COUNT", { line: null }, say);
}
