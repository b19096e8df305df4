import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import documentation from '../../../../../docs/embedding.md?raw'
import { bookingSetup } from '../../../test/booking-for-tests.tsx'
import { differences, everyStyleOf, looksOf } from '../../../test/embedding/computed-styles.ts'
import { HOST_DIALOGS, type HostDialogName } from '../../../test/embedding/host-dialogs.tsx'
import {
  addHostStyle,
  addOurStyle,
  HOST_STYLES,
  type HostStyleName,
} from '../../../test/embedding/host-styles.ts'
import { MeetingsBookingModal } from '../MeetingsBookingModal.tsx'

type Place = 'inside' | 'beside' | 'under'

const STYLES = Object.keys(HOST_STYLES) as HostStyleName[]
const DIALOGS = Object.keys(HOST_DIALOGS) as HostDialogName[]

/** Everything of ours that is drawn. */
const PARTS = '[data-meetings-part], [data-meetings-part] svg'

/** What was found, for the table in the documentation. */
const found = new Map<string, Place[]>()

/** Opens the host's dialog from outside, as a session that runs out does. */
let openHost = () => {}

function Page({ dialog, place }: { dialog: HostDialogName; place: Place }) {
  const [isHostOpen, setIsHostOpen] = useState(place !== 'under')
  const [isOpen, setIsOpen] = useState(false)
  const [pressed, setPressed] = useState(0)
  openHost = () => setIsHostOpen(true)
  const HostDialog = HOST_DIALOGS[dialog]
  const opener = (
    <button type="button" onClick={() => setIsOpen(true)}>
      Meetings
    </button>
  )
  return (
    <>
      <main>
        <HostPage />
        {place !== 'inside' && opener}
        <MeetingsBookingModal open={isOpen} onOpenChange={setIsOpen} defaultTab="book-new-meeting" />
      </main>
      {/* What is built by hand, and opens where it stands, needs a place that is not made inert. */}
      <div {...(dialog === 'a plain `div`' && place === 'under' && { 'data-react-aria-top-layer': true })}>
        {isHostOpen && (
          <HostDialog
            modal={place !== 'beside'}
            zIndex={place === 'under' ? 3000 : 50}
            onClose={() => setIsHostOpen(false)}
          >
            {place === 'inside' && opener}
            <input aria-label="Host's field" />
            <button type="button" onClick={() => setPressed(pressed + 1)}>
              Pressed {pressed}
            </button>
          </HostDialog>
        )}
      </div>
    </>
  )
}

