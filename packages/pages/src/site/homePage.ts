import { table } from "@tallykit/sheet";

import { pooledRate } from "../drawings/pooledRate.ts";
import { codeMarkup } from "../guides/codeMarkup.ts";
import { excelBlock } from "../guides/excelBlock.ts";
import { sheetDrawing } from "../guides/sheetDrawing.ts";
import { type Html, html } from "../text/html.ts";
import { familyTexts, type Language } from "../text/language.ts";
import { words } from "../text/words.ts";
import { families } from "./functionList.ts";
import { guideCards } from "./guidePages.ts";
import { functionListPlace, functionPlace, guidePlace, homePlace, linkTo, type Place } from "./places.ts";
import { readmeExample } from "./readmeExample.ts";
import { sitePage } from "./sitePage.ts";

const texts = {
  claim: { en: "Counts, targets and shares that add up", zh: "算得清、对得上的覆盖率、目标与分配" },
  lead: {
    en: "Exact coverage rates, growth targets and grouped funding splits: the same answer in TypeScript and in a spreadsheet cell, and every answer can show its working.",
    zh: "精确计算覆盖率、增长目标和分组资金分配：在 TypeScript 里和在表格单元格里答案相同，并且都能说明是怎么算出来的。",
  },
  start: { en: "Start in five minutes", zh: "五分钟上手" },
  all: { en: "All functions", zh: "全部函数" },
  promises: [
    {
      title: { en: "Parts add up to the whole", zh: "各份之和等于总额" },
      text: {
        en: "Not a cent gets lost, whatever the weights.",
        zh: "无论权重如何，一分钱都不会多、不会少。",
      },
      block: "=TALLY.FUNDING_SPLIT(3530000,{1;1;1})\n1176666.67\n1176666.67\n1176666.66",
    },
    {
      title: { en: "Almost is not all", zh: "差一点也不是全部" },
      text: { en: "1,999 of 2,000 is never shown as 100%.", zh: "2,000 个中的 1,999 个，绝不显示成 100%。" },
      block: "=TALLY.COVERAGE_TEXT(1999,2000)\n99.9%",
    },
    {
      title: { en: "Missing is not zero", zh: "缺失不等于零" },
      text: {
        en: "A row without its count is left out, and the total says so.",
        zh: "缺数的行不计入，合计中会写明。",
      },
      block: {
        en: '=TALLY.COVERAGE_BY_GROUP({"east";"west"},{45;"n/a"},{60;70},"none")\neast | 45 | 60 | 0.75 | ok\nwest |  |  |  | missing, 1 row left out\ntotal | 45 | 60 | 0.75 | ok, 1 row left out',
        zh: '=TALLY.COVERAGE_BY_GROUP({"东区";"西区"},{45;"缺"},{60;70},"zh")\n组别 | 已覆盖 | 应覆盖 | 覆盖率 | 状态\n东区 | 45 | 60 | 0.75 | 正常\n西区 |  |  |  | 缺失，1 行未计入\n合计 | 45 | 60 | 0.75 | 正常，1 行未计入',
      },
    },
  ],
  pooled: {
    title: { en: "Rates are pooled, never averaged", zh: "覆盖率合并计算，绝不取平均" },
    text: {
      en: "A small district at 95% and a large one at 17% are not at 56% together.",
      zh: "小区 95%、大区 17%，合起来并不是 56%。",
    },
  },
} as const;

/** The first page of a language. */
export function homePage(language: Language): string {
  const place = homePlace(language);
  return sitePage(place, {
    title: `Tallykit · ${texts.claim[language]}`,
    description: texts.lead[language],
    look: "home",
    main: [hero(place), promises(language), guidesPart(place), functionsPart(place)],
  });
}

function hero(place: Place): Html {
  const { language } = place;
  const [code, formula] = readmeExample();
  return html`<div class="hero">
    <div>
      <h1>${texts.claim[language]}</h1>
      <p class="lead">${texts.lead[language]}</p>
      <p class="calls">
        <a class="main-call" href="${linkTo(place, guidePlace(language, "start").path)}"
          >${texts.start[language]}</a
        ><a href="${linkTo(place, functionListPlace(language).path)}"
          >${texts.all[language]} (${table.length})</a
        >
      </p>
    </div>
    <div>${sheetDrawing(excelBlock(formula), language)}${codeMarkup(code, "ts")}</div>
  </div>`;
}

function promises(language: Language): Html {
  const cards = texts.promises.map(({ title, text, block }) => {
    const formula = typeof block === "string" ? block : block[language];
    return html`<section>
      <h2>${title[language]}</h2>
      <p>${text[language]}</p>
      ${sheetDrawing(excelBlock(formula), language)}
    </section>`;
  });
  const { pooled } = texts;
  return html`<div class="promises">
    ${cards}
    <section>
      <h2>${pooled.title[language]}</h2>
      <p>${pooled.text[language]}</p>
      ${pooledRate(language)}
    </section>
  </div>`;
}

function guidesPart(place: Place): Html {
  return html`<section aria-labelledby="guides">
    <h2 id="guides">${words.guides[place.language]}</h2>
    ${guideCards(place)}
  </section>`;
}

function functionsPart(place: Place): Html {
  const { language } = place;
  const lists = families().map(
    ([family, rows]) =>
      html`<section>
        <h3>${familyTexts[family][language]}</h3>
        <ul class="names">
          ${rows.map(({ id, summary }) => html`<li><a href="${linkTo(place, functionPlace(language, id).path)}" title="${summary[language]}">${id}</a></li>`)}
        </ul>
      </section>`,
  );
  return html`<section aria-labelledby="functions">
    <h2 id="functions">${words.functions[language]}</h2>
    <div class="families">${lists}</div>
  </section>`;
}
