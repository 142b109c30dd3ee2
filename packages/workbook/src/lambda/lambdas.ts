import type { LeftOut, NamedLambda } from "./namedLambda.ts";

const covered = { name: "covered", en: "Units covered, a whole number.", zh: "已覆盖的单位数，整数。" };
const eligible = {
  name: "eligible",
  en: "Units that could be covered, a whole number.",
  zh: "应覆盖的单位数，整数。",
};
const startDate = { name: "startDate", en: "The first day, a date.", zh: "起始日期。" };
const endDate = { name: "endDate", en: "The last day, a date.", zh: "结束日期。" };
const asOf = { name: "asOf", en: "The day that is asked about, a date.", zh: "查询日期。" };
const lastElection = {
  name: "lastElection",
  en: "The day of the last election, a date.",
  zh: "上次换届日期。",
};
const termYears = {
  name: "termYears",
  en: "The term in whole years, at most 100.",
  zh: "任期，整年，至多 100 年。",
};
const rate = {
  name: "rate",
  en: "The rate a period, 20% or 0.2, with at most four decimals.",
  zh: "每期增长率，如 20% 或 0.2，至多四位小数。",
};
const noOther = { en: "nothing else", zh: "无其他限制" };

/** The functions that a formula of Excel expresses exactly. */
export const lambdas: readonly NamedLambda[] = [
  {
    name: "COUNT",
    same: "",
    summary: {
      en: "A whole number from 0 to a limit, or an error that says what it is instead; used by the others.",
      zh: "检查是否为 0 至上限之间的整数，否则给出相应错误；供其他函数使用。",
    },
    parameters: [
      { name: "value", en: "A cell.", zh: "单元格。" },
      { name: "most", en: "The largest number allowed.", zh: "允许的最大值。" },
    ],
    limits: noOther,
    body: 'IF(ISERROR(value),value,IF(ISBLANK(value),#N/A,IF(ISNUMBER(value),IF(value<0,#NUM!,IF(value>most,#NUM!,IF(INT(value)=value,value,#NUM!))),IF(ISNUMBER(MATCH(TRIM(value),{"","-","n/a","缺"},0)),#N/A,#VALUE!))))',
    example: { arguments: ["100", "10^9"], value: 100 },
  },
  {
    name: "SHARE4",
    same: "",
    summary: {
      en: "A number with at most four decimals in ten-thousandths, or an error; used by the others.",
      zh: "把至多四位小数的数换算为万分之几，否则给出相应错误；供其他函数使用。",
    },
    parameters: [{ name: "value", en: "A cell, such as 95% or 0.95.", zh: "单元格，如 95% 或 0.95。" }],
    limits: noOther,
    body: 'IF(ISERROR(value),value,IF(ISBLANK(value),#N/A,IF(ISNUMBER(value),IF(ABS(value)>1,#NUM!,IF(ROUND(value,4)=value,ROUND(value*10000,0),#NUM!)),IF(ISNUMBER(MATCH(TRIM(value),{"","-","n/a","缺"},0)),#N/A,#VALUE!))))',
    example: { arguments: ["95%"], value: 9500 },
  },
  {
    name: "RATE",
    same: "COVERAGE_RATE",
    summary: {
      en: "The coverage rate: the part of the eligible units that is covered.",
      zh: "覆盖率：已覆盖单位数除以应覆盖单位数。",
    },
    parameters: [covered, eligible],
    limits: noOther,
    body: "TALLYX.COUNT(covered,2^53-1)/TALLYX.COUNT(eligible,2^53-1)",
    example: { arguments: ["6015", "6573"], value: 6015 / 6573, format: "0.0%" },
  },
  {
    name: "TEXT",
    same: "COVERAGE_TEXT",
    summary: {
      en: "The coverage rate as text, never 100% unless all are covered.",
      zh: "覆盖率文本，未全部覆盖时绝不显示为 100%。",
    },
    parameters: [
      covered,
      eligible,
      { name: "decimals", en: "Decimals of the percentage: 0, 1 or 2.", zh: "百分数的小数位数：0、1 或 2。" },
    ],
    limits: {
      en: "counts above 1,000,000,000; more than two decimals; decimals left out",
      zh: "大于 1,000,000,000 的数；两位以上小数；省略小数位数",
    },
    body: 'LET(part,TALLYX.COUNT(covered,10^9),unit,TALLYX.COUNT(eligible,10^9),places,TALLYX.COUNT(decimals,2),steps,10^places,rounded,INT((200*part*steps+unit)/(2*unit)),full,100*steps,shown,IF(unit=0,#DIV/0!,IF(part=0,0,IF(rounded=0,1,IF(rounded<>full,rounded,full+SIGN(part-unit))))),QUOTIENT(shown,steps)&IF(places=0,"","."&RIGHT(steps+MOD(shown,steps),places))&"%")',
    example: { arguments: ["1999", "2000", "1"], value: "99.9%" },
  },
  {
    name: "GAP",
    same: "COVERAGE_GAP",
    summary: { en: "Whole units still needed to reach a goal.", zh: "距目标还差多少个单位。" },
    parameters: [
      covered,
      eligible,
      {
        name: "goal",
        en: "The goal, 95% or 0.95, with at most four decimals.",
        zh: "目标，如 95% 或 0.95，至多四位小数。",
      },
    ],
    limits: {
      en: "counts above 1,000,000,000; goals with more decimals",
      zh: "大于 1,000,000,000 的数；小数更多的目标",
    },
    body: "LET(part,TALLYX.COUNT(covered,10^9),unit,TALLYX.COUNT(eligible,10^9),share,TALLYX.SHARE4(goal),needed,INT((share*unit+9999)/10000),IF(part+unit+share<0,#NUM!,IF(share<0,#NUM!,IF(unit=0,#DIV/0!,IF(needed>part,needed-part,0)))))",
    example: { arguments: ["6015", "6573", "95%"], value: 230, format: "#,##0" },
  },
  {
    name: "DUE",
    same: "COVERAGE_DUE",
    summary: {
      en: "The form of organisation that is due for a unit with so many members.",
      zh: "按人数判断单位应采取的组建方式。",
    },
    parameters: [
      { name: "members", en: "Members of the unit, a whole number.", zh: "单位的人数，整数。" },
      { name: "ownFrom", en: "Members from which an own organisation is due.", zh: "应单独组建的起始人数。" },
      { name: "jointFrom", en: "Members from which a joint one is due.", zh: "应联合组建的起始人数。" },
      { name: "lang", en: 'The language of the answer: "en" or "zh".', zh: "答案的语言：“en”或“zh”。" },
    ],
    limits: { en: "thresholds and language left out", zh: "省略起始人数与语言" },
    body: 'LET(people,TALLYX.COUNT(members,2^53-1),own,TALLYX.COUNT(ownFrom,2^53-1),joint,TALLYX.COUNT(jointFrom,2^53-1),IF(people+own+joint<0,#NUM!,IF(joint>own,#VALUE!,IF(lang="en",IF(people>=own,"own",IF(people>=joint,"joint","work")),IF(lang="zh",IF(people>=own,"单独组建",IF(people>=joint,"联合组建","工作覆盖")),#VALUE!)))))',
    example: { arguments: ["2", "3", "1", '"en"'], value: "joint" },
  },
  {
    name: "GROWTH",
    same: "GROWTH_RATE",
    summary: { en: "The rate from one period to the next.", zh: "相邻两期之间的增长率。" },
    parameters: [
      { name: "start", en: "The number before, a whole number above zero.", zh: "前期数，大于零的整数。" },
      { name: "end", en: "The number after, a whole number.", zh: "后期数，整数。" },
    ],
    limits: { en: "counts above 1,000,000,000; several periods", zh: "大于 1,000,000,000 的数；跨多期" },
    body: "LET(before,TALLYX.COUNT(start,10^9),after,TALLYX.COUNT(end,10^9),IF(before=0,IF(after<0,after,#NUM!),(after-before)/before))",
    example: { arguments: ["650", "780"], value: 0.2, format: "0.0%" },
  },
  {
    name: "PATH",
    same: 'GROWTH_PATH(base,rate,periods,"compound","nearest","each")',
    summary: {
      en: "Compound growth in whole numbers, each period rounded and the next one grown from it.",
      zh: "逐期取整的复合增长路径，下一期由取整后的数增长。",
    },
    parameters: [
      { name: "base", en: "The number to begin with, a whole number.", zh: "基数，整数。" },
      rate,
      { name: "periods", en: "How many periods, at most 100.", zh: "期数，至多 100。" },
    ],
    limits: {
      en: "bases that are not whole; rates above 100% or with more decimals; more than 100 periods; results above 1,000,000,000",
      zh: "非整数的基数；大于 100% 或小数更多的增长率；100 期以上；大于 1,000,000,000 的结果",
    },
    body: "LET(first,TALLYX.COUNT(base,10^9),share,TALLYX.SHARE4(rate),length,TALLYX.COUNT(periods,100),sound,first+share+length,IF(ISERROR(sound),sound,IF(length=0,first,VSTACK(first,SCAN(first,SEQUENCE(length),LAMBDA(value,step,IF(value>10^9,#NUM!,INT((value*(10000+share)+5000)/10000))))))))",
    example: { arguments: ["650", "20%", "3"], value: [[650], [780], [936], [1123]], format: "#,##0" },
  },
  {
    name: "LINEAR",
    same: 'GROWTH_PATH(base,rate,periods,"linear")',
    summary: {
      en: "The last number of linear growth, the rate of the base each period.",
      zh: "线性增长的末期数，每期按基数的同一比例增加。",
    },
    parameters: [
      { name: "base", en: "The number to begin with, a whole number.", zh: "基数，整数。" },
      rate,
      { name: "periods", en: "How many periods, at most 100.", zh: "期数，至多 100。" },
    ],
    limits: {
      en: "bases that are not whole or above 1,000,000,000; rates above 100% or with more decimals; more than 100 periods",
      zh: "非整数或大于 1,000,000,000 的基数；大于 100% 或小数更多的增长率；100 期以上",
    },
    body: "TALLYX.COUNT(base,10^9)*(10000+TALLYX.SHARE4(rate)*TALLYX.COUNT(periods,100))/10000",
    example: { arguments: ["1000", "4.2%", "10"], value: 1420, format: "#,##0" },
  },
  {
    name: "PART",
    same: "FUNDING_SPLIT_EXPLAIN",
    summary: {
      en: "The exact share of a total by weight, not rounded.",
      zh: "按权重计算的精确份额，不取整。",
    },
    parameters: [
      { name: "total", en: "The total to share, a whole number.", zh: "总数，整数。" },
      { name: "weight", en: "The weight of the part, a whole number.", zh: "本部分的权重，整数。" },
      {
        name: "weights",
        en: "All weights, a range of whole numbers up to 1,000,000.",
        zh: "全部权重，不大于 1,000,000 的整数区域。",
      },
    ],
    limits: {
      en: "totals above 1,000,000,000; weights above 1,000,000, not whole or missing",
      zh: "大于 1,000,000,000 的总数；大于 1,000,000、非整数或缺失的权重",
    },
    body: "LET(whole,TALLYX.COUNT(total,10^9),one,TALLYX.COUNT(weight,10^6),sound,SUM(TALLYX.COUNT(weights,10^6)),IF(whole+one+sound<0,#NUM!,IF(sound=0,#VALUE!,whole*one/sound)))",
    example: { arguments: ["120", "25", "{40;25;35}"], value: 30, format: "#,##0.00" },
  },
  {
    name: "QUOTA",
    same: "QUOTA_APPORTION",
    summary: {
      en: "Whole places shared out by weight with the largest remainder; of equal remainders the earlier row is served.",
      zh: "按权重用最大余数法分配名额；余数相同时靠前的行优先。",
    },
    parameters: [
      {
        name: "places",
        en: "The places to share out, a whole number up to 1,000,000.",
        zh: "要分配的名额，不大于 1,000,000 的整数。",
      },
      {
        name: "weights",
        en: "The weights, a column of at most 1,000 whole numbers up to 1,000,000.",
        zh: "权重，至多 1,000 行的一列整数，不大于 1,000,000。",
      },
    ],
    limits: {
      en: "more than 1,000 rows; numbers above 1,000,000; weights that are not whole or missing; bounds, thresholds and other methods",
      zh: "1,000 行以上；大于 1,000,000 的数；非整数或缺失的权重；上下限、门槛与其他方法",
    },
    body: "LET(whole,TALLYX.COUNT(places,10^6),height,ROWS(weights),checked,TALLYX.COUNT(weights,10^6),weightSum,SUM(checked),sound,whole+weightSum,IF(ISERROR(sound),sound,IF(COLUMNS(weights)>1,#VALUE!,IF(height>1000,#NUM!,IF(weightSum=0,IF(whole=0,checked,#VALUE!),LET(near,INT(whole*checked/weightSum),rest,whole*checked-near*weightSum,lower,near+(rest>=weightSum)-(rest<0),remainder,whole*checked-lower*weightSum,keys,remainder*1000+1000-SEQUENCE(height),ranks,MAP(keys,LAMBDA(key,SUM(--(keys>key)))),lower+(ranks<whole-SUM(lower))))))))",
    example: { arguments: ["10", "{1;1;1}"], value: [[4], [3], [3]], format: "#,##0" },
  },
  {
    name: "ATTAINMENT",
    same: "TARGET_STATUS",
    summary: {
      en: "How much of the way from the start to the goal is done; nothing where both are equal.",
      zh: "自起点至目标已完成的比例；两者相等时为空。",
    },
    parameters: [
      { name: "start", en: "The number at the start, a whole number.", zh: "起点数，整数。" },
      { name: "goal", en: "The number to reach, a whole number.", zh: "目标数，整数。" },
      { name: "actual", en: "The number now, a whole number.", zh: "现状数，整数。" },
    ],
    limits: { en: "counts above 1,000,000,000 or not whole", zh: "大于 1,000,000,000 或非整数" },
    body: 'LET(from,TALLYX.COUNT(start,10^9),aim,TALLYX.COUNT(goal,10^9),done,TALLYX.COUNT(actual,10^9),IF(from+aim+done<0,#NUM!,IF(aim=from,"",(done-from)/(aim-from))))',
    example: { arguments: ["542", "1084", "650"], value: 108 / 542, format: "0.0%" },
  },
  {
    name: "PRO_RATA",
    same: "TARGET_PRO_RATA",
    summary: {
      en: "The part of a goal that is due by a day, by the days that have gone.",
      zh: "按已过天数计算截至某日应完成的目标。",
    },
    parameters: [
      { name: "goal", en: "What is to be reached by the end, a whole number.", zh: "期末要达到的数，整数。" },
      startDate,
      endDate,
      asOf,
    ],
    limits: {
      en: "goals that are negative, not whole or above 1,000,000,000; times of day",
      zh: "负数、非整数或大于 1,000,000,000 的目标；一天中的时刻",
    },
    body: "LET(aim,TALLYX.COUNT(goal,10^9),first,TALLYX.COUNT(startDate,2958465),last,TALLYX.COUNT(endDate,2958465),today,TALLYX.COUNT(asOf,2958465),days,last-first+1,IF(aim+first+last+today<0,#NUM!,IF(days<1,#NUM!,aim*MEDIAN(0,today-first+1,days)/days)))",
    example: {
      arguments: ["730", "DATE(2026,1,1)", "DATE(2026,12,31)", "DATE(2026,3,31)"],
      value: 180,
      format: "#,##0",
    },
  },
  {
    name: "TERM_DUE",
    same: "TERM_STATUS",
    summary: { en: "The day on which a term of office ends.", zh: "任期届满日期。" },
    parameters: [lastElection, termYears],
    limits: { en: "parts of a year; dates before March 1900", zh: "非整年的任期；1900 年 3 月以前的日期" },
    body: "LET(elected,TALLYX.COUNT(lastElection,2800000),years,TALLYX.COUNT(termYears,100),IF(elected+years<61,#NUM!,IF(elected<61,#NUM!,IF(years=0,#NUM!,LET(dueYear,YEAR(elected)+years,MIN(DATE(dueYear,MONTH(elected),DAY(elected)),DATE(dueYear,MONTH(elected)+1,0)))))))",
    example: { arguments: ["DATE(2024,2,29)", "1"], value: 45716, format: "yyyy-mm-dd" },
  },
  {
    name: "TERM_OVERDUE",
    same: "TERM_STATUS",
    summary: {
      en: "By how many days a term of office is overdue; 0 where it is not.",
      zh: "任期逾期天数；未逾期为 0。",
    },
    parameters: [lastElection, termYears, asOf],
    limits: {
      en: "parts of a year; dates before March 1900; times of day",
      zh: "非整年的任期；1900 年 3 月以前的日期；一天中的时刻",
    },
    body: "LET(due,TALLYX.TERM_DUE(lastElection,termYears),today,TALLYX.COUNT(asOf,2958465),IF(today>due,today-due,0))",
    example: { arguments: ["DATE(2021,11,1)", "4", "DATE(2026,11,22)"], value: 386, format: "#,##0" },
  },
];

