// Writes the sample workbook seeds/chain.xlsx: the funding chain of a programme on one sheet, in English and in Chinese.
// 381 units of ten parks in 34 groups, dues returned in full with a guaranteed minimum, four sources, places down to
// units. Sizes, dues, scores and limits are made up. With --check it writes nothing and fails where the file is stale.
import { addNote, font, landscape, newWorkbook, save, stored, styleTitles } from "./sampleWorkbook.mjs";

const parkSizes = [62, 55, 48, 45, 40, 36, 31, 27, 22, 15];
/** How far members spread in each park: larger parks have larger units. */
const spreads = [25, 22, 20, 18, 15, 12, 10, 8, 5, 3];
const units = parkSizes.flatMap((size, park) => Array.from({ length: size }, () => park));
/** How many groups each park has when 34 are shared over the parks. */
const parkGroups = [6, 5, 4, 4, 4, 3, 3, 2, 2, 1];
const [firstUnit, lastUnit] = [15, 14 + units.length];
const [firstGroup, lastGroup] = [15, 48];

const words = {
  en: {
    sheet: "Chain",
    title: "The funding chain: groups, dues, guaranteed minimum, four sources, quotas",
    note: "Ten parks, 381 units, 34 groups, 247,000 of dues and 3,000 guaranteed are published figures; park sizes, members, dues of units, scores, limits and places are made up.",
    parameters: [
      "dues handed in",
      "share returned",
      "guaranteed to each lead unit",
      "pool for top-ups",
      "groups",
      "places to share out",
      "budget a unit",
    ],
    sourceTitles: ["source", "limit", "priority", "share"],
    sources: ["park subsidy", "retained dues", "lead unit's share", "members' shares"],
    unit: ["unit", "park", "members", "dues", "group", "support given", "maturity", "quota weight", "places"],
    group: {
      units: "units",
      inside: "minimum inside the split",
      plus: "base, then the rest",
      budget: "budget",
      weight: "quota weight",
      places: "places",
    },
    total: "total",
    checks: "check",
    holds: "holds",
    all: "all checks",
    check: [
      "381 units",
      "every unit has a group, in 34 groups",
      "no group crosses a park",
      "dues of units add up",
      "dues are returned in full",
      "nobody is below the minimum",
      "returned and top-up make the total",
      "the pool is kept",
      "both other readings add up",
      "each group's sources add up to its budget",
      "each source gives what it is drawn for",
      "places of groups add up",
      "places of units add up, and one nested split gives the same",
    ],
  },
  zh: {
    sheet: "经费链",
    title: "经费链：编组、党费返还、保底补助、四方来源、名额分配",
    note: "十个园区、381家单位、34个编组、返还24.7万元、保底3000元为公布数据；园区规模、人数、各单位上缴数、评分、限额与名额均为虚拟数据。",
    parameters: ["上缴总额", "返还比例", "每家组长单位保底", "补足资金", "组数", "名额总数", "每家单位预算"],
    sourceTitles: ["来源", "限额", "次序", "份额"],
    sources: ["园区补助", "留存返还", "组长单位分担", "成员单位分担"],
    unit: ["单位", "园区", "人数", "上缴数", "编组", "支持力度", "成熟程度", "名额权重", "名额"],
    group: {
      units: "单位数",
      inside: "保底在分摊之内",
      plus: "先给基数再分余额",
      budget: "预算",
      weight: "名额权重",
      places: "名额",
    },
    total: "合计",
    checks: "核对",
    holds: "是否成立",
    all: "全部核对",
    check: [
      "共381家单位",
      "每家单位都有编组，共34组",
      "编组不跨园区",
      "各单位上缴数之和相符",
      "全额返还",
      "各组均不低于保底",
      "返还加补足等于合计",
      "补足资金相符",
      "另两种读法合计相符",
      "各组来源之和等于预算",
      "各来源支出与支取相符",
      "各组名额之和相符",
      "各单位名额之和相符，且与嵌套分配一致",
    ],
  },
};

const workbook = newWorkbook();
for (const language of Object.keys(words)) addChain(language);
await save(workbook, "seeds/chain.xlsx");

