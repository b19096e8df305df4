import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contrast, type Rgb, toRgb } from '../../test/colors.ts'
import '../styles.css'

const host = document.createElement('div')
const root = document.createElement('div')
const probe = document.createElement('span')
root.className = 'meetings-root'
root.append(probe)
host.append(root)

beforeEach(() => document.body.append(host))
afterEach(() => {
  host.removeAttribute('style')
  host.remove()
})

/** How a token looks inside our root. */
function color(token: string): Rgb {
  probe.style.color = `var(--meetings-${token})`
  return toRgb(getComputedStyle(probe).color)
}

const SCHEMES = ['light', 'dark'] as const
const SURFACES = ['surface-0', 'surface-1', 'surface-2']
/** Text on the surface it stands on: 4.5 to 1. */
const TEXT: readonly (readonly [string, string])[] = [
  ...SURFACES.flatMap((surface) =>
    ['text-strong', 'text-normal', 'text-muted'].map((text) => [text, surface] as const),
  ),
  ['text-strong', 'surface-3'],
  ['accent-text', 'surface-0'],
  ['accent-text', 'accent-soft'],
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-hover'],
  ['on-accent', 'accent-press'],
  ['danger', 'surface-0'],
  ['text-muted', 'danger-soft'],
  ...['success', 'warning', 'danger', 'live'].map((tone) => [tone, `${tone}-soft`] as const),
]
/** Edges of controls, the ring, and fills that tell where to press: 3 to 1. */
const SHAPES: readonly (readonly [string, string])[] = [
  ...SURFACES.map((surface) => ['ring', surface] as const),
  ['border-control', 'surface-0'],
  ['accent-fill', 'surface-0'],
]

describe.each(SCHEMES)('in a %s host', (scheme) => {
  beforeEach(() => host.style.setProperty('color-scheme', scheme))

  it.each(TEXT)('%s reads on %s', (text, surface) => {
    expect(contrast(color(text), color(surface))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(SHAPES)('%s stands out from %s', (shape, surface) => {
    expect(contrast(color(shape), color(surface))).toBeGreaterThanOrEqual(3)
  })

  it.each(['#f2b705', '#00b894', '#d63031', '#1e3a8a', '#a3e635', '#111827', '#ff69b4', '#777777'])(
    'text on and in an accent of %s reads',
    (accent) => {
      host.style.setProperty('--meetings-accent', accent)
      for (const fill of ['accent-fill', 'accent-hover', 'accent-press']) {
        expect(contrast(color('on-accent'), color(fill))).toBeGreaterThanOrEqual(4.5)
      }
      expect(contrast(color('accent-text'), color('surface-0'))).toBeGreaterThanOrEqual(4.5)
      expect(contrast(color('ring'), color('surface-0'))).toBeGreaterThanOrEqual(3)
    },
  )
})

describe('the tokens', () => {
  it('follow the color-scheme of the host, not of the system', () => {
    host.style.setProperty('color-scheme', 'light')
    const light = color('surface-0')
    host.style.setProperty('color-scheme', 'dark')
    expect(contrast(light, color('surface-0'))).toBeGreaterThan(10)
  })

  it('take the knobs from any element around ours', () => {
    host.style.setProperty('--meetings-surface', 'rgb(10 20 30)')
    host.style.setProperty('--meetings-radius', '3px')
    host.style.setProperty('--meetings-z-call', '7')
    expect(color('surface-0')).toEqual([10 / 255, 20 / 255, 30 / 255])
    probe.style.borderRadius = 'var(--meetings-radius-m)'
    probe.style.zIndex = 'var(--meetings-layer-call)'
    expect(getComputedStyle(probe).borderRadius).toBe('3px')
    expect(getComputedStyle(probe).zIndex).toBe('7')
  })

  it('lose to any rule of the host, which is not in a layer', () => {
    const rule = document.createElement('style')
    rule.textContent = '.meetings-root { font-weight: 700 }'
    document.head.append(rule)
    expect(getComputedStyle(root).fontWeight).toBe('700')
    rule.remove()
  })
})
