import { QueryClient } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { StrictMode, useEffect } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useMeetingLauncher } from '../launcher/useMeetingLauncher.ts'
import { MeetingProvider, type MeetingProviderProps } from './MeetingProvider.tsx'
import { useMeeting } from './useMeeting.ts'

afterEach(cleanup)

const ticket = { token: 't', roomName: 'meeting_1', participantName: 'Ana', bookingId: '1' }

/** Nobody listens there: no test reaches for the cloud. */
const videoOptions = { wsServer: 'ws://127.0.0.1:9/signaling' }

/** A server that refuses every launch, lets everybody leave, and remembers what it was asked. */
function refusingServer() {
  const asked: string[] = []
  const fetch: typeof globalThis.fetch = async (input) => {
    asked.push(String(input))
    if (String(input).endsWith('/leave-video')) return Response.json({ bookingId: '1', status: 'completed' })
    return Response.json({ code: 'JOIN_TOO_EARLY', error: 'Too early', retryable: true }, { status: 409 })
  }
  return { asked, fetch }
}

function Launcher() {
  const { launchFromBooking, isLaunching, error } = useMeetingLauncher()
  const { isVideoCallOpen } = useMeeting()
  return (
    <button type="button" onClick={() => void launchFromBooking({ bookingId: '1' })}>
      {isLaunching ? 'Joining' : (error?.code ?? (isVideoCallOpen ? 'Open' : 'Join'))}
    </button>
  )
}

function Opener() {
  const { startVideoCall, isVideoCallOpen } = useMeeting()
  useEffect(() => startVideoCall(ticket), [startVideoCall])
  return <p>{isVideoCallOpen ? 'Open' : 'Closed'}</p>
}

const app = (props: Omit<MeetingProviderProps, 'children'>, child = <Launcher />) => (
  <StrictMode>
    <MeetingProvider {...props}>{child}</MeetingProvider>
  </StrictMode>
)

describe('MeetingProvider', () => {
  it('sends a launch to the server it was given, and tells why it was refused', async () => {
    const server = refusingServer()
    const onError = vi.fn()
    render(app({ baseUrl: '/meetings-api', fetch: server.fetch, onError }))
    act(() => screen.getByRole('button').click())
    expect(screen.getByRole('button').textContent).toBe('Joining')
    await screen.findByText('JOIN_TOO_EARLY')
    expect(server.asked).toEqual(['/meetings-api/launch-video'])
    expect(onError).toHaveBeenCalledOnce()
  })

  it('uses the callbacks of the last render, without beginning anew', async () => {
    const server = refusingServer()
    const tokens: string[] = []
    const props = (name: string) => ({
      fetch: server.fetch,
      getAccessToken: () => {
        tokens.push(name)
        return name
      },
    })
    const view = render(app(props('old')))
    view.rerender(app(props('new')))
    act(() => screen.getByRole('button').click())
    await screen.findByText('JOIN_TOO_EARLY')
    expect(tokens).toEqual(['new'])
  })

  it('under StrictMode opens a call once and does not leave it', async () => {
    const server = refusingServer()
    const view = render(app({ fetch: server.fetch, videoOptions }, <Opener />))
    await act(() => vi.dynamicImportSettled())
    screen.getByText('Open')
    expect(server.asked).toEqual([])
    view.unmount()
    await act(async () => {})
    expect(server.asked).toEqual(['/api/meetings/leave-video'])
  })

  it('puts all lists of bookings out of date when a call was left', async () => {
    const server = refusingServer()
    const queryClient = new QueryClient()
    const key = ['meetings', 'bookings', 'upcoming']
    queryClient.setQueryData(key, [])
    const view = render(app({ fetch: server.fetch, queryClient, videoOptions }, <Opener />))
    await vi.dynamicImportSettled()
    view.unmount()
    await vi.waitFor(() => expect(queryClient.getQueryState(key)?.isInvalidated).toBe(true))
  })

  it('renders on a server, where no window is', () => {
    const html = renderToString(app({}, <Launcher />))
    expect(html).toContain('Join')
  })
})

describe('a hook outside the provider', () => {
  it.each([
    ['useMeeting', Opener],
    ['useMeetingLauncher', Launcher],
  ])('%s says what is missing', (name, Component) => {
    const sentence = `${name} must be used inside <MeetingProvider>. Wrap your app in it.`
    expect(() => renderToString(<Component />)).toThrow(sentence)
  })
})
