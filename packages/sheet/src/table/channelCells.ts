import type { AreaTotals, ChannelCoverage, ClassCoverage, CoverageForm, Rate } from "@tallykit/core";

import type { Texts } from "./parameter.ts";
import { type Language, rateCells } from "./words.ts";

const status: Texts = { en: "status", zh: "状态" };
const units: Texts = { en: "units", zh: "单位数" };

const classTexts: Readonly<Record<CoverageForm, Texts>> = {
  own: { en: "own due", zh: "应单独组建" },
  joint: { en: "joint due", zh: "应联合组建" },
  work: { en: "work due", zh: "应工作覆盖" },
};

/** A class by what it is due and the sizes in it. */
export function classText({ due, sizes }: ClassCoverage, language: Language): string {
  const name = classTexts[due][language];
  const inWords = sizesText(sizes, language);
  return language === "zh" ? `${name}（${inWords}）` : `${name} (${inWords})`;
}

function sizesText(sizes: ClassCoverage["sizes"], language: Language): string {
  const isChinese = language === "zh";
  if (sizes === undefined) return isChinese ? "无此规模" : "no size";
  const { from, to } = sizes;
  if (to === undefined) return isChinese ? `${from}人及以上` : `${from} or more`;
  if (from === to) return isChinese ? `${from}人` : String(from);
  if (from === 0) return isChinese ? `不足${to + 1}人` : `fewer than ${to + 1}`;
  return isChinese ? `${from}至${to}人` : `${from} to ${to}`;
}

/** Titles of the table of channels. */
export const channelTitles: readonly Texts[] = [
  { en: "class", zh: "规模类别" },
  units,
  { en: "own", zh: "单独组建" },
  { en: "joint", zh: "联合组建" },
  { en: "work", zh: "工作覆盖" },
  { en: "none", zh: "未覆盖" },
  { en: "organisation rate", zh: "组织覆盖率" },
  { en: "own rate", zh: "单独组建率" },
  { en: "work rate", zh: "工作覆盖率" },
  { en: "establishment rate", zh: "组建率" },
  status,
];

/** Units by channel, four rates and the status; blank where rows were left out and none counts. */
export function channelCells(coverage: ChannelCoverage, language: Language): (number | string)[] {
  const { organisationRate: rate, leftOut } = coverage;
  const [, , , inWords = ""] = rateCells({ rate, leftOut }, language);
  const { own, joint, work, none } = coverage;
  const numbers = [coverage.units, own, joint, work, none].map((value) => (rate === undefined ? "" : value));
  const rates = [rate, coverage.ownRate, coverage.workRate, coverage.establishmentRate].map(rateCell);
  return [...numbers, ...rates, inWords];
}

function rateCell(rate: Rate | undefined): number | string {
  return rate === undefined || rate.denominator === 0 ? "" : rate.numerator / rate.denominator;
}

/** Titles of the table of areas. */
export const areaTitles: readonly Texts[] = [
  { en: "area", zh: "区域" },
  units,
  { en: "own organisations", zh: "单建组织数" },
  { en: "joint organisations", zh: "联建组织数" },
  { en: "covered by own", zh: "单建覆盖" },
  { en: "covered by joint", zh: "联建覆盖" },
  { en: "covered", zh: "已覆盖" },
  { en: "rate", zh: "覆盖率" },
  status,
];

/** Units and organisations of an area, its rate and status; blank where no row counts. */
export function areaCells(totals: AreaTotals, language: Language): (number | string)[] {
  const [covered = "", , rate = "", inWords = ""] = rateCells(totals, language);
  const { ownOrganisations, jointOrganisations, coveredByOwn, coveredByJoint } = totals;
  const numbers = [totals.units, ownOrganisations, jointOrganisations, coveredByOwn, coveredByJoint];
  return [...numbers.map((value) => (totals.rate ? value : "")), covered, rate, inWords];
}
