import { waitFor } from 'storybook/test'

const ON_ITS_WAY = ':is([data-state="launching"], [data-state="connecting"])'

/**
 * Waits until the call is drawn, or the lobby before it, the tile it is minimised to, what is left of it. The
 * play of every story of a call without one of its own: axe looks when it is over.
 */
export async function callInSight(): Promise<void> {
  await waitFor(
    () => {
      const call = document.querySelector(`[data-meetings-part="call-screen"]:not(${ON_ITS_WAY})`)
      const buttons = [...(call?.querySelectorAll('button') ?? [])]
      const isLoading = call?.querySelector('[data-meetings-part$="-loading"]') != null
      const isDrawn = buttons.some((button) => button.checkVisibility({ opacityProperty: true }))
      if (isLoading || !isDrawn) throw new Error('There is no call to be seen yet.')
    },
    // The first story waits for a cold development server.
    { timeout: 10_000 },
  )
}
