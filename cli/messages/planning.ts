export const planExit = "Exit code 3 says that no value of the lever meets the goal.";

export const planAsks =
  'plan: say what is sought: --goal "..." --by PATH=A:B:STEP (or --tip), or --lose "1.5 fte", or --add ' +
  '"2 fte"; one of them.';

export const planOnlyWith = (option: string, others: string): string =>
  `--${option}: goes with ${others} only.`;

export const badFte = (option: string, got: string): string =>
  `--${option}: expected full-time equivalents above 0, such as "1.5 fte", got ${JSON.stringify(got)}`;

export const badPounds = (option: string, got: string): string =>
  `--${option}: expected GBP a year above 0, such as "600,000 GBP", got ${JSON.stringify(got)}`;

export const badLeverPrice = (got: string): string =>
  `--price: expected PATH=GBP, what one unit of a lever costs a year, got ${JSON.stringify(got)}`;

export const priceOfNone = (path: string, levers: readonly string[]): string =>
  `--price: ${JSON.stringify(path)} is none of the levers, ${levers.join(" and ")}`;

export const priceWithoutNumber = (path: string): string =>
  `--price: the values of ${path} are no numbers that a price could multiply`;

export const planTwoLevers = "--by: at most two levers.";

export const budgetOfMany = (count: number, most: number): string =>
  `--budget: of at most ${most} combinations, which are all simulated; these are ${count}. Take wider steps.`;

export const frontierWritten = (path: string): string =>
  `The scenario of the answer is in ${path}; it has the goal as a standard.`;

export const planThere = (path: string): string =>
  `--output ${path}: it is already there, and plan never overwrites. Name another file.`;

export const planWritten = (path: string): string =>
  `The scenario that meets it is in ${path}; it has the goal as a standard.`;

export const planWrittenAlone = (path: string): string => `The scenario of the answer is in ${path}.`;

export const whereWritten = (path: string): string =>
  `The first of these ways is the scenario ${path}, to be run and compared with the service as it is.`;

export const badIn = (got: string): string =>
  `--in: expected a share of the ensemble's members, such as "90 %", got ${JSON.stringify(got)}`;
