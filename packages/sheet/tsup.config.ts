import { defineConfig } from "tsup";

import { library } from "../core/tsup.config.ts";

export default defineConfig(library);
