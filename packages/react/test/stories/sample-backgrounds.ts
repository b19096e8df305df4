import type { BackgroundImage } from '../../src/media/background-port.ts'

/** Two of the app's own, and one with a name that is too long for its tile. */
export const SAMPLE_BACKGROUNDS: readonly BackgroundImage[] = [
  { name: 'Evening', url: wall('#f2994a', '#7b2d5b') },
  { name: 'Forest', url: wall('#9cc59b', '#1f4d3a') },
  { name: 'The meeting room on the second floor', url: wall('#cfd8e6', '#51617a') },
]

function wall(from: string, to: string): string {
  const stops = `<stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/>`
  const gradient = `<linearGradient id="g" x2="1" y2="1">${stops}</linearGradient>`
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360">${gradient}<rect width="640" height="360" fill="url(#g)"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`
}
