import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserSurroundings } from './browser-surroundings.ts'

/** A wake lock as browsers have it: gone whenever the page is hidden. */
function installWakeLock() {
  const held = new Set<{ released: boolean }>()
  let visibility: DocumentVisibilityState = 'visible'
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility })
  Object.defineProperty(navigator, 'wakeLock', {
    configurable: true,
    value: {
      async request() {
        const lock = {
          released: false,
          async release() {
            lock.released = true
            held.delete(lock)
          },
        }
        held.add(lock)
        return lock
      },
    },
  })
  return {
    held,
    async show(next: DocumentVisibilityState) {
      visibility = next
      if (next === 'hidden') {
        for (const lock of held) lock.released = true
        held.clear()
      }
      document.dispatchEvent(new Event('visibilitychange'))
      await Promise.resolve()
    },
  }
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'wakeLock')
  Reflect.deleteProperty(document, 'visibilityState')
  Reflect.deleteProperty(window, 'documentPictureInPicture')
})

const surroundings = browserSurroundings(() => window)

describe('the screen', () => {
  it('is kept awake, again after the page was hidden, and no longer than asked', async () => {
    const { held, show } = installWakeLock()
    const undo = surroundings.keepAwake()
    await Promise.resolve()
    expect(held.size).toBe(1)
    await show('hidden')
    expect(held.size).toBe(0)
    await show('visible')
    expect(held.size).toBe(1)
    await show('visible')
    expect(held.size).toBe(1)
    undo()
    expect(held.size).toBe(0)
    await show('visible')
    expect(held.size).toBe(0)
  })

  it('is let go when that was asked before the browser had answered', async () => {
    const { held } = installWakeLock()
    surroundings.keepAwake()()
    await vi.waitFor(() => expect(held.size).toBe(0))
  })

  it('may go dark where the browser has no such lock', () => {
    expect(() => surroundings.keepAwake()()).not.toThrow()
  })
})

describe('leaving the page', () => {
  it('is asked about until that is undone', () => {
    const leave = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    const undo = surroundings.askBeforeLeaving()
    expect(leave()).toBe(false)
    undo()
    expect(leave()).toBe(true)
  })
})

describe('the small window', () => {
  it('is none where the browser has none, or refuses', async () => {
    expect(surroundings.canOpenWindow()).toBe(false)
    Object.defineProperty(window, 'documentPictureInPicture', {
      configurable: true,
      value: { requestWindow: () => Promise.reject(new DOMException('', 'NotAllowedError')) },
    })
    expect(surroundings.canOpenWindow()).toBe(true)
    expect(await surroundings.openWindow({ width: 300, height: 200 }, () => {})).toBeNull()
  })

  it('looks like the page, and tells when the person closes it', async () => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const small = frame.contentWindow
    if (!small) throw new Error('jsdom gives a frame a window.')
    Object.defineProperty(window, 'documentPictureInPicture', {
      configurable: true,
      value: { requestWindow: async () => small },
    })
    document.documentElement.dir = 'rtl'
    const style = document.createElement('style')
    style.textContent = '.meetings-root { color: red; }'
    document.head.append(style)
    const onClosed = vi.fn()
    const opened = await surroundings.openWindow({ width: 300, height: 200 }, onClosed)
    expect(opened?.body).toBe(small.document.body)
    expect(small.document.documentElement.dir).toBe('rtl')
    expect(small.document.head.textContent).toMatch(/\.meetings-root \{\s*color: red;\s*\}/)
    small.dispatchEvent(new Event('pagehide'))
    expect(onClosed).toHaveBeenCalledOnce()
    document.documentElement.dir = ''
    style.remove()
    frame.remove()
  })
})
