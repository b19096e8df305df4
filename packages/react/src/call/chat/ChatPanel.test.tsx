import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { joinCall, setUpCallPage } from '../../../test/open-call.tsx'
import { writeMessage } from '../../talk/wire-message.ts'

afterEach(cleanup)

async function inACall() {
  const page = setUpCallPage({ people: [{ identity: 'sam' }, { identity: 'kim' }] })
  await joinCall(page)
  const user = userEvent.setup()
  let count = 0
  return {
    ...page,
    user,
    says(identity: string, text: string) {
      count += 1
      act(() => page.room.say(identity, writeMessage({ type: 'chat', id: `${count}`, text })))
    },
    sent: () =>
      page.room.sent
        .map((text): { type?: unknown; text?: unknown } => JSON.parse(text))
        .filter((message) => message.type === 'chat')
        .map((message) => message.text),
    async openChat() {
      await user.click(screen.getByRole('button', { name: /^Chat/ }))
      return screen.findByRole('log', { name: 'Messages' })
    },
  }
}

const field = () => screen.getByRole('textbox', { name: 'Message to everybody' })

describe('the preview of a message', () => {
  const preview = () => document.querySelector('[data-meetings-part="chat-preview"]')

  it('shows what comes while the chat is closed, and not again what was read in it', async () => {
    const { says, openChat, user } = await inACall()
    says('sam', 'Shall we begin?')
    await waitFor(() => expect(preview()).toHaveTextContent('Shall we begin?'))
    await openChat()
    says('sam', 'Page two, please.')
    await user.click(screen.getByRole('button', { name: 'Close panel' }))
    expect(preview()).toBeNull()
  })
})

describe('the chat panel', () => {
  it('is empty at first and says who will see what is written', async () => {
    const { openChat } = await inACall()
    const log = within(await openChat())
    expect(log.getByText('No messages yet')).toBeInTheDocument()
    expect(log.getByText(/who joins later does not see them/)).toBeInTheDocument()
  })

  it('sends on Enter, breaks the line on Shift and Enter, and shows the message at once', async () => {
    const { openChat, user, sent } = await inACall()
    const log = within(await openChat())
    await user.click(field())
    await user.keyboard('Hello{Shift>}{Enter}{/Shift}all{Enter}')
    expect(sent()).toEqual(['Hello\nall'])
    expect(log.getByText(/Hello\s+all/)).toBeInTheDocument()
    expect(log.getByText('You')).toBeInTheDocument()
    expect(field()).toHaveValue('')
    expect(field()).toHaveFocus()
  })

  it('sends by its button, and nothing when there is nothing to send', async () => {
    const { openChat, user, sent } = await inACall()
    await openChat()
    const send = screen.getByRole('button', { name: 'Send' })
    expect(send).toHaveAttribute('aria-disabled', 'true')
    await user.click(send)
    await user.type(field(), '   ')
    await user.click(send)
    await user.type(field(), 'Hello')
    await user.click(send)
    expect(sent()).toEqual(['Hello'])
  })

  it('does not take the Enter that confirms a word for the end of the message', async () => {
    const { openChat, user, sent } = await inACall()
    await openChat()
    await user.type(field(), 'にほん')
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true })
    fireEvent.keyDown(field(), { key: 'Enter', keyCode: 229 })
    expect(sent()).toEqual([])
    expect(field()).toHaveValue('にほん')
  })

  it('groups what somebody says in one go under their name and the time', async () => {
    const { openChat, says, clock } = await inACall()
    says('sam', 'Good morning')
    act(() => clock.advance(30_000))
    says('sam', 'Shall we begin?')
    says('kim', 'Yes')
    const log = within(await openChat())
    expect(log.getAllByText('Sam Rivera')).toHaveLength(1)
    expect(log.getAllByText('Kim Lee')).toHaveLength(1)
    expect(log.getAllByText('9:00 AM')).toHaveLength(2)
  })

  it('makes web addresses links that open elsewhere and tell nothing', async () => {
    const { openChat, says } = await inACall()
    says('sam', 'Look at https://example.com/plan. And javascript:alert(1)')
    const log = within(await openChat())
    const link = log.getByRole('link')
    expect(link).toHaveAttribute('href', 'https://example.com/plan')
    expect(link).toHaveAttribute('target', '_blank')
    expect(link.getAttribute('rel')).toContain('noopener')
    expect(log.getAllByRole('link')).toHaveLength(1)
  })

  it('shows markup as the text it is', async () => {
    const { openChat, says } = await inACall()
    says('sam', '<img src=x onerror=alert(1)>')
    const log = await openChat()
    expect(log.querySelector('img')).toBeNull()
    expect(within(log).getByText('<img src=x onerror=alert(1)>')).toBeInTheDocument()
  })

  it('keeps a message that was not sent, and sends it again on request', async () => {
    const { openChat, user, room, sent } = await inACall()
    const log = within(await openChat())
    act(() => room.drop())
    await user.type(field(), 'Can you hear me?{Enter}')
    expect(log.getByText('Not sent')).toBeInTheDocument()
    await user.click(log.getByRole('button', { name: 'Send again' }))
    expect(log.getByText(/still no connection/)).toBeInTheDocument()
    act(() => room.restore())
    await user.click(log.getByRole('button', { name: 'Send again' }))
    expect(sent()).toEqual(['Can you hear me?'])
    expect(log.queryByRole('button', { name: 'Send again' })).toBeNull()
  })

  it('says when sending is too fast, and keeps what was written', async () => {
    const { openChat, user, calls } = await inACall()
    await openChat()
    act(() => {
      for (let count = 0; count < 10; count += 1) calls.talk({ type: 'chat', text: `${count}` })
    })
    await user.type(field(), 'One more{Enter}')
    expect(screen.getByText(/very quick/)).toBeInTheDocument()
    expect(field()).toHaveValue('One more')
  })

  it('says how much more fits, near the end, and takes no more than that', async () => {
    const { openChat } = await inACall()
    await openChat()
    expect(field()).toHaveAttribute('maxlength', '2000')
    fireEvent.change(field(), { target: { value: 'x'.repeat(1_900) } })
    expect(screen.getByText('Characters left: 100')).toBeInTheDocument()
  })

  it('keeps what is half written while it is closed', async () => {
    const { openChat, user } = await inACall()
    await openChat()
    await user.type(field(), 'Half a')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('log')).toBeNull()
    await openChat()
    expect(field()).toHaveValue('Half a')
  })

  it('copies a message', async () => {
    const { openChat, user, says } = await inACall()
    says('sam', 'The code is 4711')
    const log = within(await openChat())
    await user.click(log.getByRole('button', { name: 'Copy message' }))
    expect(await log.findByText('Copied')).toBeInTheDocument()
    expect(await navigator.clipboard.readText()).toBe('The code is 4711')
  })

  it('stays where the reader is, and says that there is more', async () => {
    const { openChat, user, says } = await inACall()
    says('sam', 'one')
    const log = await openChat()
    // There is no layout here, so the element is told its sizes.
    Object.defineProperties(log, { scrollHeight: { value: 1_000 }, clientHeight: { value: 200 } })
    log.scrollTop = 800
    fireEvent.scroll(log)
    log.scrollTop = 100
    fireEvent.scroll(log)
    says('sam', 'two')
    expect(log.scrollTop).toBe(100)
    await user.click(screen.getByRole('button', { name: 'New messages' }))
    expect(log.scrollTop).toBe(1_000)
    expect(screen.queryByRole('button', { name: 'New messages' })).toBeNull()
    log.scrollTop = 100
    fireEvent.scroll(log)
    await user.type(field(), 'mine{Enter}')
    expect(log.scrollTop).toBe(1_000)
  })
})

