import { formulaTokens, type Token } from "./formulaTokens.ts";

/** A call in a formula, by the places of its tokens. */
interface TokenCall {
  /** The function in upper case. */
  readonly name: string;
  /** The place of the function's name. */
  readonly start: number;
  /** The place after its closing bracket. */
  readonly end: number;
  /** For each argument the place of its first token; nothing where it is left out. */
  readonly args: readonly (number | undefined)[];
}

/** A formula that every reader of files takes for one. */
export interface FormulaSyntax {
  /** Its tokens. */
  readonly tokens: readonly Token[];
  /** Its calls. */
  readonly calls: readonly TokenCall[];
}

const binary = new Set(["+", "-", "*", "/", "^", "&", "=", "<", ">", "<=", ">=", "<>", ":"]);
/** What Excel allows: characters of a formula, brackets in brackets, arguments of a call. */
const limits = { characters: 8192, depth: 64, args: 255 } as const;

/**
 * Reads a formula as people type it, without the equals sign; `undefined` where it is none.
 *
 * Stricter than Excel: a formula that it does not take for one makes Excel repair the whole file, so that what is rare
 * (unions, ranges that cross, tables, `#` and `@`) counts as none here.
 */
export function readSyntax(formula: string): FormulaSyntax | undefined {
  const tokens = formula.length > limits.characters ? undefined : formulaTokens(formula);
  if (tokens === undefined) return undefined;
  const reader = new SyntaxReader(tokens);
  return reader.isFormula() ? { tokens, calls: reader.calls } : undefined;
}

class SyntaxReader {
  readonly calls: TokenCall[] = [];
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  isFormula(): boolean {
    return this.#expression() && this.#next() === undefined;
  }

  #next(): Token | undefined {
    while (this.#tokens[this.#at]?.kind === "space") this.#at += 1;
    return this.#tokens[this.#at];
  }

  /** Goes past the next token where it is this one. */
  #take(text: string): boolean {
    if (this.#next()?.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #expression(): boolean {
    do {
      while (this.#take("+") || this.#take("-"));
      if (!this.#operand()) return false;
      while (this.#take("%"));
    } while (this.#takeBinary());
    return true;
  }

  #takeBinary(): boolean {
    const token = this.#next();
    if (token?.kind !== "operator" || !binary.has(token.text)) return false;
    this.#at += 1;
    // What names a sheet after a colon would be read as a range over several sheets.
    return token.text !== ":" || this.#next()?.text.includes("!") !== true;
  }

  #operand(): boolean {
    const token = this.#next();
    if (token === undefined) return false;
    if (token.text === "{") return this.#constants();
    const start = this.#at;
    this.#at += 1;
    if (token.text === "(")
      return this.#inBrackets(() => this.#expression() && this.#take(")")) && this.#calls("", start);
    if (token.kind === "word") return this.#calls(token.text.toUpperCase(), start);
    return token.kind !== "operator" && token.kind !== "bracket";
  }

  /** The brackets of calls after a name or after a bracket: `LAMBDA(x,x)(1)` has two. */
  #calls(name: string, start: number): boolean {
    let called = name;
    while (this.#tokens[this.#at]?.text === "(") {
      this.#at += 1;
      const args: (number | undefined)[] = [];
      if (!this.#inBrackets(() => this.#arguments(args))) return false;
      this.calls.push({ name: called, start, end: this.#at, args });
      called = "";
    }
    return true;
  }

  #arguments(args: (number | undefined)[]): boolean {
    if (this.#take(")")) return true;
    for (;;) {
      const isLeftOut = [",", ")"].includes(this.#next()?.text ?? "");
      args.push(isLeftOut ? undefined : this.#at);
      if (!isLeftOut && !this.#expression()) return false;
      if (this.#take(")")) return args.length <= limits.args;
      if (!this.#take(",")) return false;
    }
  }

  #inBrackets(read: () => boolean): boolean {
    this.#depth += 1;
    const isRight = this.#depth <= limits.depth && read();
    this.#depth -= 1;
    return isRight;
  }

  #constants(): boolean {
    this.#at += 1;
    const widths = [0];
    do {
      if (!this.#constant()) return false;
      widths.push((widths.pop() ?? 0) + 1);
      if (this.#take(";")) widths.push(0);
      else if (!this.#take(",")) return this.#take("}") && new Set(widths).size === 1;
    } while (this.#next() !== undefined);
    return false;
  }

  #constant(): boolean {
    const isSigned = this.#take("-") || this.#take("+");
    const token = this.#next();
    this.#at += 1;
    if (token?.kind === "number") return true;
    if (isSigned || token === undefined) return false;
    return token.kind === "text" || token.kind === "error" || /^(true|false)$/i.test(token.text);
  }
}
