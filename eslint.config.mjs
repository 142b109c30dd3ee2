import js from "@eslint/js";
import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";

const publicSources = ["packages/core/src/**/*.ts", "packages/sheet/src/**/*.ts"];
const tests = ["**/*.test.ts", "**/*.test.tsx", "**/*.laws.ts", "test/**/*.ts"];

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/",
      "**/dist/",
      "coverage/",
      "out/",
      "docs/site/",
      "test/examples/",
      "test/consumers/programs/",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.mjs", "packages/workbook/bin/*.js"],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/require-array-sort-compare": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // Counts and lengths in messages are numbers; writing String(n) around each hides the sentence.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
          message: 'Write import * as z from "zod": the named import brings every language into a bundle.',
        },
      ],
    },
  },
  {
    files: publicSources,
    ignores: tests,
    extends: [jsdoc.configs["flat/recommended-typescript-error"]],
    rules: {
      "jsdoc/require-jsdoc": [
        "error",
        {
          publicOnly: true,
          contexts: [
            "TSInterfaceDeclaration",
            "TSTypeAliasDeclaration",
            "TSPropertySignature",
            "ExportNamedDeclaration > VariableDeclaration",
          ],
          require: { FunctionDeclaration: true, ClassDeclaration: true },
        },
      ],
      // A destructured input is described once, on its interface.
      "jsdoc/require-param": "off",
      "jsdoc/check-param-names": "off",
      "jsdoc/require-returns": "off",
      "jsdoc/require-yields": "off",
      "jsdoc/require-throws-type": "off",
      "jsdoc/require-yields-type": "off",
      "jsdoc/tag-lines": "off",
    },
  },
  {
    files: tests,
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
);
