import * as core from "@tallykit/core";

import { Accepting, Refused } from "../compare.ts";
import { Fraction } from "../fraction.ts";
import { countOf, drawCount, drawDate, drawMaybe, drawName, drawReported } from "../inputs.ts";
import { chance, columnOf, pick, type Random } from "../random.ts";
import { reference, type References } from "../reference.ts";
import { drawNames, drawRows, isCount, rateOf, requireAlike } from "./coverageCounts.ts";
import { termOf } from "./periods.ts";

const forms = ["own", "joint", "work", "none"] as const;
const drawForm = (random: Random): core.CoverageChannel | undefined =>
  drawMaybe(random, () => pick(random, forms));
const whole = (values: readonly (number | undefined)[]): bigint =>
  values.reduce<bigint>((all, value) => all + BigInt(value ?? 0), 0n);

export const registerReferences: References = {
  coverageChannels: reference(
    core.coverageChannels,
    (random) => {
      const rows = drawRows(random);
      const column = (largest: number): (number | undefined)[] =>
        columnOf(rows, () => drawReported(random, largest));
      return [
        {
          members: column(5),
          form: columnOf(rows, () => drawForm(random)),
          policy: { ownFrom: drawCount(random, 5), jointFrom: drawCount(random, 3) },
          units: drawMaybe(random, () => column(chance(random, 97) ? 10 ** 9 : Number.MAX_SAFE_INTEGER), 50),
          admission: drawMaybe(random, () => ({ staff: column(12), staffFrom: countOf(8) }), 50),
        },
      ];
    },
    channels,
  ),
  coverageAreas: reference(
    core.coverageAreas,
    (random) => {
      const rows = drawRows(random);
      return [
        {
          area: drawNames(random, rows),
          unit: columnOf(rows, () =>
            drawMaybe(random, () => pick(random, ["u1", "u2", "u3", "__proto__"]), 5),
          ),
          organisation: columnOf(rows, () => drawMaybe(random, () => pick(random, ["o1", "o2", "o3"]), 30)),
          form: drawMaybe(
            random,
            () =>
              columnOf(rows + (chance(random, 2) ? 1 : 0), () =>
                drawMaybe(random, () => pick(random, ["own", "joint"] as const), 80),
              ),
            60,
          ),
        },
      ];
    },
    areas,
  ),
  ledgerCompleteness: reference(
    core.ledgerCompleteness,
    (random) => {
      const rows = random.whole(0, 5);
      const facts = columnOf(random.whole(chance(random, 98) ? 1 : 0, 4), () => ({
        fact: drawName(random),
        values: columnOf(rows + (chance(random, 1) ? 1 : 0), () =>
          pick(random, [undefined, 0, 1, "x", "", false, true, -0]),
        ),
      }));
      return [{ facts, zero: drawMaybe(random, () => pick(random, ["known", "missing"] as const), 30) }];
    },
    ({ facts, zero = "known" }) => {
      const rows = facts[0]?.values.length;
      if (rows === undefined) throw new Refused("emptyInput");
      if (facts.some(({ values }) => values.length !== rows)) throw new Refused("sizeMismatch");
      const known = facts.map(({ values }) =>
        values.map((value) => value !== undefined && !(zero === "missing" && value === 0)),
      );
      const numberOf = (cells: readonly boolean[]): number => cells.filter(Boolean).length;
      const complete = columnOf(rows, (row) => known.every((cells) => cells[row]));
      return {
        facts: facts.map(({ fact }, index) => ({ fact, rate: rateOf(numberOf(known[index] ?? []), rows) })),
        completeUnits: rateOf(numberOf(complete), rows),
        allCells: rateOf(numberOf(known.flat()), rows * facts.length),
      };
    },
  ),
  tasksProgress: reference(
    core.tasksProgress,
    (random) => {
      const rows = drawRows(random);
      const owner = (): string =>
        columnOf(random.whole(1, 3), () => pick(random, ["A", "B", " A ", "", "toString"])).join(
          pick(random, [";", "；", "、", ","]),
        );
      return [
        {
          owner: columnOf(rows, () => drawMaybe(random, owner)),
          category: drawNames(random, rows),
          done: columnOf(chance(random, 98) ? rows : rows + 1, () =>
            drawMaybe(random, () => chance(random, 50)),
          ),
        },
      ];
    },
    tasks,
  ),
  staffingCheck: reference(
    core.staffingCheck,
    (random) => {
      const rows = drawRows(random);
      const column = (): (number | undefined)[] =>
        columnOf(rows, () => drawReported(random, chance(random, 98) ? 9 : Number.MAX_SAFE_INTEGER));
      return [
        {
          unit: drawNames(random, rows),
          staff: column(),
          required: column(),
          units: drawMaybe(random, column, 50),
          maximum: drawMaybe(random, column, 50),
        },
      ];
    },
    staffing,
  ),
  earlyWarning: reference(core.earlyWarning, (random) => [drawWarnings(random)], warnings),
  hierarchyAt: reference(core.hierarchyAt, (random) => [drawHierarchy(random)], hierarchy),
};

