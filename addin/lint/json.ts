/** What a JSON file holds. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The value at a path such as `extensions[0].runtimes[0].id`; nothing where there is none. */
export function at(value: Json, path: string): Json | undefined {
  let found: Json | undefined = value;
  for (const key of path.split(/[.[\]]+/).filter((part) => part !== "")) found = member(found, key);
  return found;
}

function member(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, Json>>)[key];
}

/** The list at a path; empty where there is none. */
export function listAt(value: Json, path: string): readonly Json[] {
  const found = at(value, path);
  return Array.isArray(found) ? (found as readonly Json[]) : [];
}

/** The text at a path; empty where there is none. */
export function textAt(value: Json, path: string): string {
  const found = at(value, path);
  return typeof found === "string" ? found : "";
}

/** Every text in a value, with its path. */
export function textsIn(value: Json, path = ""): readonly (readonly [path: string, text: string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, each]: [string, Json]) =>
    textsIn(each, isList ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`),
  );
}

/** Every object in a value, itself included, with its path. */
export function objectsIn(value: Json, path = ""): readonly (readonly [path: string, object: Json])[] {
  if (typeof value !== "object" || value === null) return [];
  const isList = Array.isArray(value);
  const inner = Object.entries(value).flatMap(([key, each]: [string, Json]) =>
    objectsIn(each, isList ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`),
  );
  return isList ? inner : [[path, value], ...inner];
}
