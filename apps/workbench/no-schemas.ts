/**
 * Stands in for typebox in the browser. The workbench needs an endpoint's
 * method and address; its schemas are for the server and the compiler, and a
 * third of a megabyte that nobody would read.
 */
const schema: unknown = new Proxy(() => undefined, {
  get: (_, name) => (name === Symbol.iterator ? function* () {} : typeof name === 'symbol' || name === 'then' ? undefined : schema),
  apply: () => schema,
  ownKeys: () => [],
  getOwnPropertyDescriptor: () => undefined,
});

export default schema;
export const Type = schema;