describe('while the chat is closed', () => {
  it('its button counts what was not read, and opening it is reading', async () => {
    const { says, openChat, user } = await inACall()
    says('sam', 'one')
    says('kim', 'two')
    expect(screen.getByRole('button', { name: 'Chat, unread: 2' })).toBeInTheDocument()
    await openChat()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Chat' })).toBeInTheDocument())
    says('sam', 'three')
    expect(screen.getByRole('button', { name: 'Chat' })).toBeInTheDocument()
    await user.keyboard('{Escape}')
    says('sam', 'four')
    expect(screen.getByRole('button', { name: 'Chat, unread: 1' })).toBeInTheDocument()
  })

  it('the newest message shows for a moment, and a press on it opens the chat', async () => {
    const { says, user, clock } = await inACall()
    says('sam', 'Good morning')
    const preview = () => screen.queryByRole('button', { name: /^Sam Rivera.*Open chat$/ })
    expect(preview()).toHaveTextContent('Good morning')
    act(() => clock.advance(5_000))
    expect(preview()).toBeNull()
    says('sam', 'Shall we begin?')
    await user.click(preview() as HTMLElement)
    expect(await screen.findByRole('log')).toHaveTextContent('Shall we begin?')
    expect(preview()).toBeNull()
  })

  it('nothing shows of what was said before, or by oneself', async () => {
    const { says, calls, openChat, user, clock } = await inACall()
    await openChat()
    says('sam', 'seen')
    await user.keyboard('{Escape}')
    act(() => clock.advance(5_000))
    act(() => void calls.talk({ type: 'chat', text: 'mine' }))
    expect(screen.queryByRole('button', { name: /Open chat$/ })).toBeNull()
  })
})
