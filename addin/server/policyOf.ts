/**
 * The content security policy that a page states in its head, for the header of every answer.
 *
 * @throws Error where it states none
 */
export function policyOf(page: string): string {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
  if (policy === undefined) throw new Error("the page states no content security policy");
  return policy;
}
