import * as z from "zod";
import { declareAction } from "../declare-action.ts";

export const employment = declareAction(
  "employment",
  { by: z.enum(["health_service", "third_sector"]).describe("who employs the link workers from then on") },
  {
    example: "by: health_service",
    meaning: "link workers are employed by the health service, or by the third sector",
    text: ({ by }) =>
      by === "health_service"
        ? "the health service employs the link workers, reviews cases out and gives networking time to " +
          "casework"
        : "the third sector employs the link workers",
    mark: ({ by }) => `employed by ${by === "health_service" ? "the health service" : "the third sector"}`,
  },
);
