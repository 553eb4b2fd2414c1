/** What `sadpath init` writes: every field with its default, commented out. */
export const CONFIG_TEMPLATE = `// Configuration of sadpath. Comments and trailing commas are allowed; every field is optional.
// What you give on the command line wins over what stands here.
{
  "$schema": "./node_modules/sadpath/schemas/config.schema.json",

  // Only these packages or rules; all when left out. \`sadpath list\` shows what there is.
  // "packages": ["pusher"],
  // "rules": ["pusher/api-error"],

  // "safe": only rewrites that keep behaviour. "review": also those that a person should read.
  "safety": "safe",

  // What an inserted catch does after logging, where the failure has somewhere to go: "rethrow" or "log".
  "onError": "rethrow",

  // What to log with. Left out: the logger that the file already uses, else console.error.
  // "logger": "logger.error",

  // How the catch recognises the package's error: "auto", "instanceof" or "name".
  "errorCheck": "auto",

  // What ban flows call: the project's own functions, or else where the scaffolded module keeps its retries
  // ("outbox", "bullmq", "in-process"; left out: by what the project depends on).
  // "banFlow": { "block": "./src/bans.ts#block", "isBlocked": "./src/bans.ts#isBlocked", "terminate": "./src/bans.ts#terminate" },
  // "banFlow": { "backEnd": "bullmq" },

  // The lowest severity that makes the exit code 1: "error", "warning", "info" or "never".
  "failOn": "error",

  // Globs, relative to this file.
  // "include": ["src/**"],
  // "exclude": ["**/legacy/**"],

  // Format the result with the project's Prettier, where the original was formatted with it.
  "prettier": true,

  // Known findings that do not fail the run; written by \`sadpath scan --update-baseline\`.
  // "baseline": "sadpath-baseline.json",
}
`;
