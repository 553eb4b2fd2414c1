import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { format } from "prettier";
import { expect, test } from "vitest";
import { z } from "zod";
import { parseJsonc } from "../../src/cli/config/jsonc.ts";
import { configSchema, parseConfig } from "../../src/cli/config/schema.ts";
import { CONFIG_TEMPLATE } from "../../src/cli/config/template.ts";

const FILE = "../../schemas/config.schema.json";

/** Whether the code takes a config. */
const isValid = (config: unknown): boolean => {
  try {
    parseConfig(config, "x");
    return true;
  } catch {
    return false;
  }
};

/** `npm run schemas` is this test with -u: it writes the file anew. */
test("schemas/config.schema.json is what the config's code says", async () => {
  const { $schema, ...rest } = z.toJSONSchema(configSchema);
  const schema = {
    $schema,
    $id: "https://unpkg.com/sadpath/schemas/config.schema.json",
    title: "sadpath config",
    description:
      "sadpath.config.json, or the sadpath key of package.json. Comments and trailing commas are allowed.",
    ...rest,
  };
  await expect(await format(JSON.stringify(schema), { parser: "json", printWidth: 110 })).toMatchFileSnapshot(
    FILE,
  );
});

test("the schema and the code agree on what a config is", () => {
  const schema = JSON.parse(readFileSync(new URL(FILE, import.meta.url), "utf8")) as object;
  const validate = new Ajv2020({ strict: true }).compile(schema);
  const configs: [config: unknown, isGood: boolean][] = [
    [{}, true],
    [
      { safety: "review", rules: ["pusher/api-error"], failOn: "never", prettier: false, baseline: "b.json" },
      true,
    ],
    [{ safety: "manual" }, false],
    [{ rules: "pusher/api-error" }, false],
    [{ logger: "" }, false],
    [{ unknown: 1 }, false],
    [[], false],
  ];
  expect(configs.map(([config]) => [validate(config), isValid(config)])).toEqual(
    configs.map(([, isGood]) => [isGood, isGood]),
  );
});

test("what init writes is a valid config, and stays one with every comment taken away", () => {
  expect(() => parseConfig(parseJsonc(CONFIG_TEMPLATE, "x"), "x")).not.toThrow();
  const all = parseConfig(parseJsonc(CONFIG_TEMPLATE.replace(/^ {2}\/\/ (?="\w+": .*,$)/gm, "  "), "x"), "x");
  expect(Object.keys(all).toSorted()).toEqual(Object.keys(configSchema.shape).toSorted());
});
