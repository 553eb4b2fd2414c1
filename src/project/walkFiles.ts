import { readdirSync, readFileSync, type Dirent } from "node:fs";
import ignore, { type Ignore } from "ignore";
import type { Listing } from "./types.ts";

const PACKAGES_OF_OTHERS = "node_modules bower_components jspm_packages .yarn";
const LEFT_BY_TOOLS =
  ".git .hg .svn coverage .next .nuxt .output .turbo .cache .vercel .svelte-kit .parcel-cache .serverless";
/** Folders that are never entered. */
const FOREIGN = new Set(`${PACKAGES_OF_OTHERS} ${LEFT_BY_TOOLS}`.split(" "));

interface Rules {
  /** Relative to the root, with a slash at its end; "" for the root. */
  readonly prefix: string;
  readonly matcher: Ignore;
}

/**
 * Files below `root`, relative to it, for trees that git cannot list. Honours each folder's .gitignore.
 * Symbolic links are not followed, as in git: so there are no loops, and no way out of the root.
 */
export function walkFiles(root: string): Listing {
  const files: string[] = [];
  const links: string[] = [];
  const pending: { readonly prefix: string; readonly rules: readonly Rules[] }[] = [
    { prefix: "", rules: [] },
  ];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const { prefix } = folder;
    const entries = entriesOf(`${root}/${prefix}`);
    let rules = folder.rules;
    if (entries.some((entry) => entry.name === ".gitignore" && entry.isFile())) {
      rules = [...rules, { prefix, matcher: readRules(`${root}/${prefix}.gitignore`) }];
    }
    for (const entry of entries) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        if (!FOREIGN.has(entry.name) && !isIgnored(`${path}/`, rules))
          pending.push({ prefix: `${path}/`, rules });
      } else if (entry.isFile() && !isIgnored(path, rules)) {
        files.push(path);
      } else if (entry.isSymbolicLink() && !FOREIGN.has(entry.name)) {
        links.push(path);
      }
    }
  }
  return { files, links };
}

function entriesOf(dir: string): Dirent[] {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch {
    return [];
  }
}

function readRules(file: string): Ignore {
  const matcher = ignore();
  try {
    matcher.add(readFileSync(file, "utf8"));
  } catch {
    // A .gitignore that cannot be read ignores nothing.
  }
  return matcher;
}

/** The nearest .gitignore that says anything about a path decides. */
function isIgnored(path: string, rules: readonly Rules[]): boolean {
  for (let at = rules.length - 1; at >= 0; at -= 1) {
    const rule = rules[at];
    if (rule === undefined) continue;
    const verdict = rule.matcher.test(path.slice(rule.prefix.length));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
