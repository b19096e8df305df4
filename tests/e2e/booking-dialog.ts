import { expect, type Locator } from '@playwright/test'
import type { Person } from './person.ts'

const QUARTER_MS = 15 * 60_000
const ENOUGH_MS = 60_000

/** The dialog that books and moves, as a person uses it. */
export interface BookingDialog {
  dialog: Locator
  chooseType(name: string): Promise<void>
  /** The first free day of next month: all of it lies ahead, whatever day and time it is now. Answers its label. */
  chooseDayNextMonth(): Promise<string>
  /** The first free day there is, be it in this month or, on its last evening, in the next one. */
  chooseFirstDay(): Promise<void>
  /** A free time of the chosen day, the first one by default. Answers it, as it is written on the button. */
  chooseTime(position?: number): Promise<string>
  freeDay(label: string): Locator
  close(): Promise<void>
}

export function bookingDialog({ page }: Person): BookingDialog {
  const dialog = page.getByRole('dialog', { name: /^(Book New Meeting|Move meeting|My Meetings)$/ })
  const freeDays = dialog.getByRole('button', { name: /\d+ free times?$/ })
  return {
    dialog,
    async chooseType(name) {
      await dialog.getByRole('button', { name }).click()
    },
    async chooseDayNextMonth() {
      const month = dialog.getByRole('combobox', { name: 'Month' })
      await month.selectOption({ index: 1 })
      const name = (await month.locator('option').nth(1).textContent())?.split(' ')[0] ?? ''
      const day = freeDays.and(dialog.getByRole('button', { name: new RegExp(` ${name} `) })).first()
      const label = (await day.getAttribute('aria-label')) ?? ''
      await day.click()
      return label.replace(/, \d+ free times?$/, '')
    },
    async chooseFirstDay() {
      await freeDays
        .or(dialog.getByRole('button', { name: /^Go to / }))
        .first()
        .click()
    },
    async chooseTime(position = 0) {
      const time = dialog.getByRole('button', { name: /^\d{1,2}:\d\d\s[AP]M$/ }).nth(position)
      const label = (await time.textContent()) ?? ''
      await time.click()
      return label
    },
    freeDay: (label) => dialog.getByRole('button', { name: new RegExp(`${label}, \\d+ free time`) }),
    async close() {
      await dialog.getByRole('button', { name: 'Close' }).click()
      await expect(dialog).toBeHidden()
    },
  }
}

/** Waits, if a quarter of an hour is about to begin, until it has: the next one can then be booked in peace. */
export async function quarterNotEnding(): Promise<void> {
  await expect
    .poll(() => QUARTER_MS - (Date.now() % QUARTER_MS), { timeout: 2 * ENOUGH_MS })
    .toBeGreaterThan(ENOUGH_MS)
}
