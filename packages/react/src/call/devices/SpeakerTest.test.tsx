import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { MeetingsTestProvider } from '../../testing/MeetingsTestProvider.tsx'
import { SpeakerTest } from './SpeakerTest.tsx'

afterEach(cleanup)

function setUp() {
  const asked: (string | null)[] = []
  let settle: { ok(): void; fail(error: Error): void } = { ok: () => {}, fail: () => {} }
  const play = (speakerId: string | null) => {
    asked.push(speakerId)
    return new Promise<void>((ok, fail) => {
      settle = { ok, fail }
    })
  }
  const view = render(
    <MeetingsTestProvider>
      <SpeakerTest speakerId="loud" play={play} />
    </MeetingsTestProvider>,
  )
  return { asked, view, user: userEvent.setup(), settle: () => settle }
}

const button = () => screen.getByRole('button', { name: 'Play a test sound' })

it('plays through the chosen speaker, once at a time', async () => {
  const { asked, user, settle } = setUp()
  await user.click(button())
  await user.click(button())
  expect(asked).toEqual(['loud'])
  expect(screen.getByRole('status')).toHaveTextContent('Playing')
  await act(async () => settle().ok())
  expect(screen.getByRole('status')).toHaveTextContent('')
  await user.click(button())
  expect(asked).toHaveLength(2)
})

it('says when the sound could not be played', async () => {
  const { user, settle } = setUp()
  await user.click(button())
  await act(async () => settle().fail(new Error('no such speaker')))
  expect(screen.getByRole('status')).toHaveTextContent('Choose another speaker')
})

it('may go away while it plays', async () => {
  const { user, settle, view } = setUp()
  await user.click(button())
  view.unmount()
  await act(async () => settle().ok())
})
