import * as z from "zod";

import type { Bound } from "../funding/bounds.ts";
import type { FundingSplitInput } from "../funding/fundingSplit.ts";
import type { QuotaApportionInput } from "../funding/quotaApportion.ts";
import { AmountModel, CountModel, ExactModel, WeightModel } from "./scalars.ts";

/** One bound for all rows, or one a row with null where a row has none. */
function bound<Value>(value: z.ZodType<Value>): z.ZodType<Bound<Value>> {
  return z.union([value, z.array(value.nullable().transform((cell) => cell ?? undefined))]);
}

/** What `fundingSplit` and its explanation take. */
export const FundingSplitModel: z.ZodType<FundingSplitInput> = z.strictObject({
  total: AmountModel,
  weights: z.array(WeightModel),
  rule: z.enum(["largest-remainder", "largest-weight", "first", "last"]).optional(),
  minimum: bound(ExactModel).optional(),
  maximum: bound(ExactModel).optional(),
});

/** What `quotaApportion` and its explanation take. */
export const QuotaApportionModel: z.ZodType<QuotaApportionInput> = z.strictObject({
  places: CountModel,
  weights: z.array(WeightModel),
  method: z
    .enum([
      "largest-remainder",
      "droop",
      "hagenbach-bischoff",
      "jefferson",
      "webster",
      "adams",
      "dean",
      "huntington-hill",
      "quota",
    ])
    .optional(),
  minimum: bound(CountModel).optional(),
  maximum: bound(CountModel).optional(),
  threshold: ExactModel.optional(),
  base: CountModel.optional(),
  firstDivisor: ExactModel.optional(),
});
