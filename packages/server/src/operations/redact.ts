const INSPECT = Symbol.for('nodejs.util.inspect.custom')

/**
 * The same object, whose token does not show when it is printed (`console.log`, a log, a debugger's preview in
 * Node). `JSON.stringify` still writes it: that is how it reaches its owner.
 */
export function hideToken<T extends { token: string }>(value: T): T {
  return Object.defineProperty(value, INSPECT, {
    value: () => ({ ...value, token: '[secret]' }),
    enumerable: false,
  })
}
