/** What marks a part of a problem's sentence that is for us: our settings and commands, and what we are to ask. */
const ours =
  /ask the sender|tell the sender|`busbar|busbar\.yaml|\breprocess(?:ing|ed)?\b|the flow's setting|in the catalogue|^add one\b/i;
/** What is for us and is at the end of a part of a sentence, or in brackets within one. */
const asides = [
  / \((?:the flow's setting|see `busbar|a DIP id to)[^()]*\)/gi,
  /(?:,|:| -)? (?:and |or )?ask the sender\b.*$/i,
  /, and busbar\.yaml says .*$/i,
] as const;

/**
 * A problem's message without what it says to us: the sender needs to know what is wrong, and can neither ask
 * itself nor change our settings. Where nothing would be left the message stays as it is.
 */
export function forSender(message: string): string {
  const sentences = message.split(/(?<=[.?]) (?=[A-Z`])/).map((sentence) => {
    const parts = sentence.replace(/\.$/, "").split("; ");
    const left = parts.map(withoutAsides).filter((part) => part !== "" && !ours.test(part));
    return left.length === 0 ? "" : left.join("; ").replace(/([^?.])$/, "$1.");
  });
  const left = sentences.filter((sentence) => sentence !== "").join(" ");
  return left === "" ? message : left;
}

function withoutAsides(part: string): string {
  return asides
    .reduce((text, aside) => text.replace(aside, ""), part)
    .replace(/^ask the sender\b.*$/i, "");
}
