import { readFile } from "node:fs/promises";
import { dirname, extname, isAbsolute } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { codeOf, messageOf, UserError } from "../pipeline/userError.ts";
import { entryOptionsSchema, type EntryOptions } from "./options.ts";
import { parseSource, type Source } from "./source.ts";

/** One repository of a manifest. */
export interface ManifestEntry {
  readonly source: Source;
  /** The name for logs and the folder of its artefacts; made from the source where it is not set. */
  readonly name?: string;
  /** Folders or files of the repository, relative to its top; all of it where empty. */
  readonly paths: readonly string[];
  /** `owner/name` on GitHub, where the source does not say it. */
  readonly github?: string;
  readonly options: EntryOptions;
}

/** A manifest, checked. */
export interface Manifest {
  readonly options: EntryOptions;
  readonly entries: readonly ManifestEntry[];
}

const isInnerPath = (path: string): boolean =>
  !isAbsolute(path) && !path.startsWith("-") && !path.split(/[\\/]/).includes("..");

const detailedEntry = z.strictObject({
  url: z.string().min(1).optional(),
  path: z.string().min(1).optional(),
  ref: z.string().min(1).optional(),
  name: z
    .string()
    .regex(
      /^[\p{L}\p{N}][\p{L}\p{N}._ /@-]*$/u,
      "must begin with a letter or digit, and hold only those and ._/@-",
    )
    .optional(),
  paths: z.array(z.string().min(1).refine(isInnerPath, "must lie inside of the repository")).optional(),
  github: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/, "must be owner/name")
    .optional(),
  options: entryOptionsSchema.optional(),
});
const entrySchema = z.union([z.string().min(1), detailedEntry]);
const manifestSchema = z.union([
  z.array(entrySchema).transform((repositories) => ({ repositories, options: {} as EntryOptions })),
  z.strictObject({ options: entryOptionsSchema.default({}), repositories: z.array(entrySchema) }),
]);

/** Reads a manifest: YAML, JSON, or (with any other extension) a plain list. @throws {UserError} what, where, how to mend. */
export async function readManifest(file: string): Promise<Manifest> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new UserError(
      codeOf(error) === "ENOENT" ? `there is no manifest ${file}` : `${file}: ${messageOf(error)}`,
    );
  });
  return parseManifest(text, file);
}

/** As `readManifest`, of a text; paths are relative to the file's folder. */
export function parseManifest(text: string, file: string): Manifest {
  const isData = [".yaml", ".yml", ".json"].includes(extname(file).toLowerCase());
  const manifest = isData ? parseData(text, file) : parseList(text, file);
  if (manifest.entries.length === 0) throw new UserError(`${file} names no repository`);
  return manifest;
}

function parseList(text: string, file: string): Manifest {
  const entries = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trim(), where: `${file}:${index + 1}` }))
    .filter(({ line }) => line !== "" && !line.startsWith("#"))
    .map(({ line, where }): ManifestEntry => ({
      source: parseSource(line, dirname(file), where),
      paths: [],
      options: {},
    }));
  return { options: {}, entries };
}

function parseData(text: string, file: string): Manifest {
  const lines = new LineCounter();
  // JSON is YAML, so one parser gives lines and columns for both.
  const document = parseDocument(text.replace(/^\uFEFF/, ""), { lineCounter: lines, prettyErrors: false });
  const [mistake] = document.errors;
  if (mistake !== undefined) {
    const { line, col } = lines.linePos(mistake.pos[0]);
    throw new UserError(`${file}:${line}:${col}: ${mistake.message}`);
  }
  const checked = manifestSchema.safeParse(toPlain(document, file));
  if (!checked.success) throw new UserError(explain(file, checked.error));
  const entries = checked.data.repositories.map((entry, index) =>
    toEntry(typeof entry === "string" ? { url: entry } : entry, file, index),
  );
  return { options: checked.data.options, entries };
}

/** Aliases may multiply a small text into a huge value; yaml refuses that by throwing. */
function toPlain(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new UserError(`${file}: ${messageOf(error)}`);
  }
}

function toEntry(entry: z.infer<typeof detailedEntry>, file: string, index: number): ManifestEntry {
  const where = `${file}, repositories[${index}]`;
  const text = entry.url ?? entry.path;
  if (text === undefined || (entry.url !== undefined && entry.path !== undefined))
    throw new UserError(`${where}: give either "url" or "path"`);
  const source = parseSource(entry.ref === undefined ? text : `${text}#${entry.ref}`, dirname(file), where);
  return {
    source,
    ...(entry.name === undefined ? {} : { name: entry.name }),
    ...(entry.github === undefined ? {} : { github: entry.github }),
    paths: entry.paths ?? [],
    options: entry.options ?? {},
  };
}

/** One line for each mistake, at its place. */
function explain(file: string, error: z.ZodError): string {
  const lines = new Set(error.issues.flatMap((issue) => explainIssue(issue, [])));
  return [`${file} is not a valid manifest:`, ...[...lines].slice(0, 10).map((line) => `  - ${line}`)].join(
    "\n",
  );
}

function explainIssue(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): string[] {
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_union") {
    // The branch that came furthest is the one that was meant.
    const meant = issue.errors.toSorted((a, b) => depthOf(b) - depthOf(a))[0] ?? [];
    return meant.flatMap((inner) => explainIssue(inner, path));
  }
  const where = path.length === 0 ? "the manifest" : `"${path.join(".")}"`;
  return [`${where}: ${issue.message}`];
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  const isWrongShape = issues.some(({ code, path }) => code === "invalid_type" && path.length === 0);
  return isWrongShape ? -1 : Math.max(0, ...issues.map(({ path }) => path.length));
}
