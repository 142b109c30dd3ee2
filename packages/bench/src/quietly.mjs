/** Loads a package that writes to the console as it loads, without that. */
export async function quietly(load) {
  const { log } = console;
  console.log = () => undefined;
  try {
    return await load();
  } finally {
    console.log = log;
  }
}
