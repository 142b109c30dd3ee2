import * as z from "zod";

import type { TiePolicy } from "../funding/tiePolicy.ts";

/** Who comes first among equal claims. */
export const TiePolicyModel: z.ZodType<TiePolicy> = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("order") }),
  z.strictObject({ by: z.literal("id"), ids: z.array(z.string()) }),
  z.strictObject({ by: z.literal("lot"), seed: z.string(), ids: z.array(z.string()).optional() }),
  z.strictObject({
    by: z.literal("previous-holder"),
    held: z.array(z.boolean()),
    holder: z.enum(["keeps", "yields"]).optional(),
  }),
  z.strictObject({ by: z.literal("error"), names: z.array(z.string()).optional() }),
]);
