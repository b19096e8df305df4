import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderList } from '../../../test/list-for-tests.tsx'
import { sampleOf } from '../../../test/stories/sample-week.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const changeable = { ...sampleOf('later'), changeableUntil: '2025-10-22T16:00:00.000Z' }

async function open(setup: Parameters<typeof renderList>[0]) {
  const view = renderList(setup)
  const button = await screen.findByRole('button', { name: 'More actions' })
  await view.user.click(button)
  const items = () => screen.getAllByRole('menuitem').map(({ textContent }) => textContent)
  return { ...view, button, items, menu: await screen.findByRole('menu') }
}

describe('the menu of a card', () => {
  it('offers what can be done with the booking', async () => {
    const { items } = await open({
      bookings: [changeable],
      onReschedule: () => {},
      linkTo: ({ id }) => `https://app.example/meetings/${id}`,
    })
    expect(items()).toEqual([
      'Reschedule',
      'Calendar file (.ics)',
      'Google Calendar',
      'Outlook.com',
      'Office 365',
      'Copy link',
      'Cancel meeting',
    ])
  })

  it('is not there when nothing can be done', async () => {
    renderList({ bookings: [sampleOf('past')], scope: 'past' })
    await screen.findByRole('article')
    expect(screen.queryByRole('button', { name: 'More actions' })).toBeNull()
  })

  it('does not offer to cancel or move what an older server, or the rules for a guest, say nothing of', async () => {
    const { items } = await open({ bookings: [{ ...sampleOf('later'), changeableUntil: null }] })
    expect(items()).not.toContain('Cancel meeting')
  })

  it('says until when changes were possible, instead of hiding them', async () => {
    const late = { ...changeable, changeableUntil: '2025-10-22T13:00:00.000Z' }
    const { user } = await open({ bookings: [late] })
    const item = screen.getByRole('menuitem', { name: /Cancel meeting/ })
    expect(item).toHaveAttribute('aria-disabled', 'true')
    expect(item).toHaveTextContent('This meeting could be changed until Oct 22, 2025 at 1:00 PM.')
    await user.click(item)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('is used by keyboard: arrows, first letters, Home, End, Escape', async () => {
    const { user, button } = await open({ bookings: [changeable] })
    const focused = () => document.activeElement?.textContent
    expect(focused()).toBe('Calendar file (.ics)')
    await user.keyboard('{ArrowDown}')
    expect(focused()).toBe('Google Calendar')
    await user.keyboard('{End}')
    expect(focused()).toBe('Cancel meeting')
    await user.keyboard('{ArrowDown}')
    expect(focused()).toBe('Calendar file (.ics)')
    await user.keyboard('o')
    expect(focused()).toBe('Outlook.com')
    await user.keyboard('{Home}{Escape}')
    expect(screen.queryByRole('menu')).toBeNull()
    expect(button).toHaveFocus()
    await user.keyboard('{ArrowUp}')
    expect(focused()).toBe('Cancel meeting')
  })

  it('keeps Escape to itself, so that the dialog it is in stays open', async () => {
    const { user } = await open({ bookings: [changeable] })
    const heard = vi.fn()
    document.addEventListener('keydown', heard)
    await user.keyboard('{Escape}')
    document.removeEventListener('keydown', heard)
    expect(heard).not.toHaveBeenCalled()
  })

  it('closes when something else is pressed', async () => {
    const { user } = await open({ bookings: [changeable] })
    await user.click(screen.getByRole('article'))
    expect(screen.queryByRole('menu')).toBeNull()
  })

  it('tells the host which booking to move, and renders no card again for a new function', async () => {
    const onReschedule = vi.fn()
    const { user } = await open({ bookings: [changeable], onReschedule })
    await user.click(screen.getByRole('menuitem', { name: 'Reschedule' }))
    expect(onReschedule).toHaveBeenCalledExactlyOnceWith(changeable)
    expect(screen.queryByRole('menu')).toBeNull()
  })

  it('copies the link, and shows it when that is not allowed', async () => {
    const { user } = await open({ bookings: [changeable], linkTo: () => 'https://app.example/m/1' })
    await user.click(screen.getByRole('menuitem', { name: 'Copy link' }))
    expect(await screen.findByText('The link was copied.')).toBeVisible()
    expect(await navigator.clipboard.readText()).toBe('https://app.example/m/1')
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
    await user.click(screen.getByRole('button', { name: 'More actions' }))
    await user.click(screen.getByRole('menuitem', { name: 'Copy link' }))
    expect(await screen.findByText(/Copy it here: https:\/\/app.example\/m\/1/)).toBeVisible()
  })

  it('says when the calendar file cannot be loaded', async () => {
    const { user } = await open({
      bookings: [changeable],
      prepare: ({ schedule }) => schedule.failNext('calendarFile', {}),
    })
    await user.click(screen.getByRole('menuitem', { name: 'Calendar file (.ics)' }))
    expect(await screen.findByText(/calendar file could not be loaded/)).toBeVisible()
  })

  it('shows the time of the other side on request, when it is another one', async () => {
    const booking = { ...changeable, viewerRole: 'host' as const, customerTimeZone: 'Asia/Tokyo' }
    const { user } = await open({ bookings: [booking] })
    await user.click(screen.getByRole('menuitem', { name: 'Show time in Tokyo' }))
    expect(screen.getByText('Oct 23, 2025 at 2:00 AM (Tokyo)')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'More actions' }))
    await user.click(screen.getByRole('menuitem', { name: 'Hide time in Tokyo' }))
    expect(screen.queryByText(/Tokyo/)).toBeNull()
  })
})

