import { readOwnManifest, type OwnManifest } from "./version.ts";

/**
 * Where the rule pages of this version are, for `RunResult.rulePages`: the one place that knows.
 * Below `homepage` or `repository` of package.json; empty while it names neither.
 */
export function rulePagesAddress(manifest: OwnManifest = readOwnManifest()): { readonly rulePages?: string } {
  const { homepage, repository, version } = manifest;
  const address = typeof repository === "string" ? repository : repository?.url;
  const page = webAddress(address) ?? webAddress(homepage);
  return page === undefined ? {} : { rulePages: `${page}/blob/v${version}/docs/rules` };
}

/** `git+https://host/o/r.git#readme` as a browser knows it. */
function webAddress(address: string | undefined): string | undefined {
  const match = /^(?:git\+)?(https:\/\/[^#?]+?)(?:\.git)?\/?(?:[#?].*)?$/.exec(address ?? "");
  return match?.[1];
}
