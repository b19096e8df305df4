import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { createFakeMediaTrack } from '../../room/fake/fake-media-track.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { MicrophoneHint } from './MicrophoneHint.tsx'
import type { Heard } from './next-hearing.ts'

afterEach(cleanup)

function setUp(isMuted: boolean) {
  const microphoneTrack = createFakeMediaTrack('audio')
  const runtime = createTestRuntime({ mediaState: { isMuted, microphoneTrack } })
  const ears = { heard: { level: 0, isNothing: false } as Heard | null, listening: 0, isResting: false }
  const listen = () => {
    ears.listening += 1
    return {
      hear: () => (ears.isResting ? null : ears.heard),
      rest() {
        ears.isResting = true
      },
      wake() {
        ears.isResting = false
      },
      stop() {
        ears.listening -= 1
      },
    }
  }
  const view = render(
    <MeetingsTestProvider runtime={runtime}>
      <MicrophoneHint listen={listen} />
    </MeetingsTestProvider>,
  )
  const hear = (heard: Heard | null, ms: number) => {
    ears.heard = heard
    act(() => runtime.clock.advance(ms))
  }
  return { ...runtime, ...view, ears, hear, user: userEvent.setup() }
}

const SPEECH = { level: 0.8, isNothing: false }
const NOTHING = { level: 0, isNothing: true }

describe('the hint at the microphone', () => {
  it('tells somebody who talks that they are muted, and unmutes', async () => {
    const { user, hear, calls } = setUp(true)
    hear(SPEECH, 1_000)
    expect(screen.getByRole('status')).toHaveTextContent('You are muted. Hold Space bar to talk.')
    await user.click(screen.getByRole('button', { name: 'Unmute' }))
    expect(calls.getState().media.isMuted).toBe(false)
    hear(SPEECH, 250)
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })

  it('leaves a microphone that works alone for twenty seconds, or until it is muted', async () => {
    const { ears, hear, calls } = setUp(false)
    hear(SPEECH, 250)
    expect(ears.isResting).toBe(true)
    hear(NOTHING, 20_000)
    expect(ears.isResting).toBe(false)
    hear(NOTHING, 10_000)
    expect(screen.getByRole('status')).toHaveTextContent('There is no sound from your microphone.')
    hear(SPEECH, 250)
    expect(ears.isResting).toBe(true)
    await act(() => calls.toggleMicrophone())
    hear(SPEECH, 1_000)
    expect(screen.getByRole('status')).toHaveTextContent('You are muted.')
  })

  it('tells that the microphone is dead', () => {
    const { hear } = setUp(false)
    hear(NOTHING, 9_900)
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
    hear(NOTHING, 200)
    expect(screen.getByRole('status')).toHaveTextContent('There is no sound from your microphone.')
  })

  it('takes ears that are not allowed to listen for no silence', () => {
    const { hear } = setUp(false)
    hear(null, 60_000)
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })

  it('stops listening when it goes', () => {
    const { ears, unmount } = setUp(true)
    expect(ears.listening).toBe(1)
    unmount()
    expect(ears.listening).toBe(0)
  })
})
