import { describe, expect, it } from 'vitest'
import { world } from '../../test/world.ts'
import { memoryStore } from '../testing/index.ts'

const pinging = (ping: () => Promise<void>) => ({ store: { ...memoryStore(), ping } })

describe('the health probe', () => {
  it('answers without a session', async () => {
    const response = await world().send('/health', { as: null })
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  })

  it('says 503 while the store is down', async () => {
    let isDown = true
    const { send, clock } = world(
      pinging(async () => {
        if (isDown) throw new Error('connection refused at 10.0.0.7')
      }),
    )
    const response = await send('/health', { as: null })
    expect(response.status).toBe(503)
    expect(await response.text()).not.toContain('10.0.0.7')
    isDown = false
    clock.advance(1_000)
    expect((await send('/health', { as: null })).status).toBe(200)
  })

  it('asks the store once a second, however often it is asked', async () => {
    let asked = 0
    const { send, clock } = world(pinging(async () => void asked++))
    await Promise.all(Array.from({ length: 50 }, () => send('/health', { as: null })))
    expect(asked).toBe(1)
    clock.advance(1_000)
    await send('/health', { as: null })
    expect(asked).toBe(2)
  })
})
