import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'
import { writeMessage } from '../../talk/wire-message.ts'

afterEach(cleanup)

async function inACall() {
  const page = setUpCallPage({ people: [{ identity: 'sam' }] })
  await joinCall(page)
  return { ...page, user: userEvent.setup() }
}

const opener = () => screen.getByRole('button', { name: 'React' })
const picker = () => screen.queryByRole('toolbar', { name: 'Reactions' })

describe('reactions', () => {
  it('open above the bar, take the focus, and go with the arrow keys', async () => {
    const { user } = await inACall()
    await user.click(opener())
    const choices = within(await screen.findByRole('toolbar', { name: 'Reactions' })).getAllByRole('button')
    expect(choices).toHaveLength(8)
    await waitFor(() => expect(choices[0]).toHaveFocus())
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}')
    expect(choices[1]).toHaveFocus()
    await user.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(choices[7]).toHaveFocus()
    await user.keyboard('{ArrowRight}')
    expect(choices[0]).toHaveFocus()
  })

  it('are sent by a press, fly over one’s own tile for four seconds, and give the focus back', async () => {
    const { user, room, clock } = await inACall()
    await user.click(opener())
    await user.click(await screen.findByRole('button', { name: 'Applause' }))
    expect(room.sent.map((text): unknown => JSON.parse(text))).toContainEqual({
      ...{ v: 1, type: 'reaction', kind: 'clap' },
    })
    expect(picker()).toBeNull()
    expect(opener()).toHaveFocus()
    expect(screen.getByRole('img', { name: 'Applause' })).toBeInTheDocument()
    act(() => clock.advance(4_000))
    expect(screen.queryByRole('img', { name: 'Applause' })).toBeNull()
  })

  it('of others fly over their tiles', async () => {
    const { room } = await inACall()
    act(() => room.say('sam', writeMessage({ type: 'reaction', kind: 'heart' })))
    const heart = screen.getByRole('img', { name: 'Heart' })
    expect(heart.closest('[data-meetings-part="tile"]')).toHaveTextContent('Sam Rivera')
  })

  it('close on Escape, by their button, and when somebody goes elsewhere', async () => {
    const { user } = await inACall()
    await user.click(opener())
    await screen.findByRole('toolbar', { name: 'Reactions' })
    await user.keyboard('{Escape}')
    expect(picker()).toBeNull()
    expect(opener()).toHaveFocus()
    await user.click(opener())
    await screen.findByRole('toolbar', { name: 'Reactions' })
    await user.click(opener())
    expect(picker()).toBeNull()
    await user.click(opener())
    await screen.findByRole('toolbar', { name: 'Reactions' })
    await user.click(screen.getByRole('button', { name: 'Raise hand' }))
    expect(picker()).toBeNull()
  })
})
