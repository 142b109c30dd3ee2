import * as z from "zod";

import type { FundingSplitInput } from "../funding/fundingSplit.ts";
import type { FundingSplitMarginInput } from "../funding/fundingSplitMargin.ts";
import type { QuotaApportionInput } from "../funding/quotaApportion.ts";
import type { QuotaMarginInput } from "../funding/quotaMargin.ts";
import { AmountModel, bound, CountModel, ExactModel, WeightModel } from "./scalars.ts";
import { TiePolicyModel } from "./ties.ts";

/** What every calculator of a split takes. */
const split = {
  total: AmountModel,
  weights: z.array(WeightModel),
  rule: z.enum(["largest-remainder", "largest-weight", "first", "last"]).optional(),
  minimum: bound(ExactModel).optional(),
  maximum: bound(ExactModel).optional(),
  ties: TiePolicyModel.optional(),
};

/** A row that is asked about. */
const asked = { row: z.number(), unit: ExactModel.optional() };

/** What `fundingSplit` and its explanation take. */
export const FundingSplitModel: z.ZodType<FundingSplitInput> = z.strictObject(split);

/** What `fundingSplitMargin` takes. */
export const FundingSplitMarginModel: z.ZodType<FundingSplitMarginInput> = z.strictObject({
  ...split,
  ...asked,
});

/** What every calculator of an apportionment takes. */
const apportionment = {
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
  ties: TiePolicyModel.optional(),
};

/** What `quotaApportion` and its explanation take. */
export const QuotaApportionModel: z.ZodType<QuotaApportionInput> = z.strictObject(apportionment);

/** What `quotaMargin` takes. */
export const QuotaMarginModel: z.ZodType<QuotaMarginInput> = z.strictObject({ ...apportionment, ...asked });
