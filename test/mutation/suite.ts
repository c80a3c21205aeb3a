import { defineConfig, type ViteUserConfig } from "vitest/config";
import project from "../../vitest.config.ts";

/**
 * Makes the suite that changes of the code are held against: some files of the tests, under the settings of
 * all.
 */
export function suite(include: readonly string[]): ViteUserConfig {
  const { projects: _, ...test } = project.test ?? {};
  return defineConfig({ ...project, test: { ...test, include: [...include] } });
}
