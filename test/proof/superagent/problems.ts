import { exceptions } from "./exceptions.ts";
import type { JudgedCell, Measurement } from "./measure.ts";
import { residualOf } from "./residuals.ts";

/** What is wrong with a fixture's rewritten side and explained by no residual, as `<fault> <version>: <problem>`. */
export const listProblems = ({ cells }: Measurement): string[] =>
  cells
    .filter(({ side }) => side === "output")
    .flatMap((cell) => unexplained(cell).map((problem) => `${cell.fault} ${cell.version}: ${problem}`));

/** Those of them that no exception explains either. */
export function listFaults(measurement: Measurement): string[] {
  const explains = exceptions[measurement.name]?.explains;
  return listProblems(measurement).filter((problem) => !explains?.test(problem));
}

const unexplained = ({ verdict, record }: JudgedCell): readonly string[] =>
  verdict.problems.filter((problem) => residualOf(problem, record) === undefined);
