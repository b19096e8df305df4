import { expect } from '@playwright/test'
import { resetBookings, test } from './demo-test.ts'
import { expectMovingPicture, join, moveClock, type Person, signIn } from './person.ts'
import type { Demo } from './start-demo.ts'

const FIFTY_ONE_MINUTES = 51 * 60_000

test.beforeAll(({ demo }) => resetBookings(demo))

test('two people meet from a booking, talk, and leave it completed', async ({ browser, demo }) => {
  const alex = await signIn(browser, demo.url, 'Alex Rivera')
  const sam = await signIn(browser, demo.url, 'Sam Okafor')

  await test.step('both join from their list', async () => {
    await expect(alex.card('Follow-up').getByText('Available 15 minutes before start')).toBeVisible()
    await alex.page.evaluate(() => window.scrollTo(0, 120))
    for (const person of [alex, sam]) await join(person, 'Consultation')
  })

  await test.step('each sees the other move and gets their sound', async () => {
    await expectMovingPicture(alex.tile('Sam Okafor').locator('video'))
    await expectMovingPicture(sam.tile('Alex Rivera').locator('video'))
    for (const person of [alex, sam]) {
      await expect
        .poll(() =>
          person.page.evaluate(
            () =>
              [...document.querySelectorAll('audio')].filter(
                (audio) =>
                  audio.srcObject instanceof MediaStream &&
                  audio.srcObject.getAudioTracks().some((t) => t.readyState === 'live'),
              ).length,
          ),
        )
        .toBe(1)
    }
  })

  await test.step('a mute is said on the other screen', async () => {
    await alex.call.getByRole('button', { name: 'Mute', exact: true }).click()
    await expect(sam.tile('Alex Rivera').getByRole('img', { name: /muted/i })).toBeVisible()
    await alex.call.getByRole('button', { name: 'Unmute', exact: true }).click()
    await expect(sam.tile('Alex Rivera').getByRole('img', { name: /muted/i })).toBeHidden()
  })

  await test.step('a shared screen arrives', async () => {
    await sam.call.getByRole('button', { name: 'Share screen' }).click()
    await expectMovingPicture(alex.call.locator('[data-meetings-part="screen-tile"] video'))
    await sam.call.getByRole('button', { name: 'Stop sharing' }).click()
    await expect(alex.call.locator('[data-meetings-part="screen-tile"]')).toBeHidden()
  })

  const scrolledTo = await alex.page.evaluate(() => window.scrollY)
  expect(scrolledTo).toBeGreaterThan(0)

  await test.step('the call goes on, small, while one moves to another page', async () => {
    await alex.call.getByRole('button', { name: 'Minimise' }).click()
    await expect(alex.call).toBeHidden()
    await alex.page.getByRole('link', { name: 'Notes' }).click()
    await expect(alex.page).toHaveURL(/\/notes$/)
    await alex.page.getByLabel('My notes').fill('Ask about the fees.')
    await expectMovingPicture(alex.page.locator('[data-meetings-part="mini-call"] video'))
    expect(alex.signalingSockets()).toBe(1)
    await alex.page.goBack()
    await expect(alex.page).toHaveURL(/\/meetings$/)
    await alex.card('Consultation').getByRole('button', { name: 'Return to call' }).click()
    await expect(alex.call).toBeVisible()
    await expectMovingPicture(alex.tile('Sam Okafor').locator('video'))
  })

  await test.step('after 50 minutes the token is renewed once and the room stays as it is', async () => {
    const before = alex.asked('refresh-token')
    await moveClock(alex.page, FIFTY_ONE_MINUTES)
    await expect.poll(() => alex.asked('refresh-token')).toBe(before + 1)
    await moveClock(alex.page, 0)
    await expectMovingPicture(alex.tile('Sam Okafor').locator('video'))
    expect(alex.asked('refresh-token')).toBe(before + 1)
    expect(alex.signalingSockets()).toBe(1)
  })

  await test.step('a cut socket recovers', async () => {
    await alex.cutSocket()
    await expect.poll(() => alex.signalingSockets()).toBe(2)
    await expectMovingPicture(alex.tile('Sam Okafor').locator('video'))
    await sam.call.getByRole('button', { name: 'Mute', exact: true }).click()
    await expect(alex.tile('Sam Okafor').getByRole('img', { name: /muted/i })).toBeVisible()
  })

  await test.step('a connection that is lost for longer is said, and so is its return', async () => {
    await alex.context.setOffline(true)
    await alex.cutSocket()
    await expect(alex.call.getByText('Your connection was lost. Reconnecting; please stay.')).toBeVisible()
    await alex.context.setOffline(false)
    await expect(alex.call.getByText('You are connected again.', { exact: true })).toBeVisible()
    await expectMovingPicture(alex.tile('Sam Okafor').locator('video'))
  })

  await test.step('both leave, the booking is completed, and the page is as it was', async () => {
    const bookingId = await bookingIdOf(demo, alex)
    await sam.call.getByRole('button', { name: 'Leave' }).click()
    await expect(sam.call).toBeHidden()
    expect(await alex.bookingStatus(bookingId)).toBe('in_progress')
    await alex.call.getByRole('button', { name: 'Leave' }).click()
    await expect(alex.call).toBeHidden()
    await expect.poll(() => alex.bookingStatus(bookingId)).toBe('completed')
    await expect(alex.page.getByRole('heading', { name: 'My Meetings', level: 1 })).toBeVisible()
    await expect(alex.card('Follow-up')).toBeVisible()
    await expect(alex.page.locator('video')).toHaveCount(0)
    expect(await alex.liveTracks()).toBe(0)
    expect(await alex.page.evaluate(() => window.scrollY)).toBe(scrolledTo)
    expect(await alex.page.evaluate(() => getComputedStyle(document.body).overflow)).toBe('visible')
  })

  await Promise.all([alex.context.close(), sam.context.close()])
})

