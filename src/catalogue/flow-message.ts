import type { FlowMessages } from "./generated/flow-messages.ts";

/** A flow version of the shipped catalogue, e.g. `D0010002`. */
export type FlowReference = keyof FlowMessages;

/**
 * The data of a message of a flow version, as a reader gives it and a writer takes it: every value is
 * the text as sent, empty fields are absent. A JSON event has its own numbers, booleans and nulls. Of a
 * flow with several kinds of message, any of them.
 */
export type FlowMessage<Flow extends FlowReference = FlowReference> = FlowMessages[Flow];
