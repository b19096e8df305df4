import { act, cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'
import { type WireMessage, writeMessage } from '../../talk/wire-message.ts'

afterEach(cleanup)

async function inACall() {
  const page = setUpCallPage({ people: [{ identity: 'sam' }, { identity: 'kim' }] })
  await joinCall(page)
  return {
    ...page,
    user: userEvent.setup(),
    says: (identity: string, message: WireMessage) =>
      act(() => page.room.say(identity, writeMessage(message))),
  }
}

const button = (name: string) => screen.getByRole('button', { name })
const tile = (name: string) =>
  within(
    within(screen.getByRole('list', { name: 'People in the call' }))
      .getByText(name)
      .closest('[data-meetings-part="tile"]') as HTMLElement,
  )

describe('the hand', () => {
  it('goes up and down by its button, and shows on one’s own tile', async () => {
    const { user, calls } = await inACall()
    await user.click(button('Raise hand'))
    expect(tile('You').getByRole('img', { name: 'Hand raised' })).toBeInTheDocument()
    expect(calls.getState().talk.hands).toMatchObject([{ identity: 'me' }])
    await user.click(button('Lower hand'))
    expect(tile('You').queryByRole('img', { name: 'Hand raised' })).toBeNull()
  })

  it('of somebody else shows on their tile and no other', async () => {
    const { says } = await inACall()
    says('kim', { type: 'hand', upForMs: 0 })
    expect(tile('Kim Lee').getByRole('img', { name: 'Hand raised' })).toBeInTheDocument()
    expect(tile('Sam Rivera').queryByRole('img', { name: 'Hand raised' })).toBeNull()
  })

  it('cannot go up while nobody can be reached', async () => {
    const { room } = await inACall()
    act(() => room.drop())
    expect(button('Raise hand')).toBeDisabled()
    expect(button('React')).toBeDisabled()
  })
})

describe('a host who mutes', () => {
  it('mutes this person, says so for a while, and cannot unmute them', async () => {
    const { says, room, clock } = await inACall()
    says('sam', { type: 'mute', to: null })
    expect(room.published?.isMuted).toBe(true)
    expect(button('Unmute')).toBeInTheDocument()
    const notice = () => document.querySelector('[data-meetings-part="notice-text"]')?.textContent
    expect(notice()).toBe('Sam Rivera muted you')
    act(() => clock.advance(8_000))
    expect(notice()).toBeUndefined()
    says('sam', { type: 'mute', to: null })
    expect(notice()).toBeUndefined()
  })

  it('who asks for an unmute gets one by a press, or none', async () => {
    const { says, user, room } = await inACall()
    await user.click(button('Mute'))
    says('sam', { type: 'ask-unmute', to: 'me' })
    await user.click(button('Stay muted'))
    expect(room.published?.isMuted).toBe(true)
    expect(screen.queryByRole('button', { name: 'Stay muted' })).toBeNull()
    says('sam', { type: 'ask-unmute', to: 'me' })
    const [answer] = screen.getAllByRole('button', { name: 'Unmute' })
    await user.click(answer as HTMLElement)
    expect(room.published?.isMuted).toBe(false)
    expect(screen.queryByRole('button', { name: 'Stay muted' })).toBeNull()
  })

  it('is answered by the microphone button as well', async () => {
    const { says, user } = await inACall()
    await user.click(button('Mute'))
    says('sam', { type: 'ask-unmute', to: 'me' })
    const bar = within(screen.getByRole('group', { name: 'Call controls' }))
    await user.click(bar.getByRole('button', { name: 'Unmute' }))
    expect(screen.queryByRole('button', { name: 'Stay muted' })).toBeNull()
    await user.click(button('Mute'))
    expect(screen.queryByRole('button', { name: 'Stay muted' })).toBeNull()
  })

  it('is not obeyed when they are no host', async () => {
    const { says, room } = await inACall()
    says('kim', { type: 'mute', to: null })
    expect(room.published?.isMuted).toBe(false)
  })
})
