import { describe, expect, it } from 'vitest'
import { TYPE_ID, world } from '../../test/world.ts'

const HOURS = {
  time_zone: 'Europe/Berlin',
  weekly: [{ weekday: 1, from: '10:00', to: '11:00' }],
  overrides: [{ date: '2026-11-24', intervals: [{ from: '09:00', to: '10:00' }] }],
  time_off: [{ from: '2026-12-24', to: '2026-12-31' }],
}

describe("a host's hours", () => {
  it('are read as they were saved', async () => {
    const { send, putJson } = world()
    expect(await (await send('/schedule', { as: 'stranger' })).json()).toEqual({ schedule: null })
    const saved = await putJson('/schedule', HOURS, 'stranger')
    const { time_zone: timeZone, time_off: timeOff, weekly, overrides } = HOURS
    expect(await saved.json()).toEqual({ schedule: { timeZone, weekly, overrides, timeOff } })
    const read = await send('/schedule', { as: 'stranger' })
    expect(await read.json()).toEqual({ schedule: { timeZone, weekly, overrides, timeOff } })
  })

  it('decide at once what can be booked', async () => {
    const { send, putJson } = world({ time: '12:00:00' })
    await putJson('/schedule', HOURS, 'host')
    const query = `meeting_type_id=${TYPE_ID}&from=2026-11-23&to=2026-11-24&time_zone=UTC`
    const { days } = await (await send(`/availability?${query}`)).json()
    expect(
      days.map(({ slots }: { slots: { start: string }[] }) => slots.map(({ start }) => start.slice(11, 16))),
    ).toEqual([
      ['09:00', '09:30'],
      ['08:00', '08:30'],
    ])
  })

  it("are the caller's own: nobody can name another host", async () => {
    const { putJson, send } = world()
    const before = await (await send('/schedule', { as: 'host' })).json()
    expect((await putJson('/schedule', { ...HOURS, host_id: 'host' }, 'stranger')).status).toBe(422)
    expect((await putJson('/schedule', HOURS, 'stranger')).status).toBe(200)
    expect(await (await send('/schedule', { as: 'host' })).json()).toEqual(before)
  })

  it.each<[string, object]>([
    ['time_zone', { time_zone: 'Mars' }],
    ['weekly.0.weekday', { weekly: [{ weekday: 0, from: '09:00', to: '10:00' }] }],
    ['weekly.0.to', { weekly: [{ weekday: 1, from: '10:00', to: '09:00' }] }],
    ['weekly.0.from', { weekly: [{ weekday: 1, from: '9:00', to: '10:00' }] }],
    ['overrides.0.date', { overrides: [{ date: '2026-02-30', intervals: [] }] }],
    ['time_off.0.to', { time_off: [{ from: '2026-12-24', to: '2026-12-23' }] }],
    ['', { timeZone: 'UTC' }],
  ])('are refused at %j for %j', async (path, changes) => {
    const response = await world().putJson('/schedule', { ...HOURS, ...changes }, 'host')
    expect([response.status, (await response.json()).details.fields[0].path]).toEqual([422, path])
  })
})
