import type { ReportOptions } from "./types.ts";

/** The address of a line of the code; undefined where the report knows of no place that shows it. */
export function sourceUrl(
  { sourceUrl: base }: Pick<ReportOptions, "sourceUrl">,
  file: string,
  line: number,
): string | undefined {
  // A path that leaves the folder has no address below it.
  if (base === undefined || file.split("/").includes("..")) return undefined;
  return `${base}/${encodePath(file)}#L${line}`;
}

/** A path as a part of an address. A lone surrogate, which no address can hold, becomes U+FFFD. */
export function encodePath(file: string): string {
  return file
    .split("/")
    .map((part) => encodeURIComponent(Buffer.from(part).toString()))
    .join("/");
}
