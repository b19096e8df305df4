/** What can be done by a key while the call is open over the page. */
export type ShortcutName =
  | 'toggleMicrophone'
  | 'toggleCamera'
  | 'toggleScreenShare'
  | 'toggleHand'
  | 'toggleChat'
  | 'togglePeople'
  | 'toggleFullScreen'
  | 'nextLayout'
  | 'minimise'
  | 'help'
  /** Held, not pressed: the microphone is on as long as the key is down. */
  | 'pushToTalk'

/**
 * Keys by what they do: a key as `KeyboardEvent.key` names it, after any of `ctrl+`, `alt+`, `shift+` and
 * `meta+`; `Space` for the space bar. `null` turns one off; what is left out stays as it is.
 */
export type CallShortcuts = { readonly [Name in ShortcutName]?: string | null }

export type ShortcutTable = Readonly<Record<ShortcutName, string | null>>

/** In the order in which the help lists them. */
export const DEFAULT_SHORTCUTS: ShortcutTable = {
  toggleMicrophone: 'm',
  toggleCamera: 'v',
  toggleScreenShare: 's',
  toggleHand: 'h',
  toggleChat: 'c',
  togglePeople: 'p',
  nextLayout: 'l',
  toggleFullScreen: 'f',
  minimise: 'n',
  pushToTalk: 'Space',
  help: '?',
}

export const SHORTCUT_NAMES = Object.keys(DEFAULT_SHORTCUTS) as readonly ShortcutName[]
