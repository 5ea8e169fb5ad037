import type { AnyFlow } from "../../catalogue/any-flow.ts";
import type { Catalogue, FlowDefinition, GroupDefinition } from "../../catalogue/definition.ts";
import type { GroupData } from "../../core/file/document.ts";
import type { Envelope, Party } from "../../core/file/envelope.ts";
import { formatOf } from "../../formats/recognise.ts";
import { writeDocument } from "../../formats/write-document.ts";
import type { MarketLetter } from "./letter.ts";

/** How messages of a flow are written. */
interface FlowForm {
  readonly flow: AnyFlow;
  /** The group that a message is an occurrence of. */
  readonly group: string;
  readonly extension: string;
}

/** A file that was written. */
export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly extension: string;
}

/** Whatever is written by a party's files has a number of its own. */
const sequenceGroup = ["fileSequenceNumber", "instructionFileAdditionalHeader"] as const;

/** Writes messages of one flow from one party as a file, by the engine that the installation reads it with. */
export class LetterWriter {
  readonly #catalogue: Catalogue;
  readonly #forms = new Map<string, FlowForm>();
  /** Files written, by party; and by party and flow, for flows that number their files themselves. */
  readonly #files = new Map<string, number>();

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /** Throws when the messages cannot be written: a party then says what no such message can. */
  write(letters: readonly MarketLetter[], at: number): WrittenFile {
    const [first] = letters;
    if (first === undefined) throw new Error("A file holds at least one message");
    const { flow, group, extension } = this.#formOf(first.flow);
    const sender = first.from.participant ?? "";
    const number = this.#next(`${sender}/${first.flow}`);
    const envelope: Envelope = {
      family: flow.family,
      flow: flow.flow,
      version: flow.version,
      fileIdentifier: null,
      from: sayable(flow, first.from),
      to: sayable(flow, first.to),
      created: null,
      testFlag: flow.family === "user-file" ? "OPER" : null,
    };
    const messages = letters.map(({ data }) => ({ group, data: numbered(data, number) }));
    const digits = flow.family === "rgma" ? 8 : 10;
    const nextFileIdentifier = () => String(this.#next(sender)).padStart(digits, "0");
    const written = writeDocument({ envelope, layout: null, messages }, this.#catalogue, {
      nextFileIdentifier,
      at,
    });
    if (written.ok) return { bytes: written.bytes, extension };
    const why = written.problems.map(({ code, message }) => `${message} (${code})`).join("; ");
    throw new Error(`A ${first.flow} about ${first.about} cannot be written: ${why}`);
  }

  #formOf(flow: string): FlowForm {
    const known = this.#forms.get(flow);
    if (known !== undefined) return known;
    const found = this.#find(flow);
    const extension = formatOf(found).extension;
    const group = "groups" in found ? messageGroup(found) : "row";
    const form = { flow: found, group, extension };
    this.#forms.set(flow, form);
    return form;
  }

  #find(name: string): AnyFlow {
    const own = [...this.#catalogue.tables(), ...this.#catalogue.jsonEvents()];
    const found =
      own.find(({ flow }) => flow === name) ?? this.#catalogue.find(name, null)?.definition;
    if (found === undefined) throw new Error(`No catalogue has the flow ${name}`);
    return found;
  }

  #next(series: string): number {
    const number = (this.#files.get(series) ?? 0) + 1;
    this.#files.set(series, number);
    return number;
  }
}

/** JSON says in its members who sends it to whom, and a table says it nowhere. */
function sayable({ family }: AnyFlow, party: Party): Party {
  const says = family === "user-file" || family === "rgma";
  return says ? party : { role: null, participant: null };
}

function messageGroup({ groups }: FlowDefinition): string {
  const found = firstMessage(groups) ?? groups[0];
  if (found === undefined) throw new Error("A flow has at least one group");
  return found.code;
}

function firstMessage(groups: readonly GroupDefinition[]): GroupDefinition | null {
  for (const group of groups) {
    if (group.message) return group;
    const below = firstMessage(group.groups);
    if (below !== null) return below;
  }
  return null;
}

/** The message with its file's number, where the flow has one. */
function numbered(data: GroupData, number: number): GroupData {
  const group = sequenceGroup.find((name) => data[name] !== undefined);
  if (group === undefined) return data;
  return { ...data, [group]: { fileSequenceNumber: String(number) } };
}
