import { amount, amountText, fundingSplit, weight } from "@tallykit/core";
import { callFunction } from "@tallykit/sheet";

const weights = [2, 3, 1].map((value) => weight(value));
const parts = fundingSplit({ total: amount("100.00", "0.01"), weights }).parts.map(amountText);
const cells = callFunction("FUNDING_SPLIT", [100, [[2], [3], [1]]]);
document.querySelector("output").textContent = JSON.stringify([parts, cells]);
