import { runInNewContext } from "node:vm";

import { helpFile } from "../manifest/files.ts";
import type { BuiltAddIn, Rule } from "./builtAddIn.ts";
import { at, type Json, listAt, textAt } from "./json.ts";

const idPattern = /^[A-Z][A-Z0-9_]{2,63}$/;
/** What Excel reads as a cell, in either way of writing one, or as a command of its old macros. */
const notIds = /^([A-Z]{1,3}\d+|R\d*C\d*|RUN|ECHO)$/;
const mostBytes = 1_000_000;

/** A text of the metadata and how long it may be. */
function texts(metadata: Json): readonly (readonly [where: string, text: string, most: number])[] {
  const functions = listAt(metadata, "functions").flatMap((each) => {
    const id = textAt(each, "id");
    const parameters = listAt(each, "parameters").flatMap((parameter) => {
      const name = textAt(parameter, "name");
      return [
        [`${id}'s parameter`, name, 64],
        [`${id}, ${name}`, textAt(parameter, "description"), 512],
      ] as const;
    });
    return [
      [`${id}'s name`, textAt(each, "name"), 64],
      [id, textAt(each, "description"), 128],
      ...parameters,
    ] as const;
  });
  const enums = listAt(metadata, "enums").flatMap((each) =>
    listAt(each, "values").map(
      (value) => [`the list ${textAt(each, "id")}`, textAt(value, "name"), 256] as const,
    ),
  );
  return [...functions, ...enums];
}

function both({ metadata, chineseMetadata }: BuiltAddIn): readonly Json[] {
  return [metadata, chineseMetadata];
}

function idsIn(metadata: Json): readonly string[] {
  return listAt(metadata, "functions").map((each) => textAt(each, "id"));
}

/** How many parameters a function has, and which may be left out. */
function optionalIn(metadata: Json, id: string): readonly boolean[] | undefined {
  const found = listAt(metadata, "functions").find((each) => textAt(each, "id") === id);
  return found === undefined
    ? undefined
    : listAt(found, "parameters").map((parameter) => at(parameter, "optional") === true);
}

/** What Excel, and workbooks that hold formulas, want of the functions. */
export const functionRules: readonly Rule[] = [
  {
    name: "ids in every language and in the bundle",
    check: (built) => {
      const associated: string[] = [];
      runInNewContext(built.functions, {
        CustomFunctions: { associate: (id: string) => associated.push(id) },
      });
      const places: Readonly<Record<string, readonly string[]>> = {
        "functions.zh-CN.json": idsIn(built.chineseMetadata),
        "functions.js": associated,
      };
      const ids = idsIn(built.metadata);
      return Object.entries(places).flatMap(([place, found]) => [
        ...ids.filter((id) => !found.includes(id)).map((id) => `${id} is not in ${place}`),
        ...found
          .filter((id) => !ids.includes(id))
          .map((id) => `${id} is in ${place}, but not in functions.json`),
      ]);
    },
  },
  {
    name: "ids and parameters that workbooks hold",
    check: ({ lock, metadata }) => [
      ...idsIn(metadata)
        .filter((id) => !(id in lock))
        .map((id) => `${id} is not in the lock file: run npm run generate`),
      ...Object.entries(lock).flatMap(([id, parameters]) => {
        const found = optionalIn(metadata, id);
        if (found === undefined) return [`${id} is gone, but workbooks may hold it`];
        const isKept = parameters.every((parameter, index) => found[index] === parameter.startsWith("["));
        const areNewOptional = found.slice(parameters.length).every((optional) => optional);
        return isKept && areNewOptional ? [] : [`${id} no longer begins with ${parameters.join(", ")}`];
      }),
    ],
  },
  {
    name: "ids that Excel takes",
    check: (built) =>
      both(built).flatMap((metadata) => {
        const ids = idsIn(metadata);
        return [
          ...ids
            .filter((id) => !idPattern.test(id) || notIds.test(id))
            .map((id) => `${id} is no id that Excel takes`),
          ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} is there twice`),
          ...listAt(metadata, "functions")
            .filter((each) => textAt(each, "name") !== textAt(each, "id"))
            .map((each) => `${textAt(each, "id")} has another name; names are never translated`),
        ];
      }),
  },
  {
    name: "lengths of the functions' texts",
    check: (built) =>
      both(built).flatMap((metadata) => [
        ...texts(metadata).flatMap(([where, text, most]) =>
          text.length > 0 && text.length <= most
            ? []
            : [`${where} has ${text.length} characters; at most ${most}, and one`],
        ),
        ...(JSON.stringify(metadata).length < mostBytes
          ? []
          : ["Excel for Windows refuses metadata of 1 MB"]),
      ]),
  },
  {
    name: "parameters that may be left out come last",
    check: ({ metadata }) =>
      idsIn(metadata).filter((id) => {
        const optional = optionalIn(metadata, id) ?? [];
        return optional.some((each, index) => each && optional[index + 1] === false);
      }),
  },
  {
    name: "every function has its page",
    check: ({ metadata, chineseMetadata, base, files }) => {
      const wrong = (each: Json, language: "en" | "zh"): string[] => {
        const file = helpFile(textAt(each, "id"), language);
        const isNamed = textAt(each, "helpUrl") === `${base}/${file}`;
        if (!isNamed) return [`${textAt(each, "id")} must lead to ${base}/${file}`];
        return files.has(file) ? [] : [`there is no file ${file}`];
      };
      return [
        ...listAt(metadata, "functions").flatMap((each) => wrong(each, "en")),
        ...listAt(chineseMetadata, "functions").flatMap((each) => wrong(each, "zh")),
      ];
    },
  },
  {
    name: "lists that are asked for",
    check: (built) =>
      both(built).flatMap((metadata) => {
        const lists = listAt(metadata, "enums").map((each) => textAt(each, "id"));
        const asked = listAt(metadata, "functions").flatMap((each) =>
          listAt(each, "parameters").map((parameter) => textAt(parameter, "customEnumId")),
        );
        return asked.filter((id) => id !== "" && !lists.includes(id)).map((id) => `there is no list ${id}`);
      }),
  },
];