describe("the host's zone", () => {
  it.each([
    ['one for all', 'Asia/Tokyo'],
    ['one for each booking', () => 'Asia/Tokyo'],
  ])('is shown beside the time of the viewer on request: %s', async (_how, hostTimeZone) => {
    const { user } = await open({ bookings: [changeable], hostTimeZone })
    await user.click(screen.getByRole('menuitem', { name: 'Show time in Tokyo' }))
    expect(screen.getByText('Oct 22, 2025 at 5:00 PM')).toBeVisible()
    expect(screen.getByText('Oct 23, 2025 at 2:00 AM (Tokyo)')).toBeVisible()
  })

  it('is not offered when both read the same, or when there is no such zone', async () => {
    for (const hostTimeZone of ['Africa/Abidjan', 'Moon/Tranquility']) {
      const { items, unmount } = await open({ bookings: [changeable], hostTimeZone })
      expect(items().join()).not.toContain('Show time')
      unmount()
    }
  })

  it('is reason enough for a menu that has nothing else', async () => {
    const { items } = await open({ bookings: [sampleOf('past')], scope: 'past', hostTimeZone: 'Asia/Tokyo' })
    expect(items()).toEqual(['Show time in Tokyo'])
  })
})

describe('cancelling', () => {
  async function ask(setup: Parameters<typeof renderList>[0] = {}) {
    const view = await open({ bookings: [changeable], ...setup })
    await view.user.click(screen.getByRole('menuitem', { name: 'Cancel meeting' }))
    const dialog = screen.getByRole('dialog', { name: 'Cancel this meeting?' })
    const press = (name: string) => view.user.click(within(dialog).getByRole('button', { name }))
    return { ...view, dialog, press }
  }

  it('says what is cancelled and until when that is possible', async () => {
    const { dialog } = await ask()
    expect(dialog).toHaveAccessibleDescription(
      'Portfolio review with Jonas Weber, Oct 22, 2025 at 5:00 PM You can cancel or reschedule until Oct 22, 2025 at 4:00 PM.',
    )
  })

  it('sends the reason, says that it worked, and takes the card away', async () => {
    const { user, press, client, asked } = await ask()
    await user.type(screen.getByLabelText('Reason (optional)'), ' Ill today ')
    const before = asked()
    await press('Cancel meeting')
    expect(
      await screen.findByText('Portfolio review on Oct 22, 2025 at 5:00 PM was cancelled.'),
    ).toBeVisible()
    expect(client.getBookings()[0]).toMatchObject({
      status: 'cancelled',
      cancellation: { reason: 'Ill today' },
    })
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
    expect(asked()).toBeGreaterThan(before)
    expect(document.activeElement).toHaveAttribute('data-meetings-part', 'bookings-list')
  })

  it('keeps what was typed when it fails, and works at the second try', async () => {
    const { user, press } = await ask({
      prepare: ({ schedule }) => schedule.failNext('cancelBooking', { code: 'STORE_UNAVAILABLE' }),
    })
    await user.type(screen.getByLabelText('Reason (optional)'), 'Ill')
    await press('Cancel meeting')
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(screen.getByLabelText('Reason (optional)')).toHaveValue('Ill')
    await press('Cancel meeting')
    expect(await screen.findByText(/was cancelled/)).toBeVisible()
  })

  it('says in words that it is too late when the server says so', async () => {
    const { press } = await ask({
      prepare: ({ schedule }) => schedule.failNext('cancelBooking', { code: 'ACTION_FORBIDDEN' }),
    })
    await press('Cancel meeting')
    expect(await screen.findByText(/too late to cancel/)).toBeVisible()
  })

  it('cancels nothing on Escape and on “Keep meeting”', async () => {
    const { user, press, schedule } = await ask()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'More actions' }))
    await user.click(screen.getByRole('menuitem', { name: 'Cancel meeting' }))
    await user.click(screen.getByRole('button', { name: 'Keep meeting' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(schedule.calls).toEqual([])
    void press
  })
})
