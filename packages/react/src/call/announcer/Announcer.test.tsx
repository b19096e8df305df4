import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'
import { writeMessage } from '../../talk/wire-message.ts'

afterEach(cleanup)

async function listen() {
  const page = setUpCallPage({ people: [{ identity: 'sam' }] })
  await joinCall(page)
  const region = await screen.findByText('You are in the call')
  const status = region.closest('[role="status"]')
  act(() => page.clock.advance(5_000))
  return { ...page, said: () => status?.textContent, element: () => status?.firstElementChild }
}

describe('the announcer', () => {
  it('tells the first news at once and gathers what follows it in a heap', async () => {
    const { room, clock, said } = await listen()
    act(() => room.join({ identity: 'kim' }))
    expect(said()).toBe('Kim Lee joined')
    act(() => room.join({ identity: 'p1' }))
    act(() => room.join({ identity: 'p2' }))
    act(() => room.change('sam', { microphone: 'muted' }))
    expect(said()).toBe('Kim Lee joined')
    act(() => clock.advance(1_500))
    expect(said()).toBe('Guest and Guest joined. Sam Rivera is muted')
  })

  it('tells three who come in one moment in one sentence', async () => {
    const { room, said } = await listen()
    act(() => {
      for (const identity of ['kim', 'p1', 'p2']) room.join({ identity })
    })
    expect(said()).toBe('Kim Lee, Guest, and Guest joined')
  })

  it('reads the first words of a message, and who raised a hand', async () => {
    const { room, clock, said } = await listen()
    act(() => room.say('sam', writeMessage({ type: 'chat', id: '1', text: 'Shall we begin?' })))
    expect(said()).toBe('Sam Rivera in the chat: Shall we begin?')
    act(() => room.say('sam', writeMessage({ type: 'hand', upForMs: 0 })))
    act(() => clock.advance(1_500))
    expect(said()).toBe('Sam Rivera raised a hand')
  })

  it('tells that a host muted this person, and what the host asks', async () => {
    const { room, clock, said } = await listen()
    act(() => room.say('sam', writeMessage({ type: 'mute', to: null })))
    expect(said()).toBe('Sam Rivera muted you')
    act(() => clock.advance(1_500))
    act(() => room.say('sam', writeMessage({ type: 'ask-unmute', to: 'me' })))
    expect(said()).toBe('Sam Rivera asks you to unmute')
  })

  it('says the same twice in two elements, so that it is heard twice', async () => {
    const { room, clock, said, element } = await listen()
    const mute = (microphone: 'on' | 'muted') => {
      act(() => room.change('sam', { microphone }))
      act(() => clock.advance(1_500))
    }
    mute('muted')
    const first = element()
    mute('on')
    mute('muted')
    expect(said()).toBe('Sam Rivera is muted')
    expect(element()).not.toBe(first)
  })

  it('leaves no timer behind when the call goes', async () => {
    const { room, clock, calls } = await listen()
    const before = clock.waiting
    act(() => room.join({ identity: 'kim' }))
    await act(() => calls.leave())
    expect(clock.waiting).toBeLessThanOrEqual(before)
  })
})
