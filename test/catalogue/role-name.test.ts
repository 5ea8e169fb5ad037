import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { roleName } from "../../src/catalogue/role-name.ts";
import { allFlows } from "./whole-catalogue.ts";

describe("a role letter", () => {
  test("stands for the role as routes name it", () => {
    expect(roleName("X")).toBe("Supplier");
    expect(roleName("D")).toBe("NHHDC");
  });

  test("that nobody knows stands for none", () => {
    for (const letter of ["Q", "", "constructor"]) expect(roleName(letter)).toBeNull();
  });

  test("never stands for a role that no route has", () => {
    const file = new URL("../../src/catalogue/dtc/roles.json", import.meta.url);
    const letters = Object.keys(JSON.parse(readFileSync(file, "utf8")));
    const roles = new Set(allFlows().flatMap((one) => one.routes.flat()));
    expect(letters).toHaveLength(15);
    for (const letter of letters) expect(roles).toContain(roleName(letter));
  });
});
