import {
  type Action,
  actionTypes,
  type Arguments,
  type Deed,
  type ObjectPath,
  pathTypes,
  type RequestBody,
  RequestRefusal,
  type WorkbookObject,
} from "./request.ts";

/** What a host remembers between requests. */
export interface Session {
  /** The workbook. */
  readonly root: WorkbookObject;
  /** Objects that were promised to live on, by their references. */
  readonly kept: Map<string, Reached>;
  /** How many were promised, those let go again included: no reference is given twice. */
  keptSoFar: number;
  /** What requests did, in order. */
  readonly deeds: Deed[];
}

/** An object, and the way to it in words; no object where there is none of the name. */
interface Reached {
  readonly object: WorkbookObject | null;
  readonly way: string;
}

/**
 * Answers the actions of a request in order, up to the first that is refused; gives nothing where it is not for the
 * workbook: office.js also tells Excel itself how it was used.
 */
export function answerRequest(session: Session, body: RequestBody): object | undefined {
  const isForService = Object.values(body.ObjectPaths).some(
    ({ ObjectPathType }) => ObjectPathType === pathTypes.service,
  );
  if (isForService) return undefined;
  const reader = new RequestReader(session, body);
  const traces = body.Actions.filter(({ ActionType }) => ActionType === actionTypes.trace);
  const Results: object[] = [];
  for (const [ActionIndex, action] of body.Actions.entries()) {
    try {
      Results.push({ ActionId: action.Id, Value: reader.answer(action) });
    } catch (error) {
      if (!(error instanceof RequestRefusal)) throw error;
      return { Results, Error: { Code: error.code, Message: error.message, ActionIndex } };
    }
  }
  return { Results, TraceIds: traces.map(({ Id }) => Id) };
}

/** Reads one request: its objects are reached once, since methods that add something must not do it twice. */
class RequestReader {
  readonly #session: Session;
  readonly #paths: RequestBody["ObjectPaths"];
  readonly #reached = new Map<number, Reached>();

  constructor(session: Session, { ObjectPaths }: RequestBody) {
    this.#session = session;
    this.#paths = ObjectPaths;
  }

  answer({ ActionType, Name, ObjectPathId, ArgumentInfo, QueryInfo }: Action): unknown {
    if (ActionType === actionTypes.trace) return null;
    const found = this.#reach(ObjectPathId);
    const { object } = found;
    if (object === null) return null;
    const given = this.#argumentsIn(ArgumentInfo);
    switch (ActionType) {
      case actionTypes.instantiate:
        return object.isKept === true ? { _ReferenceId: this.#keep(found) } : {};
      case actionTypes.query:
        return valuesOf(object, QueryInfo?.Select ?? []);
      case actionTypes.method:
        // What only office.js itself needs is no deed of the pane.
        if (Name === "_KeepReference") return null;
        if (Name === "_RemoveReference") return this.#session.kept.delete(String(given[0]));
        this.#record(found, Name, given);
        return object.call(Name, given) ?? null;
      case actionTypes.set:
        this.#record(found, Name, given[0]);
        object.set(Name, given[0]);
        return null;
      default:
        throw new RequestRefusal("NotImplemented", `no answer to the action ${ActionType}`);
    }
  }

  #reach(id: number): Reached {
    const before = this.#reached.get(id);
    if (before !== undefined) return before;
    const path = this.#paths[id];
    if (path === undefined) throw new RequestRefusal("InvalidArgument", `no object path ${id}`);
    const found = this.#follow(path);
    this.#reached.set(id, found);
    return found;
  }

  #follow({ ObjectPathType, Name, ParentObjectPathId, ArgumentInfo }: ObjectPath): Reached {
    if (ObjectPathType === pathTypes.root) return { object: this.#session.root, way: "" };
    if (ObjectPathType === pathTypes.nothing) return { object: null, way: "" };
    if (ObjectPathType === pathTypes.reference) {
      return this.#session.kept.get(Name) ?? { object: null, way: "" };
    }
    const parent = this.#reach(ParentObjectPathId ?? 0);
    if (ObjectPathType === pathTypes.property) return reached(parent, Name, parent.object?.get(Name));
    // An index into a collection has no name on the wire.
    const method = ObjectPathType === pathTypes.item ? "GetItem" : Name;
    const given = this.#argumentsIn(ArgumentInfo);
    if (!method.startsWith("Get")) this.#record(parent, method, given);
    return reached(parent, `${method}(${given.map(inWords).join(", ")})`, parent.object?.call(method, given));
  }

  #argumentsIn({ Arguments: given = [], ReferencedObjectPathIds: ids = [] }: Arguments = {}): unknown[] {
    return given.map((argument, index) => {
      const id = ids[index] ?? 0;
      return id === 0 ? argument : this.#reach(id).object;
    });
  }

  #keep(found: Reached): string {
    this.#session.keptSoFar += 1;
    const reference = `kept ${this.#session.keptSoFar}`;
    this.#session.kept.set(reference, found);
    return reference;
  }

  #record({ way }: Reached, name: string, given: unknown): void {
    const words = Array.isArray(given) ? given.map((each: unknown) => plain(each)) : given;
    this.#session.deeds.push({ object: way, name, given: words });
  }
}

function reached(parent: Reached, step: string, found: unknown): Reached {
  const way = parent.way === "" ? step : `${parent.way}.${step}`;
  return { object: isWorkbookObject(found) ? found : null, way };
}

/** The properties asked for; of each object inside, where it is a collection. */
function valuesOf(object: WorkbookObject, names: readonly string[]): object {
  if (object.items !== undefined) return { _Items: object.items().map((item) => valuesOf(item, names)) };
  const entries = names.map((name) => {
    const onWire = name.charAt(0).toUpperCase() + name.slice(1);
    return [onWire, object.get(onWire)] as const;
  });
  return Object.fromEntries(entries);
}

function inWords(argument: unknown): string {
  return JSON.stringify(plain(argument));
}

/** An argument as JSON has it: a range by its address. */
function plain(argument: unknown): unknown {
  return isWorkbookObject(argument) ? argument.get("Address") : argument;
}

function isWorkbookObject(value: unknown): value is WorkbookObject {
  return typeof value === "object" && value !== null && "call" in value;
}
