import type { Action, RequestBody } from "./request.ts";

/** What the host is told about one call. */
export interface Answer {
  /** Whether there is a result; otherwise `value` holds words and `code` the error. */
  readonly ok: boolean;
  /** The result as JSON carries it, or the words of the error. */
  readonly value: unknown;
  /** The error's number on the wire. */
  readonly code: number | undefined;
}

/** The object that Microsoft's runtime looks for before it looks for Excel, and talks to in texts. */
interface NativeBridge {
  /** Set by the runtime. */
  onMessageFromHost: ((text: string) => void) | null;
  /** Called by the runtime. */
  readonly sendMessageToHost: (text: string) => void;
}

/** A host that is not Excel: it sends calls to Microsoft's runtime and takes its answers. */
export interface Host {
  /** What goes into the window as `_richApiNativeBridge`. */
  readonly bridge: NativeBridge;
  /** Calls a function as a cell does; arguments as they go over the wire. */
  readonly invoke: (id: string, given: readonly unknown[]) => Promise<Answer>;
  /** Calls many functions in one message, as a recalculation does. */
  readonly invokeAll: (
    calls: readonly (readonly [id: string, given: readonly unknown[]])[],
  ) => Promise<Answer[]>;
  /** Tells the runtime of an event, such as another selection, by Excel's number for it. */
  readonly tell: (event: number, details: object) => void;
}

type WireResult =
  | readonly [id: number, ok: boolean, value: unknown, code: number | undefined]
  | { readonly id: number; readonly failed?: boolean; readonly value: unknown; readonly errorCode?: number };

interface Request {
  readonly id: string;
  readonly type: number;
  readonly message: { readonly body: string | RequestBody };
}

const requestType = 1;
const responseType = 2;
const genericMessageType = 3;
const customFunctionsCategory = 1;
const eventsCategory = 65_536;
const invokeMessage = 1000;
/** Error cells reach the function: `allowErrorForDataTypeAny` of the metadata. */
const allowErrors = 4;

/**
 * Makes a host. Its numbers are those that the shipped runtime was seen to send and to take.
 *
 * Requests that bring no results of calls may be for the workbook; what it does not answer is answered with nothing.
 */
export function createHost(answerRequest?: (body: RequestBody) => object | undefined): Host {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  const toRuntime = (message: object): void => bridge.onMessageFromHost?.(JSON.stringify(message));
  const bridge: NativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost: (text) => {
      const request = JSON.parse(text) as Request;
      if (request.type !== requestType) return;
      const { body: sent } = request.message;
      const body = typeof sent === "string" ? (JSON.parse(sent) as RequestBody) : sent;
      const results = body.Actions.filter(({ Name }) => /^SetInvocation(Array)?Results$/.test(Name));
      for (const action of results) take(action);
      const forWorkbook = results.length > 0 ? undefined : answerRequest?.(body);
      const answer = forWorkbook ?? answerNothing(body.Actions);
      setTimeout(() => {
        toRuntime(responseTo(request.id, answer));
      }, 0);
    },
  };
  const take = ({ ArgumentInfo }: Action): void => {
    for (const result of (ArgumentInfo?.Arguments?.[0] ?? []) as readonly WireResult[]) {
      const { id, ...answer } = answerOf(result);
      waiting.get(id)?.(answer);
      waiting.delete(id);
    }
  };
  const invokeAll: Host["invokeAll"] = (calls) => {
    const answers: Promise<Answer>[] = [];
    const entries = calls.map(([name, given]) => {
      const id = (last += 1);
      answers.push(new Promise((resolve) => waiting.set(id, resolve)));
      return [
        customFunctionsCategory,
        invokeMessage,
        "",
        JSON.stringify([id, name, given, "Sheet1!A1", allowErrors]),
        id,
      ];
    });
    toRuntime({ type: genericMessageType, flags: 0, message: { entries } });
    return Promise.all(answers);
  };
  const invoke: Host["invoke"] = async (id, given) => {
    const [answer] = await invokeAll([[id, given]]);
    if (answer === undefined) throw new Error(`${id} has no answer`);
    return answer;
  };
  const tell: Host["tell"] = (event, details) => {
    const entry = [eventsCategory, event, "Workbook", JSON.stringify(details), 0];
    toRuntime({ type: genericMessageType, flags: 0, message: { entries: [entry] } });
  };
  return { bridge, invoke, invokeAll, tell };
}

function answerOf(result: WireResult): Answer & { readonly id: number } {
  if ("failed" in result || !Array.isArray(result)) {
    const { id, failed, value, errorCode } = result as Exclude<WireResult, readonly unknown[]>;
    return { id, ok: failed !== true, value, code: errorCode };
  }
  const [id, ok, value, code] = result as Extract<WireResult, readonly unknown[]>;
  return { id, ok, value, code: ok ? undefined : code };
}

function answerNothing(actions: readonly Action[]): object {
  return { Results: actions.map(({ Id }) => ({ ActionId: Id, Value: null })) };
}

function responseTo(id: string, answer: object): object {
  const body = JSON.stringify(answer);
  return { id, type: responseType, flags: 0, message: { statusCode: 200, headers: {}, body } };
}
