import '../../styles.css'
import { afterEach, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { endCalls, setUp } from '../../../test/real-meeting.ts'
import { join, showPage } from '../../../test/real-page.tsx'
import { ManagedVideoCall } from '../ManagedVideoCall.tsx'
import { loadAround } from '../notices/load-around.ts'

afterEach(endCalls)
// Its arrival would move the focus, too.
await loadAround()

function Mine() {
  return (
    <button type="button" onClick={({ currentTarget }) => currentTarget.style.setProperty('display', 'none')}>
      Hide me
    </button>
  )
}

it('stays in the call when what has it is hidden', async () => {
  await showPage(setUp(), { children: <ManagedVideoCall components={{ MicrophoneButton: Mine }} /> })
  await join()
  const mine = page.getByRole('button', { name: 'Hide me' })
  await expect.element(mine).toBeVisible()
  const button = mine.element() as HTMLElement
  button.focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('dialog')).toHaveFocus()
  expect(button.checkVisibility()).toBe(false)
})
