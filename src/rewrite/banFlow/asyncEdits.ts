import type { Edit } from "../../model/edit.ts";
import { isFunction, type FunctionNode } from "../../syntax/node.ts";
import { textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import { at } from "../insertion.ts";

/** The edits that make a function async, its declared return type along; null where that cannot be: a generator, a getter, a constructor. */
export function asyncEdits(fn: FunctionNode, module: SourceModule): readonly Edit[] | null {
  if (fn.async) return [];
  if (fn.generator === true) return null;
  if ("kind" in fn && fn.kind !== "method") return null;
  const place = "key" in fn ? fn.key.start : fn.start;
  return [at(place ?? 0, "async "), ...typeEdits(fn, module)];
}

function typeEdits(fn: FunctionNode, module: SourceModule): readonly Edit[] {
  const annotation = isFunction(fn) ? fn.returnType : null;
  if (annotation?.type !== "TSTypeAnnotation") return [];
  const { typeAnnotation: type } = annotation;
  if (/^Promise\b/.test(textOf(module, type))) return [];
  return [at(type.start ?? 0, "Promise<"), at(type.end ?? 0, ">")];
}
