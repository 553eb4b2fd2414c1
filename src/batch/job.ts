import { z } from "zod";
import { analysisOptionsSchema } from "./options.ts";

/** One repository to be analysed, as it is handed to a child process or another machine: plain data. */
export const analysisJobSchema = z.strictObject({
  /** The hash of all that the result depends on: the same key, the same result. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  source: z.strictObject({
    kind: z.enum(["path", "url"]),
    location: z.string(),
    ref: z.string().optional(),
  }),
  paths: z.array(z.string()),
  options: analysisOptionsSchema,
  verify: z.string().optional(),
  trustRepoConfig: z.boolean(),
  timeoutSeconds: z.number().positive(),
});
export type AnalysisJob = z.infer<typeof analysisJobSchema>;

const counts = z.object({ error: z.number(), warning: z.number(), info: z.number() });

/** What the summary tells of a repository. */
export const tallySchema = z.object({
  filesScanned: z.number(),
  callSites: z.number(),
  findings: counts,
  fixable: z.object({ safe: z.number(), review: z.number(), manual: z.number() }),
  /** Files that a patch changes. */
  changed: z.number(),
  /** Files that could not be analysed. */
  failed: z.number(),
  added: z.number(),
  removed: z.number(),
});
export type Tally = z.infer<typeof tallySchema>;

/** File name → text. */
const artefactsSchema = z.record(z.string().regex(/^[a-z]+(?:\.[a-z]+)+$/), z.string());
export type Artefacts = z.infer<typeof artefactsSchema>;

/** Why a job failed. */
const failureSchema = z.object({
  status: z.literal("failed"),
  /** `start`, `clone`, `analyse`, `verify`, `push`, `pull request`, `timeout`, `crash`, … */
  stage: z.string(),
  /** One line, without credentials. */
  reason: z.string(),
  /** Whether another try may go better: a lost connection, not a wrong address. */
  isTransient: z.boolean(),
  artefacts: artefactsSchema,
});
export type Failure = z.infer<typeof failureSchema>;

const analysedSchema = z.object({
  status: z.literal("done"),
  /** The commit that was analysed. */
  commit: z.string(),
  tally: tallySchema,
  milliseconds: z.number(),
  artefacts: artefactsSchema,
});
export type Analysed = z.infer<typeof analysedSchema>;

/** How an analysis ended. */
export const analysisOutcomeSchema = z.discriminatedUnion("status", [analysedSchema, failureSchema]);
export type AnalysisOutcome = z.infer<typeof analysisOutcomeSchema>;

/** What is committed and pushed for one repository, once its patch is known. */
export interface PublishJob {
  readonly name: string;
  readonly source: AnalysisJob["source"];
  /** The commit that the patch was made for. */
  readonly base: string;
  readonly patch: string;
  readonly branch: string;
  readonly message: string;
  /** `Name <address>`; git's own configuration where it is not set. */
  readonly author?: string;
  /** Without it the commit is only made, and handed back as a patch for `git am`. */
  readonly push: boolean;
  readonly timeoutSeconds: number;
}

/** How publishing ended. */
export type PublishOutcome =
  | {
      readonly status: "done";
      /** The commit on the branch. */
      readonly commit: string;
      /** False where the branch had it already. */
      readonly pushed: boolean;
      /** The branch that a pull request goes to; undefined where the remote's default is unknown. */
      readonly baseBranch?: string;
      readonly artefacts: Artefacts;
    }
  /** The base has a new commit: the patch must be made again. */
  | { readonly status: "moved" }
  | Failure;

/** A failure, as a value. */
export function failure(
  stage: string,
  reason: string,
  isTransient = false,
  artefacts: Artefacts = {},
): Failure {
  return { status: "failed", stage, reason, isTransient, artefacts };
}
