import { expect, it } from 'vitest'
import { settled, setUpCall } from '../../test/call-for-tests.ts'

it('tells the room when the page is back in sight, so that a phone’s sleeping media wakes up', async () => {
  const call = setUpCall()
  await call.join()
  expect(call.room.timesRefreshed).toBe(0)
  call.page.wake()
  expect(call.room.timesRefreshed).toBe(1)
})

it('passes captions on from every stay, until nobody listens any more', async () => {
  const call = setUpCall()
  const heard: string[] = []
  const stop = call.calls.onCaption(({ text }) => heard.push(text))
  call.room.join({ identity: 'ben' })
  await call.join()
  call.room.caption('ben', 'one')
  call.room.end({ kind: 'connection-lost' })
  await settled()
  call.clock.advance(1)
  await settled()
  call.room.caption('ben', 'two')
  stop()
  call.room.caption('ben', 'three')
  expect(heard).toEqual(['one', 'two'])
})

it('has no statistics without a room', async () => {
  const call = setUpCall()
  call.room.measure({ at: 1, tracks: [] })
  expect(await call.calls.getStatistics()).toBeNull()
  await call.join()
  expect(await call.calls.getStatistics()).toEqual({ at: 1, tracks: [] })
  await call.calls.leave()
  expect(await call.calls.getStatistics()).toBeNull()
})