test('a closed tab counts as leaving', async ({ browser, demo }) => {
  const alex = await signIn(browser, demo.url, 'Alex Rivera')
  const bookingId = await bookingIdOf(demo, alex, 'Portfolio review')
  await join(alex, 'Portfolio review')
  await expect(alex.call.getByText(/Waiting for/).first()).toBeVisible()
  expect(await alex.bookingStatus(bookingId)).toBe('in_progress')
  await alex.page.goto('about:blank')
  await expect.poll(() => alex.bookingStatus(bookingId)).toBe('completed')
  await alex.context.close()
})

test('a browser that crashes counts as leaving, because the room service says so', async ({
  browser,
  demo,
}) => {
  const alex = await signIn(browser, demo.url, 'Alex Rivera')
  const bookingId = await bookingIdOf(demo, alex, 'Portfolio review')
  await join(alex, 'Portfolio review')
  await expect(alex.call.getByText(/Waiting for/).first()).toBeVisible()
  await expect.poll(() => alex.bookingStatus(bookingId)).toBe('in_progress')
  // No request leaves a renderer that is gone.
  await alex.page.goto('chrome://crash').catch(() => null)
  // The test stands between this window and the room service, and would hold its connection open.
  await alex.cutSocket()
  await expect.poll(() => alex.bookingStatus(bookingId), { timeout: 60_000 }).toBe('completed')
  await alex.context.close()
})

test('a stranger learns nothing', async ({ browser, demo }) => {
  const alex = await signIn(browser, demo.url, 'Alex Rivera')
  const robin = await signIn(browser, demo.url, 'Robin Vale')
  const bookingId = await bookingIdOf(demo, alex)
  const ask = async (id: string) => {
    const answer = await fetch(`${demo.url}/api/meetings/launch-video`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await robin.accessToken()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ booking_id: id }),
    })
    const { requestId, ...body } = (await answer.json()) as Record<string, unknown>
    return { status: answer.status, body, hasRequestId: typeof requestId === 'string' }
  }
  const theirs = await ask(bookingId)
  expect(theirs).toMatchObject({ status: 404, body: { code: 'BOOKING_NOT_FOUND' } })
  expect(await ask('00000000-0000-4000-8000-000000000000')).toEqual(theirs)
  await expect(robin.card('Consultation')).toHaveCount(0)
  expect(await robin.bookingStatus(bookingId)).toBeNull()
  await Promise.all([alex.context.close(), robin.context.close()])
})

async function bookingIdOf(demo: Demo, person: Person, title = 'Consultation'): Promise<string> {
  const answer = await fetch(`${demo.url}/api/meetings/bookings?scope=all`, {
    headers: { authorization: `Bearer ${await person.accessToken()}` },
  })
  const { bookings } = (await answer.json()) as { bookings: { id: string; meetingTypeName: string }[] }
  return bookings.find(({ meetingTypeName }) => meetingTypeName === title)?.id ?? ''
}
