/**
 * What the server and a client of a group room tell each other beside the signalling, each on a data channel of its
 * own. The SDK also knows `publisher_hints`; it is left out because nothing here forwards layers of a picture.
 */
export const CHANNEL_NAMES = [
  'active_speaker',
  'network_quality',
  'track_priority',
  'track_switch_off',
  'render_hints',
  'extension_transcriptions',
] as const
export type ChannelName = (typeof CHANNEL_NAMES)[number]

/** Where a client finds each channel it asked for: the label is that of the data channel. */
export type MediaSignalingState = Partial<
  Record<ChannelName, { transport: { type: 'data-channel'; label: string } }>
>

/** The channels in a client's wish; those unknown here, and those over another transport, are left out. */
export function readChannelNames(wish: unknown): ChannelName[] {
  if (typeof wish !== 'object' || wish === null) return []
  return CHANNEL_NAMES.filter((name) => acceptsDataChannel((wish as Record<string, unknown>)[name]))
}

/** The label of a channel is its name: tracks are labelled with UUIDs, so the two never meet. */
export function mediaSignalingState(names: readonly ChannelName[]): MediaSignalingState {
  const entries = names.map((name) => [name, { transport: { type: 'data-channel', label: name } }])
  return Object.fromEntries(entries) as MediaSignalingState
}

function acceptsDataChannel(wish: unknown): boolean {
  const transports = (wish as { transports?: unknown } | null | undefined)?.transports
  if (!Array.isArray(transports)) return false
  return transports.some((transport: { type?: unknown } | null) => transport?.type === 'data-channel')
}