function addChain(language) {
  const text = words[language];
  const sheet = workbook.addWorksheet(text.sheet, {
    views: [{ state: "frozen", xSplit: 1, ySplit: 14 }],
    // The units, their groups, the sources and the checks each come to a page of their own.
    pageSetup: { ...landscape, fitToWidth: 5, printTitlesRow: "14:14", printTitlesColumn: "A:A" },
  });
  sheet.getCell("A1").value = text.title;
  sheet.getCell("A1").font = { ...font, bold: true, size: 14 };
  addNote(sheet, text.note, 150, 9);
  addParameters(sheet, text);
  addUnits(sheet, text);
  addGroups(sheet, text, language);
  addChecks(sheet, text);
  styleTitles(sheet.getRow(14));
  setWidths(sheet);
}

function addParameters(sheet, text) {
  [247000, 1, 3000, 20000, 34, 120, 1000].forEach((value, index) => {
    sheet.getCell(`A${3 + index}`).value = text.parameters[index];
    const cell = sheet.getCell(`B${3 + index}`);
    cell.value = value;
    cell.numFmt = index === 1 ? "0%" : "#,##0";
  });
  text.sourceTitles.forEach((title, index) => {
    const cell = sheet.getCell(3, 4 + index);
    cell.value = title;
    cell.font = { ...font, bold: true };
  });
  const limits = [100000, { formula: `L${lastGroup + 1}` }, 8000, 20000];
  limits.forEach((limit, index) => {
    const row = sheet.getRow(4 + index);
    row.getCell(4).value = text.sources[index];
    row.getCell(5).value = limit;
    row.getCell(5).numFmt = "#,##0";
    row.getCell(6).value = Math.min(index + 1, 3);
    row.getCell(7).value = index === 3 ? 2 : 1;
  });
}

function addUnits(sheet, text) {
  text.unit.forEach((title, index) => (sheet.getCell(14, 1 + index).value = title));
  units.forEach((park, index) => {
    const [number, row] = [index + 1, sheet.getRow(firstUnit + index)];
    row.getCell(1).value = `U${String(number).padStart(3, "0")}`;
    row.getCell(2).value = `P${String(park + 1).padStart(2, "0")}`;
    row.getCell(3).value = 1 + ((37 * number) % spreads[park]);
    row.getCell(6).value = 60 + ((17 * number) % 41);
    row.getCell(7).value = 60 + ((29 * number) % 41);
    row.getCell(8).value = { formula: `ROUND(F${row.number}*0.6+G${row.number}*0.4,1)` };
    row.getCell(4).numFmt = "#,##0";
    row.getCell(8).numFmt = "0.0";
  });
  spill(sheet, `D${firstUnit}:D${lastUnit}`, `TALLY.FUNDING_SPLIT(B3,C${firstUnit}:C${lastUnit},1)`);
  spill(
    sheet,
    `E${firstUnit}:E${lastUnit}`,
    `TALLY.GROUP_UNITS(A${firstUnit}:A${lastUnit},B${firstUnit}:B${lastUnit},"",B7)`,
  );
  groupRows().forEach(([first, last], index) => {
    spill(sheet, `I${first}:I${last}`, `TALLY.QUOTA_APPORTION(AE${firstGroup + index},H${first}:H${last})`);
  });
}

/** The first and the last row of each group in the ledger, which is sorted by park. */
function groupRows() {
  const rows = [];
  let row = firstUnit;
  parkSizes.forEach((size, park) => {
    const groups = parkGroups[park];
    for (let group = 0; group < groups; group += 1) {
      const members = Math.floor(size / groups) + (group < size % groups ? 1 : 0);
      rows.push([row, row + members - 1]);
      row += members;
    }
  });
  return rows;
}

