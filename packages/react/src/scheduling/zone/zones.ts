export interface Zone {
  /** IANA: `America/New_York`. */
  id: string
  /** "New York" */
  city: string
  /** "America" */
  region: string
  /** "GMT-5" at the instant that was asked about. */
  offset: string
}

export function zoneOf(id: string, now: number): Zone {
  const place = id.replaceAll('_', ' ').split('/')
  return { id, city: place.at(-1) ?? id, region: place.slice(0, -1).join(', '), offset: zoneOffset(id, now) }
}

/** Every zone of this browser and `extra`, by city. */
export function listZones(now: number, extra: string): readonly Zone[] {
  const ids = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : []
  const zones = [...new Set([extra, 'UTC', ...ids])].map((id) => zoneOf(id, now))
  return zones.sort((a, b) => a.city.localeCompare(b.city))
}

/** The zones every word of `search` is found in: "new york", "gmt+2", "europe". Those that begin with it come first. */
export function searchZones(zones: readonly Zone[], search: string): readonly Zone[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  const [first] = words
  if (first === undefined) return zones
  const found = zones.filter((zone) => {
    const text = plain(`${zone.city} ${zone.region} ${zone.offset}`)
    return words.every((word) => text.includes(word))
  })
  const begins = (zone: Zone) => plain(zone.city).startsWith(first)
  return [...found.filter(begins), ...found.filter((zone) => !begins(zone))]
}

function zoneOffset(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

// "Zürich" is found by "zurich".
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('/', ' ').toLowerCase()
}
