import type { Catalogue, FlowDefinition } from "../catalogue/definition.ts";
import { isCentral, mayBeCentral, roleName } from "../catalogue/role-name.ts";
import type { Envelope } from "../core/file/envelope.ts";
import type { Problem } from "../core/file/problem.ts";
import { printable } from "./printable.ts";
import { problem } from "./problem-log.ts";
import { formatOf } from "./recognise.ts";

/**
 * Roles of half-hourly settlement that took over from those that a letter is known for: their letters are
 * not published, and old ones are seen in their place.
 */
const successors: Readonly<Record<string, readonly string[]>> = {
  MPAS: ["MRS", "MPAS Agent"],
  MOP: ["SMEM", "AMEM"],
  NHHDC: ["SDSA"],
  HHDC: ["ADSA"],
  SVAA: ["MDDA"],
};

/**
 * Whether the sender's role sends the flow to the recipient's, by the catalogue's routes. Never an
 * error: letters of roles are given out in Market Domain Data, not in the catalogue, and are
 * incompletely known. A role that is not known may be any.
 */
export function checkRoute(envelope: Envelope, catalogue: Catalogue): Problem[] {
  if (!formatOf(envelope).lettersRoles) return [];
  const { from, to, flow, version } = envelope;
  const definition = catalogue.find(flow, version)?.definition ?? null;
  const route = `${from.role}>${to.role}`;
  if (definition !== null && found.get(definition)?.has(route)) return [];
  const problems = [
    ...unknownRole("fromRole", "From role", from.role),
    ...unknownRole("toRole", "To role", to.role),
  ];
  if (definition === null) return problems;
  const [sender, recipient] = [rolesOf(from.role), rolesOf(to.role)];
  if (!isRoute(definition, sender, recipient)) {
    const [one, other] = [named(from.role), named(to.role)];
    const value = `${from.role ?? ""} to ${to.role ?? ""}`;
    const say = `By the catalogue ${flow} does not go from ${one} to ${other}; ${whatWouldBeRight(definition, sender, one)}. It is taken all the same.`;
    return [...problems, problem("ROUTE", { line: 1, field: "fromRole", value }, say)];
  }
  if (problems.length === 0) remember(definition, route);
  return problems;
}

/** Routes between known letters that were found right, so that a file among many is not looked up again. */
const found = new WeakMap<FlowDefinition, Set<string>>();

function remember(definition: FlowDefinition, route: string): void {
  const routes = found.get(definition);
  if (routes === undefined) found.set(definition, new Set([route]));
  else routes.add(route);
}

function unknownRole(field: string, name: string, letter: string | null): Problem[] {
  if (letter === null || isCentral(letter) || roleName(letter) !== null) return [];
  return [
    problem(
      "UNKNOWN_ROLE",
      { line: 1, field, value: letter },
      `${name} "${printable(letter)}" stands for no role that is known; the file is taken, and its route checked as far as can be.`,
    ),
  ];
}

/** Whether a role of routes may be what a letter stands for. */
type MayBe = (role: string) => boolean;

/** Roles that took over from agents, of whom there are many: none of them is central. */
const agents: ReadonlySet<string> = new Set(
  ["MOP", "NHHDC", "HHDC"].flatMap((old) => successors[old] ?? []),
);

/** The roles that a letter may stand for; null: any. */
function rolesOf(letter: string | null): MayBe | null {
  if (letter === null) return null;
  if (isCentral(letter)) return (role) => mayBeCentral(role) && !agents.has(role);
  const name = roleName(letter);
  if (name === null) return null;
  const roles = [name, ...(successors[name] ?? [])];
  return (role) => roles.includes(role);
}

function isRoute(
  { routes }: FlowDefinition,
  sender: MayBe | null,
  recipient: MayBe | null,
): boolean {
  const isIn = (mayBe: MayBe | null, role: string) => mayBe?.(role) ?? true;
  return (
    routes.length === 0 || routes.some(([from, to]) => isIn(sender, from) && isIn(recipient, to))
  );
}

function named(letter: string | null): string {
  if (letter !== null && isCentral(letter)) return `a central body (${letter})`;
  const name = letter === null ? null : roleName(letter);
  return name === null ? `role ${printable(letter ?? "?")}` : `${name} (${letter})`;
}

function whatWouldBeRight({ routes }: FlowDefinition, sender: MayBe | null, name: string): string {
  const recipients = routes.filter(([from]) => sender?.(from) === true).map(([, to]) => to);
  if (recipients.length > 0) return `from ${name} it goes to ${listed(recipients)}`;
  return `it is sent by ${listed(routes.map(([from]) => from))}`;
}

function listed(roles: readonly string[]): string {
  return [...new Set(roles)].join(", ");
}
