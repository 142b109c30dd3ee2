const { amount, amountText, fundingSplit, weight } = require("@tallykit/core");
const { CountModel } = require("@tallykit/core/models");
const { callFunction } = require("@tallykit/sheet");
const { parseAddress } = require("@tallykit/sheet/book");
const { findingKinds } = require("@tallykit/sheet/check");

const weights = [2, 3, 1].map((value) => weight(value));
const parts = fundingSplit({ total: amount("100.00", "0.01"), weights }).parts.map(amountText);
const cells = callFunction("FUNDING_SPLIT", [100, [[2], [3], [1]]]);
console.log(
  JSON.stringify([
    parts,
    cells,
    CountModel.safeParse(-1).success,
    parseAddress("B2"),
    findingKinds.includes("stale"),
  ]),
);
