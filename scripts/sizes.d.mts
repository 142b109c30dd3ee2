/** The minified bundle of a program that uses one name of a package. */
export function bundleOf(what: { readonly from: string; readonly name: string }): Promise<string>;
/** The compressed size of every calculator, by name. */
export function calculatorSizes(): Promise<Readonly<Record<string, number>>>;
