import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, renderCallPage, setUpCallPage } from '../../test/open-call.tsx'
import { BOOKINGS_KEY } from '../provider/bookings-key.ts'
import type { RoomEndKind } from '../room/room-end.ts'
import { createTestRuntime } from '../testing/create-test-runtime.ts'
import { MeetingsTestProvider } from '../testing/MeetingsTestProvider.tsx'
import { ManagedVideoCall } from './ManagedVideoCall.tsx'
import { VideoCallModal } from './VideoCallModal.tsx'

afterEach(cleanup)

const SAM = { identity: 'sam' } as const
const theCall = () => screen.getByRole('dialog')
const people = () => within(screen.getByRole('list', { name: 'People in the call' }))

async function inACall(options: Parameters<typeof setUpCallPage>[0] = { people: [SAM] }) {
  const page = setUpCallPage(options)
  await joinCall(page)
  await waitFor(() => expect(page.calls.getState().session.phase).toBe('connected'))
  return page
}

describe('the layer of the call', () => {
  it('is not there while no call is open, nor while one is being launched', () => {
    setUpCallPage()
    expect(screen.queryByRole('dialog')).toBeNull()
    cleanup()
    renderCallPage(createTestRuntime({ session: { phase: 'launching', attempt: 1, bookingId: 'b' } }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('renders nothing on a server', () => {
    const html = renderToString(
      <MeetingsTestProvider>
        <ManagedVideoCall />
      </MeetingsTestProvider>,
    )
    expect(html).toBe('')
  })

  it('renders on a server even when a call is open there', () => {
    const ticket = { token: 't', roomName: 'r', participantName: 'Alex Morgan', bookingId: 'b' }
    const html = renderToString(
      <MeetingsTestProvider session={{ phase: 'connecting', attempt: 1, ticket }}>
        <VideoCallModal />
      </MeetingsTestProvider>,
    )
    expect(html).toContain('aria-label="Video call"')
  })

  it('says what is missing when it stands outside the provider', () => {
    expect(() => render(<ManagedVideoCall />)).toThrow(
      'ManagedVideoCall must be used inside <MeetingProvider>. Wrap your app in it.',
    )
  })

  it('is a modal dialog at the end of the body, named after the people', async () => {
    await inACall()
    const dialog = screen.getByRole('dialog', { name: 'Video call with Sam Rivera and Kim Lee' })
    expect(dialog.getAttribute('aria-modal')).toBe('true')
    expect(document.body.lastElementChild?.contains(dialog)).toBe(true)
  })

  it('is named after the meeting when it was joined from a list', async () => {
    const page = setUpCallPage({ people: [SAM] })
    const answer = await page.client.listBookings({})
    if (answer.ok) {
      page.queryClient.setQueryData([...BOOKINGS_KEY, 'list'], { pages: [answer.value], pageParams: [null] })
    }
    await joinCall(page)
    expect(screen.getByRole('dialog', { name: 'Video call: Consultation' })).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: 'Consultation' })).toBeInTheDocument()
  })

  it('takes the focus when it opens and gives it back when it closes', async () => {
    const user = userEvent.setup()
    await inACall()
    expect(theCall().contains(document.activeElement)).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Leave' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'On the page' }))
  })

  it('keeps the Tab key inside, forwards and backwards', async () => {
    const user = userEvent.setup()
    await inACall()
    const seen = new Set<string | null | undefined>()
    for (let press = 0; press < 12; press += 1) {
      await user.tab()
      expect(theCall().contains(document.activeElement)).toBe(true)
      seen.add(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)
    }
    const bar = ['React', 'Raise hand', 'Chat', 'People, in the call: 2', 'More', 'Leave']
    expect([...seen]).toEqual(['Minimise', 'Mute', 'Turn camera off', ...bar])
    screen.getByRole('button', { name: 'Minimise' }).focus()
    await user.tab({ shift: true })
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Leave' }))
  })

  it('fetches the focus back from what it covers', async () => {
    await inACall()
    screen.getByRole('button', { name: 'On the page' }).focus()
    expect(theCall().contains(document.activeElement)).toBe(true)
  })

  it('does not leave the call on Escape', async () => {
    const user = userEvent.setup()
    const page = await inACall()
    await user.keyboard('{Escape}')
    expect(page.calls.getState().session.phase).toBe('connected')
  })

  it('keeps the page from scrolling, and lets it go again', async () => {
    document.documentElement.style.overflow = 'clip'
    const page = await inACall()
    expect(document.documentElement.style.overflow).toBe('hidden')
    await act(() => page.calls.leave())
    expect(document.documentElement.style.overflow).toBe('clip')
    document.documentElement.style.overflow = ''
  })
})

describe('the people in a call', () => {
  it('are waited for by name', async () => {
    await inACall({ people: [] })
    expect(screen.getByText('Waiting for Sam Rivera and Kim Lee')).toBeInTheDocument()
    expect(people().getByText('You')).toBeInTheDocument()
  })

  it('are named by the ticket, and are guests when it does not know them', async () => {
    await inACall({ people: [SAM, { identity: 'stranger' }] })
    expect(people().getByText('Sam Rivera')).toBeInTheDocument()
    expect(people().getByText('Guest')).toBeInTheDocument()
    expect(screen.queryByText(/Waiting for/)).toBeNull()
  })

  it('show when they are muted, without a camera, or reconnecting', async () => {
    const page = await inACall()
    expect(people().queryByRole('img', { name: 'Muted' })).toBeNull()
    act(() => page.room.change('sam', { microphone: 'muted', camera: 'off', isReconnecting: true }))
    const tile = within(people().getAllByRole('listitem')[0] ?? document.body)
    expect(tile.getByRole('img', { name: 'Muted' })).toBeInTheDocument()
    expect(tile.getByText('Camera off')).toBeInTheDocument()
    expect(tile.getByText('Reconnecting')).toBeInTheDocument()
    expect(tile.getByText('SR')).toBeInTheDocument()
  })

  it('are announced when they come, mute, share and go', async () => {
    const page = await inACall()
    const heard = () => screen.getAllByRole('status').map((region) => region.textContent)
    // What comes in a heap is told together, so each waits until the last was told.
    const later = (change: () => void) => {
      act(() => page.clock.advance(2_000))
      act(change)
    }
    expect(heard()).toContain('You are in the call')
    later(() => page.room.join({ identity: 'kim' }))
    expect(heard()).toContain('Kim Lee joined')
    later(() => page.room.change('kim', { microphone: 'muted', isSharing: true }))
    expect(heard()).toContain('Kim Lee is muted. Kim Lee is sharing a screen')
    later(() => page.room.leave('kim'))
    expect(heard()).toContain('Kim Lee left')
  })

  it('are heard through elements of their own, and oneself is not', async () => {
    const page = await inACall()
    const playing = () =>
      [...page.room.playing].map((element) => `${element.localName} ${element.dataset.track}`)
    await waitFor(() => expect(playing().sort()).toEqual(['audio MT-sam-microphone', 'video MT-sam-camera']))
    const [voice] = [...page.room.playing].filter((element) => element.localName === 'audio')
    act(() => page.room.join({ identity: 'kim', isSharing: true }))
    act(() => page.room.change('sam', { microphone: 'muted' }))
    act(() => page.room.change('sam', { microphone: 'on' }))
    expect(page.room.playing.has(voice as HTMLMediaElement)).toBe(true)
    expect(voice?.isConnected).toBe(true)
  })
})

describe('the controls', () => {
  it('mute and unmute', async () => {
    const user = userEvent.setup()
    const page = await inACall()
    await user.click(screen.getByRole('button', { name: 'Mute' }))
    expect(page.room.published?.isMuted).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Unmute' }))
    expect(page.room.published?.isMuted).toBe(false)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Mute' }))
  })

  it('turn the camera off, which stops the device, and on again', async () => {
    const user = userEvent.setup()
    const page = await inACall()
    await user.click(screen.getByRole('button', { name: 'Turn camera off' }))
    expect(page.devices.live.map((track) => track.kind)).toEqual(['audio'])
    await user.click(screen.getByRole('button', { name: 'Turn camera on' }))
    await waitFor(() => expect(page.room.published?.camera?.readyState).toBe('live'))
  })

  it('offer no screen sharing where the browser has none', async () => {
    await inACall()
    expect(screen.queryByRole('button', { name: 'Share screen' })).toBeNull()
  })

  it('share the screen and stop', async () => {
    Object.defineProperty(navigator, 'mediaDevices', {
      configurable: true,
      value: { getDisplayMedia: async () => {} },
    })
    const user = userEvent.setup()
    const page = await inACall()
    await user.click(screen.getByRole('button', { name: 'Share screen' }))
    await waitFor(() => expect(page.room.published?.screen).not.toBeNull())
    expect(screen.getByText('Everybody in the call can see your screen.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Stop sharing' }))
    expect(page.room.published?.screen).toBeNull()
    Reflect.deleteProperty(navigator, 'mediaDevices')
  })
})

