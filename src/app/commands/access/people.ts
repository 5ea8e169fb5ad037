import type { Rights } from "../../../core/access/access.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { whoAsks } from "../../asked/who-asks.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { passwordText } from "./password.ts";
import { nameGiven } from "./tokens.ts";

const shortest = 12;
const longest = 256;

/** Lets somebody log in by a password, or gives who can another password and other rights; their log-ins end. */
export async function setPerson(
  { store }: Pick<OpenInstallation, "store">,
  given: Rights & { readonly name: string; readonly password: string },
  by: string,
): Promise<void> {
  const { password, role, personal } = given;
  const name = nameGiven(given.name);
  if (password.length < shortest || password.length > longest)
    throw new RefusedError(
      "invalid",
      `A password has ${shortest} to ${longest} characters; choose another`,
      { about: "password" },
    );
  await store.access.setPerson({
    name,
    role,
    personal,
    password: await passwordText(password),
    by: whoAsks(by),
  });
}

/** Lets somebody log in no more; their log-ins end. Rejects with a refusal when there is nobody of that name. */
export async function removePerson(
  { store }: Pick<OpenInstallation, "store">,
  { name }: { readonly name: string },
  by: string,
): Promise<void> {
  if (!(await store.access.removePerson({ name, by: whoAsks(by) })))
    throw new RefusedError("not-found", `Nobody called ${name} can log in`, { about: name });
}
