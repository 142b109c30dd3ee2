import { escaped } from "@tallykit/pages";

/** What a page is made of. */
export interface PageParts {
  /** The language that most of it is in, such as `en-US`. */
  readonly locale: string;
  /** Its title, as plain text. */
  readonly title: string;
  /** Its policy: what it may load. */
  readonly policy: string;
  /** The elements of its head after those above. */
  readonly head: readonly string[];
  /** The elements of its body. */
  readonly body: readonly string[];
}

/** A page of its parts. */
export function htmlPage({ locale, title, policy, head, body }: PageParts): string {
  const indented = (lines: readonly string[]): string => lines.map((line) => `    ${line}\n`).join("");
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>${escaped(title)}</title>
${indented(head)}  </head>
  <body>
${indented(body)}  </body>
</html>
`;
}