describe('what goes wrong', () => {
  it('keeps the stage while the connection is being restored', async () => {
    const page = await inACall()
    act(() => page.clock.advance(2_000))
    act(() => page.room.drop())
    act(() => page.clock.advance(1_000))
    expect(screen.getByText(/Your connection was lost/)).toBeInTheDocument()
    expect(people().getByText('Sam Rivera')).toBeInTheDocument()
    act(() => page.room.restore())
    expect(screen.queryByText(/Your connection was lost/)).toBeNull()
    expect(screen.getByText('You are connected again')).toBeInTheDocument()
  })

  it('goes on without a blocked camera, says how to fix it, and asks again', async () => {
    const user = userEvent.setup()
    const page = setUpCallPage({ people: [SAM] })
    page.devices.refuse('camera', 'denied')
    await joinCall(page)
    await screen.findByText(/Your camera is blocked/)
    expect(page.calls.getState().session.phase).toBe('connected')
    expect(screen.getByRole('button', { name: 'Turn camera on' })).toBeInTheDocument()
    page.devices.refuse('camera', null)
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByText(/Your camera is blocked/)).toBeNull())
    expect(page.room.published?.camera?.readyState).toBe('live')
  })

  it('says once that both devices are blocked, and asks for both again', async () => {
    const user = userEvent.setup()
    const page = setUpCallPage({ people: [SAM] })
    page.devices.refuse('camera', 'denied')
    page.devices.refuse('microphone', 'denied')
    await joinCall(page)
    await screen.findByText(/Microphone and camera are blocked/)
    page.devices.refuse('camera', null)
    page.devices.refuse('microphone', null)
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(page.devices.live.map((track) => track.kind)).toEqual(['audio', 'video']))
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  })

  it('hides a notice that was read, and shows it again when it is about something else', async () => {
    const user = userEvent.setup()
    const page = setUpCallPage({ people: [SAM] })
    page.devices.refuse('camera', 'in-use')
    await joinCall(page)
    await user.click(await screen.findByRole('button', { name: 'Hide this message' }))
    expect(screen.queryByText(/used by another app/)).toBeNull()
    page.devices.refuse('camera', 'denied')
    await user.click(screen.getByRole('button', { name: 'Turn camera on' }))
    expect(await screen.findByText(/Your camera is blocked/)).toBeInTheDocument()
  })

  it('turns held back sound on with one click', async () => {
    const user = userEvent.setup()
    await inACall({ people: [SAM, { identity: 'kim' }], blocksSound: true })
    await user.click(await screen.findByRole('button', { name: 'Turn sound on' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Turn sound on' })).toBeNull())
  })

  it('says why a call failed, and tries again', async () => {
    const user = userEvent.setup()
    const page = setUpCallPage({ people: [SAM] })
    page.room.failNextConnect({ kind: 'full', vendorCode: 53105 })
    await act(() => page.calls.launch(page.bookingId).then(() => {}))
    const title = await screen.findByRole('heading', { name: 'This call is full.' })
    expect(document.activeElement).toBe(title)
    expect(screen.getByText('ROOM_FULL (53105)')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await people().findByText('Sam Rivera')).toBeInTheDocument()
  })

  it.each<[RoomEndKind, string, string[]]>([
    ['completed', 'The call has ended', ['Close']],
    ['removed', 'You were removed from the call', ['Close']],
    ['other-tab', 'You joined from somewhere else', ['Use here', 'Close']],
    ['time-limit', 'The time limit was reached', ['Join again', 'Close']],
  ])('says in words of its own that the room ended: %s', async (kind, words, buttons) => {
    const user = userEvent.setup()
    const page = await inACall()
    act(() => page.room.end({ kind }))
    expect(await screen.findByRole('heading', { name: words })).toHaveFocus()
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'On the page',
      ...buttons,
    ])
    expect(page.room.playing.size).toBe(0)
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('comes back from another tab when asked to', async () => {
    const user = userEvent.setup()
    const page = await inACall()
    act(() => page.room.end({ kind: 'other-tab' }))
    await user.click(await screen.findByRole('button', { name: 'Use here' }))
    expect(await people().findByText('Sam Rivera')).toBeInTheDocument()
    expect(page.room.requests).toHaveLength(2)
  })
})

describe('unmounting the whole app', () => {
  it.each(['connecting', 'connected', 'reconnecting', 'ended'] as const)(
    'leaves nothing behind when %s',
    async (phase) => {
      const page = setUpCallPage({ people: [SAM] })
      if (phase === 'connecting') page.room.holdConnects()
      await joinCall(page)
      if (phase !== 'connecting') await people().findByText('Sam Rivera')
      if (phase === 'reconnecting') act(() => page.room.drop())
      if (phase === 'ended') act(() => page.room.end({ kind: 'completed' }))
      await waitFor(() => expect(page.calls.getState().session.phase).toBe(phase))
      page.unmount()
      expect(page.room.playing.size).toBe(0)
      expect(document.documentElement.style.overflow).toBe('')
      expect(screen.queryByRole('dialog')).toBeNull()
    },
  )
})

describe('the time in a call', () => {
  it('counts up by the runtime clock and says what is left', async () => {
    const page = await inACall()
    expect(screen.getByRole('timer')).toHaveTextContent('0:00')
    expect(screen.getByText('29 min left')).toBeInTheDocument()
    act(() => page.clock.advance(61_000))
    expect(screen.getByRole('timer')).toHaveTextContent('1:01')
    expect(screen.getByText('28 min left')).toBeInTheDocument()
  })
})