/** Elements of the host that a stylesheet of ours might reach. */
function HostPage() {
  return (
    <div data-testid="host-page">
      <h2>Portal</h2>
      <p>
        Some text with <a href="#terms">terms of use</a>.
      </p>
      <ul>
        <li>One</li>
      </ul>
      <label>
        Search <input type="search" />
      </label>
      <select>
        <option>One</option>
      </select>
      <table>
        <tbody>
          <tr>
            <td>1</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

const ours = () => page.getByRole('dialog', { name: 'Book New Meeting' })
const host = () => page.getByRole('dialog', { name: 'Host' })
const meetings = () => page.getByRole('button', { name: 'Meetings', exact: true })
const hostElements = () => document.querySelectorAll('[data-testid="host-page"], [data-testid="host-page"] *')

async function openOurs(): Promise<void> {
  await meetings().click()
  await expect.element(ours()).toBeVisible()
}

/** Presses, types and scrolls in ours. */
async function useOurs(): Promise<void> {
  const box = ours().element().getBoundingClientRect()
  expect(Math.abs(box.left + box.right - innerWidth)).toBeLessThan(20)
  expect(box.top).toBeGreaterThanOrEqual(0)
  expect(box.bottom).toBeLessThanOrEqual(innerHeight)

  await page.getByRole('button', { name: /November 24, 2026, \d+ free times/ }).click()
  await expect.element(page.getByRole('button', { name: '2:00 PM' })).toBeVisible()
  const scroller = [...ours().element().querySelectorAll('*')].find(
    (element) =>
      element.scrollHeight > element.clientHeight + 20 && getComputedStyle(element).overflowY === 'auto',
  )
  if (!scroller) throw new Error('Nothing in the dialog scrolls.')
  await userEvent.wheel(scroller, { delta: { y: 100 } })
  await expect.poll(() => scroller.scrollTop).toBeGreaterThan(0)

  await page.getByRole('button', { name: '2:00 PM' }).click()
  await page.getByLabelText('Name').click()
  await userEvent.keyboard('Alex')
  await expect.element(page.getByLabelText('Name')).toHaveValue('Alex')
}

async function pressEscape(): Promise<void> {
  await userEvent.keyboard('{Escape}')
  await expect.element(ours()).not.toBeInTheDocument()
}

const INNER_HEIGHT = innerHeight
beforeEach(() => page.viewport(1280, 620))
afterEach(async () => {
  cleanup()
  await page.viewport(1280, INNER_HEIGHT)
})

describe.each(STYLES)('on a page with %s', (style) => {
  let removeStyles: (() => void)[] = []
  beforeEach(() => {
    removeStyles = [addHostStyle(style), addOurStyle(style)]
  })
  afterEach(() => removeStyles.forEach((remove) => void remove()))

  const passed = (dialog: HostDialogName, place: Place) => {
    const cell = `${dialog} | ${style}`
    found.set(cell, [...(found.get(cell) ?? []), place])
  }

  it.each(DIALOGS)('opens from inside a modal dialog of the host: %s', async (dialog) => {
    await render(bookingSetup().wrap(<Page dialog={dialog} place="inside" />))
    await openOurs()
    await useOurs()
    await pressEscape()
    await expect.element(host()).toBeVisible()
    await expect.element(meetings()).toHaveFocus()
    passed(dialog, 'inside')
  })

  it.each(DIALOGS)('opens beside a dialog of the host: %s', async (dialog) => {
    await render(bookingSetup().wrap(<Page dialog={dialog} place="beside" />))
    await openOurs()
    await useOurs()
    await pressEscape()
    await expect.element(host()).toBeVisible()
    await expect.element(meetings()).toHaveFocus()
    await page.getByLabelText("Host's field").fill('still there')
    passed(dialog, 'beside')
  })

  it.each(DIALOGS)('stays under a dialog that the host opens above it: %s', async (dialog) => {
    await render(bookingSetup().wrap(<Page dialog={dialog} place="under" />))
    await openOurs()
    await useOurs()
    openHost()
    await expect.element(host()).toBeVisible()
    // By force: the tool takes whatever has an inert ancestor for inert, and a native dialog is not.
    await page.getByRole('button', { name: 'Pressed 0' }).click({ force: true })
    await expect.element(page.getByRole('button', { name: 'Pressed 1' })).toBeVisible()
    await page.getByLabelText("Host's field").click({ force: true })
    await userEvent.keyboard('typed')
    await expect.element(page.getByLabelText("Host's field")).toHaveValue('typed')

    await userEvent.keyboard('{Escape}')
    await expect.element(host()).not.toBeInTheDocument()
    await expect.element(ours()).toBeVisible()
    await expect.element(page.getByLabelText('Name')).toHaveValue('Alex')
    await expect.poll(() => ours().element().contains(document.activeElement)).toBe(true)
    await pressEscape()
    await expect.element(meetings()).toHaveFocus()
    passed(dialog, 'under')
  })

  it("leaves the host's elements as they are, before, while and after", async () => {
    removeStyles.pop()?.()
    await render(bookingSetup().wrap(<Page dialog="a plain `div`" place="beside" />))
    // Where the pointer was left counts: a link it is on has another colour.
    await page.getByRole('heading', { name: 'Portal' }).hover()
    const before = everyStyleOf(hostElements())
    removeStyles.push(addOurStyle(style))
    expect(differences(before, everyStyleOf(hostElements()))).toEqual([])
    await openOurs()
    await expect
      .element(page.getByRole('button', { name: /November 24, 2026, \d+ free times/ }))
      .toBeVisible()
    expect(differences(before, everyStyleOf(hostElements()))).toEqual([])
    await pressEscape()
    expect(differences(before, everyStyleOf(hostElements()))).toEqual([])
  })

  it('looks as it does on a page of its own', async () => {
    const lookAt = async () => {
      const { unmount } = await render(bookingSetup().wrap(<Page dialog="a plain `div`" place="beside" />))
      await openOurs()
      await page.getByRole('button', { name: /November 24, 2026, \d+ free times/ }).click()
      await expect.element(page.getByRole('button', { name: '2:00 PM' })).toBeVisible()
      const days = looksOf(ours().element().querySelectorAll(PARTS))
      await page.getByRole('button', { name: '2:00 PM' }).click()
      await expect.element(page.getByLabelText('Name')).toBeVisible()
      const form = looksOf(ours().element().querySelectorAll(PARTS))
      await unmount()
      return [...days, ...form]
    }
    const here = await lookAt()
    removeStyles.splice(0).forEach((remove) => void remove())
    removeStyles = [addOurStyle('no styles')]
    expect(differences(await lookAt(), here)).toEqual([])
  })
})

it('is as the documentation says', () => {
  const rows = DIALOGS.map((dialog) =>
    [dialog, ...STYLES.map((style) => (found.get(`${dialog} | ${style}`) ?? []).join(', '))].join(' | '),
  )
  const written = documentation.split('\n').map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .filter(Boolean)
      .join(' | '),
  )
  expect(rows.filter((row) => !written.includes(row))).toEqual([])
})
