import type { Univer } from "./univer.ts";

const patched = new WeakSet();

/**
 * Lets functions read the cells that formulas fill through the ranges they make on their way.
 *
 * MAP, BYROW, INDEX and others cut their range into smaller ones that forget what formulas filled in this calculation:
 * filled cells count as 0, and what the engine remembers of them is wrong for SUMIF and XLOOKUP later.
 */
export function patchReferences({ formula }: Univer): void {
  const { prototype } = formula.BaseFunction;
  if (patched.has(prototype)) return;
  patched.add(prototype);
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the function it is asked of, below
  const create = prototype.createReferenceObject;
  prototype.createReferenceObject = function (this: typeof prototype, reference, range) {
    const made = create.call(this, reference, range);
    if (!made.isReferenceObject() || made.isError()) return made;
    const object = made as typeof reference;
    object.setArrayFormulaRange(reference.getArrayFormulaRange());
    object.setRuntimeArrayFormulaCellData(reference.getRuntimeArrayFormulaCellData());
    object.setRuntimeArrayFormulaRange(reference.getRuntimeArrayFormulaRange());
    object.setRuntimeFeatureCellData(reference.getRuntimeFeatureCellData());
    return object;
  };
}
