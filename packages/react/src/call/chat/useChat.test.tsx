import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { createFakeRoomClient } from '../../room/fake/create-fake-room-client.ts'
import { writeMessage } from '../../talk/wire-message.ts'
import { createTestRuntime } from '../../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { sampleBooking } from '../../testing/sample-booking.ts'
import { createTestClock } from '../../testing/test-clock.ts'
import { useChat } from './useChat.ts'

afterEach(cleanup)

function setUp() {
  const clock = createTestClock()
  const booking = sampleBooking(clock.now(), { startsInMinutes: -1 })
  const room = createFakeRoomClient({ people: [{ identity: 'sam' }] })
  const runtime = createTestRuntime({ clock, room, bookings: [booking] })
  let renders = 0
  const { result } = renderHook(
    () => {
      renders += 1
      return useChat()
    },
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <MeetingsTestProvider runtime={runtime}>{children}</MeetingsTestProvider>
      ),
    },
  )
  return {
    ...runtime,
    result,
    join: () => act(async () => void (await runtime.calls.launch(booking.id))),
    renders: () => renders,
  }
}

describe('useChat', () => {
  it('is empty while no call is open, and sends nothing', () => {
    const { result } = setUp()
    expect(result.current).toMatchObject({ messages: [], unread: 0, canSend: false })
  })

  it('has what others say, with the names the server gave them', async () => {
    const { result, join, room, clock } = setUp()
    await join()
    act(() => room.say('sam', writeMessage({ type: 'chat', id: '1', text: 'Hello' })))
    expect(result.current.messages).toEqual([
      {
        ...{ id: expect.any(String), from: 'sam', senderName: 'Sam Rivera', isOwn: false },
        ...{ text: 'Hello', at: clock.now(), status: 'sent' },
      },
    ])
    expect(result.current.unread).toBe(1)
    act(() => result.current.markRead())
    expect(result.current.unread).toBe(0)
  })

  it('sends, keeps what could not be sent, and sends it again', async () => {
    const { result, join, room } = setUp()
    await join()
    expect(result.current.canSend).toBe(true)
    act(() => expect(result.current.send('one')).toBe(true))
    act(() => expect(result.current.send('  ')).toBe(false))
    act(() => room.drop())
    expect(result.current.canSend).toBe(false)
    act(() => expect(result.current.send('two')).toBe(true))
    const lost = result.current.messages[1]
    expect(lost).toMatchObject({ text: 'two', status: 'not-sent' })
    act(() => room.restore())
    act(() => expect(result.current.retry(lost?.id ?? '')).toBe(true))
    expect(result.current.messages.map((message) => message.status)).toEqual(['sent', 'sent'])
  })

  it('is empty again when the call is left', async () => {
    const { result, join, calls } = setUp()
    await join()
    act(() => void result.current.send('one'))
    await act(() => calls.leave())
    expect(result.current.messages).toEqual([])
  })

  it('renders for the chat and for nothing else in the room', async () => {
    const { join, room, renders } = setUp()
    await join()
    const before = renders()
    act(() => room.change('sam', { microphone: 'muted', networkQuality: 2 }))
    act(() => room.say('sam', writeMessage({ type: 'reaction', kind: 'clap' })))
    act(() => room.say('sam', writeMessage({ type: 'hand', upForMs: 0 })))
    expect(renders()).toBe(before)
  })

  it('says what is missing outside the provider', () => {
    expect(() => renderHook(() => useChat())).toThrow('useChat must be used inside <MeetingProvider>')
  })
})
