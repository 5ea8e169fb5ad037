import { removePerson, setPerson } from "../../app/commands/access/people.ts";
import { addLoginLink, addToken, revokeToken } from "../../app/commands/access/tokens.ts";
import { httpAddress, openCredentials, peopleOf } from "../../app/queries/access.ts";
import { viewCredential, viewPerson } from "../../app/views/access-view.ts";
import type { Credential, LogInUser, Role } from "../../core/access/access.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { actorOf } from "../decision.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { fileBytes, UnreadableFile } from "../file/file-bytes.ts";
import { visible } from "../output.ts";
import { type Column, printTable } from "../print/table.ts";
import { type Session, withStore } from "../session.ts";

/** Of the commands that give somebody rights. */
export interface RightsOptions {
  readonly role: Role;
  readonly personal: boolean;
  readonly actor?: string;
}

/** `busbar token add`. */
export interface TokenAddOptions extends RightsOptions, JsonOption {
  readonly days?: number;
}

/** `busbar user link`. */
export interface LinkOptions extends RightsOptions, JsonOption {
  readonly name?: string;
}

type ActorOption = { readonly actor?: string };

const dayMs = 24 * 3_600_000;

/** `busbar token add`: makes a token, and prints its secret this once. */
export function tokenAdd(
  context: CommandContext,
  name: string,
  options: TokenAddOptions,
): Promise<ExitCode> {
  const { role, personal, days, json } = options;
  const { output, say } = context;
  return withStore(context, async (session) => {
    const endsAt = days === undefined ? null : session.clock.wall() + days * dayMs;
    const asked = { name, role, personal, endsAt };
    const { credential, secret } = await addToken(session, asked, actorOf(options));
    if (json) await output.json({ ...viewCredential(credential), secret });
    else {
      await output.line(secret);
      say(`busbar: token ${credential.id} of ${visible(name)}; keep it now, it is shown this once`);
    }
    return exitCode.good;
  });
}

const tokenColumns: readonly Column<Credential>[] = [
  { heading: "TOKEN", align: "right", cell: ({ id }) => id },
  { heading: "NAME", cell: ({ name }) => name },
  { heading: "ROLE", cell: ({ role, personal }) => (personal ? `${role}, personal` : role) },
  { heading: "MADE", cell: ({ madeAt, madeBy }) => `${localTime(madeAt)} by ${madeBy}` },
  { heading: "ENDS", cell: ({ endsAt }) => (endsAt === null ? "never" : localTime(endsAt)) },
  { heading: "USED", cell: ({ usedAt }) => (usedAt === null ? "never" : localTime(usedAt)) },
];

/** `busbar token list`: the tokens that nobody revoked. */
export function tokenList(context: CommandContext, { json }: JsonOption): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const tokens = await openCredentials(session, "token");
    if (json) for (const token of tokens) await output.json(viewCredential(token));
    else if ((await printTable(output, tokenColumns, tokens)) === 0)
      await output.line("No tokens. `busbar token add NAME` makes one.");
    return exitCode.good;
  });
}

/** `busbar token revoke`: ends a token. */
export function tokenRevoke(
  context: CommandContext,
  token: number,
  options: JsonOption & ActorOption,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const ended = await revokeToken(session, { token }, actorOf(options));
    if (options.json) await output.json(viewCredential(ended));
    else await output.line(`Token ${token} of ${visible(ended.name)} is revoked.`);
    return exitCode.good;
  });
}

/** `busbar user add`: lets somebody log in by the password on standard input. */
export async function userAdd(
  context: CommandContext,
  name: string,
  options: RightsOptions,
): Promise<ExitCode> {
  const { role, personal } = options;
  const password = await passwordFromInput();
  return withStore(context, async (session) => {
    await setPerson(session, { name, role, personal, password }, actorOf(options));
    await context.output.line(`${visible(name)} can log in, with the role ${role}.`);
    return exitCode.good;
  });
}

async function passwordFromInput(): Promise<string> {
  if (process.stdin.isTTY)
    throw new CommandFailure(
      "give the password on standard input, such as `busbar user add NAME <password.txt`; typed here it would be seen",
      exitCode.usage,
    );
  try {
    return (await fileBytes("-")).toString("utf8").replace(/\r?\n$/, "");
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new CommandFailure(`the password: ${error.message}`, exitCode.usage);
  }
}

const userColumns: readonly Column<LogInUser>[] = [
  { heading: "NAME", cell: ({ name }) => name },
  { heading: "ROLE", cell: ({ role, personal }) => (personal ? `${role}, personal` : role) },
  { heading: "SINCE", cell: ({ madeAt, madeBy }) => `${localTime(madeAt)} by ${madeBy}` },
];

/** `busbar user list`: who can log in by a password. */
export function userList(context: CommandContext, { json }: JsonOption): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const people = await peopleOf(session);
    if (json) for (const person of people) await output.json(viewPerson(person));
    else if ((await printTable(output, userColumns, people)) === 0)
      await output.line("Nobody. `busbar user add NAME <password.txt` lets somebody log in.");
    return exitCode.good;
  });
}

/** `busbar user remove`: lets somebody log in no more. */
export function userRemove(
  context: CommandContext,
  name: string,
  options: ActorOption,
): Promise<ExitCode> {
  return withStore(context, async (session) => {
    await removePerson(session, { name }, actorOf(options));
    await context.output.line(`${visible(name)} can log in no more.`);
    return exitCode.good;
  });
}

/** `busbar user link`: makes a link that logs in once. */
export function userLink(context: CommandContext, options: LinkOptions): Promise<ExitCode> {
  const { role, personal, json, name = actorOf(options) } = options;
  const { output, say } = context;
  return withStore(context, async (session) => {
    const given = { name, role, personal };
    const { credential, secret } = await addLoginLink(session, given, actorOf(options));
    if (json) await output.json({ ...viewCredential(credential), secret });
    else {
      await output.line(`${await addressOf(session)}/login?code=${secret}`);
      say("busbar: it logs in once, within ten minutes");
    }
    return exitCode.good;
  });
}

/** Where the daemon answers, as it says itself. */
async function addressOf(session: Session): Promise<string> {
  const address = await httpAddress(session);
  if (address !== null) return address;
  throw new CommandFailure(
    session.config.http === null
      ? "nothing is answered over HTTP: `http` in the configuration is false"
      : "no daemon answers over HTTP; `busbar run` starts one, and its log says why it does not",
  );
}
