import picocolors from "picocolors";

/** The few styles of the report. Nothing may depend on them alone: it must read the same without colour. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly inverse: (text: string) => string;
}

/** Styles that print colours, or none. */
export function createPalette(isColored: boolean): Palette {
  const { bold, dim, red, yellow, green, cyan, inverse } = picocolors.createColors(isColored);
  return {
    bold: (t) => bold(t),
    dim: (t) => dim(t),
    red: (t) => red(t),
    yellow: (t) => yellow(t),
    green: (t) => green(t),
    cyan: (t) => cyan(t),
    inverse: (t) => inverse(t),
  };
}
