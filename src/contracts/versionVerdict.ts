import intersects from "semver/ranges/intersects.js";
import validRange from "semver/ranges/valid.js";

/**
 * Whether a declared range can hold a version that the contract speaks of. "unknown" where there is no range to
 * compare ("latest", a git address, nothing declared).
 */
export function versionVerdict(
  range: string | null,
  contractRange: string,
): "inside" | "outside" | "unknown" {
  if (range === null || validRange(range) === null || validRange(contractRange) === null) return "unknown";
  return intersects(range, contractRange, { includePrerelease: true }) ? "inside" : "outside";
}
