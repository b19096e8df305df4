/** What can be pressed, chosen from or written into, in the call and in the question after it. */
export interface Control {
  kind: 'press' | 'choose' | 'write'
  /** Its `data-meetings-part`, or that of the nearest element around it. */
  part: string
  name: string
}

/** What somebody who looks at the page sees of the call. */
export interface Sight {
  /** The phase of the open call; `opening` while its screen loads, `out` when no call is open. */
  phase: string
  view: 'full' | 'minimised' | 'window' | null
  hasPanel: boolean
  hasDialog: boolean
  /** What has the keyboard. */
  focus: 'call' | 'page' | 'nothing'
  controls: Control[]
  path: string
  /** Everybody on the stage and how they look, this person as `You`. */
  people: Record<string, PersonSight>
  /** Whose screens are shown. */
  screens: string[]
  /** Live tracks of devices and screens, clones included. */
  tracks: number
  isSharing: boolean
  unplugged: string[]
}

export interface PersonSight {
  isMuted: boolean
  hasCamera: boolean
  hasHandUp: boolean
  isAway: boolean
}

/** How the page is looked at from outside. */
export interface Eyes {
  /** All of it at one instant. */
  look(): Sight
  /** The middle of a control, brought into sight; `null` when it is gone or lies under something else. */
  find(control: Control): { x: number; y: number } | null
  /** Presses, chooses or writes where no mouse can go: in the window above all others. */
  useInWindow(control: Control): void
}

declare global {
  interface Window {
    eyes: Eyes
    documentPictureInPicture?: { window: Window | null }
  }
}

/** Runs in the page, before its own code. */
export function installEyes(): void {
  const CONTROLS =
    'button:not(:disabled), select:not(:disabled), textarea, input:not(:disabled), summary, [role^="menuitem"]'

  const layer = () => document.querySelector('[data-meetings-part="call-layer"]')
  const part = (name: string) => `[data-meetings-part="${name}"]`
  const above = () => window.documentPictureInPicture?.window?.document.body ?? null

  function nameOf(element: HTMLElement): string {
    const labels = (element as HTMLInputElement).labels
    const words = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? ''
    return words.replaceAll(/\s+/g, ' ').trim().slice(0, 60)
  }

  function controlOf(element: HTMLElement): Control {
    const isField = element.matches('textarea, input:not([type="checkbox"], [type="radio"])')
    return {
      kind: element.matches('select') ? 'choose' : isField ? 'write' : 'press',
      part: element.closest('[data-meetings-part]')?.getAttribute('data-meetings-part') ?? '',
      name: nameOf(element),
    }
  }

  function isOnTop(element: HTMLElement): boolean {
    const { left, top, width, height } = element.getBoundingClientRect()
    const hit = document.elementFromPoint(left + width / 2, top + height / 2)
    return hit !== null && (element.contains(hit) || hit.contains(element))
  }

  function isThere(element: HTMLElement): boolean {
    if (!element.checkVisibility({ visibilityProperty: true })) return false
    if (element.getAttribute('aria-disabled') === 'true') return false
    const dialog = document.querySelector('dialog[open]')
    return !dialog || dialog.contains(element)
  }

  function elements(root: Element | null): HTMLElement[] {
    return root ? [...root.querySelectorAll<HTMLElement>(CONTROLS)].filter(isThere) : []
  }

  const roots = () => [layer(), document.querySelector(part('feedback'))]

  function same(control: Control): (element: HTMLElement) => boolean {
    return (element) => {
      const found = controlOf(element)
      return found.kind === control.kind && found.part === control.part && found.name === control.name
    }
  }

  function people(): Sight['people'] {
    const tiles = [...(layer()?.querySelectorAll<HTMLElement>(part('tile')) ?? [])]
    return Object.fromEntries(
      tiles.map((tile) => [
        tile.querySelector(part('tile-name'))?.textContent ?? '',
        {
          isMuted: tile.dataset.muted !== undefined,
          hasCamera: tile.dataset.camera === 'on',
          hasHandUp: tile.querySelector(part('hand-sign')) !== null,
          isAway: tile.dataset.state === 'reconnecting',
        },
      ]),
    )
  }

  window.eyes = {
    look() {
      const call = layer()
      const screen = call?.querySelector(part('call-screen'))
      const active = document.activeElement
      const isNothing = active === null || active === document.body
      const live = (tracks: Set<MediaStreamTrack>) =>
        [...tracks].filter(({ readyState }) => readyState === 'live').length
      return {
        phase: screen?.getAttribute('data-state') ?? (call ? 'opening' : 'out'),
        view: (call?.getAttribute('data-view') ?? null) as Sight['view'],
        hasPanel: call?.querySelector(part('side-panel')) != null,
        hasDialog: call?.querySelector('dialog[open]') != null,
        focus: isNothing ? 'nothing' : call?.contains(active) ? 'call' : 'page',
        controls: [...roots().flatMap(elements).filter(isOnTop), ...elements(above())].map(controlOf),
        path: location.pathname,
        people: people(),
        screens: [...(call?.querySelectorAll(part('screen-label')) ?? [])].map(
          ({ textContent }) => textContent ?? '',
        ),
        tracks: live(window.instruments.tracks),
        isSharing: live(window.instruments.screens) > 0,
        unplugged: [...window.instruments.unplugged],
      }
    },
    find(control) {
      const element = roots().flatMap(elements).find(same(control))
      element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      if (!element || !isOnTop(element)) return null
      const { left, top, width, height } = element.getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    },
    useInWindow(control) {
      elements(above()).find(same(control))?.click()
    },
  }
}
