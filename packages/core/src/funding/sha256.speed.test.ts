import { expect, test } from "vitest";
import { sha256 } from "./sha256.ts";

test("a million letters take no long time: the third example of FIPS 180-2, B.3", () => {
  expect(sha256("a".repeat(1_000_000))).toBe(
    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
  );
});
