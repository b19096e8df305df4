import { act, cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'
import type { CallFeedback } from '../../provider/call-feedback.ts'

afterEach(cleanup)

const MINUTE = 60_000

async function talkFor(ms: number, { wantsToKnow = true } = {}) {
  const said: CallFeedback[] = []
  const page = setUpCallPage({
    people: [{ identity: 'sam' }],
    ...(wantsToKnow && { onFeedback: (feedback: CallFeedback) => said.push(feedback) }),
  })
  await joinCall(page)
  await waitFor(() => expect(page.calls.getState().session.phase).toBe('connected'))
  await act(async () => page.clock.advance(ms))
  return { ...page, said, user: userEvent.setup() }
}

const question = () => screen.queryByRole('region', { name: 'How was the quality of the call?' })
const asked = () => screen.findByRole('region', { name: 'How was the quality of the call?' })
/** Time for a chunk to come, if one was asked for. */
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)))

describe('the question after a call', () => {
  it('is answered with one press when the call was good, and goes away', async () => {
    const page = await talkFor(5 * MINUTE)
    await act(() => page.calls.leave())
    await asked()
    await page.user.click(screen.getByRole('button', { name: 'Good' }))
    const { bookingId } = page
    expect(page.said).toEqual([{ bookingId, durationMs: 5 * MINUTE, rating: 'good', reasons: [] }])
    screen.getByText('Thank you.')
    act(() => page.clock.advance(3_000))
    expect(question()).toBeNull()
  })

  it('asks what was bad', async () => {
    const page = await talkFor(5 * MINUTE)
    await act(() => page.calls.leave())
    await asked()
    await page.user.click(screen.getByRole('button', { name: 'Bad' }))
    expect(page.said).toEqual([])
    await page.user.click(screen.getByRole('checkbox', { name: 'Delays' }))
    await page.user.click(screen.getByRole('checkbox', { name: 'The sound' }))
    await page.user.click(screen.getByRole('checkbox', { name: 'The video' }))
    await page.user.click(screen.getByRole('checkbox', { name: 'The video' }))
    await page.user.click(screen.getByRole('button', { name: 'Send' }))
    expect(page.said).toMatchObject([{ rating: 'bad', reasons: ['sound', 'delay'] }])
  })

  it('may be closed without an answer, and takes no focus', async () => {
    const page = await talkFor(5 * MINUTE)
    await act(() => page.calls.leave())
    const card = await asked()
    expect(card.contains(document.activeElement)).toBe(false)
    await page.user.click(screen.getByRole('button', { name: 'Close without an answer' }))
    expect([question(), page.said]).toEqual([null, []])
  })

  it('is not asked after a minute or less, nor where nobody wants to know', async () => {
    const short = await talkFor(MINUTE)
    await act(() => short.calls.leave())
    await settle()
    expect(question()).toBeNull()
    cleanup()
    const unasked = await talkFor(5 * MINUTE, { wantsToKnow: false })
    await act(() => unasked.calls.leave())
    await settle()
    expect(question()).toBeNull()
  })

  it('waits until an end screen is closed, and does not count the time it was open', async () => {
    const page = await talkFor(5 * MINUTE)
    await act(async () => page.room.end({ kind: 'completed' }))
    await act(async () => page.clock.advance(MINUTE))
    await settle()
    expect(question()).toBeNull()
    await page.user.click(screen.getByRole('button', { name: 'Close' }))
    await asked()
    await page.user.click(screen.getByRole('button', { name: 'Good' }))
    expect(page.said).toMatchObject([{ durationMs: 5 * MINUTE }])
  })

  it('is not asked where the call only went on in another tab', async () => {
    const page = await talkFor(5 * MINUTE)
    await act(async () => page.room.end({ kind: 'other-tab' }))
    act(() => page.calls.dismiss())
    await settle()
    expect(question()).toBeNull()
  })

  it('makes room for the next call', async () => {
    const page = await talkFor(5 * MINUTE)
    await act(() => page.calls.leave())
    await asked()
    await joinCall(page)
    expect(question()).toBeNull()
    await act(() => page.calls.leave())
    await settle()
    expect(question()).toBeNull()
  })
})
