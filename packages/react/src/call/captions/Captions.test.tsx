import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'

afterEach(cleanup)

async function inACall() {
  const page = setUpCallPage({ people: [{ identity: 'sam' }, { identity: 'kim' }] })
  await joinCall(page)
  await waitFor(() => expect(page.calls.getState().session.phase).toBe('connected'))
  const pass = (ms: number) => act(async () => page.clock.advance(ms))
  await pass(4_000)
  await act(() => vi.dynamicImportSettled())
  const say = (...caption: Parameters<typeof page.room.caption>) => act(() => page.room.caption(...caption))
  return { ...page, pass, say }
}

const captions = () => screen.queryByRole('region', { name: 'Captions' })
const lines = () => within(captions() as HTMLElement)

describe('captions', () => {
  it('are not there while nobody writes them', async () => {
    await inACall()
    expect(captions()).toBeNull()
  })

  it('say who said what; a sentence grows while it is spoken', async () => {
    const { say } = await inACall()
    say('sam', 'Good', { id: '1', isFinal: false })
    say('sam', 'Good morning', { id: '1', language: 'en-GB' })
    expect(lines().getByText('Good morning').getAttribute('lang')).toBe('en-GB')
    expect(lines().queryByText('Good')).toBeNull()
    lines().getByText('Sam Rivera')
  })

  it('show the last two sentences, each for six seconds', async () => {
    const { say, pass } = await inACall()
    say('sam', 'One')
    say('kim', 'Two')
    await pass(3_000)
    say('sam', 'Three')
    expect(lines().queryByText('One')).toBeNull()
    await pass(3_000)
    expect(lines().queryByText('Two')).toBeNull()
    lines().getByText('Three')
    await pass(3_000)
    expect(captions()).toBeNull()
  })

  it('go on after a rejoin', async () => {
    const { say, room, calls, pass } = await inACall()
    await act(async () => room.end({ kind: 'connection-lost' }))
    await pass(1)
    await waitFor(() => expect(calls.getState().session.phase).toBe('connected'))
    say('kim', 'Back again')
    lines().getByText('Back again')
  })

  it('stay away once they were hidden, until the menu brings them back', async () => {
    const { say } = await inACall()
    const user = userEvent.setup()
    say('sam', 'One')
    await user.click(lines().getByRole('button', { name: 'Hide this message' }))
    say('sam', 'Two')
    expect(captions()).toBeNull()
    await user.click(screen.getByRole('button', { name: 'More' }))
    const line = await screen.findByRole('menuitemcheckbox', { name: 'Captions' })
    expect(line).not.toBeChecked()
    await user.click(line)
    lines().getByText('Two')
  })

  it('have no line in the menu of a call without them', async () => {
    await inACall()
    await userEvent.setup().click(screen.getByRole('button', { name: 'More' }))
    await screen.findByRole('menuitemcheckbox', { name: 'Mirrored' })
    expect(screen.queryByRole('menuitemcheckbox', { name: 'Captions' })).toBeNull()
  })
})
