import { act, cleanup, render, renderHook, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { memo, type ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { setUpCallPage } from '../../../test/open-call.tsx'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import type { CallComponents, CallTileProps } from '../components.ts'
import type { CallParticipant } from './call-participant.ts'
import { useCall } from './useCall.ts'
import { useParticipants } from './useParticipants.ts'

afterEach(cleanup)

const TWO = [{ identity: 'sam' }, { identity: 'stranger' }]

async function inACall(components?: CallComponents) {
  const page = setUpCallPage({ people: TWO, call: { components } })
  await act(() => page.calls.launch(page.bookingId).then(() => {}))
  await waitFor(() => expect(page.calls.getState().session.phase).toBe('connected'))
  await waitFor(() => expect(document.querySelector('[data-meetings-part="call-screen"]')).not.toBeNull())
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MeetingsTestProvider runtime={page}>{children}</MeetingsTestProvider>
  )
  return { ...page, wrapper, user: userEvent.setup() }
}

const faceRenders: string[] = []
const Face = memo(function Face({ person }: { person: CallParticipant }) {
  faceRenders.push(person.identity)
  return null
})
const Faces = () => useParticipants().map((person) => <Face key={person.sid} person={person} />)

const MyTile = ({ name, isMuted, attachCamera }: CallTileProps) => (
  <p>
    {name} {isMuted ? 'is quiet' : 'talks'} {attachCamera ? 'with a picture' : ''}
  </p>
)
const MyButton = () => <button type="button">My microphone</button>
const MyBar = () => <p>My bar</p>

describe('useCall', () => {
  it('tells how things are, and changes them', async () => {
    const { wrapper, callView } = await inACall()
    const { result } = renderHook(useCall, { wrapper })
    expect(result.current).toMatchObject({
      phase: 'connected',
      isMuted: false,
      isCameraOn: true,
      layout: 'auto',
    })
    await act(() => result.current.toggleMicrophone())
    expect(result.current.isMuted).toBe(true)
    act(() => result.current.pin('sam'))
    act(() => result.current.setLayout('grid'))
    expect(result.current).toMatchObject({ pinned: 'sam', layout: 'grid' })
    act(() => result.current.minimise())
    expect(callView.get().isMinimised).toBe(true)
    await act(() => result.current.leave())
    expect(result.current.phase).toBe('idle')
  })

  it('goes in from the lobby, tells why a call failed or ended, tries again and closes', async () => {
    const page = setUpCallPage({ people: TWO, lobby: true })
    const wrapper = ({ children }: { children: ReactNode }) => (
      <MeetingsTestProvider runtime={page}>{children}</MeetingsTestProvider>
    )
    const { result } = renderHook(useCall, { wrapper })
    page.room.failNextConnect({ kind: 'full' })
    await act(() => page.calls.launch(page.bookingId).then(() => {}))
    expect(result.current).toMatchObject({ phase: 'lobby', problem: null, endedBy: null })
    await act(async () => result.current.join())
    await waitFor(() => expect(result.current.phase).toBe('failed'))
    expect(result.current).toMatchObject({ problem: { code: 'ROOM_FULL' }, endedBy: null })

    await act(() => result.current.retry().then(() => {}))
    await waitFor(() => expect(result.current.phase).toBe('connected'))
    act(() => page.room.end({ kind: 'removed' }))
    await waitFor(() => expect(result.current.phase).toBe('ended'))
    expect(result.current).toMatchObject({ phase: 'ended', problem: null, endedBy: 'removed' })
    act(() => result.current.close())
    expect(result.current).toMatchObject({ phase: 'idle', endedBy: null })
  })

  it('renders for nobody who comes or speaks', async () => {
    const { wrapper, room } = await inACall()
    let renders = 0
    renderHook(
      () => {
        renders += 1
        return useCall()
      },
      { wrapper },
    )
    act(() => room.join({ identity: 'kim' }))
    act(() => room.speak('kim'))
    expect(renders).toBe(1)
  })

  it('says what is missing outside the provider', () => {
    expect(() => renderHook(useCall)).toThrow('useCall must be used inside <MeetingProvider>')
    expect(() => renderHook(useParticipants)).toThrow('useParticipants must be used inside')
  })
})

describe('useParticipants', () => {
  it('names people and tells what they do', async () => {
    const { wrapper, room } = await inACall()
    const { result } = renderHook(useParticipants, { wrapper })
    expect(result.current.map(({ name, role }) => [name, role])).toEqual([
      ['Sam Rivera', 'host'],
      [null, null],
    ])
    act(() => room.change('sam', { microphone: 'muted', camera: 'off', networkQuality: 2 }))
    act(() => room.speak('stranger'))
    expect(result.current).toMatchObject([
      { isMuted: true, attachCamera: null, networkQuality: 2, isSpeaking: false },
      { isMuted: false, isSpeaking: true },
    ])
  })

  it('keeps the object of whoever has not changed, so that a memo renders once', async () => {
    const { wrapper, room } = await inACall()
    faceRenders.length = 0
    render(<Faces />, { wrapper })
    expect(faceRenders).toEqual(['sam', 'stranger'])
    act(() => room.change('sam', { microphone: 'muted' }))
    expect(faceRenders).toEqual(['sam', 'stranger', 'sam'])
  })
})

describe('parts of the host’s own', () => {
  it('stand in the place of ours', async () => {
    await inACall({ Tile: MyTile, MicrophoneButton: MyButton, TopBar: MyBar })
    const people = within(screen.getByRole('list', { name: 'People in the call' }))
    expect(people.getByText('Sam Rivera talks with a picture')).toBeInTheDocument()
    expect(people.getAllByRole('listitem')).toHaveLength(3)
    expect(screen.getByRole('button', { name: 'My microphone' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Mute' })).toBeNull()
    expect(screen.getByText('My bar')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Minimise' })).toBeNull()
  })

  it.each([
    ['MicrophoneButton', 'Mute'],
    ['CameraButton', 'Turn camera off'],
    ['MoreButton', 'More'],
    ['LeaveButton', 'Leave'],
  ] as const)('can be left out: %s', async (part, name) => {
    await inACall({ [part]: null })
    expect(screen.queryByRole('button', { name })).toBeNull()
    expect(screen.getByRole('group', { name: 'Call controls' })).toBeInTheDocument()
  })

  it.each([
    ['ControlBar', 'control-bar'],
    ['Stage', 'stage'],
    ['TopBar', 'top-bar'],
  ] as const)('can be left out: %s', async (part, name) => {
    await inACall({ [part]: null })
    expect(document.querySelector(`[data-meetings-part="${name}"]`)).toBeNull()
  })
})
