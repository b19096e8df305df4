import { expect, waitFor, within } from 'storybook/test'

/** The first story waits for a cold development server. */
const PATIENCE = { timeout: 10_000 }

/** The play of a story that is only to be read: these words are in sight. */
export function shows(...words: readonly (string | RegExp)[]) {
  return async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    for (const each of words) {
      const [first] = await within(canvasElement).findAllByText(each, {}, PATIENCE)
      await waitFor(() => expect(first).toBeVisible())
    }
  }
}
