import { z } from "zod";
import { askedCommand } from "../../../app/commands/process/ask-process.ts";
import { listCommands } from "../../../app/queries/commands.ts";
import { listActions } from "../../../app/queries/lists/actions.ts";
import { listEvents } from "../../../app/queries/lists/events.ts";
import { listProcesses } from "../../../app/queries/lists/processes.ts";
import { showAction } from "../../../app/queries/things/action.ts";
import { showEvent } from "../../../app/queries/things/event.ts";
import { showProcesses, showProcessesAt } from "../../../app/queries/things/process.ts";
import { drawProcess } from "../../../app/queries/things/process-picture.ts";
import { actionDetailView, actionView } from "../../../app/views/action-view.ts";
import {
  commandDefinitionView,
  commandView,
  viewCommand,
} from "../../../app/views/command-view.ts";
import { eventDetailView, listedEventView } from "../../../app/views/event-view.ts";
import { list } from "../../../app/views/parts.ts";
import { processAtView, processSummaryView, processView } from "../../../app/views/process-view.ts";
import { actionStates } from "../../../core/action/ledger.ts";
import { notFound } from "../../../core/refusal/refused-error.ts";
import { needPersonal } from "../check-input.ts";
import { listRoute } from "../list-route.ts";
import { broughtInput, envelopeInput, idText, momentText, wordText } from "../parameters.ts";
import { processVersion } from "../process-version.ts";
import { type ReadRoute, read } from "../route.ts";

/** What can be read of events, processes, their commands and their actions. */
export const eventRoutes: readonly ReadRoute[] = [
  listRoute("/events", {
    tag: "Events",
    summary: "Events in the order of recording, the newest page first; with afterSeq the oldest.",
    filters: {
      ...broughtInput,
      type: wordText.optional(),
      processType: wordText.optional(),
      key: wordText.optional(),
      file: idText.optional(),
      afterSeq: idText.optional(),
    },
    item: listedEventView,
    query: listEvents,
  }),
  read("/events/{event}", {
    tag: "Events",
    summary: "All that is known of an event.",
    input: { event: idText },
    answer: eventDetailView,
    run: (of, { event }) => showEvent(of, { event }),
  }),
  listRoute("/processes", {
    tag: "Processes",
    summary: "Processes, the oldest first.",
    filters: { ...broughtInput, type: wordText.optional(), status: wordText.optional() },
    item: processSummaryView,
    query: listProcesses,
  }),
  read("/processes/{type}/{key}", {
    tag: "Processes",
    summary: "A process as its events make it now; its ETag is the version that commands go by.",
    input: { type: wordText, key: wordText },
    answer: processView,
    run: async (of, { type, key }) => only(await showProcesses(of, { named: key, type }), key),
    version: ({ store }, process) => processVersion(store, process),
  }),
  read("/processes/{type}/{key}/at", {
    tag: "Processes",
    summary: "A process as it was, by what was sent by a moment, or by what was known by one.",
    input: {
      type: wordText,
      key: wordText,
      asOf: momentText("end").optional(),
      knownAt: momentText("end").optional(),
      upTo: idText.optional(),
    },
    answer: processAtView,
    run: async (of, { type, key, asOf, knownAt, upTo }) => {
      const moment = {
        ...(asOf !== undefined && { asOf }),
        ...(knownAt !== undefined && { knownAt }),
        ...(upTo !== undefined && { upTo }),
      };
      return only(await showProcessesAt(of, { named: key, type, moment }), key);
    },
  }),
  read("/processes/{type}/{key}/picture", {
    tag: "Processes",
    summary:
      "What happened on a process as a Mermaid sequence diagram. It names the process, so that this takes the right to see personal data.",
    input: { type: wordText, key: wordText },
    answer: z.strictObject({ mermaid: z.string() }),
    run: async (of, { type, key }, { who }) => {
      needPersonal(who, "the picture of a process");
      return { mermaid: (await drawProcess(of, { named: key, type })).join("\n") };
    },
  }),
  read("/keys/{key}/processes", {
    tag: "Processes",
    summary: "Every process with a key, whatever its type.",
    input: { key: wordText },
    answer: z.strictObject({ items: list(processView) }),
    run: async (of, { key }) => ({ items: await showProcesses(of, { named: key }) }),
  }),
  read("/process-types", {
    tag: "Processes",
    summary: "The types of process there are, with what may be asked of each.",
    answer: z.strictObject({
      items: list(z.strictObject({ type: z.string(), commands: list(commandDefinitionView) })),
    }),
    run: async (of) => {
      const types = [...(await of.definitions()).keys()];
      const items = types.map(async (type) => {
        return { type, commands: await listCommands(of, { named: type }) };
      });
      return { items: await Promise.all(items) };
    },
  }),
  read("/commands/{command}", {
    tag: "Processes",
    summary: "What came of a command, by the key it was asked under.",
    input: { command: wordText },
    answer: commandView,
    run: async (of, { command }) => viewCommand(await askedCommand(of, command), false),
  }),
  listRoute("/actions", {
    tag: "Actions",
    summary: "Actions in the order they were planned.",
    filters: {
      ...envelopeInput,
      state: z.enum([...actionStates, "failing"]).optional(),
      name: wordText.optional(),
      type: wordText.optional(),
      key: wordText.optional(),
    },
    item: actionView,
    query: listActions,
  }),
  read("/actions/{action}", {
    tag: "Actions",
    summary: "All that is known of an action.",
    input: { action: idText },
    answer: actionDetailView,
    run: (of, { action }) => showAction(of, { action }),
  }),
];

function only<Process>([first]: readonly Process[], key: string): Process {
  if (first === undefined) throw notFound(`process ${key}`);
  return first;
}
