type Inputs = typeof import('./read-inputs.ts')

let loading: Promise<Inputs> | undefined

/**
 * What checks the input of the core's routes, loaded with the first of them: zod takes longer to load than all the
 * rest, and many a process imports this package without ever answering a request.
 */
export function inputs(): Promise<Inputs> {
  loading ??= import('./read-inputs.ts')
  return loading
}
