import { type FunctionRow, table } from "@tallykit/sheet";
import { FunctionType, type IFunctionInfo } from "@univerjs/engine-formula";

/** The language of the page. */
export type Language = "en" | "zh";

/** What the grid calls the texts of our functions in its dictionary. */
const dictionary = "tallykit";

/** Our functions as the grid's list of functions and its hints know them; their texts are in the dictionary. */
export function functionDescriptions(): IFunctionInfo[] {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the declared types name the enum's values
  return table.map(({ id, parameters }) => ({
    functionName: `TALLY.${id}`,
    functionType: FunctionType.User,
    description: `${dictionary}.${id}.summary`,
    abstract: `${dictionary}.${id}.summary`,
    functionParameter: Object.entries(parameters).map(([key, { optional, shape }], place) => ({
      name: `${dictionary}.${id}.name${place}`,
      detail: `${dictionary}.${id}.detail${place}`,
      example: shape === "cell" ? key : "A1:A9",
      require: optional ? 0 : 1,
      repeat: 0,
    })),
  }));
}

/** The texts of our functions in a language, for the grid's dictionary. */
export function functionTexts(language: Language): Record<string, Record<string, Record<string, string>>> {
  return { [dictionary]: Object.fromEntries(table.map((row) => [row.id, textsOf(row, language)])) };
}

function textsOf({ summary, parameters }: FunctionRow, language: Language): Record<string, string> {
  const texts: Record<string, string> = { summary: summary[language] };
  for (const [place, [key, { text, choices }]] of Object.entries(parameters).entries()) {
    const words = Object.entries(choices ?? {}).map(([word, chinese]) =>
      language === "zh" ? `${word}（${chinese}）` : word,
    );
    texts[`name${place}`] = language === "zh" ? text.zhName : key;
    texts[`detail${place}`] = [
      text[language],
      ...(words.length === 0 ? [] : [words.join(language === "zh" ? "、" : ", ")]),
    ].join(language === "zh" ? "" : " ");
  }
  return texts;
}
