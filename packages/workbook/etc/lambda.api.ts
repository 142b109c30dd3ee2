interface LambdaParameter extends Texts {
  readonly name: string;
}

interface LeftOut extends Texts {
  readonly ids: readonly string[];
}

interface NamedLambda {
  readonly name: string;
  readonly same: string;
  readonly summary: Texts;
  readonly parameters: readonly LambdaParameter[];
  readonly limits: Texts;
  readonly body: string;
  readonly example: {
    readonly arguments: readonly string[];
    readonly value: number | string | readonly (readonly number[])[];
    readonly format?: string;
  };
}

declare const lambdaPrefix = "TALLYX.";

declare const lambdas: readonly NamedLambda[];

declare const leftOut: readonly LeftOut[];

declare function storedLambda(lambda: NamedLambda): string;

declare function typedLambda({ parameters, body }: NamedLambda): string;
