import { repeated } from "./repeated.mjs";
import { quietly } from "./quietly.mjs";

/** Apportionment population of the fifty states, United States Census Bureau, 2020 census, Alabama to Wyoming. */
const states2020 = [
  5030053, 736081, 7158923, 3013756, 39576757, 5782171, 3608298, 990837, 21570527, 10725274, 1460137, 1841377,
  12822739, 6790280, 3192406, 2940865, 4509342, 4661468, 1363582, 6185278, 7033469, 10084442, 5709752,
  2963914, 6160281, 1085407, 1963333, 3108462, 1379089, 9294493, 2120220, 20215751, 10453948, 779702,
  11808848, 3963516, 4241500, 13011844, 1098163, 5124712, 887770, 6916897, 29183290, 3275252, 643503, 8654542,
  7715946, 1795045, 5897473, 577719,
];
const seats = 435;

const answer = (places) => Array.from(places, (count, state) => ({ state, count }));

/** The states as an object, for packages that count parties by name. */
const byName = (people) => Object.fromEntries(people.map((each, state) => [`state ${state}`, each]));

/** Tallykit through its ordinary function, with weights of any size, and npm apportionment. */
function entrants(method, name, found = ({ exact }) => exact) {
  return [
    {
      name: "tallykit",
      load: async () => {
        const { count, quotaApportion, weight } = await import("@tallykit/core");
        return {
          prepare: (people) => ({
            places: count(seats),
            weights: people.map((each) => weight(each)),
            method,
          }),
          run: repeated(quotaApportion),
          answer: ({ places }) => answer(places),
        };
      },
    },
    {
      name: "apportionment",
      load: async () => {
        const peer = await quietly(() => import("apportionment"));
        return {
          run: repeated((people) => peer[name](people, seats)),
          answer: (result) => answer(found(result).apportionment),
        };
      },
    },
  ];
}

const contest = {
  sizes: { full: { states: 50 }, small: { states: 50 } },
  timesARun: repeated.times,
  warmUps: 5,
  input: () => [...states2020],
};

/** The House of Representatives by Huntington-Hill, as the law says. */
export const fiftyStates = {
  ...contest,
  name: "fiftyStates",
  goals: [{ entrant: "tallykit", against: "apportionment", atMost: 1 }],
  entrants: entrants("huntington-hill", "huntingtonHill"),
};

/** The same by the largest remainders, as until 1900: the packages that know no other method. */
export const fiftyStatesHamilton = {
  ...contest,
  name: "fiftyStatesHamilton",
  goals: ["apportionment", "hare-niemeyer", "largest-remainder-round"].map((against) => ({
    entrant: "tallykit",
    against,
    atMost: 1,
  })),
  entrants: [
    ...entrants("largest-remainder", "hamilton", (found) => found),
    {
      name: "hare-niemeyer",
      load: async () => {
        const { default: hareNiemeyer } = await import("hare-niemeyer");
        return {
          prepare: byName,
          run: repeated((people) => hareNiemeyer(people, seats)),
          answer: (places) => answer(Object.values(places)),
        };
      },
    },
    {
      name: "largest-remainder-round",
      load: async () => {
        await import("largest-remainder-round");
        return { run: repeated((people) => people.spread(seats)), answer };
      },
    },
  ],
};

/** The same by Webster, which more packages know. */
export const fiftyStatesWebster = {
  ...contest,
  name: "fiftyStatesWebster",
  goals: ["apportionment", "sainte-lague"].map((against) => ({ entrant: "tallykit", against, atMost: 1 })),
  entrants: [
    ...entrants("webster", "webster"),
    {
      name: "sainte-lague",
      load: async () => {
        const { default: sainteLague } = await import("sainte-lague");
        return {
          prepare: byName,
          run: repeated((people) => sainteLague(people, seats)),
          answer: (places) => answer(Object.values(places)),
        };
      },
    },
  ],
};
