// Registers of towns, made by a generator with a fixed seed: the same for every entrant, with fresh strings each time.

/** A generator of numbers from 0 to below 1 (xorshift, 32 bits). */
export function generator(seed) {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Columns of rows in random order: each town lies in one county, each county in one city. */
export function register({ rows, towns }) {
  const next = generator(20171122);
  const columns = { city: [], county: [], town: [], covered: [], eligible: [] };
  const counties = Math.ceil(towns / 10);
  const cities = Math.ceil(counties / 10);
  for (let row = 0; row < rows; row += 1) {
    const town = Math.floor(next() * towns);
    const eligible = Math.floor(next() * 100);
    columns.town.push(name("town", town));
    columns.county.push(name("county", town % counties));
    columns.city.push(name("city", (town % counties) % cities));
    columns.eligible.push(eligible);
    columns.covered.push(Math.floor(next() * (eligible + 1)));
  }
  return columns;
}

function name(kind, place) {
  return `${kind}-${String(place).padStart(6, "0")}`;
}

/** The same rows as objects, which is what most packages take. */
export function objectsOf({ city, county, town, covered, eligible }) {
  return town.map((each, row) => ({
    city: city[row],
    county: county[row],
    town: each,
    covered: covered[row],
    eligible: eligible[row],
  }));
}
