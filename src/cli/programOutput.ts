/** Where commander's own output goes, and the exit code that a command's action left. */
export interface ProgramOutput {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly exitWith: (code: number) => void;
}
