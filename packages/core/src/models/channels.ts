import * as z from "zod";

import type { OrganisationForm } from "../coverage/areaTally.ts";
import type { CoverageAreasInput } from "../coverage/coverageAreas.ts";
import type { CoverageChannelsInput } from "../coverage/coverageChannels.ts";
import type { CoverageDueInput } from "../coverage/coverageDue.ts";
import type { CoverageChannel, CoveragePolicy } from "../coverage/coveragePolicy.ts";
import { column, CountModel } from "./scalars.ts";

const policy: z.ZodType<CoveragePolicy> = z.strictObject({ ownFrom: CountModel, jointFrom: CountModel });
const channel: z.ZodType<CoverageChannel> = z.enum(["own", "joint", "work", "none"]);
const organisationForm: z.ZodType<OrganisationForm> = z.enum(["own", "joint"]);

/** What `coverageDue` takes. */
export const CoverageDueModel: z.ZodType<CoverageDueInput> = z.strictObject({ members: CountModel, policy });

/** What `coverageChannels` takes: columns, with null for what is missing. */
export const CoverageChannelsModel: z.ZodType<CoverageChannelsInput> = z.strictObject({
  members: column(z.number()),
  form: column(channel),
  policy,
  units: column(z.number()).optional(),
  admission: z.strictObject({ staff: column(z.number()), staffFrom: CountModel }).optional(),
});

/** What `coverageAreas` takes: columns, with null for what is missing; an organisation of null covers nobody. */
export const CoverageAreasModel: z.ZodType<CoverageAreasInput> = z.strictObject({
  area: column(z.string()),
  unit: column(z.string()),
  organisation: column(z.string()),
  form: column(organisationForm).optional(),
});
