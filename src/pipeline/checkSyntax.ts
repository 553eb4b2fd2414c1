import { parseText } from "../syntax/parse.ts";
import { messageOf } from "./userError.ts";

/** Why a text of this file does not parse; undefined where it does. A BOM is no part of the syntax. */
export function syntaxProblemOf(file: string, text: string): string | undefined {
  try {
    parseText(text.replace(/^\uFEFF/, ""), file);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
