import { errorStack, sayDefinitionThrew } from "../../runtime/error-stack.ts";
import { CommandFailure } from "../failure.ts";
import { visible } from "../print/visible.ts";
import type { Session } from "../session.ts";

/** The process that is folded, and what is configured. */
interface Folded extends Pick<Session, "config"> {
  readonly type: string;
  readonly key: string;
}

/**
 * Gives what `fold` gives of a process. What the installation's own definition throws is told as its
 * mistake; what one of Busbar's throws is thrown on, as a mistake of Busbar.
 */
export function folding<Result>({ config, type, key }: Folded, fold: () => Result): Result {
  try {
    return fold();
  } catch (error) {
    if (config.shippedProcesses.includes(type)) throw error;
    const named = `${type}/${visible(key)}`;
    throw new CommandFailure(
      `${named} cannot be built: ${sayDefinitionThrew(type, errorStack(error))}; mend its module and start the daemon again; \`busbar why process ${named}\` tells of its events`,
    );
  }
}
