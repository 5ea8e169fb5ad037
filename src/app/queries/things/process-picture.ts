import { roleName } from "../../../catalogue/role-name.ts";
import { compareEvents, type EventRecord } from "../../../core/event/event.ts";
import { asFolded } from "../../../core/process/build.ts";
import type { ProcessDefinition } from "../../../core/process/process.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import type { Store } from "../../../store/port/store.ts";
import { eventNamesOf, type NameEvent } from "../../asked/event-name.ts";
import { namedProcesses } from "../../asked/named-processes.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { noProcess, type ProcessAsked } from "./process.ts";

/** One line of a picture, before parties have the short names that Mermaid wants. */
type Drawn =
  | { readonly kind: "arrow"; readonly from: string; readonly to: string; readonly text: string }
  | { readonly kind: "note"; readonly text: string };

/** Who we are in a picture, who asks by hand, and where files without a sender come from. */
const we = "Busbar";
const people = "people";
const ownSystems = "own systems";

/**
 * What happened on a process as a Mermaid sequence diagram: what came and from whom, what was sent and to whom,
 * deadlines that passed, and what the process became of it. Rejects with a refusal where no one process is meant.
 */
export async function drawProcess(of: OpenInstallation, asked: ProcessAsked): Promise<string[]> {
  const wanted = await namedProcesses(of.store, asked.named, asked.type);
  const [only, ...others] = wanted;
  if (only === undefined) throw noProcess(asked.named);
  if (others.length > 0) {
    const all = wanted.map(({ type, key }) => `${type}/${key}`).join(" or ");
    throw new RefusedError(
      "conflict",
      `Several processes have the key ${asked.named}: name one, ${all}`,
    );
  }
  const { type, key } = only;
  const definition = (await of.definitions()).get(type);
  if (definition === undefined)
    throw new RefusedError("conflict", `${type} is a type of process that is not known here`);
  const events = await of.store.events.ofProcess({ processType: type, key });
  const nameEvent = await eventNamesOf(of);
  const drawn = await draw(of.store, definition, key, events, nameEvent);
  return diagram(drawn);
}

/** Each event as it counts, and a note where it makes the process another. */
async function draw(
  store: Pick<Store, "events" | "outbound">,
  definition: ProcessDefinition,
  key: string,
  events: readonly EventRecord[],
  nameEvent: NameEvent,
): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  let state = definition.begin(key);
  let status = "";
  for (const event of events.toSorted(compareEvents)) {
    const line = await lineOf(store, definition, event, nameEvent);
    if (line !== null) drawn.push(line);
    state = definition.fold(state, asFolded(definition, event));
    const now = definition.status(state);
    if (now !== status) drawn.push({ kind: "note", text: now });
    status = now;
  }
  return drawn;
}

/** Null for what the process notes for itself. */
async function lineOf(
  store: Pick<Store, "events" | "outbound">,
  definition: ProcessDefinition,
  event: EventRecord,
  nameEvent: NameEvent,
): Promise<Drawn | null> {
  const { type, flow, sender, message } = event;
  const said = nameEvent(type, definition.type);
  if (message !== null)
    return { kind: "arrow", from: partyName(sender), to: we, text: flowText(flow, said) };
  if (definition.isDeadline(type)) return { kind: "note", text: said };
  const origin = await store.events.origin(event.seq);
  if (origin?.kind === "command") return { kind: "arrow", from: people, to: we, text: said };
  if (origin?.kind !== "delivery") return null;
  const sent = await store.outbound.get(origin.ref);
  if (sent === null) return null;
  const { envelope } = sent;
  if (envelope === null) return { kind: "arrow", from: we, to: people, text: "E-mail" };
  const { role, participant } = envelope.to;
  const to = partyName(`${role ?? ""}:${participant ?? ""}`);
  return { kind: "arrow", from: we, to, text: envelope.flow };
}

/** The flow first, where the words do not begin with it. */
function flowText(flow: string | null, said: string): string {
  return flow === null || said.startsWith(flow) ? said : `${flow}, ${said}`;
}

/** A party such as `M:UDMS` by the name of its role: `MOP UDMS`. */
function partyName(party: string | null): string {
  const [role = "", participant = ""] = (party ?? "").split(":");
  if (participant === "") return role === "" ? ownSystems : role;
  return [roleName(role) ?? role, participant].filter((word) => word !== "").join(" ");
}

function diagram(drawn: readonly Drawn[]): string[] {
  const parties = new Map<string, string>([[we, "us"]]);
  const idOf = (party: string) => {
    const known = parties.get(party) ?? `p${parties.size}`;
    parties.set(party, known);
    return known;
  };
  const lines = drawn.map((one) =>
    one.kind === "note"
      ? `  Note over us: ${plain(one.text)}`
      : `  ${idOf(one.from)}->>${idOf(one.to)}: ${plain(one.text)}`,
  );
  const named = [...parties].map(([party, id]) => `  participant ${id} as ${plain(party)}`);
  return ["sequenceDiagram", ...named, ...lines];
}

/** Mermaid ends a line at a semicolon, and takes a number sign for the beginning of a code. */
function plain(text: string): string {
  return text
    .replaceAll(/[\r\n]+/g, " ")
    .replaceAll("#", "＃")
    .replaceAll(";", ",");
}