type Channel = core.CoverageChannel;

function channels({ members, form, policy, units, admission }: core.CoverageChannelsInput): unknown {
  const { ownFrom, jointFrom } = policy;
  if (ownFrom < jointFrom) throw new Refused("conflict");
  requireAlike([members, form, units, admission?.staff]);
  const dueTo = (size: number): core.CoverageForm =>
    size >= ownFrom ? "own" : size >= jointFrom ? "joint" : "work";
  const rows = members.map((size, row) => {
    const number = units === undefined ? 1 : units[row];
    const staff = size === 0 && admission !== undefined ? admission.staff[row] : 0;
    const due = isCount(size) ? dueTo(size) : undefined;
    if (size === 0 && admission !== undefined && isCount(staff) && staff < admission.staffFrom)
      return { kind: "outside", due, number: 0, channel: "none" };
    if ([size, form[row], number, staff].includes(undefined))
      return { kind: "missing", due, number: 0, channel: "none" };
    const isRight = isCount(size) && isCount(number) && isCount(staff);
    return {
      kind: isRight ? "counted" : "invalid",
      due,
      number: isRight ? number : 0,
      channel: form[row] ?? "none",
    };
  });
  const tallied = (of: typeof rows): object => {
    const counted = of.filter(({ kind }) => kind === "counted");
    const leftOut = {
      missing: of.filter(({ kind }) => kind === "missing").length,
      invalid: of.filter(({ kind }) => kind === "invalid").length,
    };
    const number = (holds: (row: (typeof rows)[number]) => boolean): bigint =>
      whole(counted.filter(holds).map((row) => row.number));
    const all = number(() => true);
    if (all > 9007199254740991n) throw new Refused("outOfRange");
    const isKnown = counted.length > 0 || leftOut.missing + leftOut.invalid === 0;
    const share = (part: bigint, of_: bigint): core.Rate | undefined =>
      isKnown ? rateOf(part, of_) : undefined;
    const by = (channel: Channel): bigint => number((row) => row.channel === channel);
    const established = number(
      (row) =>
        (row.due === "own" && row.channel === "own") ||
        (row.due === "joint" && (row.channel === "own" || row.channel === "joint")),
    );
    return {
      units: Number(all),
      own: Number(by("own")),
      joint: Number(by("joint")),
      work: Number(by("work")),
      none: Number(by("none")),
      organisationRate: share(by("own") + by("joint"), all),
      ownRate: share(by("own"), all),
      workRate: share(all - by("none"), all),
      establishmentRate: share(
        established,
        number((row) => row.due !== "work"),
      ),
      leftOut,
    };
  };
  const sizes = {
    own: { from: ownFrom, to: undefined },
    joint: ownFrom > jointFrom ? { from: jointFrom, to: ownFrom - 1 } : undefined,
    work: jointFrom > 0 ? { from: 0, to: jointFrom - 1 } : undefined,
  };
  const inside = rows.filter(({ kind }) => kind !== "outside");
  return {
    classes: (["own", "joint", "work"] as const).map((due) => ({
      due,
      sizes: sizes[due],
      ...tallied(inside.filter((row) => row.due === due)),
    })),
    total: tallied(inside),
    outside: rows.length - inside.length,
  };
}

