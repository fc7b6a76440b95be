/** A start that cannot be: one Chinese sentence for the operator, with its way out. Never a stack. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
