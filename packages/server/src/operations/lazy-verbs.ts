/** An API whose functions are loaded when one of them is called: a server where nobody calls never holds them. */
export function lazyVerbs<Api extends Record<keyof Api, (...args: never[]) => Promise<unknown>>>(
  names: readonly (keyof Api & string)[],
  load: () => Promise<Api>,
): Api {
  const lazy =
    (name: keyof Api) =>
    async (...args: never[]) =>
      (await load())[name](...args)
  return Object.fromEntries(names.map((name) => [name, lazy(name)])) as unknown as Api
}