function areas({ area, unit, organisation, form }: core.CoverageAreasInput): unknown {
  requireAlike([area, unit, organisation, form]);
  const unitsOf = (name: string): Set<string> =>
    new Set(unit.filter((each, row): each is string => each !== undefined && organisation[row] === name));
  const formOf = (name: string): core.OrganisationForm => {
    const stated = new Set(organisation.flatMap((each, row) => (each === name ? (form?.[row] ?? []) : [])));
    if (stated.size > 1) throw new Refused("conflict");
    return [...stated][0] ?? (unitsOf(name).size > 1 ? "joint" : "own");
  };
  for (const name of organisation) if (name !== undefined) formOf(name);
  const rows = area.map((place, row) => ({
    place,
    unit: unit[row],
    by: organisation[row],
    isNameless: organisation[row] === undefined && form?.[row] !== undefined,
  }));
  const totals = (of: typeof rows): object => {
    const isMissing = (row: (typeof rows)[number]): boolean =>
      row.place === undefined || row.unit === undefined || row.isNameless;
    const counted = of.filter((row) => !isMissing(row));
    const units = [...new Set(counted.map((row) => row.unit))];
    const channelOf = (name: string | undefined): string => {
      const found = counted
        .filter((row) => row.unit === name && row.by !== undefined)
        .map((row) => formOf(row.by ?? ""));
      return found.includes("own") ? "own" : found.includes("joint") ? "joint" : "none";
    };
    const organisations = [...new Set(counted.flatMap((row) => row.by ?? []))];
    const coveredBy = (channel: string): number => units.filter((name) => channelOf(name) === channel).length;
    return {
      units: units.length,
      ownOrganisations: organisations.filter((name) => formOf(name) === "own").length,
      jointOrganisations: organisations.filter((name) => formOf(name) === "joint").length,
      coveredByOwn: coveredBy("own"),
      coveredByJoint: coveredBy("joint"),
      rate: units.length === 0 ? undefined : rateOf(coveredBy("own") + coveredBy("joint"), units.length),
      leftOut: { missing: of.filter(isMissing).length, invalid: 0 },
    };
  };
  const places = [...new Set(area)].filter((place) => place !== undefined);
  return {
    areas: places.map((place) => ({ area: place, ...totals(rows.filter((row) => row.place === place)) })),
    total: totals(rows),
  };
}

function tasks({ owner, category, done }: core.TasksProgressInput): unknown {
  requireAlike([owner, category, done]);
  const rows = owner.map((cell, row) => ({
    owners: [
      ...new Set(
        (cell ?? "")
          .split(";")
          .flatMap((part) => part.split("；"))
          .flatMap((part) => part.split("、"))
          .map((part) => part.trim())
          .filter((part) => part !== ""),
      ),
    ],
    category: category[row],
    done: done[row],
  }));
  const shared = (of: typeof rows): object => {
    const counted = of.filter(
      (row) => row.owners.length > 0 && row.category !== undefined && row.done !== undefined,
    );
    return {
      rate:
        counted.length === 0 ? undefined : rateOf(counted.filter((row) => row.done).length, counted.length),
      leftOut: { missing: of.length - counted.length, invalid: 0 },
    };
  };
  const owners = [...new Set(rows.flatMap((row) => row.owners))];
  const categories = [...new Set(category)].filter((name) => name !== undefined);
  return {
    owners: owners.map((name) => ({ name, ...shared(rows.filter((row) => row.owners.includes(name))) })),
    categories: categories.map((name) => ({ name, ...shared(rows.filter((row) => row.category === name)) })),
    total: shared(rows),
  };
}

function staffing({ unit, staff, required, units, maximum }: core.StaffingCheckInput): unknown {
  requireAlike([unit, staff, required, units, maximum]);
  const rows = unit.map((name, row) => {
    const given = { units: units === undefined ? 1 : units[row], staff: staff[row], required: required[row] };
    const limit = maximum?.[row];
    const values = [given.units, given.staff, given.required];
    const isLess = isCount(limit) && isCount(given.required) && limit < given.required;
    const isWrong =
      values.some((value) => value !== undefined && !isCount(value)) ||
      (limit !== undefined && !isCount(limit)) ||
      isLess;
    const isMissing = name === undefined || values.includes(undefined);
    const perStaff =
      isCount(given.units) && isCount(given.staff) && given.staff > 0
        ? new Fraction(given.units, given.staff)
        : undefined;
    if (isMissing || isWrong)
      return {
        unit: name,
        ...given,
        shortfall: undefined,
        surplus: undefined,
        unitsPerStaff: perStaff,
        status: isMissing ? "missing" : "invalid",
      };
    const [has, needs] = [given.staff ?? 0, given.required ?? 0];
    const [shortfall, surplus] = [Math.max(0, needs - has), Math.max(0, has - (limit ?? needs))];
    return {
      unit: name,
      ...given,
      shortfall,
      surplus,
      unitsPerStaff: perStaff,
      status: shortfall > 0 ? "short" : surplus > 0 && limit !== undefined ? "over" : "ok",
    };
  });
  return { rows, total: anyTotal(rows) };
}

