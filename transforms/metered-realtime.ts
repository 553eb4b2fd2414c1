import type { API, FileInfo, Options } from "jscodeshift";
import { transformFile } from "../src/transform/transformFile.ts";

/** The parser that jscodeshift would use; the transform parses by itself, with the same parser. */
export const parser = "tsx";

/**
 * jscodeshift transform: handles the failures of `metered-realtime` calls, as far as one file tells.
 * Options: `--safety=review`, `--onError=log`, `--logger=<expression>`, `--errorCheck=name`.
 * @throws {SyntaxProblem} where the file cannot be parsed; the runner reports it.
 */
export default function transform(file: FileInfo, api: API, options: Options): string | null {
  const { logger } = options as { logger?: unknown };
  const source = transformFile(file.source, file.path, {
    contract: "metered-realtime",
    safety: options["safety"] === "review" ? "review" : "safe",
    onError: options["onError"] === "log" ? "log" : "rethrow",
    logger: typeof logger === "string" ? logger : undefined,
    errorCheck:
      options["errorCheck"] === "name" || options["errorCheck"] === "instanceof"
        ? options["errorCheck"]
        : "auto",
  });
  if (source !== null) api.stats("rewritten");
  return source;
}
