import { expect } from '@playwright/test'
import { controls, joinFirst, openSite, press, test } from './site-test.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

test('a call tells of its host, its end and the next meeting, and asks how it was', async ({
  context,
  site,
}) => {
  const bookingId = site.addMeeting({ starts: -5.5 * MINUTE, ends: 115 * SECOND })
  const page = await openSite(context, site, 'customer')
  const notice = page.locator('[data-meetings-part="notice"]')
  await joinFirst(page)

  await test.step('who waits alone is told that the host is late', async () => {
    await expect(
      page.getByText('Sam Okafor has not come yet. The meeting was to begin 5 minutes ago.'),
    ).toBeVisible()
  })

  await test.step('the end is near', async () => {
    await expect(notice).toContainText('This meeting ends in 2 minutes.')
    await press(page, 'Hide this message')
  })

  const nextId = site.addMeeting({ starts: 4.8 * MINUTE, ends: 60 * MINUTE })
  await test.step('the next meeting is near', async () => {
    await expect(notice).toContainText('Your next meeting, Meeting 2, starts in 5 minutes.')
  })

  await test.step('the time is over, and leaving is one press', async () => {
    site.moveClock(2 * MINUTE)
    // A call looks at the clock when something is due next, not all the time: now in a second.
    site.moveMeeting(nextId, { starts: 3 * MINUTE + SECOND, ends: 60 * MINUTE })
    await expect(notice).toContainText('The scheduled time is over. You can go on, or leave.')
    await expect(page.getByText('The scheduled time is over', { exact: true })).toBeVisible()
    await notice.getByRole('button', { name: 'Leave' }).click()
    await expect(controls(page)).toBeHidden()
    await expect.poll(() => site.store.get(bookingId)?.status).toBe('completed')
  })

  await test.step('what was bad reaches the app', async () => {
    const question = page.getByRole('region', { name: 'How was the quality of the call?' })
    await question.getByRole('button', { name: 'Bad' }).click()
    await question.getByRole('checkbox', { name: 'The sound' }).check()
    await question.getByRole('button', { name: 'Send' }).click()
    await expect(question.getByRole('status')).toHaveText('Thank you.')
    expect(await page.evaluate(() => window.feedback)).toMatchObject({
      ...{ bookingId, rating: 'bad', reasons: ['sound'] },
    })
    await expect(question).toBeHidden()
  })
})