/** The total of a staffing check by its sums; the word of its status is that of the worst row. */
function anyTotal(
  rows: readonly {
    readonly status: string;
    readonly units: number | undefined;
    readonly staff: number | undefined;
    readonly required: number | undefined;
    readonly shortfall: number | undefined;
    readonly surplus: number | undefined;
  }[],
): unknown {
  const counted = rows.filter(({ status }) => status !== "missing" && status !== "invalid");
  const leftOut = {
    missing: rows.filter(({ status }) => status === "missing").length,
    invalid: rows.filter(({ status }) => status === "invalid").length,
  };
  const nothing = {
    units: undefined,
    staff: undefined,
    required: undefined,
    shortfall: undefined,
    surplus: undefined,
    unitsPerStaff: undefined,
  };
  if (counted.length === 0)
    return { ...nothing, status: leftOut.missing > 0 ? "missing" : "invalid", leftOut };
  const sum = (name: "units" | "staff" | "required" | "shortfall" | "surplus"): number => {
    const all = whole(counted.map((row) => row[name]));
    if (all > 9007199254740991n) throw new Refused("outOfRange");
    return Number(all);
  };
  const sums = {
    units: sum("units"),
    staff: sum("staff"),
    required: sum("required"),
    shortfall: sum("shortfall"),
    surplus: sum("surplus"),
  };
  const status = sums.shortfall > 0 ? "short" : counted.some((row) => row.status === "over") ? "over" : "ok";
  return {
    ...sums,
    unitsPerStaff: sums.staff === 0 ? undefined : new Fraction(sums.units, sums.staff),
    status,
    leftOut,
  };
}

function drawWarnings(random: Random): core.EarlyWarningInput {
  const rows = drawRows(random);
  const periods = random.whole(0, 5);
  const rate = (): number | undefined =>
    chance(random, 99) ? drawMaybe(random, () => random.whole(0, 9) / 10) : -1;
  return {
    unit: drawNames(random, rows),
    members: columnOf(rows, () => (chance(random, 98) ? drawMaybe(random, () => random.whole(0, 5)) : 0.5)),
    form: columnOf(rows, () => drawForm(random)),
    lastElection: columnOf(rows, () => drawMaybe(random, () => drawDate(random, { from: 2020, to: 2026 }))),
    termYears: chance(random, 60)
      ? pick(random, [3, 5])
      : columnOf(rows + (chance(random, 2) ? 1 : 0), () => pick(random, [3, 5, undefined])),
    policy: { ownFrom: countOf(chance(random, 97) ? 3 : 0), jointFrom: countOf(1) },
    asOf: drawDate(random, { from: 2026, to: 2027 }),
    soonMonths: drawMaybe(random, () => countOf(random.whole(0, 12)), 50),
    history: drawMaybe(
      random,
      () => ({
        rates: columnOf(rows, () => columnOf(periods + (chance(random, 1) ? 1 : 0), rate)),
        fallingFor: drawMaybe(random, () => countOf(random.whole(chance(random, 5) ? 0 : 1, 3)), 50),
      }),
      40,
    ),
  };
}

