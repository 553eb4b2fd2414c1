import { z } from "zod";
import { UserError } from "../../pipeline/userError.ts";
import { BACK_ENDS } from "../../model/banFlow.ts";
import { suggest } from "../nearest.ts";

const strings = (what: string) => z.array(z.string().min(1)).describe(what);

const ownFunction = (what: string) =>
  z
    .string()
    .regex(/^[^#\s]+#[\w$]+$/, "must be a module and one of its exports, like ./src/bans.ts#blockUser")
    .describe(`${what}, as module#export; paths are relative to this file`);

const banFlowSchema = z
  .strictObject({
    block: ownFunction("Keeps a user out: (userId) => Promise").optional(),
    isBlocked: ownFunction("Says whether a user is kept out: (userId) => Promise<boolean>").optional(),
    terminate: ownFunction("Terminates a user's connections, with retries: (userId) => Promise").optional(),
    unblock: ownFunction("Lets a user in again: (userId) => Promise").optional(),
    backEnd: z
      .enum(BACK_ENDS)
      .optional()
      .describe(
        "Where the scaffolded module keeps blocks and retries; default: by what the project depends on",
      ),
  })
  .refine(
    ({ block, isBlocked, terminate, unblock }) =>
      [block, isBlocked, terminate].every((one) => one !== undefined) ||
      [block, isBlocked, terminate, unblock].every((one) => one === undefined),
    "must name block, isBlocked and terminate, or none of them",
  )
  .describe("The project's own functions for ban flows, or the back end of the module that is scaffolded");

/** What a config file may say. The options of the command line win over it. */
export const configSchema = z.strictObject({
  $schema: z.string().optional().describe("Where editors find this schema"),
  packages: strings('Only these packages, for example ["pusher"]; all when left out').optional(),
  rules: strings('Only these rules, for example ["pusher/api-error"]; all when left out').optional(),
  safety: z
    .enum(["safe", "review"])
    .optional()
    .describe(
      "Which rewrites to apply: only those that keep behaviour (default), or also those that a person should read",
    ),
  onError: z
    .enum(["rethrow", "log"])
    .optional()
    .describe(
      "What an inserted catch does after logging, where the failure has somewhere to go (default: rethrow)",
    ),
  logger: z
    .string()
    .min(1)
    .optional()
    .describe(
      'What to log with, for example "logger.error"; default: what the file already uses, else console.error',
    ),
  errorCheck: z
    .enum(["auto", "instanceof", "name"])
    .optional()
    .describe("How the inserted catch recognises the package's error (default: auto)"),
  banFlow: banFlowSchema.optional(),
  failOn: z
    .enum(["error", "warning", "info", "never"])
    .optional()
    .describe("The lowest severity that makes exit code 1 (default: error)"),
  include: strings("Globs, relative to this file's folder: look only at these files").optional(),
  exclude: strings("Globs, relative to this file's folder: do not look at these files").optional(),
  prettier: z
    .boolean()
    .optional()
    .describe("Format the result where the original was formatted (default: true)"),
  baseline: z
    .string()
    .min(1)
    .optional()
    .describe("A file of known findings that do not fail the run, relative to this file"),
});

/** A config, checked. */
export type Config = z.infer<typeof configSchema>;

/**
 * Checks what a config file holds.
 * @throws {UserError} with one line for each mistake: what, where, how to mend it.
 */
export function parseConfig(value: unknown, file: string): Config {
  const result = configSchema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.flatMap((issue) => explainIssue(issue, value));
  throw new UserError(
    `${file} is not a valid config:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
  );
}

type Issue = z.core.$ZodIssue;

function explainIssue(issue: Issue, value: unknown): string[] {
  const where = issue.path.length === 0 ? "the config" : `"${issue.path.join(".")}"`;
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(configSchema.shape);
    return issue.keys.map(
      (key) => `"${key}" is not a field of the config${suggest(key, known)}; fields: ${known.join(", ")}`,
    );
  }
  const found = describe(
    issue.path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)[key], value),
  );
  if (issue.code === "invalid_value")
    return [`${where} must be one of ${issue.values.map(describe).join(", ")}, but is ${found}`];
  if (issue.code === "invalid_type") return [`${where} must be ${article(issue.expected)}, but is ${found}`];
  if (issue.code === "too_small") return [`${where} must not be empty`];
  return [`${where}: ${issue.message}`];
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "function") return "a function";
  return typeof value === "object" && value !== null ? "an object" : (JSON.stringify(value) ?? "undefined");
}

function article(type: string): string {
  if (type === "array") return "a list";
  return type === "object" ? "an object" : `a ${type}`;
}
