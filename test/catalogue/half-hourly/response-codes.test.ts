import { expect, test } from "vitest";
import {
  halfHourlyResponseCodes,
  responseMeaning,
} from "../../../src/catalogue/half-hourly/response-codes.ts";

test("every response code is of a known kind and has a sentence of its own", () => {
  for (const [code, meaning] of Object.entries(halfHourlyResponseCodes)) {
    expect(code).toMatch(/^(?:(?:MSG|RCP|REG|ECS)\d{4}|(?:SP|DS)\d{3})$/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  }
  expect(responseMeaning("SP011")).toBe("The notice is too short.");
  expect(responseMeaning("REG1101")).toBeNull();
  expect(responseMeaning("toString")).toBeNull();
});
