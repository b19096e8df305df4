import type { Simulate } from './simulate.ts'
import { isSimulateCall, pathOf, SIMULATE_CALLS, type SimulateCall } from './simulate-calls.ts'

/** `Simulate` from another process, or from a page: every call answers with a promise. */
export type SimulateClient = {
  readonly [Call in SimulateCall]: (
    ...values: Parameters<Simulate[Call]>
  ) => Promise<ReturnType<Simulate[Call]>>
}

export interface SimulateClientOptions {
  /** Origin of the emulator: `emulator.url`. */
  url: string
  apiKeySid: string
  apiKeySecret: string
  fetch?: typeof fetch
}

/** Speaks to the emulator's `/emulator/simulate`. Its calls reject with an `Error` that holds the server's words. */
export function createSimulateClient(options: SimulateClientOptions): SimulateClient {
  const calls = Object.keys(SIMULATE_CALLS).filter(isSimulateCall)
  const entries = calls.map((call) => [
    call,
    (...values: unknown[]) => ask(options, pathOf(call), fieldsOf(call, values)),
  ])
  return Object.fromEntries(entries) as SimulateClient
}

function fieldsOf(call: SimulateCall, values: readonly unknown[]): URLSearchParams {
  const { args } = SIMULATE_CALLS[call]
  const named = args.map(([name], index) => [name, values[index]] as const)
  const given = [...named, ...Object.entries((values[args.length] as object | undefined) ?? {})]
  const fields = given.filter(([, value]) => value !== null && value !== undefined)
  return new URLSearchParams(fields.map(([name, value]) => [name, String(value)]))
}

async function ask(options: SimulateClientOptions, path: string, body: URLSearchParams): Promise<unknown> {
  const { url, apiKeySid, apiKeySecret, fetch: send = fetch } = options
  const response = await send(`${url}/emulator/simulate/${path}`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${apiKeySid}:${apiKeySecret}`)}` },
    body,
  })
  const answer: Record<string, unknown> = await response.json()
  if (!response.ok) throw new Error(String(answer['message']))
  return answer['dropped'] ?? answer['expired']
}
