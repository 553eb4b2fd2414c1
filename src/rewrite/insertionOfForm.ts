import type { SourceModule } from "../syntax/sourceModule.ts";
import { insertCheck, insertEnd } from "./insertCallback.ts";
import { insertChain, insertFill, insertIife } from "./insertHandler.ts";
import type { Handler, Insertion } from "./insertion.ts";
import { insertArrow, insertCatch, insertWrap } from "./insertTry.ts";
import type { Form } from "./intent.ts";

/** The edits that put a handler where a form says; none for a form without a handler of its own. */
export function insertionOfForm(form: Form, handler: Handler, module: SourceModule): Insertion {
  switch (form.kind) {
    case "wrap":
      return insertWrap(form, handler, module);
    case "arrow":
      return insertArrow(form, handler, module);
    case "add-catch":
      return insertCatch(form, handler, module);
    case "chain":
      return insertChain(form, handler, module);
    case "iife":
      return insertIife(form, handler, module);
    case "fill":
      return insertFill(form, handler, module);
    case "end":
      return insertEnd(form, handler, module);
    case "check":
      return insertCheck(form, handler, module);
    default:
      return { edits: [] };
  }
}
