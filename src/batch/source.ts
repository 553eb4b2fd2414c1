import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { UserError } from "../pipeline/userError.ts";

/** Where a repository is fetched from: a folder on this machine, or a URL of one allowed transport. */
export interface Source {
  readonly kind: "path" | "url";
  /** An absolute path, or the URL as it was given. May hold credentials: print `shownSource` instead. */
  readonly location: string;
  /** A branch, a tag or a commit; the remote's default branch where it is not set. */
  readonly ref?: string;
}

/** Git's name of the one transport that a source needs (`protocol.<name>.allow`). */
export type Transport = "file" | "https" | "http" | "ssh" | "git";

const URL_START = /^([a-z][a-z0-9+.-]*):\/\//i;
const SCP_LIKE = /^([^@\s/:]+)@([^@\s/:]+):(?!\/\/)(.+)$/;
const TRANSPORTS: readonly string[] = ["https", "http", "ssh", "git"];

/**
 * Reads `<path or URL>[#ref]`.
 * @param folder paths are relative to it.
 * @param where begins the error: manifest and line.
 * @throws {UserError} for transports that run programs (`ext::`), and for whatever git could take for an option.
 */
export function parseSource(text: string, folder: string, where: string): Source {
  const fail = (problem: string): never => {
    throw new UserError(`${where}: ${problem}`);
  };
  if (/\p{Cc}/u.test(text)) return fail("control characters are not allowed in a repository's name");
  if (text.startsWith("-")) return fail(`"${redact(text)}" looks like an option, not like a repository`);
  const { location, ref } = splitRef(text, folder);
  if (ref !== undefined && !isSafeRef(ref)) return fail(`"${ref}" is not a branch, tag or commit`);
  const named = ref === undefined ? {} : { ref };

  // `<helper>::<address>` makes git run the program git-remote-<helper>.
  if (/^[a-z0-9+.-]+::/i.test(location))
    return fail(`the transport "${location.split("::")[0] ?? ""}::" is not allowed; use https or ssh`);
  const scheme = URL_START.exec(location)?.[1]?.toLowerCase();
  if (scheme === "file") return fail("file:// is not allowed; write the path itself");
  if (scheme !== undefined) {
    if (!TRANSPORTS.includes(scheme))
      return fail(`the transport "${scheme}://" is not allowed; use https or ssh`);
    const url = URL.canParse(location) ? new URL(location) : undefined;
    if (url === undefined || url.hostname === "" || isOptionLike(url.hostname) || /\s/.test(location))
      return fail(`"${redact(location)}" is not a valid URL`);
    return { kind: "url", location, ...named };
  }
  const scp = SCP_LIKE.exec(location);
  if (scp !== null) {
    const [, user = "", host = "", path = ""] = scp;
    if ([user, host, path].some(isOptionLike)) return fail(`"${location}" looks like an option`);
    return { kind: "url", location, ...named };
  }
  if (location === "") return fail("a repository is a path or a URL; this entry is empty");
  return { kind: "path", location: resolve(folder, location), ...named };
}

/** The transport that git needs for a source. */
export function transportOf({ kind, location }: Source): Transport {
  if (kind === "path") return "file";
  return (URL_START.exec(location)?.[1]?.toLowerCase() ?? "ssh") as Transport;
}

/** What identifies the repository: the same for every spelling, and without credentials. */
export function identityOf({ kind, location }: Source): string {
  if (kind === "path") return location;
  const scp = SCP_LIKE.exec(location);
  const { host, path } =
    scp === null
      ? { host: new URL(location).host, path: new URL(location).pathname }
      : { host: scp[2] ?? "", path: scp[3] ?? "" };
  return `${host.toLowerCase()}/${path
    .replace(/^\/+/, "")
    .replace(/\/+$/, "")
    .replace(/\.git$/, "")}`;
}

/** Owner and name, the last two parts of the address; of a path, its last part. */
export function partsOf(source: Source): readonly string[] {
  if (source.kind === "path") return [basename(source.location).replace(/\.git$/, "")];
  return identityOf(source).split("/").slice(1).slice(-2);
}

/** A source for logs and reports: without credentials. */
export function shownSource({ kind, location, ref }: Source): string {
  return `${kind === "path" ? location : redact(location)}${ref === undefined ? "" : `#${ref}`}`;
}

/** Whether a URL carries a password or a token. */
export function hasCredentials({ kind, location }: Source): boolean {
  return kind === "url" && redact(location) !== location;
}

/** Text without the user information of the URLs in it. `ssh://git@host` keeps its user, which is no secret. */
export function redact(text: string): string {
  return text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)([^/@\s"']*)@/gi, (match, scheme: string, user: string) =>
    scheme.toLowerCase() === "ssh://" && !user.includes(":") ? match : `${scheme}***@`,
  );
}

/** What may stand for a branch: git's own rules (git-check-ref-format), and nothing that it could take for an option. */
export function isSafeRef(ref: string): boolean {
  if (!/^[^\p{Cc}\s~^:?*[\\-][^\p{Cc}\s~^:?*[\\]*$/u.test(ref)) return false;
  return !/\.\.|@\{|\/\/|\.lock(?:\/|$)|(?:^|\/)\.|[./]$|^\/|^@$/.test(ref);
}

function isOptionLike(word: string): boolean {
  return word.startsWith("-");
}

/** A path may hold a `#` of its own: what exists as a whole has no ref. */
function splitRef(text: string, folder: string): { location: string; ref?: string } {
  const at = text.lastIndexOf("#");
  if (at < 0 || (!URL_START.test(text) && existsSync(resolve(folder, text)))) return { location: text };
  return { location: text.slice(0, at), ref: text.slice(at + 1) };
}
