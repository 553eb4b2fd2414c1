/** An error in one line, without what differs from run to run. */
export function describeError(error: unknown): string {
  const { name, status, message } = (error ?? {}) as { name?: string; status?: number; message?: string };
  if (name === undefined) return `thrown ${describeValue(error)}`;
  const text = String(message)
    .split("?")[0]
    ?.replace(/127\.0\.0\.1:\d+/g, "loopback");
  return `${name} ${status ?? "-"} ${text}`;
}

/** A value in one line: enough to tell two results apart. */
export function describeValue(value: unknown, depth = 0): string {
  if (value === null || value === undefined || typeof value !== "object") {
    return typeof value === "function" ? describeFunction(value) : (JSON.stringify(value) ?? String(value));
  }
  if (value instanceof Error) return describeError(value);
  const { status, json } = value as { status?: unknown; json?: unknown };
  if (typeof status === "number" && typeof json === "function") return `Response ${status}`;
  if (depth > 3) return "…";
  if (Array.isArray(value)) return `[${value.map((item) => describeValue(item, depth + 1)).join(", ")}]`;
  const { name } = (value.constructor as { name?: string } | undefined) ?? {};
  if (name !== "Object") return name ?? "Object";
  const keys = Object.keys(value);
  const pairs = keys.map(
    (key) => `${key}: ${describeValue((value as Record<string, unknown>)[key], depth + 1)}`,
  );
  return `{ ${pairs.join(", ")} }`;
}

function describeFunction(value: object): string {
  const { toJSON } = value as { toJSON?: unknown };
  return typeof toJSON === "function" ? String((toJSON as () => unknown)()) : "function";
}
