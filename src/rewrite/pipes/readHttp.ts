import type { Site } from "../../detect/site.ts";
import { isFunction, unwrap, type Node } from "../../syntax/node.ts";
import { lookup } from "../../syntax/scope.ts";
import { bindingOf, scopeOf, textOf, type SourceModule } from "../../syntax/sourceModule.ts";
import type { PipeForm } from "./pipeForm.ts";

const NAME = /^_?(res|resp|response)$/i;
const TYPE = /\b(Response|ServerResponse)\b/;
/** What only Express puts on a response. */
const EXPRESS_METHODS = /\.(status|send|json|set|type|sendStatus|render|redirect)\(/;

/** Whether the destination is the response that this code answers with, and how it is answered; null where it is another stream. */
export function readHttp(destination: Node, site: Site): PipeForm["http"] {
  const { module } = site;
  const node = unwrap(destination);
  if (/^(reply|rep)\.raw$|^ctx\.res$|^(this\.)?res$/.test(textOf(module, node)) && node.type !== "Identifier")
    return { next: null, isExpress: false };
  if (node.type !== "Identifier") return null;
  const binding = bindingOf(module, node);
  const fn = binding?.kind === "param" ? binding.declaration : null;
  if (!binding || !isFunction(fn)) return null;
  const index = fn.params.indexOf(binding.identifier);
  const type = binding.identifier.typeAnnotation ? textOf(module, binding.identifier.typeAnnotation) : "";
  if (!TYPE.test(type) && !(NAME.test(binding.name) && index >= 1)) return null;
  const next = fn.params[index + 1];
  const nextName = next?.type === "Identifier" && /next/i.test(next.name) ? next.name : null;
  const isSeen =
    nextName !== null && lookup(scopeOf(module, site.call), nextName) === bindingOf(module, next as Node);
  return { next: isSeen ? nextName : null, isExpress: isExpress(fn, type, site, module) };
}

function isExpress(fn: Node, type: string, site: Site, module: SourceModule): boolean {
  if (/ServerResponse/.test(type)) return false;
  if (/\bResponse\b/.test(type) || site.fate.boundary?.kind === "express") return true;
  return EXPRESS_METHODS.test(textOf(module, fn)) || /['"]express['"]/.test(module.text);
}
