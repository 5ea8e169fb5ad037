/** What a module with process definitions imports from `busbar`. */

export { z } from "zod";
export type { Installation } from "../app/installation/module-exports.ts";
export { englandAndWales } from "../calendar/england-and-wales.ts";
export {
  type FindCalendar,
  type IsoDate,
  isWorkingDay,
  type WorkingCalendar,
} from "../calendar/working-calendar.ts";
export {
  addWorkingDays,
  dateAt,
  endOfDay,
  instantAt,
  workingDaysBetween,
} from "../calendar/working-days.ts";
export type { FlowMessage, FlowReference } from "../catalogue/flow-message.ts";
export {
  type ActionInput,
  type ActionOptions,
  type ActionResult,
  action,
} from "../core/define/action.ts";
export { command } from "../core/define/command.ts";
export { condition, standingCondition } from "../core/define/condition.ts";
export { type Deadline, type DeadlinePassed, deadline } from "../core/define/deadline.ts";
export { defineProcess, type Process } from "../core/define/define-process.ts";
export { record, refuse, sendEmail, sendFile } from "../core/define/effect.ts";
export {
  deadlineEvent,
  type EventOf,
  type EventType,
  flowEvent,
  ownEvent,
} from "../core/define/event-type.ts";
export { type Sent, sentEvent } from "../core/define/sent-event.ts";
export {
  findsOrIgnores,
  findsOrWaits,
  handle,
  handleWithData,
  ignored,
  joinsOrIgnores,
  joinsOrWaits,
  opens,
  opensAndTells,
} from "../core/define/take.ts";
export type { EventRecord, FoldedEvent } from "../core/event/event.ts";
export type { RoutableMessage, Route } from "../core/event/route.ts";
export { readSentTime } from "../core/file/sent-time.ts";
export type { ProcessDefinition } from "../core/process/process.ts";