function addGroups(sheet, text, language) {
  const [from, to, total] = [firstGroup, lastGroup, lastGroup + 1];
  const headers = `"${language}"`;
  spill(
    sheet,
    `J14:N${total + 1}`,
    `TALLY.FUNDING_RETURN(D${firstUnit}:D${lastUnit},B4,B5,B6,0.01,E${firstUnit}:E${lastUnit},${headers})`,
  );
  const titles = { O: "units", P: "inside", Q: "plus", R: "budget", AD: "weight", AE: "places" };
  for (const [column, title] of Object.entries(titles))
    sheet.getCell(`${column}14`).value = text.group[title];
  for (let row = from; row <= to; row += 1) {
    sheet.getCell(`O${row}`).value = { formula: `COUNTIF(E$${firstUnit}:E$${lastUnit},J${row})` };
    sheet.getCell(`R${row}`).value = { formula: `O${row}*B$9` };
    sheet.getCell(`AD${row}`).value = {
      formula: `SUMIF(E$${firstUnit}:E$${lastUnit},J${row},H$${firstUnit}:H$${lastUnit})`,
    };
    sheet.getCell(`AD${row}`).numFmt = "#,##0.0";
  }
  for (const column of ["O", "P", "Q", "R", "AD", "AE"]) {
    sheet.getCell(`${column}${total}`).value = { formula: `SUM(${column}${from}:${column}${to})` };
  }
  spill(sheet, `P${from}:P${to}`, `TALLY.FUNDING_SPLIT(B3,K${from}:K${to},0.01,,B5)`);
  spill(sheet, `Q${from}:Q${to}`, `TALLY.FUNDING_BASE_PLUS(B3,B5,K${from}:K${to})`);
  spill(sheet, `AE${from}:AE${to}`, `TALLY.QUOTA_APPORTION(B8,AD${from}:AD${to})`);
  const sources = "D4:D7,E4:E7,F4:F7,G4:G7,0.01";
  spill(
    sheet,
    `T14:Z${total}`,
    `TALLY.FUNDING_SOURCES_BY(R${from}:R${to},${sources},J${from}:J${to},${headers})`,
  );
  spill(sheet, "AG14:AJ19", `TALLY.FUNDING_SOURCES(R${total},${sources},${headers})`);
  const money = ["K", "L", "M", "N", "P", "Q", "R", "U", "V", "W", "X", "Y", "Z", "AH", "AI", "AJ"];
  for (const column of money) {
    for (let row = from; row <= total + 1; row += 1) sheet.getCell(`${column}${row}`).numFmt = "#,##0.00";
  }
  for (const column of [
    "J",
    "K",
    "L",
    "M",
    "N",
    "O",
    "P",
    "Q",
    "R",
    "T",
    "U",
    "V",
    "W",
    "X",
    "Y",
    "Z",
    "AD",
    "AE",
  ]) {
    sheet.getCell(`${column}${total}`).font = { ...font, bold: true };
  }
}

function addChecks(sheet, text) {
  const [from, to, total] = [firstGroup, lastGroup, lastGroup + 1];
  const [a, b] = [firstUnit, lastUnit];
  const column = (name) => `${name}${from}:${name}${to}`;
  const drawn = ["U", "V", "W", "X", "Y"].map(
    (name, index) => `ROUND(SUM(${column(name)})-AI${15 + index},2)=0`,
  );
  const formulas = [
    `COUNTA(A${a}:A${b})=381`,
    `AND(O${total}=381,COUNTA(${column("J")})=B7)`,
    `SUMPRODUCT(--(LEFT(E${a}:E${b},3)<>B${a}:B${b}))=0`,
    `SUM(D${a}:D${b})=B3`,
    `SUM(${column("L")})=B3*B4`,
    `MIN(${column("N")})>=B5`,
    `ROUND(L${total}+M${total}-N${total},2)=0`,
    `ROUND(M${total}+M${total + 1}-B6,2)=0`,
    `AND(ROUND(P${total}-B3,2)=0,ROUND(Q${total}-B3,2)=0,MIN(${column("P")})>=B5)`,
    `SUMPRODUCT(--(ROUND(${["U", "V", "W", "X", "Y"].map(column).join("+")}-${column("R")},2)<>0))=0`,
    `AND(${drawn.join(",")})`,
    `SUM(${column("AE")})=B8`,
    `AND(SUM(I${a}:I${b})=B8,SUMPRODUCT(--(TALLY.FUNDING_NESTED(B8,E${a}:E${b},H${a}:H${b},1)<>I${a}:I${b}))=0)`,
  ];
  sheet.getCell("AL14").value = text.checks;
  sheet.getCell("AM14").value = text.holds;
  formulas.forEach((formula, index) => {
    sheet.getCell(`AL${15 + index}`).value = text.check[index];
    sheet.getCell(`AM${15 + index}`).value = { formula: stored(formula) };
  });
  sheet.getCell("AL28").value = text.all;
  sheet.getCell("AM28").value = { formula: "AND(AM15:AM27)" };
  sheet.getCell("AL28").font = sheet.getCell("AM28").font = { ...font, bold: true };
}

/** Puts a formula that fills a range into its first cell. */
function spill(sheet, ref, formula) {
  const [first] = ref.split(":");
  sheet.getCell(first).value = { formula: stored(formula), shareType: "array", ref };
}

function setWidths(sheet) {
  const wide = { A: 30, D: 20, E: 12, J: 12, P: 24, Q: 22, T: 12, AG: 20, AL: 58 };
  for (let index = 1; index <= 39; index += 1) {
    const column = sheet.getColumn(index);
    column.width = wide[column.letter] ?? 14;
  }
}
