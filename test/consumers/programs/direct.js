import {
  amount,
  amountText,
  fundingSplit,
  weight,
} from "./node_modules/@tallykit/core/dist/page/tallykit.js";

const weights = [2, 3, 1].map((value) => weight(value));
const parts = fundingSplit({ total: amount("100.00", "0.01"), weights }).parts.map(amountText);
document.querySelector("output").textContent = JSON.stringify(parts);
