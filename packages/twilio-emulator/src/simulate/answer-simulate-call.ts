import { type HttpAnswer, RestError } from '../http/http-types.ts'
import { CannotSimulate, NobodyThere } from './find-people.ts'
import type { Simulate } from './simulate.ts'
import {
  type FieldKind,
  isSimulateCall,
  pathOf,
  SIMULATE_CALLS,
  type SimulateCall,
} from './simulate-calls.ts'

/** Does what a request to `/emulator/simulate/{path}` asks for; null when there is no such simulation. */
export function answerSimulateCall(
  simulate: Simulate,
  path: string,
  form: URLSearchParams,
): HttpAnswer | null {
  const call = Object.keys(SIMULATE_CALLS).find((name) => pathOf(name) === path)
  if (call === undefined || !isSimulateCall(call)) return null
  const values = readArguments(call, form)
  try {
    const perform = simulate[call] as (...values: unknown[]) => unknown
    return { status: 200, body: describe(call, perform(...values)) }
  } catch (error) {
    if (error instanceof NobodyThere) throw new RestError(404, 20404, error.message)
    if (error instanceof CannotSimulate) throw new RestError(400, 20001, error.message)
    throw error
  }
}

function describe(call: SimulateCall, result: unknown): Record<string, unknown> {
  if (call === 'dropSocket') return { dropped: result }
  if (call === 'expireToken') return { expired: result }
  return {}
}

function readArguments(call: SimulateCall, form: URLSearchParams): unknown[] {
  const { args, options } = SIMULATE_CALLS[call]
  const fields = [...args.map(([name]) => name), ...Object.keys(options ?? {})]
  const unknown = [...form.keys()].find((name) => !fields.includes(name))
  if (unknown !== undefined) {
    throw invalid(`${pathOf(call)} has no field "${unknown}". It has: ${fields.join(', ') || 'none'}.`)
  }
  const values = args.map(([name, kind]) => readField(form, name, kind))
  if (!options) return values
  const entries = Object.entries(options).map(([name, kind]) => [name, readField(form, name, kind)] as const)
  return [...values, Object.fromEntries(entries.filter(([, value]) => value !== null))]
}

function readField(form: URLSearchParams, name: string, kind: FieldKind): string | number | boolean | null {
  const text = form.get(name)
  if (text === null || text === '') {
    if (kind.endsWith('?')) return null
    throw invalid(`The field "${name}" is missing.`)
  }
  if (kind.startsWith('text')) return text
  if (kind.startsWith('flag')) {
    if (text === 'true' || text === 'false') return text === 'true'
    throw invalid(`The field "${name}" must be true or false.`)
  }
  const value = Number(text)
  if (Number.isNaN(value)) throw invalid(`The field "${name}" must be a number.`)
  return value
}

function invalid(message: string): RestError {
  return new RestError(400, 20001, message)
}
