import { act, screen } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { STORY_TIME, sampleWeek } from '../../../test/stories/sample-week.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { createStaticCalls } from '../../testing/static-calls.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { bookingsQueryOptions } from '../queries/bookings-query.ts'
import { MyBookingsList } from './MyBookingsList.tsx'

function createPage(now: string) {
  const runtime = createTestRuntime({
    bookings: sampleWeek(),
    clock: createTestClock(now),
    calls: createStaticCalls(),
  })
  const page = (
    <MeetingsTestProvider runtime={runtime}>
      <MyBookingsList />
    </MeetingsTestProvider>
  )
  return { runtime, page }
}

it('is drawn as loading on a server, even with data, and taken over by a browser without a complaint', async () => {
  const server = createPage('2025-10-22T09:00:00.000Z')
  const query = bookingsQueryOptions(server.runtime, { scope: 'upcoming', pageSize: 20 })
  await server.runtime.queryClient.prefetchInfiniteQuery(query)
  const html = renderToString(server.page)
  expect(html).toContain('Loading your meetings')
  expect(html).not.toContain('2025')

  const complaints = vi.spyOn(console, 'error')
  const onRecoverableError = vi.fn()
  const container = document.createElement('div')
  container.innerHTML = html
  document.body.append(container)
  const root = await act(async () =>
    hydrateRoot(container, createPage(STORY_TIME).page, { onRecoverableError }),
  )
  expect(await screen.findAllByRole('article')).toHaveLength(5)
  expect(onRecoverableError).not.toHaveBeenCalled()
  expect(complaints).not.toHaveBeenCalled()
  act(() => root.unmount())
  container.remove()
})
