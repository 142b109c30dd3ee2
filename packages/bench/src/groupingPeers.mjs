// Packages that group rows, each asked in the way its own documentation shows. `prepare` (not timed) makes the input that
// it takes; `sums` (timed) gives covered, eligible and rate by one column; `rows` (not timed) puts them in one form.
import { objectsOf } from "./register.mjs";

const named = (answer, key) =>
  Array.from(answer, ({ [key]: name, covered, eligible, rate }) => ({ name, covered, eligible, rate }));

export const groupingPeers = [
  {
    name: "arquero",
    load: async () => {
      const { op, table } = await import("arquero");
      return {
        prepare: (columns) => columns,
        sums: (columns, key) =>
          table({ [key]: columns[key], covered: columns.covered, eligible: columns.eligible })
            .groupby(key)
            .rollup({ covered: op.sum("covered"), eligible: op.sum("eligible") })
            .derive({ rate: "d => d.covered / d.eligible" }),
        rows: (answer, key) => named(answer.objects(), key),
      };
    },
  },
  {
    name: "d3-array",
    load: async () => {
      const { rollups, sum } = await import("d3-array");
      const reduce = (rows) => {
        const covered = sum(rows, (row) => row.covered);
        const eligible = sum(rows, (row) => row.eligible);
        return { covered, eligible, rate: covered / eligible };
      };
      return {
        prepare: objectsOf,
        sums: (rows, key) => rollups(rows, reduce, (row) => row[key]),
        rows: (answer) => answer.map(([name, sums]) => ({ name, ...sums })),
      };
    },
  },
  {
    name: "lodash",
    load: async () => {
      const { default: lodash } = await import("lodash");
      return {
        prepare: objectsOf,
        sums: (rows, key) =>
          lodash.map(lodash.groupBy(rows, key), (group, name) => {
            const covered = lodash.sumBy(group, "covered");
            const eligible = lodash.sumBy(group, "eligible");
            return { name, covered, eligible, rate: covered / eligible };
          }),
        rows: (answer) => answer,
      };
    },
  },
  {
    name: "alasql",
    load: async () => {
      const { default: alasql } = await import("alasql");
      return {
        prepare: objectsOf,
        sums: (rows, key) =>
          alasql(
            `SELECT ${key}, SUM(covered) AS covered, SUM(eligible) AS eligible, SUM(covered) / SUM(eligible) AS rate FROM ? GROUP BY ${key}`,
            [rows],
          ),
        rows: named,
      };
    },
  },
  {
    name: "@tidyjs/tidy",
    load: async () => {
      const { groupBy, mutate, sum, summarize, tidy } = await import("@tidyjs/tidy");
      const sums = summarize({ covered: sum("covered"), eligible: sum("eligible") });
      return {
        prepare: objectsOf,
        sums: (rows, key) =>
          tidy(rows, groupBy(key, [sums]), mutate({ rate: (row) => row.covered / row.eligible })),
        rows: named,
      };
    },
  },
  {
    name: "data-forge",
    load: async () => {
      const { DataFrame } = await import("data-forge");
      return {
        prepare: objectsOf,
        sums: (rows, key) =>
          new DataFrame({ values: rows })
            .groupBy((row) => row[key])
            .select((group) => {
              const covered = group.deflate((row) => row.covered).sum();
              const eligible = group.deflate((row) => row.eligible).sum();
              return { name: group.first()[key], covered, eligible, rate: covered / eligible };
            })
            .toArray(),
        rows: (answer) => answer,
      };
    },
  },
];
