import type {} from '@vitest/browser-playwright'
import type { BrowserCommand } from 'vitest/node'

/** One of the inspector's buttons; `text` is first written into the field beside it. */
export interface ButtonToPress {
  /** The name of the row: `Network of alice`. */
  row: string
  button: string
  text?: string
}

declare module 'vitest/browser' {
  interface BrowserCommands {
    /**
     * Opens the emulator's inspector in a tab of its own, which no page can do for it, and presses buttons in the card
     * of a room. Answers what the page said to each.
     */
    pressInInspector(url: string, room: string, buttons: readonly ButtonToPress[]): Promise<string[]>
  }
}

export const pressInInspector: BrowserCommand<
  [url: string, room: string, buttons: readonly ButtonToPress[]]
> = async ({ context }, url, room, buttons) => {
  const page = await context.newPage()
  try {
    await page.goto(url)
    const card = page.locator('details', { has: page.locator('summary', { hasText: room }) })
    const answers: string[] = []
    for (const { row, button, text } of buttons) {
      const group = card.getByRole('group', { name: row, exact: true })
      if (text !== undefined) await group.getByRole('textbox').fill(text)
      await group.getByRole('button', { name: button, exact: true }).click()
      const said = group.locator('xpath=../following-sibling::*[@role="status"]').filter({ hasText: /\S/ })
      answers.push((await said.textContent()) ?? '')
    }
    return answers
  } finally {
    await page.close()
  }
}
