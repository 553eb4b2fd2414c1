import type { Edit } from "../model/edit.ts";
import { isCall, isFunction, type FunctionNode, type Node } from "../syntax/node.ts";
import { lookup } from "../syntax/scope.ts";
import { bindingOf, parentOf, placeOf, scopeOf, type SourceModule } from "../syntax/sourceModule.ts";
import { styleOf } from "./style.ts";

/** The name under which an Express handler reaches `next`, and the edits that add it where it is missing. */
export interface NextParameter {
  readonly name: string;
  readonly edits: readonly Edit[];
}

const MISSING = ["_req", "_res"];

/**
 * Finds or adds the `next` parameter of an Express handler, as it is seen from a node in it; null where that cannot be.
 * For a promise's executor it is the function that rejects.
 */
export function nextParameter(fn: Node, at: Node, module: SourceModule): NextParameter | null {
  if (!isFunction(fn)) return null;
  const params = fn.params.filter((param) => param.type !== "Identifier" || param.name !== "this");
  const isExecutor = parentOf(module, fn)?.type === "NewExpression";
  const present = params[isExecutor ? 1 : nextIndex(params)];
  if (present)
    return present.type === "Identifier" && isSeen(present, at, module)
      ? { name: present.name, edits: [] }
      : null;
  if (isExecutor)
    return params.length === 1
      ? {
          name: "reject",
          edits: [{ start: params[0]?.end ?? 0, end: params[0]?.end ?? 0, text: ", reject" }],
        }
      : null;
  if (
    params.length !== fn.params.length ||
    params.some((p) => p.type === "RestElement") ||
    lookup(scopeOf(module, at), "next")
  )
    return null;
  const typed = annotation(fn, module);
  const added = [...MISSING.slice(params.length), `next${typed.text}`].join(", ");
  const last = params.at(-1);
  if (last) {
    const isBare =
      fn.type === "ArrowFunctionExpression" &&
      params.length === 1 &&
      module.text[fn.async ? afterAsync(fn, module) : (fn.start ?? 0)] !== "(";
    if (isBare)
      return {
        name: "next",
        edits: [
          { start: last.start ?? 0, end: last.start ?? 0, text: "(" },
          { start: last.end ?? 0, end: last.end ?? 0, text: `, ${added})` },
        ],
      };
    return {
      name: "next",
      edits: [...typed.edits, { start: last.end ?? 0, end: last.end ?? 0, text: `, ${added}` }],
    };
  }
  const open = module.text.indexOf("(", fn.start ?? 0) + 1;
  return open > 0 && module.text[open] === ")"
    ? { name: "next", edits: [...typed.edits, { start: open, end: open, text: added }] }
    : null;
}

/** Behind the response; in an error handler that is the fourth, with `app.param` the third of four. */
function nextIndex(params: readonly Node[]): number {
  const response = params.findIndex(
    (param) => param.type === "Identifier" && /^_?(res|response)$/.test(param.name),
  );
  if (response !== -1) return response + 1;
  return params.length === 4 ? 3 : 2;
}

/** Whether the parameter's name still means it at a node. */
function isSeen(parameter: Node, at: Node, module: SourceModule): boolean {
  const binding = bindingOf(module, parameter);
  return binding !== null && lookup(scopeOf(module, at), binding.name) === binding;
}

function afterAsync(fn: FunctionNode, module: SourceModule): number {
  const rest = /^async\s*/.exec(module.text.slice(fn.start ?? 0));
  return (fn.start ?? 0) + (rest?.[0].length ?? 0);
}

interface Annotation {
  readonly text: string;
  readonly edits: readonly Edit[];
}

const NONE: Annotation = { text: "", edits: [] };

/** TypeScript needs a type where the context gives none: not for a function written right into the call, nor for a typed variable. */
function annotation(fn: FunctionNode, module: SourceModule): Annotation {
  if (!styleOf(module).isTypeScript) return NONE;
  const place = placeOf(module, fn);
  if (place && isCall(place.parent) && place.key === "arguments") return NONE;
  if (
    place?.parent.type === "VariableDeclarator" &&
    place.parent.id.type === "Identifier" &&
    place.parent.id.typeAnnotation
  )
    return NONE;
  const type = fn.params
    .map((p) =>
      "typeAnnotation" in p && p.typeAnnotation?.type === "TSTypeAnnotation"
        ? p.typeAnnotation.typeAnnotation
        : null,
    )
    .find((found) => found !== null);
  if (type?.type !== "TSTypeReference") return { text: ": (err: unknown) => void", edits: [] };
  if (type.typeName.type === "TSQualifiedName" && type.typeName.left.type === "Identifier")
    return { text: `: ${type.typeName.left.name}.NextFunction`, edits: [] };
  const binding =
    type.typeName.type === "Identifier" ? lookup(module.scopes.root, type.typeName.name, true) : null;
  const declaration = binding && parentOf(module, binding.declaration);
  if (binding?.declaration.type !== "ImportSpecifier" || declaration?.type !== "ImportDeclaration")
    return { text: ": (err: unknown) => void", edits: [] };
  if (lookup(module.scopes.root, "NextFunction", true)) return { text: ": NextFunction", edits: [] };
  const end = declaration.specifiers.at(-1)?.end ?? binding.declaration.end ?? 0;
  const isInlineType = binding.declaration.importKind === "type";
  return {
    text: ": NextFunction",
    edits: [{ start: end, end, text: `, ${isInlineType ? "type " : ""}NextFunction` }],
  };
}
