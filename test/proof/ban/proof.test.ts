import fs from "node:fs";
import { expect, test } from "vitest";
import { hasRedis } from "./redisServer.ts";
import { documentFile, measuredDocument } from "./writeDocument.ts";

const why = hasRedis
  ? ""
  : " (skipped: there is no redis-server to measure BullMQ with; Debian: apt-get install redis-server)";

test.skipIf(!hasRedis)(`docs/proof-ban.md says what is measured${why}`, { timeout: 180_000 }, async () => {
  expect(await measuredDocument()).toBe(fs.readFileSync(documentFile, "utf8"));
});
