import type * as t from "@babel/types";
import type { ProviderDetail } from "../../detect/realtime/sdk/tokenProviders.ts";
import { keyName, unwrap, type FunctionNode, type Node } from "../../syntax/node.ts";
import { functionAround, textOf, walk, type SourceModule } from "../../syntax/sourceModule.ts";
import type { Edit } from "../../model/edit.ts";
import { at, bodySpan } from "../insertion.ts";
import { positionAt } from "../layout.ts";
import { freeName, namesIn } from "../pipes/pipeNames.ts";
import { rewritten } from "./lines.ts";
import { detailOf, type Planning, type Proposal, type SitePlanner } from "./planning.ts";
import { statusCheck } from "./statusCheck.ts";

const TITLE = "check the token request's answer";
const SIGNAL = "signal: AbortSignal.timeout(8000)";

/** S7: a token provider that fails where its endpoint does, and says so: by status, by answer, by deadline. */
export const checkProvider: SitePlanner = (site, planning) => {
  const { fn, request, form } = detailOf<ProviderDetail>(site);
  const { module, style } = planning;
  if (style.isEs5) return null;
  if (form.kind === "nested" && fn.body.type !== "BlockStatement") return wholeBody(detailOf(site), planning);
  const check = statusCheck(
    form,
    (answer) => statusLine(answer, planning),
    planning,
    (awaited) => withDeadline(awaited, request, module),
  );
  if (!check) return null;
  const token = form.kind === "nested" ? null : tokenCheck(fn, planning);
  const isCopied = form.kind === "nested";
  return {
    edits: [...check.edits, ...(isCopied ? [] : deadlineEdits(request, module)), ...(token?.edits ?? [])],
    replaced: [...check.replaced, ...(token?.replaced ?? []), ...request.arguments],
    title: TITLE,
    safety: "review",
  };
};

function statusLine(answer: string, { style }: Planning): string {
  return `if (!${answer}.ok) throw new Error(\`the token endpoint answered \${${answer}.status}\`)${style.semicolon}`;
}

/** `async () => (await (await fetch(url)).json()).token` gets a body of its own. */
function wholeBody({ fn, request, form }: ProviderDetail, planning: Planning): Proposal | null {
  const { module, style } = planning;
  const { body } = fn;
  if (form.kind !== "nested" || textOf(module, body).includes("\n")) return null;
  const [start, end] = bodySpan(body, module);
  const [from, to] = bodySpan(form.awaited, module);
  const answer = freeName(["res", "response", "answer"], namesIn([fn]));
  const asked = withDeadline(form.awaited, request, module);
  const value = module.text.slice(body.start ?? 0, from) + answer + module.text.slice(to, body.end ?? 0);
  const { base } = positionAt(module, fn.start ?? 0);
  const { unit, eol, semicolon } = style;
  const lines = [
    `const ${answer} = ${asked}${semicolon}`,
    statusLine(answer, planning),
    ...tokenLines(value, freeName(["token", "minted"], declaredIn(fn)), planning),
  ];
  const text = ["{", ...lines.map((line) => base + unit + line), `${base}}`].join(eol);
  return { edits: [{ start, end, text }], replaced: [body], title: TITLE, safety: "review" };
}

function tokenLines(value: string, name: string, { style }: Planning): readonly string[] {
  const { quote, semicolon } = style;
  return [
    ...(value === name ? [] : [`const ${name} = ${value}${semicolon}`]),
    `if (typeof ${name} !== ${quote}string${quote}) throw new Error(${quote}the token endpoint sent no token${quote})${semicolon}`,
    `return ${name}${semicolon}`,
  ];
}

/** The one `return` of a provider, behind a look at what it returns. */
function tokenCheck(
  fn: FunctionNode,
  planning: Planning,
): { readonly edits: readonly Edit[]; readonly replaced: readonly Node[] } | null {
  const { module, style } = planning;
  const returns: t.ReturnStatement[] = [];
  walk(fn.body, (node) => {
    if (node.type === "ReturnStatement" && functionAround(module, node) === fn) returns.push(node);
  });
  const [only, more] = returns;
  if (!only?.argument || more || fn.body.type !== "BlockStatement" || fn.body.body.at(-1) !== only)
    return null;
  const argument = textOf(module, only.argument);
  if (argument.includes("\n") || /\btypeof\b/.test(textOf(module, fn))) return null;
  const inner = unwrap(only.argument);
  const name = inner.type === "Identifier" ? inner.name : freeName(["token", "minted"], declaredIn(fn));
  return {
    edits: [
      rewritten(
        only,
        tokenLines(inner.type === "Identifier" ? name : argument, name, planning),
        module,
        style,
      ),
    ],
    replaced: [only],
  };
}

/** The names that a function declares or uses as variables; those of properties are free. */
function declaredIn(fn: FunctionNode): ReadonlySet<string> {
  const names = new Set<string>();
  walk(fn, (node) => {
    if (node.type === "VariableDeclarator" || node.type === "AssignmentExpression")
      for (const name of namesIn([node.type === "VariableDeclarator" ? node.id : node.left])) names.add(name);
  });
  for (const param of fn.params) for (const name of namesIn([param])) names.add(name);
  return names;
}

/** The text of an awaited request, with a time limit. */
function withDeadline(awaited: Node, request: t.CallExpression, module: SourceModule): string {
  const from = awaited.start ?? 0;
  return deadlineEdits(request, module).reduce(
    (text, edit) => text.slice(0, edit.start - from) + edit.text + text.slice(edit.end - from),
    textOf(module, awaited),
  );
}

/** A time limit for the request, where its options are none or a literal. */
function deadlineEdits(request: t.CallExpression, module: SourceModule): readonly Edit[] {
  const [url, given] = request.arguments as readonly (Node | undefined)[];
  if (!url || url.type === "SpreadElement") return [];
  if (!given) return [at(url.end ?? 0, `, { ${SIGNAL} }`)];
  const options = unwrap(given);
  if (options.type !== "ObjectExpression") return [];
  const last = options.properties.at(-1);
  const isOpen = options.properties.some((one) => one.type === "SpreadElement" || keyName(one) === "signal");
  if (isOpen || !last) return [];
  const rest = module.text.slice(last.end ?? 0, options.end ?? 0);
  const { base, startsLine } = positionAt(module, last.start ?? 0);
  const gap = startsLine && rest.includes("\n") ? `${rest.includes("\r\n") ? "\r\n" : "\n"}${base}` : " ";
  return [at(last.end ?? 0, `,${gap}${SIGNAL}`)];
}
