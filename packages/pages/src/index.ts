/**
 * The pages of the spreadsheet functions, with the style and the script that they load.
 *
 * @packageDocumentation
 */
export { functionPage, type FunctionPageOptions } from "./functionPage.ts";
export { pageAssets, type PageAssets } from "./pageAssets.ts";
export type { BarLink } from "./parts/pageFrame.ts";
export { escaped } from "./text/html.ts";
