import * as fc from "fast-check";
import { count } from "../exact/count.ts";
import { refusesWith } from "../exact/refusal.laws.ts";
import type { Law } from "../law.laws.ts";
import { coverageDue } from "./coverageDue.ts";
import type { CoverageForm, CoveragePolicy } from "./coveragePolicy.ts";

type Due = typeof coverageDue;

const mostMembers = 14;
/** Thresholds that fit, so that every size is due one form; small, so that their edges are met often. */
export const policies = fc
  .tuple(fc.nat(mostMembers - 2), fc.nat(mostMembers - 2))
  .map(([a, b]): CoveragePolicy => ({ ownFrom: count(Math.max(a, b)), jointFrom: count(Math.min(a, b)) }));
const strength: Readonly<Record<CoverageForm, number>> = { work: 0, joint: 1, own: 2 };

/** What every size up to the largest is due. */
const formsBySize = (calculator: Due, policy: CoveragePolicy): CoverageForm[] =>
  Array.from({ length: mostMembers }, (_, members) => calculator({ members: count(members), policy }));

export const coverageDueLaws: readonly Law<Due>[] = [
  {
    name: "C11 the forms part the sizes: so many below, between and above the thresholds",
    property: (calculator) =>
      fc.property(policies, (policy) => {
        const due = formsBySize(calculator, policy);
        const sizesOf = (form: CoverageForm): number => due.filter((each) => each === form).length;
        return (
          sizesOf("work") === policy.jointFrom &&
          sizesOf("joint") === policy.ownFrom - policy.jointFrom &&
          sizesOf("own") === mostMembers - policy.ownFrom
        );
      }),
    // "More than 3" for "3 or more".
    broken: ({ members, policy }) => coverageDue({ members: count(Math.max(0, members - 1)), policy }),
  },
  {
    name: "C11 one member more never weakens the form that is due",
    property: (calculator) =>
      fc.property(policies, (policy) => {
        const due = formsBySize(calculator, policy).map((form) => strength[form]);
        return due.every((each, members) => each >= (due[members - 1] ?? 0));
      }),
    // Only the size at the threshold is due an organisation of its own.
    broken: ({ members, policy: { ownFrom, jointFrom } }) =>
      members === ownFrom ? "own" : members >= jointFrom ? "joint" : "work",
  },
  {
    name: "C11 the thresholds themselves belong to the class above",
    property: (calculator) =>
      fc.property(policies, (policy) => {
        const atJoint = calculator({ members: policy.jointFrom, policy });
        return calculator({ members: policy.ownFrom, policy }) === "own" && atJoint !== "work";
      }),
    broken: ({ members, policy: { ownFrom, jointFrom } }) =>
      members > ownFrom ? "own" : members > jointFrom ? "joint" : "work",
  },
  {
    name: "thresholds in the wrong order are refused, and no others",
    property: (calculator) =>
      fc.property(fc.nat(9), fc.nat(9), fc.nat(mostMembers), (own, joint, members) => {
        const policy = { ownFrom: count(own), jointFrom: count(joint) };
        const isRefused = refusesWith("conflict", () => calculator({ members: count(members), policy }));
        return isRefused === own < joint;
      }),
    broken: ({ members, policy: { ownFrom, jointFrom } }) =>
      members >= ownFrom ? "own" : members >= jointFrom ? "joint" : "work",
  },
];
