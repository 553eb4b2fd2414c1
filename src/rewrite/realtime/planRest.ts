import type { FetchForm } from "../../detect/realtime/sdk/fetchForm.ts";
import { unwrap, type Node } from "../../syntax/node.ts";
import { textOf } from "../../syntax/sourceModule.ts";
import { at } from "../insertion.ts";
import { detailOf, type SitePlanner } from "./planning.ts";
import { statusCheck } from "./statusCheck.ts";

/** T1: a refusal becomes an error before the body is read. */
export const checkStatus: SitePlanner = (site, planning) => {
  const { semicolon, isEs5 } = planning.style;
  if (isEs5) return null;
  const check = statusCheck(
    detailOf<FetchForm>(site),
    (answer) =>
      `if (!${answer}.ok) throw new Error(\`metered-realtime answered \${${answer}.status}\`)${semicolon}`,
    planning,
  );
  return check && { ...check, title: "check the status" };
};

/** T2: the part of a path is encoded. */
export const encodePart: SitePlanner = (site, { module }) => {
  const { part, template } = detailOf<{ readonly part: Node; readonly template: Node }>(site);
  if (unwrap(part) !== part || textOf(module, part).includes("\n")) return null;
  return {
    edits: [at(part.start ?? 0, "encodeURIComponent("), at(part.end ?? 0, ")")],
    replaced: [template],
    title: "encode the part of the path",
  };
};
