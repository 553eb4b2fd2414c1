import path from "node:path";

/** A path with forward slashes, whatever the platform writes. */
export function toPosix(file: string): string {
  return path.sep === "\\" ? file.replaceAll("\\", "/") : file;
}

/** An absolute, normalised path with forward slashes and no slash at its end. */
export function toAbsolute(file: string, base: string = process.cwd()): string {
  return toPosix(path.resolve(base, file));
}

/** The folder of a path; the file system's root is its own folder. */
export function dirOf(file: string): string {
  const slash = file.lastIndexOf("/");
  if (slash < 0) return file;
  if (slash === 0) return "/";
  // "C:/x" lies in "C:/", not in "C:"
  if (slash === 2 && file[1] === ":") return file.slice(0, 3);
  return file.slice(0, slash);
}

/** The last segment of a path. */
export function baseOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

/** Joins a folder and a relative path, resolving "." and "..". An absolute `relative` replaces the folder. */
export function joinPath(dir: string, relative: string): string {
  if (isAbsolutePath(relative)) return path.posix.normalize(relative);
  const joined = path.posix.join(dir, relative);
  return joined.length > 1 && joined.endsWith("/") ? joined.slice(0, -1) : joined;
}

/** True for "/x" and "C:/x". */
function isAbsolutePath(file: string): boolean {
  return file.startsWith("/") || /^[A-Za-z]:\//.test(file);
}

/** True when `file` is `dir` or lies below it. */
export function isWithin(file: string, dir: string): boolean {
  if (file === dir) return true;
  return file.startsWith(dir.endsWith("/") ? dir : `${dir}/`);
}

/** `file` relative to `dir`, which must contain it. */
export function relativeTo(file: string, dir: string): string {
  return file.slice(dir.endsWith("/") ? dir.length : dir.length + 1);
}
