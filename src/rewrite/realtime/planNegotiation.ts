import type { NegotiationDetail } from "../../detect/realtime/sdk/remotePeers.ts";
import type { Node } from "../../syntax/node.ts";
import { textOf } from "../../syntax/sourceModule.ts";
import { at } from "../insertion.ts";
import { positionAt, shiftLines } from "../layout.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import { anyMark } from "./holder.ts";
import { listenerLines, logLine } from "./lines.ts";
import { detailOf, type SitePlanner } from "./planning.ts";

/** S12: a peer that joined tells when it can never be reached again. */
export const hearNegotiation: SitePlanner = (site, planning) => {
  const { fn } = detailOf<NegotiationDetail>(site);
  const { module, style } = planning;
  if (!fn || style.isEs5) return null;
  const remote = remoteName(fn.params[0] as Node | undefined);
  if (remote === null) return null;
  const { quote, unit, eol, semicolon } = style;
  const err = namesIn([fn]).has("err") ? freeName(["failure", "reason"], namesIn([fn])) : "err";
  const log = logLine(planning.loggerAt(fn), style, "metered-realtime cannot reach a peer any more", [
    `${remote}.id`,
  ]);
  const lines = listenerLines(
    remote,
    "on",
    "negotiation-error",
    (err === "err" ? "{ err }" : `{ err: ${err} }`) + anyMark(fn.params[0], module),
    [`if (${err}.name === ${quote}IceRestartExhaustedError${quote}) {`, unit + log, "}"],
    style,
  );
  const title = "listen for `negotiation-error`";
  if (fn.body.type === "BlockStatement") {
    const [first] = fn.body.body;
    if (!first) return null;
    const { base, startsLine } = positionAt(module, first.start ?? 0);
    if (!startsLine) return null;
    const text = lines.map((line, index) => (index === 0 ? line : base + line)).join(eol);
    return { edits: [at(first.start ?? 0, `${text}${eol}${base}`)], title, safety: "review" };
  }
  const body = fn.body;
  if (body.extra?.["parenthesized"] === true) return null;
  const { base } = positionAt(module, fn.start ?? 0);
  const inner = base + unit;
  const start = body.start ?? 0;
  const end = body.end ?? 0;
  // The listener's value goes nowhere, but an async one's promise is awaited in it.
  return {
    edits: [
      at(start, `{${eol}${lines.map((line) => inner + line + eol).join("")}${inner}`),
      ...(textOf(module, body).includes("\n") ? shiftLines(module, start, end, unit) : []),
      at(end, `${semicolon}${eol}${base}}`),
    ],
    replaced: [body],
    title,
    safety: "review",
  };
};

/** `({ peer: remote }) =>` gives `remote`, `(event) =>` gives `event.peer`. */
function remoteName(param: Node | undefined): string | null {
  if (param?.type === "Identifier") return `${param.name}.peer`;
  if (param?.type !== "ObjectPattern") return null;
  for (const property of param.properties)
    if (
      property.type === "ObjectProperty" &&
      property.key.type === "Identifier" &&
      property.key.name === "peer"
    )
      return property.value.type === "Identifier" ? property.value.name : null;
  return null;
}
