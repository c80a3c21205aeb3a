// Every sentence that the command line says to its user, apart from help texts and results.

export * from "./commands.ts";
export * from "./figures.ts";
export * from "./folders.ts";
export * from "./options.ts";
export * from "./report.ts";
export * from "./results.ts";
export * from "./running.ts";
export * from "./scenarios.ts";
export * from "./store.ts";
export * from "./stories.ts";
export * from "./sweep.ts";
export * from "./system.ts";
