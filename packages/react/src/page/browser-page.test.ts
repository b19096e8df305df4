import { expect, it } from 'vitest'
import { browserPage } from './browser-page.ts'

it('tells when the page goes away and when it wakes, until nobody listens any more', () => {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const window = Object.assign(new EventTarget(), { document })
  const heard: string[] = []
  const stop = browserPage(() => window as unknown as Window).listen({
    onHide: () => heard.push('hide'),
    onReturn: () => heard.push('return'),
    onWake: () => heard.push('wake'),
  })
  const everything = () => {
    for (const type of ['focus', 'online', 'pagehide']) window.dispatchEvent(new Event(type))
    // Every page is shown once; only one that comes back from the browser's memory was there before.
    for (const persisted of [false, true]) {
      window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
    }
    document.dispatchEvent(new Event('visibilitychange'))
  }
  everything()
  expect(heard).toEqual(['wake', 'wake', 'hide', 'return', 'wake'])
  document.visibilityState = 'hidden'
  document.dispatchEvent(new Event('visibilitychange'))
  stop()
  everything()
  expect(heard).toHaveLength(5)
})
