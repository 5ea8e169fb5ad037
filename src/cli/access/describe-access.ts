import { type Command, Option } from "commander";
import { auditOutcomes, type Role, roles } from "../../core/access/access.ts";
import { momentFrom } from "../moment.ts";
import {
  actorOption,
  afterOption,
  jsonOption,
  limitOption,
  type RunCommand,
  wholeNumber,
  withExample,
} from "../words.ts";
import type { LinkOptions, RightsOptions, TokenAddOptions } from "./access.ts";
import type { AuditListOptions } from "./audit-list.ts";

/** Adds `token`, `user` and `audit`: who may ask over HTTP, and what was asked. */
export function describeAccess(program: Command, run: RunCommand): void {
  describeTokens(program, run);
  describeUsers(program, run);
  describeAudit(program, run);
}

function describeAudit(program: Command, run: RunCommand): void {
  const moment = (flags: string, about: string, end: "start" | "end") =>
    new Option(flags, about).argParser((text: string) => momentFrom(text, end));
  withExample(
    program.command("audit"),
    "busbar audit --since 2026-03-02",
    "busbar audit --actor olga --outcome refused",
  )
    .description(
      "what was asked over HTTP that changes something, by whom and why, and what was refused",
    )
    .option("--actor <name>", "only what this person or program asked")
    .addOption(new Option("--outcome <outcome>", "only what ended so").choices(auditOutcomes))
    .addOption(
      moment("--since <moment>", "only what was asked since then, e.g. 2026-03-02", "start"),
    )
    .addOption(moment("--until <moment>", "only what was asked by then", "end"))
    .addOption(limitOption("entries, the newest"))
    .addOption(afterOption())
    .addOption(jsonOption())
    .action((options: AuditListOptions) =>
      run(async (context) => (await import("./audit-list.ts")).auditList(context, options)),
    );
}

function describeTokens(program: Command, run: RunCommand): void {
  const token = withExample(
    program.command("token"),
    "busbar token add nightly-report --role viewer --days 365",
  ).description("tokens of programs that ask over HTTP");

  withRights(
    withExample(
      token.command("add <name>"),
      "busbar token add nightly-report --role viewer --days 365",
    ).description("make a token; its secret is printed this once"),
    "viewer",
  )
    .addOption(
      new Option("--days <number>", "it ends after so many days (default: never)").argParser(
        wholeNumber,
      ),
    )
    .addOption(jsonOption())
    .action((name: string, options: TokenAddOptions) =>
      run(async (context) => (await import("./access.ts")).tokenAdd(context, name, options)),
    );

  withExample(token.command("list"), "busbar token list")
    .description("the tokens that nobody revoked")
    .addOption(jsonOption())
    .action((options) =>
      run(async (context) => (await import("./access.ts")).tokenList(context, options)),
    );

  withExample(token.command("revoke"), "busbar token revoke 3")
    .description("end a token")
    .argument("<number>", "number of the token", wholeNumber)
    .addOption(actorOption())
    .addOption(jsonOption())
    .action((number: number, options) =>
      run(async (context) => (await import("./access.ts")).tokenRevoke(context, number, options)),
    );
}

function describeUsers(program: Command, run: RunCommand): void {
  const user = withExample(
    program.command("user"),
    "busbar user add olga --role operator --personal <password.txt",
  ).description("people who log in over HTTP");

  withRights(
    withExample(
      user.command("add <name>"),
      "busbar user add olga --role operator --personal <password.txt",
    ).description(
      "let somebody log in by the password on standard input, or give who can another one",
    ),
    "viewer",
  ).action((name: string, options: RightsOptions) =>
    run(async (context) => (await import("./access.ts")).userAdd(context, name, options)),
  );

  withExample(user.command("list"), "busbar user list")
    .description("who can log in")
    .addOption(jsonOption())
    .action((options) =>
      run(async (context) => (await import("./access.ts")).userList(context, options)),
    );

  withExample(user.command("remove <name>"), "busbar user remove olga")
    .description("let somebody log in no more; open log-ins end")
    .addOption(actorOption())
    .action((name: string, options) =>
      run(async (context) => (await import("./access.ts")).userRemove(context, name, options)),
    );

  withRights(
    withExample(user.command("link"), "busbar user link")
      .description("make a link that logs in once within ten minutes")
      .option("--name <name>", "who logs in by it (default: your login name)"),
    "admin",
  )
    .addOption(jsonOption())
    .action((options: LinkOptions) =>
      run(async (context) => (await import("./access.ts")).userLink(context, options)),
    );
}

function withRights(command: Command, usual: Role): Command {
  return command
    .addOption(
      new Option("--role <role>", "what they may do: each includes the one before")
        .choices(roles)
        .default(usual),
    )
    .option("--personal", "they may see personal data", false)
    .addOption(actorOption());
}
