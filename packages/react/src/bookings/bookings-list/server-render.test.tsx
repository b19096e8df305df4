import { act, screen } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { STORY_TIME, sampleWeek } from '../../../test/stories/sample-week.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { createStaticCalls } from '../../testing/static-calls.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { bookingsQueryOptions } from '../queries/bookings-query.ts'
import { MyBookingsList } from './MyBookingsList.tsx'

const THREE_MINUTES_EARLIER = '2025-10-22T13:52:00.000Z'

/** A page whose bookings were fetched before, at an instant; `now` is what server and browser agree on. */
async function createPage(at: string, now?: string) {
  const runtime = createTestRuntime({
    bookings: sampleWeek(),
    clock: createTestClock(at),
    calls: createStaticCalls(),
  })
  const query = bookingsQueryOptions(runtime, { scope: 'upcoming', pageSize: 20 })
  await runtime.queryClient.prefetchInfiniteQuery(query)
  return (
    <MeetingsTestProvider runtime={runtime} {...(now && { now })}>
      <MyBookingsList />
    </MeetingsTestProvider>
  )
}

/** Hydrates a server's markup, and answers every complaint of React about it. */
async function takeOver(html: string, page: React.ReactNode) {
  const complaints = vi.spyOn(console, 'error')
  const onRecoverableError = vi.fn()
  const container = document.createElement('div')
  container.innerHTML = html
  document.body.append(container)
  const root = await act(async () => hydrateRoot(container, page, { onRecoverableError }))
  stop = () => {
    act(() => root.unmount())
    container.remove()
  }
  return () => [...complaints.mock.calls, ...onRecoverableError.mock.calls]
}

let stop = () => {}
afterEach(() => stop())

/** React loads a lazy part at the first render and has it at the next. */
async function renderOnServer(page: React.ReactNode): Promise<string> {
  renderToString(page)
  await vi.dynamicImportSettled()
  return renderToString(page)
}

it('is drawn as loading on a server that does not know the viewer, and taken over without a complaint', async () => {
  const html = await renderOnServer(await createPage('2025-10-22T09:00:00.000Z'))
  expect(html).toContain('Loading your meetings')
  expect(html).not.toContain('2025')

  const complaints = await takeOver(html, await createPage(STORY_TIME))
  expect(await screen.findAllByRole('article')).toHaveLength(5)
  expect(complaints()).toEqual([])
})

it('is drawn with its cards on a server that knows the viewer, and goes on from there by the browser’s clock', async () => {
  const html = await renderOnServer(await createPage(THREE_MINUTES_EARLIER, THREE_MINUTES_EARLIER))
  expect(html).toContain('Starts in 8 minutes')

  const complaints = await takeOver(html, await createPage(STORY_TIME, THREE_MINUTES_EARLIER))
  expect(await screen.findByText('Starts in 5 minutes')).toBeVisible()
  expect(screen.queryByText('Starts in 8 minutes')).toBeNull()
  expect(complaints()).toEqual([])
})
