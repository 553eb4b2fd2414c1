import { z } from "zod";

/** What the pipeline is asked to do in one repository: the fields of a run that are plain data. */
export const analysisOptionsSchema = z.strictObject({
  packages: z.array(z.string().min(1)).optional(),
  rules: z.array(z.string().min(1)).optional(),
  safety: z.enum(["safe", "review"]).optional(),
  onError: z.enum(["rethrow", "log"]).optional(),
  logger: z
    .string()
    .regex(/^[^\n\r;]*[^\s;][^\n\r;]*$/, "must be one expression, such as logger.error")
    .optional(),
  errorCheck: z.enum(["auto", "instanceof", "name"]).optional(),
  include: z.array(z.string().min(1)).optional(),
  exclude: z.array(z.string().min(1)).optional(),
  prettier: z.boolean().optional(),
  typecheck: z.boolean().optional(),
});

/** The commit that a job makes. */
const commitSchema = z.strictObject({
  /** May hold placeholders: see docs/batch.md. */
  message: z.string().min(1).optional(),
  author: z
    .string()
    .regex(/^[^<>\n]*[^<>\s][^<>\n]* <[^<>\s]+@[^<>\s]+>$/, 'must be "Name <address>"')
    .optional(),
});

/** The pull request that a job opens or updates. */
const pullRequestSchema = z.strictObject({
  title: z.string().min(1).optional(),
  body: z.string().min(1).optional(),
  draft: z.boolean().optional(),
  base: z.string().min(1).optional(),
  labels: z.array(z.string().min(1)).optional(),
  reviewers: z.array(z.string().min(1)).optional(),
  teamReviewers: z.array(z.string().min(1)).optional(),
});

/** All that may be said for one entry, or for all of them. */
export const entryOptionsSchema = analysisOptionsSchema.extend({
  verify: z.string().min(1).optional(),
  branch: z.string().min(1).optional(),
  commit: commitSchema.optional(),
  pr: pullRequestSchema.optional(),
});

export type AnalysisOptions = z.infer<typeof analysisOptionsSchema>;
export type EntryOptions = z.infer<typeof entryOptionsSchema>;

/** Merges options; later ones win, `commit` and `pr` field by field. */
export function mergeOptions(...layers: readonly EntryOptions[]): EntryOptions {
  return layers.reduce<EntryOptions>(
    (merged, layer) => ({
      ...merged,
      ...layer,
      ...(merged.commit || layer.commit ? { commit: { ...merged.commit, ...layer.commit } } : {}),
      ...(merged.pr || layer.pr ? { pr: { ...merged.pr, ...layer.pr } } : {}),
    }),
    {},
  );
}

/** The part of the options that the analysis depends on. */
export function analysisPart(options: EntryOptions): AnalysisOptions {
  const { verify: _verify, branch: _branch, commit: _commit, pr: _pr, ...analysis } = options;
  return analysis;
}
