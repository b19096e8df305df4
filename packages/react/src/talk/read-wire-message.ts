import { REACTION_KINDS } from './reaction-kinds.ts'
import { MAX_CHAT_LENGTH } from './talk-action.ts'
import { WIRE_VERSION, type WireMessage } from './wire-message.ts'

const MAX_ID_LENGTH = 64
const MAX_IDENTITY_LENGTH = 256
const DAY_MS = 86_400_000

/**
 * Reads what somebody sent. `null` for everything that is not exactly one of ours: other versions, unknown
 * types, fields of the wrong kind or size. Only fields we know are read, each by itself, so nothing else of
 * a payload gets any further.
 */
export function readWireMessage(text: string): WireMessage | null {
  const fields = readFields(text)
  if (!fields || fields('v') !== WIRE_VERSION) return null
  switch (fields('type')) {
    case 'chat': {
      const id = textOf(fields('id'), MAX_ID_LENGTH)
      const said = textOf(fields('text'), MAX_CHAT_LENGTH)
      if (id === null || said === null) return null
      const clean = withoutControls(said).trim()
      return clean === '' ? null : { type: 'chat', id, text: clean }
    }
    case 'reaction': {
      const kind = REACTION_KINDS.find((known) => known === fields('kind'))
      return kind ? { type: 'reaction', kind } : null
    }
    case 'hand':
    case 'hello': {
      const type = fields('type') === 'hand' ? 'hand' : 'hello'
      const upForMs = fields('upForMs')
      if (upForMs === null) return { type, upForMs }
      const isTime = typeof upForMs === 'number' && upForMs >= 0 && upForMs <= DAY_MS
      return isTime ? { type, upForMs } : null
    }
    case 'mute':
    case 'lower-hand': {
      const type = fields('type') === 'mute' ? 'mute' : 'lower-hand'
      const to = fields('to')
      if (to === null) return { type, to }
      const identity = textOf(to, MAX_IDENTITY_LENGTH)
      return identity === null ? null : { type, to: identity }
    }
    case 'ask-unmute': {
      const to = textOf(fields('to'), MAX_IDENTITY_LENGTH)
      return to === null ? null : { type: 'ask-unmute', to }
    }
    default:
      return null
  }
}

/** What a JSON object says itself; nothing that it inherits. */
function readFields(text: string): ((name: string) => unknown) | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const fields = new Map<string, unknown>(Object.entries(value))
  return (name) => fields.get(name)
}

function textOf(value: unknown, longest: number): string | null {
  return typeof value === 'string' && value.length > 0 && value.length <= longest ? value : null
}

/** Line breaks and tabs are text; the other control characters are not, and neither is what turns writing around. */
export function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '')
}
