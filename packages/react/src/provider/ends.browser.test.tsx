import * as Video from 'twilio-video'
import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { mintToken } from '../../../../tests/browser/mint-token.ts'
import {
  ANA,
  BEN,
  emulator,
  endCalls,
  eventually,
  other,
  phase,
  rest,
  setUp,
} from '../../test/real-meeting.ts'
import { button, join, showPage, VIDEO_FOR_TESTS } from '../../test/real-page.tsx'
import { loadAround } from '../call/notices/load-around.ts'

afterEach(endCalls)
// It would come some seconds into the call.
await loadAround()

/** Ana has the screen; Ben, who is in, says whether she is. */
async function meeting() {
  const world = setUp()
  await showPage(world)
  const ben = world.person(BEN)
  await ben.launch(world.bookingId)
  await eventually('Ben is in', () => phase(ben) === 'connected')
  const isIn = () => eventually('Ben sees Ana', () => other(ben)?.camera?.isReady)
  return { ...world, ben, isIn }
}

const heading = (name: string) => page.getByRole('heading', { name, exact: true })

it('lets somebody whose time limit was reached join again', async () => {
  const { ben, isIn } = await meeting()
  await join()
  await isIn()
  await rest('/emulator/simulate/expel-participant', { identity: ANA, code: '53216' })
  await expect.element(heading('The time limit was reached')).toBeVisible()
  await eventually('Ben is alone', () => other(ben) === undefined)
  await button('Join again').click()
  await isIn()
  await expect.element(heading('The time limit was reached')).not.toBeInTheDocument()
  await expect.element(button('Leave')).toBeVisible()
})

it('tells that the call is full in words of its own, and tries again', async () => {
  const { bookingId, ben, isIn } = await meeting()
  await rest('/emulator/simulate/refuse-connect', { identity: ANA, code: '53105', times: '2' })
  const sdkWords = await wordsOfARefusal(`meeting_${bookingId}`)
  await join()
  await expect.element(heading('This call is full.')).toBeVisible()
  await page.getByText('Details', { exact: true }).click()
  await expect.element(page.getByText('ROOM_FULL (53105)')).toBeVisible()
  expect(sdkWords).toMatch(/too many participants/i)
  expect(document.body.textContent).not.toContain(sdkWords)
  expect(other(ben)).toBeUndefined()
  await button('Try again').click()
  await isIn()
})

it('brings back a call that went on elsewhere', async () => {
  const { bookingId, person, ben, isIn } = await meeting()
  await join()
  await isIn()
  const elsewhere = person(ANA)
  await elsewhere.launch(bookingId)
  await expect.element(heading('You joined from somewhere else')).toBeVisible()
  const sid = other(ben)?.sid
  await button('Use here').click()
  await eventually('the other has ended', () => phase(elsewhere) === 'ended')
  await eventually('Ben sees Ana from here', () => other(ben)?.sid !== sid && other(ben)?.camera?.isReady)
  expect(elsewhere.getState().session).toMatchObject({ end: { kind: 'other-tab' } })
  await expect.element(button('Leave')).toBeVisible()
})

/** What the SDK says when it is not let in. */
async function wordsOfARefusal(room: string): Promise<string> {
  const token = await mintToken({ ...emulator, identity: ANA, room })
  const options = { ...VIDEO_FOR_TESTS, name: room, tracks: [], insights: false } as Video.ConnectOptions
  return Video.connect(token, options).then(
    () => Promise.reject(new Error('It was let in.')),
    (refusal: Error) => refusal.message,
  )
}
