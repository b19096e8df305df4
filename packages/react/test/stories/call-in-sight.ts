import { expect, screen, waitFor, within } from 'storybook/test'

const ON_ITS_WAY = ':is([data-state="launching"], [data-state="connecting"])'
/** The name of the call in the languages of the stories. */
const CALL = /^Video call|^Videoanruf|^مكالمة فيديو/
const PEOPLE = /^People in the call|^Personen im Anruf|^المشاركون/
const CONTROLS = /^Call controls|^Steuerung des Anrufs|^عناصر التحكم/
/** The first story waits for a cold development server. */
const PATIENCE = { timeout: 10_000 }

/**
 * Waits until the call is drawn, or the lobby before it, the tile it is minimised to, what is left of it. The
 * play of every story of a call without one of its own: axe looks when it is over.
 */
export async function callInSight(): Promise<void> {
  await waitFor(() => {
    const call = document.querySelector(`[data-meetings-part="call-screen"]:not(${ON_ITS_WAY})`)
    const buttons = [...(call?.querySelectorAll('button') ?? [])]
    const isLoading = call?.querySelector('[data-meetings-part$="-loading"]') != null
    const isDrawn = buttons.some((button) => button.checkVisibility({ opacityProperty: true }))
    if (isLoading || !isDrawn) throw new Error('There is no call to be seen yet.')
  }, PATIENCE)
}

/** The call over the page, in whatever state. */
export const callDialog = () => screen.findByRole('dialog', { name: CALL }, PATIENCE)
/** The call as a tile in a corner. */
export const callTile = () => screen.findByRole('region', { name: CALL }, PATIENCE)
/** The buttons below the faces, once the call is on. */
export async function controls() {
  await callInSight()
  return within(await within(await callDialog()).findByRole('group', { name: CONTROLS }))
}

export const peopleList = () => screen.findByRole('list', { name: PEOPLE }, PATIENCE)

/** Sees it once it has faded in. */
export const seen = (element: HTMLElement) => waitFor(() => expect(element).toBeVisible())

/** A part of the call by its name in the document. */
export const partOf = (name: string) => document.querySelector<HTMLElement>(`[data-meetings-part="${name}"]`)

/** The tile with this name on it. */
export async function tileOf(name: string): Promise<HTMLElement> {
  const words = await within(await peopleList()).findByText(name)
  const tile = words.closest<HTMLElement>('[role="listitem"]')
  if (!tile) throw new Error(`There is no tile of ${name}.`)
  return tile
}

/** The names on the tiles, in their order in the document. */
export const namesOnTiles = () =>
  [...document.querySelectorAll('[data-meetings-part="people"] [data-meetings-part="tile-name"]')].map(
    ({ textContent }) => textContent,
  )

/** Whether it lies wholly in another box, by default in the window; half pixels aside. */
export function isInside(
  element: Element,
  box: { left: number; top: number; right: number; bottom: number } = {
    left: 0,
    top: 0,
    right: document.documentElement.clientWidth,
    bottom: document.documentElement.clientHeight,
  },
): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return (
    left >= box.left - 0.5 && top >= box.top - 0.5 && right <= box.right + 0.5 && bottom <= box.bottom + 0.5
  )
}
