import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { BOOKING_ID, USERS, world } from '../../test/world.ts'

describe('a token', () => {
  it('does not show when a ticket or a renewal is printed, and still reaches its owner as JSON', async () => {
    const { meetings } = world()
    const as = { user: USERS.customer }
    const ticket = await meetings.api.launchVideo({ bookingId: BOOKING_ID }, as)
    const renewal = await meetings.api.refreshToken({ bookingId: BOOKING_ID }, as)
    for (const secret of [ticket, renewal]) {
      expect(inspect(secret)).not.toContain('fake-token')
      expect(inspect({ deep: [secret] }, { depth: 9, showHidden: true })).not.toContain('fake-token')
      expect(JSON.parse(JSON.stringify(secret)).token).toContain('fake-token')
      expect({ ...secret }.token).toContain('fake-token')
    }
  })
})
