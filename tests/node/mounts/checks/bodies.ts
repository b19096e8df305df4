import { expect } from 'vitest'
import type { Left } from '../mount.ts'
import type { Echo } from '../subject/observe.ts'
import { type Exchange, FORM_TYPE, JSON_TYPE, SIGNED_IN, sendRaw } from './exchange.ts'

const FATE = { intact: null, rewritten: 'rewritten', lost: 'lost' } satisfies Record<Left, string | null>

export const BODIES = {
  'hands over JSON as it was sent, or says what became of it': async ({ ask, mount }: Exchange) => {
    const body = '{ "name" : "Zo\\u00eb",\n "list":[1, 2.50] }'
    const echo = await echoOf(await ask('/test/echo', { method: 'POST', headers: JSON_TYPE, body }))
    const left = mount.json ?? 'intact'
    expect(echo.fate).toBe(FATE[left])
    if (left === 'intact') expect(echo.body).toBe(body)
    if (left === 'rewritten') expect(JSON.parse(echo.body)).toEqual(JSON.parse(body))
  },

  'hands over a form as it was sent, or says what became of it': async ({ ask, mount }: Exchange) => {
    const body = 'b=Zo%c3%ab&a=1+2%2B3&list=x&list=y&empty='
    const echo = await echoOf(await ask('/test/echo', { method: 'POST', headers: FORM_TYPE, body }))
    const left = mount.form ?? 'intact'
    expect(echo.fate).toBe(FATE[left])
    if (left === 'intact') expect(echo.body).toBe(body)
    if (left === 'rewritten')
      expect([...new URLSearchParams(echo.body)]).toEqual([...new URLSearchParams(body)])
  },

  'answers JSON that cannot be read in our shape': async ({ ask, mount }: Exchange) => {
    for (const body of ['{ "booking_id": ', '']) {
      const headers = { ...SIGNED_IN, ...JSON_TYPE }
      const response = await ask('/launch-video', { method: 'POST', headers, body })
      if (mount.json === 'lost') expect(response.headers.get('x-meetings-error')).toBe('CONFIG_INVALID')
      else expect([response.status, (await response.json()).code]).toEqual([400, 'BODY_UNREADABLE'])
    }
  },

  'refuses a body of 4 MB without keeping the next request waiting': async (exchange: Exchange) => {
    const { host, path, mount } = exchange
    const head = `Host: ${new URL(host.address ?? '').host}\r\nAuthorization: Bearer customer\r\n`
    const body = JSON.stringify({ booking_id: 'x'.repeat(4_000_000) })
    const type = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`
    const refused = `POST ${path('/launch-video')} HTTP/1.1\r\n${head}${type}\r\n${body}`
    const next = `GET ${path('/bookings')} HTTP/1.1\r\n${head}\r\n`
    const send = () => sendRaw(host, refused + next, (answer) => /HTTP\/1.1 200/.test(answer))
    // A host that hangs up while the body is on its way may take its answer with it: the caller asks again.
    const answers = await (mount.closesAfterRefusal ? untilAnswered(send) : send())
    const [first, second] = answers.match(/(?<=HTTP\/1.1 )\d+/g) ?? []
    expect(first).toBe(mount.json === 'lost' ? '500' : '413')
    if (mount.closesAfterRefusal)
      expect((await exchange.ask('/bookings', { headers: SIGNED_IN })).status).toBe(200)
    else expect(second).toBe('200')
  },
}

async function untilAnswered(send: () => Promise<string>): Promise<string> {
  for (let left = 9; ; left--) {
    try {
      return await send()
    } catch (error) {
      if (left === 0) throw error
    }
  }
}

async function echoOf(response: Response): Promise<Echo> {
  expect(response.status).toBe(200)
  return response.json()
}
