import { type Content, type Html, html } from "../text/html.ts";

const tokens =
  /(?<result>\/\/=>.*|#=>.*)|(?<comment>\/\/.*|(?<=^|\s)#\s.*)|(?<text>"(?:[^"\\\n]|\\.)*"|'[^'\n]*')|(?<keyword>\b(?:import|from|const|export|return|new|type|as)\b)/gm;

/** Code with its comments, results, texts and keywords marked. */
export function codeMarkup(code: string, language: string): Html {
  const parts: Content[] = [];
  let from = 0;
  for (const match of language === "ts" || language === "sh" ? code.matchAll(tokens) : []) {
    const found = Object.entries(match.groups ?? {}) as [string, string | undefined][];
    const [kind = ""] = found.find(([, text]) => text !== undefined) ?? [];
    parts.push(code.slice(from, match.index), html`<span class="${kind}">${match[0]}</span>`);
    from = match.index + match[0].length;
  }
  return html`<pre class="code" tabindex="0"><code>${parts}${code.slice(from)}</code></pre>`;
}
