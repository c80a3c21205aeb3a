import { suite } from "./suite.ts";

export default suite(["test/stats/**/*.test.ts", "test/random/**/*.test.ts"]);
