import * as z from "zod";

import type { QuotaTwoWayInput } from "../funding/quotaTwoWay.ts";
import { CountModel, WeightModel } from "./scalars.ts";

/** What `quotaTwoWay` takes: weights row by row, and the places of rows and columns. */
export const QuotaTwoWayModel: z.ZodType<QuotaTwoWayInput> = z.strictObject({
  weights: z.array(z.array(WeightModel)),
  rowPlaces: z.array(CountModel),
  columnPlaces: z.array(CountModel),
});
