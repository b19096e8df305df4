import { afterEach, describe, expect, inject, it, onTestFinished } from 'vitest'
import { commands } from 'vitest/browser'
import '../../../../tests/browser/freeze-page.ts'
import { ANA, BEN, endCalls, eventually, other, phase, rest, setUp } from '../../test/real-meeting.ts'
import type { CallController } from '../session/call-controller.ts'

afterEach(endCalls)

const simulate = (name: string, form: Record<string, string> = {}) => rest(`/emulator/simulate/${name}`, form)
const sees = (calls: CallController) => other(calls)?.camera?.isReady && other(calls)?.microphone?.isReady
const roomOf = (calls: CallController) => {
  const { session } = calls.getState()
  return 'room' in session ? session.room.sid : null
}

/** Ana and Ben see and hear each other; what Ana's call goes through from now on is written down. */
async function meeting(options: Parameters<typeof setUp>[0] = {}) {
  const world = setUp(options)
  const ana = world.person(ANA)
  const ben = world.person(BEN)
  await Promise.all([ana.launch(world.bookingId), ben.launch(world.bookingId)])
  await eventually('both see each other', () => sees(ana) && sees(ben))
  const phases: string[] = []
  onTestFinished(ana.subscribe(() => phases.push(phase(ana))))
  const { cameraTrack, microphoneTrack } = ana.getState().media
  const began = performance.now()
  /** Waits until both are together again, and reports how long that took after the trouble was over. */
  async function together(trouble: string, troubleMs: number): Promise<void> {
    await expect
      .poll(
        () => phases.includes('reconnecting') && phases.at(-1) === 'connected' && sees(ana) && sees(ben),
        {
          timeout: troubleMs + 45_000,
          interval: 50,
          message: `${trouble}: together again`,
        },
      )
      .toBeTruthy()
    const late = Math.round(performance.now() - began - troubleMs)
    console.info(`${trouble}: together again ${late} ms after its end`)
    expect([...new Set(phases)].sort()).toEqual(['connected', 'reconnecting'])
    const now = ana.getState().media
    expect([now.cameraTrack, now.microphoneTrack]).toEqual([cameraTrack, microphoneTrack])
    expect([cameraTrack?.readyState, microphoneTrack?.readyState]).toEqual(['live', 'live'])
  }
  return { ...world, ana, ben, phases, together }
}

describe('a call comes back by itself, with the same devices', () => {
  it.each(inject('isLong') ? [1_000, 10_000, 40_000] : [1_000, 10_000])(
    'when its socket is cut for %i ms',
    async (forMs) => {
      const { together, asked } = await meeting()
      const launches = asked.filter((route) => route.endsWith('launch-video')).length
      await simulate('drop-socket', { identity: ANA, forMs: String(forMs) })
      await together(`socket cut for ${forMs / 1000} s`, forMs)
      expect(asked.filter((route) => route.endsWith('launch-video'))).toHaveLength(launches)
    },
    120_000,
  )

  it('when the server is killed and comes back empty', async () => {
    const { ana, together } = await meeting()
    const before = roomOf(ana)
    await simulate('outage', { forMs: '5000', forget: 'true' })
    await together('server killed for 5 s', 5_000)
    expect(roomOf(ana)).not.toBe(before)
  }, 90_000)

  it('when its token expires during a cut: a fresh one is fetched', async () => {
    const { ana, ben, together, asked } = await meeting()
    const chat = () => ana.getState().talk.messages.map(({ text }) => text)
    // Until the way between them is there, which nobody is told of.
    await eventually('Ana reads it', () => {
      ben.talk({ type: 'chat', text: 'Do you hear me?' })
      return chat().length > 0
    })
    await eventually('Ben may speak', () => ben.talk({ type: 'chat', text: 'I go under a bridge' }))
    await eventually('Ana reads the last words', () => chat().at(-1) === 'I go under a bridge')
    const said = chat()
    await simulate('expire-token', { identity: ANA })
    await simulate('drop-socket', { identity: ANA, forMs: '3000' })
    await together('token expired during a cut of 3 s', 3_000)
    expect(asked.filter((route) => route === 'a refresh-token').length).toBeGreaterThan(0)
    expect(chat()).toEqual(said)
  }, 90_000)
})

describe('a tab that stands still', () => {
  it.each(inject('isLong') ? [5_000, 45_000] : [5_000])(
    'for %i ms is in the call again when it thaws',
    async (ms) => {
      const { ana, ben, phases } = await meeting()
      const { cameraTrack } = ana.getState().media
      let ticks = 0
      const ticking = setInterval(() => {
        ticks += 1
      }, 500)
      await commands.freezePage(ms)
      clearInterval(ticking)
      const thawed = performance.now()
      // Awake, it would have ticked all the time; some of it goes by before the debugger holds it.
      expect(ticks).toBeLessThan(ms / 1_000)
      const isWell = () => phase(ana) === 'connected' && phase(ben) === 'connected' && sees(ana) && sees(ben)
      // What the sleep has broken shows a moment later.
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      await eventually('both are together', isWell, 45_000)
      const took = Math.round(performance.now() - thawed)
      console.info(`frozen for ${ms / 1000} s: together ${took} ms after, by way of ${[...new Set(phases)]}`)
      expect(cameraTrack?.readyState).toBe('live')
    },
    90_000,
  )
})

it('leaves one call to a person with five tabs, and gives it back to the tab they want', async () => {
  const { bookingId, person, status } = setUp()
  const tabs = Array.from({ length: 5 }, () => person(ANA))
  for (const tab of tabs) {
    await tab.launch(bookingId)
    await eventually('the newest tab is in', () => phase(tab) === 'connected')
  }
  const phases = () => tabs.map(phase)
  await eventually('the others have ended', () => phases().filter((one) => one === 'ended').length === 4)
  expect(phases()).toEqual(['ended', 'ended', 'ended', 'ended', 'connected'])
  const tracks = tabs.map((tab) => tab.getState().media.cameraTrack)
  expect(tracks.slice(0, 4)).toEqual([null, null, null, null])

  const [first] = tabs
  await first?.retry()
  await eventually('the first has it back', () => first && phase(first) === 'connected')
  await eventually('the last has ended', () => tabs[4] && phase(tabs[4]) === 'ended')
  expect(status()).toBe('in_progress')
}, 60_000)

it('goes on untouched while the API cannot be reached at the time for a new token, and gets one later', async () => {
  // Five sixths of a life of 24 seconds are 20, as they are 50 minutes of an hour.
  const { ana, ben, phases, asked, askedAt, api } = await meeting({ tokenSeconds: 24 })
  const tokenNow = () => {
    const { session } = ana.getState()
    return 'ticket' in session ? session.ticket.token : null
  }
  const tries = () => askedAt.filter((_, index) => asked[index] === 'a refresh-token')
  const refreshes = () => tries().length
  const [token, room] = [tokenNow(), roomOf(ana)]
  api.isDown = true
  await eventually('a fresh token is asked for twice in vain', () => refreshes() >= 2, 45_000)
  expect([tokenNow(), roomOf(ana), phase(ana)]).toEqual([token, room, 'connected'])
  expect([sees(ana), sees(ben)]).toEqual([true, true])
  api.isDown = false
  await eventually('the fresh token is here', () => tokenNow() !== token, 30_000)
  console.info(`API down at the refresh: ${refreshes()} tries, the room untouched`)
  expect([roomOf(ana), phase(ana), phases.includes('reconnecting')]).toEqual([room, 'connected', false])
  const [first = 0, second = 0, third = 0] = tries()
  expect(third - second).toBeGreaterThan(1.5 * (second - first))
}, 120_000)
