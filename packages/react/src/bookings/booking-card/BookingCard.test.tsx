import { act, cleanup, render, screen } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, expect, it } from 'vitest'
import { STORY_TIME, sampleOf } from '../../../test/stories/sample-week.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { createStaticCalls } from '../../testing/static-calls.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { BookingCard } from './BookingCard.tsx'

afterEach(cleanup)

function renderCards(ids: readonly string[]) {
  const clock = createTestClock(STORY_TIME)
  const runtime = createTestRuntime({ clock, calls: createStaticCalls() })
  const renders: Record<string, number> = {}
  render(
    <MeetingsTestProvider runtime={runtime}>
      {ids.map((id) => (
        <Profiler key={id} id={id} onRender={() => (renders[id] = (renders[id] ?? 0) + 1)}>
          <BookingCard booking={sampleOf(id)} headingLevel={3} />
        </Profiler>
      ))}
    </MeetingsTestProvider>,
  )
  const rendersIn = (minutes: number) => {
    for (const id of ids) renders[id] = 0
    act(() => clock.advance(minutes * 60_000))
    return { ...renders }
  }
  return { clock, rendersIn }
}

it('renders only the card whose own text changed', () => {
  const { rendersIn } = renderCards(['joinable', 'later', 'tomorrow', 'past', 'cancelled'])
  expect(rendersIn(1)).toEqual({ joinable: 1, later: 0, tomorrow: 0, past: 0, cancelled: 0 })
  expect(screen.getByText('Starts in 4 minutes')).toBeVisible()
  expect(rendersIn(0.9)).toEqual({ joinable: 0, later: 0, tomorrow: 0, past: 0, cancelled: 0 })
})

it('keeps one timer for all cards, and none for cards that time does not change', () => {
  expect(renderCards(['joinable', 'later', 'tomorrow']).clock.waiting).toBe(1)
  cleanup()
  expect(renderCards(['cancelled']).clock.waiting).toBe(0)
})

it('goes from ahead to soon, live and past as time passes', () => {
  const { rendersIn } = renderCards(['later'])
  const card = screen.getByRole('article')
  const states = [0, 170, 15, 60].map((minutes) => {
    rendersIn(minutes)
    return card.dataset['state']
  })
  expect(states).toEqual(['ahead', 'soon', 'live', 'past'])
})

it('has no countdown that a screen reader would announce by itself', () => {
  renderCards(['joinable'])
  expect(
    screen.getByText('Starts in 5 minutes').closest('[aria-live], [role=status], [role=timer]'),
  ).toBeNull()
})