function warnings({
  unit,
  members,
  form,
  lastElection,
  termYears,
  policy,
  history,
  ...days
}: core.EarlyWarningInput): unknown {
  if (policy.ownFrom < policy.jointFrom) throw new Refused("conflict");
  requireAlike([
    unit,
    members,
    form,
    lastElection,
    typeof termYears === "number" ? undefined : termYears,
    history?.rates,
  ]);
  const fallingFor = history?.fallingFor ?? 3;
  if (history !== undefined && fallingFor < 1) throw new Refused("outOfRange");
  const rates = history?.rates ?? [];
  if (
    rates.some((row) => row.length !== rates[0]?.length) &&
    rates.flat().some((rate) => rate !== undefined && rate < 0)
  )
    return either;
  if (rates.some((row) => row.length !== rates[0]?.length)) throw new Refused("sizeMismatch");
  if (rates.flat().some((rate) => rate !== undefined && rate < 0)) throw new Refused("outOfRange");
  const reported = Math.max(
    0,
    ...rates.flatMap((row) => row.map((rate, period) => (rate === undefined ? 0 : period + 1))),
  );
  return unit.flatMap((name, row) => {
    const found: object[] = [];
    const [size, has] = [members[row], form[row]];
    if (size !== undefined && !isCount(size)) throw new Refused("outOfRange");
    const needed = has === "own" ? policy.ownFrom : has === "joint" ? policy.jointFrom : 0;
    if (size !== undefined && size < needed)
      found.push({ reason: "too-few-members", form: has, members: size, required: needed });
    const term = termOf({
      lastElection: lastElection[row],
      termYears: typeof termYears === "number" ? termYears : termYears[row],
      ...days,
    });
    if (term.status === "overdue" || term.status === "due-soon")
      found.push({ reason: `term-${term.status}`, term });
    const latest = (rates[row] ?? []).slice(0, reported).slice(Math.max(0, reported - fallingFor - 1));
    const isFalling =
      latest.length === fallingFor + 1 &&
      latest.every((rate, place) => rate !== undefined && (place === 0 || rate < (latest[place - 1] ?? -1)));
    if (isFalling) found.push({ reason: "rate-falling", rates: latest });
    return found.map((each) => ({ row: row + 1, unit: name, ...each }));
  });
}

const either = new Accepting("one of two refusals", (actual) =>
  ["sizeMismatch", "outOfRange"].includes((actual as { readonly refused?: string }).refused ?? ""),
);

const places = ["mill", "ford", "east", "west", "land"];

function drawHierarchy(random: Random): core.HierarchyAtInput {
  const rows = drawRows(random);
  const day = (): core.CalendarDate | undefined =>
    drawMaybe(random, () => drawDate(random, { from: 2020, to: 2022 }), 60);
  return {
    unit: columnOf(rows, () => pick(random, places)),
    parent: columnOf(rows, () => drawMaybe(random, () => pick(random, places), 20)),
    from: columnOf(rows, day),
    until: columnOf(chance(random, 98) ? rows : rows + 1, day),
    date: drawDate(random, { from: 2020, to: 2022 }),
    units: columnOf(random.whole(chance(random, 98) ? 1 : 0, 4), () =>
      drawMaybe(random, () => pick(random, [...places, "elsewhere"]), 5),
    ),
  };
}

function hierarchy({ unit, parent, from, until, date, units }: core.HierarchyAtInput): unknown {
  requireAlike([unit, parent, from, until]);
  requireAlike([units]);
  const stays = unit.map((name, row) => ({
    name,
    parent: parent[row],
    from: from[row] ?? "1900-01-01",
    until: until[row] ?? "9999-12-31",
  }));
  if (stays.some((stay) => stay.until < stay.from)) throw new Refused("outOfRange");
  const overlaps = stays.some((a, i) =>
    stays.some((b, j) => i < j && a.name === b.name && a.from <= b.until && b.from <= a.until),
  );
  if (overlaps) throw new Refused("conflict");
  const pathOf = (name: string, below: readonly string[]): string[] | undefined => {
    if (below.includes(name)) throw new Refused("conflict");
    const own = stays.filter((stay) => stay.name === name);
    const stay = own.find((each) => each.from <= date && date <= each.until);
    const isTop = own.length === 0 && stays.some((each) => each.parent === name);
    if (stay === undefined) return isTop ? [name] : undefined;
    if (stay.parent === undefined) return [name];
    const above = pathOf(stay.parent, [...below, name]);
    return above && [...above, name];
  };
  const paths = units.map((name) => (name === undefined ? undefined : pathOf(name, [])));
  const depth = Math.max(1, ...paths.map((path) => path?.length ?? 0));
  return columnOf(depth, (level) => paths.map((path) => path?.[Math.min(level, path.length - 1)]));
}
