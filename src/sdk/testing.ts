/** What tests of process definitions import from `busbar/testing`. */
export { type CheckOptions, checkDefinition } from "../testing/check-definition.ts";
export { DefinitionFault } from "../testing/definition-fault.ts";
export { ProcessStory } from "../testing/process-story.ts";
export type { MessageDetails, StoryAction } from "../testing/story-message.ts";
