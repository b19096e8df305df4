import { afterEach, expect, it } from 'vitest'
import { cleanup, render } from 'vitest-browser-react'
import { STORY_TIME, sampleOf } from '../../../test/stories/sample-week.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { createTestClock } from '../../testing/test-clock.ts'
import { MyBookingsList } from '../bookings-list/MyBookingsList.tsx'
import '../../styles.css'

afterEach(() => cleanup())

const long = 'Interdisciplinary quarterly consultation '.repeat(5).slice(0, 200)
const unbroken = 'Wolfeschlegelsteinhausen'.repeat(9).slice(0, 200)

async function renderList(width: number, { dir = 'ltr', font = 'sans-serif' } = {}) {
  const runtime = createTestRuntime({
    clock: createTestClock(STORY_TIME),
    bookings: [
      sampleOf('joinable'),
      { ...sampleOf('later'), meetingTypeName: long, hostName: unbroken },
      { ...sampleOf('tomorrow'), meetingTypeName: unbroken, hostName: long },
    ],
  })
  const view = await render(
    <div dir={dir} style={{ inlineSize: width, fontFamily: font }}>
      <MeetingsTestProvider runtime={runtime}>
        <MyBookingsList />
      </MeetingsTestProvider>
    </div>,
  )
  await expect.element(view.getByRole('article').first()).toBeVisible()
  const list = view.container.querySelector<HTMLElement>('.meetings-root') as HTMLElement
  const boxOf = (part: string) => {
    const element = list.querySelector(`[data-meetings-part="booking-card"] [data-meetings-part="${part}"]`)
    if (!element) throw new Error(`There is no ${part} in the first card.`)
    return element.getBoundingClientRect()
  }
  return { list, boxOf }
}

it('puts time, text and action side by side, in reading order', async () => {
  const { boxOf } = await renderList(760)
  expect(boxOf('booking-time').right).toBeLessThanOrEqual(boxOf('booking-text').left)
  expect(boxOf('booking-text').right).toBeLessThanOrEqual(boxOf('join-action').left)
})

it('mirrors where the host reads from right to left', async () => {
  const { boxOf } = await renderList(760, { dir: 'rtl' })
  expect(boxOf('booking-time').left).toBeGreaterThanOrEqual(boxOf('booking-text').right)
  expect(boxOf('booking-text').left).toBeGreaterThanOrEqual(boxOf('join-action').right)
})

it('gives the action the full width under the text in a narrow place', async () => {
  const { boxOf } = await renderList(328)
  expect(boxOf('join-action').top).toBeGreaterThanOrEqual(boxOf('booking-text').bottom)
  expect(boxOf('button').width).toBe(boxOf('booking-text').width)
})

it.each([280, 328, 560, 561, 760, 1200])(
  'never spills at %s pixels, whatever the names and the font',
  async (width) => {
    for (const font of ['serif', 'monospace']) {
      const { list } = await renderList(width, { font })
      expect(list.scrollWidth).toBeLessThanOrEqual(list.clientWidth)
      for (const child of list.querySelectorAll('[data-meetings-part="booking-card"] *')) {
        expect(child.getBoundingClientRect().right).toBeLessThanOrEqual(list.getBoundingClientRect().right)
      }
      await cleanup()
    }
  },
)

it('makes everything that is pressed at least 36 pixels high', async () => {
  const { list } = await renderList(760)
  const heights = [...list.querySelectorAll('button')].map((button) => button.getBoundingClientRect().height)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(36)
})
