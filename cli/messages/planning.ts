export const planExit = "Exit code 3 says that no value of the lever meets the goal.";

export const planThere = (path: string): string =>
  `--output ${path}: it is already there, and plan never overwrites. Name another file.`;

export const planWritten = (path: string): string =>
  `The scenario that meets it is in ${path}; it has the goal as a standard.`;
