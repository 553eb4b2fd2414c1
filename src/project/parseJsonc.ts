/** A JSON value, as `JSON.parse` gives it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Parses JSON that may have comments and trailing commas; undefined when it is broken all the same. */
export function parseJsonc(text: string): Json | undefined {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    return JSON.parse(bare) as Json;
  } catch {
    try {
      return JSON.parse(withoutTrailingCommas(withoutComments(bare))) as Json;
    } catch {
      return undefined;
    }
  }
}

/** True for an object, not an array or null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value if it is an object, else an empty one. */
export function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The strings of an array, or a string by itself as one. */
export function asStrings(value: Json | undefined): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g;
const STRING_OR_COMMA = /"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g;

function withoutComments(text: string): string {
  return text.replace(STRING_OR_COMMENT, (match) => (match.startsWith('"') ? match : " "));
}

function withoutTrailingCommas(text: string): string {
  return text.replace(STRING_OR_COMMA, (match) => (match === "," ? "" : match));
}
