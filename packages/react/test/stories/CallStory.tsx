import type { Booking, MeetingPerson } from '@meetings/contract'
import { type ReactNode, useEffect, useState } from 'react'
import type { CallOptions } from '../../src/call/call-options.ts'
import { loadCallScreen } from '../../src/call/load-call-screen.ts'
import { ManagedVideoCall } from '../../src/call/ManagedVideoCall.tsx'
import { loadAround } from '../../src/call/notices/load-around.ts'
import { VideoCallModal } from '../../src/call/VideoCallModal.tsx'
import type { BackgroundImage } from '../../src/media/background-port.ts'
import { BOOKINGS_KEY } from '../../src/provider/bookings-key.ts'
import { useMeeting } from '../../src/provider/useMeeting.ts'
import { createFakeRoomClient } from '../../src/room/fake/create-fake-room-client.ts'
import type { FakePerson } from '../../src/room/fake/fake-participant.ts'
import { createTestRuntime, type TestRuntime } from '../../src/testing/create-test-runtime.ts'
import { createFakeBackgrounds } from '../../src/testing/fake-backgrounds.ts'
import { MeetingsTestProvider } from '../../src/testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../../src/testing/sample-booking.ts'
import { createTestClock } from '../../src/testing/test-clock.ts'
import { STORY_TIME } from './sample-week.ts'
import { wordsOf } from './words-of.ts'

export interface CallStoryProps extends CallOptions {
  /** Who is in the room already. Their names come from `names`, by identity. */
  people?: readonly FakePerson[]
  names?: Readonly<Record<string, string>>
  blocksSound?: boolean
  /** A box of the page that the call is put in, in CSS pixels, instead of above everything. */
  box?: { width: number; height: number }
  /** Stop in the lobby first. */
  lobby?: boolean
  /** Blur is offered, and these. */
  backgroundImages?: readonly BackgroundImage[]
  /** What the booking of the list says about who is in. */
  booking?: Partial<Booking>
  /** Before the join: hold the room, refuse a device. */
  before?: (runtime: TestRuntime) => void
  /** Once in the room: end it, drop it, press something. */
  after?: (runtime: TestRuntime) => void | Promise<void>
  /** A host's own screen, in place of ours. */
  screen?: ReactNode
  locale: string
  children?: ReactNode
}

/** How long each story's call has lasted when it is looked at. */
const ELAPSED_MS = 7 * 60_000 + 42_000

let shown: TestRuntime | null = null

/** What is below the story that is open: its play says who comes, goes and speaks. */
export function shownRuntime(): TestRuntime {
  if (!shown) throw new Error('No story of a call is open.')
  return shown
}

/** A real call over fakes, joined as soon as the story opens. */
export function CallStory(props: CallStoryProps) {
  const { people = [], names = {}, blocksSound = false, lobby = false, before, after, locale } = props
  const options = { components: props.components, shortcuts: props.shortcuts }
  const [runtime] = useState(() => {
    const clock = createTestClock(STORY_TIME)
    const booking = sampleBooking(clock.now(), {
      startsInMinutes: -2,
      ...(names.sam !== undefined && { hostName: names.sam }),
      ...props.booking,
    })
    const others = Object.entries(names).map(
      ([identity, name]): MeetingPerson => ({ identity, name, role: identity === 'sam' ? 'host' : 'guest' }),
    )
    const made = createTestRuntime({
      clock,
      bookings: [booking],
      lobby,
      ...(props.backgroundImages && {
        backgrounds: createFakeBackgrounds({ images: props.backgroundImages }),
      }),
      room: createFakeRoomClient({ people, blocksSound }),
      participants: [...others, { identity: 'me', name: 'Alex Morgan', role: 'customer' }],
    })
    made.queryClient.setQueryData([...BOOKINGS_KEY, 'list'], {
      pages: [{ bookings: [booking], nextCursor: null, serverTime: STORY_TIME }],
      pageParams: [null],
    })
    before?.(made)
    return { ...made, bookingId: booking.id }
  })

  useEffect(() => {
    let isCurrent = true
    shown = runtime
    // Stories show the call, not how its code is fetched.
    void Promise.all([loadCallScreen(), loadAround()]).then(() => {
      if (isCurrent) void runtime.calls.launch(runtime.bookingId)
    })
    const unsubscribe = runtime.calls.subscribe(() => {
      if (!isCurrent || runtime.calls.getState().session.phase !== 'connected') return
      unsubscribe()
      runtime.clock.advance(ELAPSED_MS)
      void after?.(runtime)
    })
    return () => {
      isCurrent = false
      if (shown === runtime) shown = null
      unsubscribe()
      runtime.calls.destroy()
    }
  }, [runtime, after])

  return (
    <MeetingsTestProvider runtime={runtime} locale={locale} {...wordsOf(locale)}>
      <h1>Notes</h1>
      <p>A page of the host, with something half written in it.</p>
      <button type="button">Something to press</button>
      {props.screen}
      {props.box && <BoxedCall {...props.box} {...options} />}
      {!props.screen && !props.box && <ManagedVideoCall {...options} />}
    </MeetingsTestProvider>
  )
}

function BoxedCall({ width, height, ...options }: { width: number; height: number } & CallOptions) {
  const { isVideoCallOpen } = useMeeting()
  return (
    // What is fixed in it is fixed to it.
    <div style={{ contain: 'layout', inlineSize: width, blockSize: height }}>
      {isVideoCallOpen && <VideoCallModal {...options} />}
    </div>
  )
}
