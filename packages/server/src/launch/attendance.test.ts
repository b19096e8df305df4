import { describe, expect, it } from 'vitest'
import { BOOKING_ID, USERS, world } from '../../test/world.ts'

const input = { bookingId: BOOKING_ID }

describe('attendance', () => {
  it('tells the host who came, when, and who is in', async () => {
    const { post, at, meetings } = world()
    at('13:50:00')
    await post('/launch-video', 'guest')
    at('13:55:00')
    await post('/launch-video', 'host')
    at('14:10:00')
    await post('/leave-video', 'guest')
    at('14:20:00')
    await post('/launch-video', 'guest')
    at('14:30:00')
    await post('/leave-video', 'guest')
    const time = (clock: string) => new Date(`2026-11-22T${clock}Z`)
    expect(await meetings.api.attendance(input, { user: USERS.host })).toEqual({
      bookingId: BOOKING_ID,
      people: [
        {
          userId: USERS.guest.id,
          name: 'Lou Guest',
          role: 'guest',
          enteredAt: time('13:50:00'),
          leftAt: time('14:30:00'),
          leftBy: 'person',
        },
        {
          userId: USERS.host.id,
          name: 'Hana',
          role: 'host',
          enteredAt: time('13:55:00'),
          leftAt: null,
          leftBy: null,
        },
      ],
    })
  })

  it.each([
    ['admin', null],
    ['customer', 'ACTION_FORBIDDEN'],
    ['guest', 'ACTION_FORBIDDEN'],
    ['stranger', 'BOOKING_NOT_FOUND'],
    ['otherAdmin', 'BOOKING_NOT_FOUND'],
  ] as const)('answers %s with %s', async (who, code) => {
    const answer = world().meetings.api.attendance(input, { user: USERS[who] })
    if (code === null) expect(await answer).toEqual({ bookingId: BOOKING_ID, people: [] })
    else await expect(answer).rejects.toMatchObject({ code })
  })
})
