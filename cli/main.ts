#!/usr/bin/env node

// Imports nothing before it knows that this Node can load the rest.

const OLDEST = "20.19";

const numberOf = (version: string): number => {
  const [major, minor] = version.split(".").map(Number);
  return major * 1000 + minor;
};
const { node } = process.versions;

if (numberOf(node) < numberOf(OLDEST)) {
  process.stderr.write(`linksim needs Node ${OLDEST} or newer; this is ${node}.\n`);
  process.exitCode = 1;
} else await import("./program.ts");

export {};
