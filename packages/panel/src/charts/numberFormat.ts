/**
 * A number as a number format of the worked sheets writes it, such as `0.0%`, `#,##0.00` or `0`.
 *
 * Only what stands for digits, thousands and per cent is read; for anything else the number stands with six digits.
 */
export function formattedNumber(value: number, format: string, language: "en" | "zh"): string {
  const locale = language === "zh" ? "zh-CN" : "en";
  // A format may have another part for negative numbers; the minus sign stands for it here.
  const [positive = ""] = format.split(";");
  const [, grouped, decimals = ""] = /^(#,##0|0)(?:\.(0+))?%?$/.exec(positive) ?? [];
  if (grouped === undefined)
    return new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }).format(value);
  const text = new Intl.NumberFormat(locale, {
    style: positive.endsWith("%") ? "percent" : "decimal",
    useGrouping: grouped !== "0",
    minimumFractionDigits: decimals.length,
    maximumFractionDigits: decimals.length,
  }).format(value);
  // Rounded to nothing, a number has no sign any more.
  return /[1-9]/.test(text) ? text : text.replace("-", "");
}
