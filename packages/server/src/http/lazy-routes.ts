import type { PersonRoute } from './routes.ts'

/** Routes that are loaded when one of them is asked for: a server where nobody asks never holds them. */
export function lazyRoutes<Name extends string>(
  names: readonly Name[],
  load: () => Promise<Record<Name, PersonRoute>>,
): Record<Name, PersonRoute> {
  const lazy = (name: Name): PersonRoute => ({
    access: 'person',
    answer: async (deps, call) => (await load())[name].answer(deps, call),
  })
  return Object.fromEntries(names.map((name) => [name, lazy(name)])) as Record<Name, PersonRoute>
}
