/** What tests of process definitions import from `busbar/testing`. */
export { type CheckOptions, checkDefinition } from "../testing/check-definition.ts";
export { DefinitionFault } from "../testing/definition-fault.ts";
export { type MessageDetails, ProcessStory, type StoryAction } from "../testing/process-story.ts";