/** What is left out, and why. */
export const leftOut: readonly LeftOut[] = [
  {
    ids: ["GROWTH_PATH_TO", "GROWTH_PERIODS", "GROWTH_BASE", "TARGET_CATCH_UP"],
    en: "Powers, roots and logarithms of cells are not exact: a formula of Excel cannot tell 121 from a number just beside it.",
    zh: "单元格中的乘方、开方与对数并不精确，公式无法分辨 121 与紧邻它的数。",
  },
  {
    ids: [
      "FUNDING_SPLIT",
      "FUNDING_NESTED",
      "FUNDING_BASE_PLUS",
      "FUNDING_SOURCES",
      "FUNDING_SOURCES_BY",
      "FUNDING_FORMULA",
      "FUNDING_RETURN",
      "FUNDING_CLAIMS",
      "ROUND_TO_TOTAL",
      "TARGET_SHARE_OUT",
    ],
    en: "Cents, bounds and several rounds of sharing need decimals that cells do not hold exactly; QUOTA shares out whole numbers without bounds.",
    zh: "分币、上下限与多轮分配需要单元格无法精确保存的小数；QUOTA 只分配无上下限的整数。",
  },
  {
    ids: ["QUOTA_EXPLAIN", "QUOTA_TWO_WAY", "GROUP_UNITS"],
    en: "Other methods, ties told by name, and tables in two directions are more than a formula can hold.",
    zh: "其他方法、指明并列者以及双向分配超出公式所能表达。",
  },
  {
    ids: [
      "COVERAGE_CHANGE",
      "COVERAGE_STANDARDISED",
      "COVERAGE_IMPLIED",
      "COVERAGE_CONSISTENT",
      "COVERAGE_INTERVAL",
      "COVERAGE_FUNNEL",
      "SPLIT_FAIRNESS",
      "SCORE_WEIGHTED",
      "SCORE_INDEX",
      "SCORE_COMBINE",
    ],
    en: "Sums and products of fractions are not exact in cells, and a bound that is nearly met would be decided wrongly.",
    zh: "分数的和与积在单元格中并不精确，临界处可能判断错误。",
  },
  {
    ids: [
      "COVERAGE_BY_GROUP",
      "COVERAGE_ROLL_UP",
      "COVERAGE_CHANNELS",
      "COVERAGE_AREAS",
      "COVERAGE_CHECK",
      "LEDGER_COMPLETENESS",
      "STAFFING_CHECK",
      "EARLY_WARNING",
      "TASKS_PROGRESS",
      "TARGET_MILESTONES",
      "TARGET_TO_DATE",
      "TERM_SUMMARY",
      "PERIODS_BETWEEN",
      "SPLIT_COMPARE",
      "SCORE_BAND",
      "SCORE_RANK",
      "SCORE_TIERS",
      "SCORE_MOVES",
      "SCORE_MOVES_LIST",
    ],
    en: "They give tables with a status and words on what is odd, which a formula without an add-in cannot.",
    zh: "它们给出带状态与说明文字的表，没有加载项的公式做不到。",
  },
];
