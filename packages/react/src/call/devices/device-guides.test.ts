import { describe, expect, it } from 'vitest'
import { enLobby } from '../../i18n/en/lobby.ts'
import { en } from '../../i18n/locales/en.ts'
import type { LocalDeviceState } from '../../media/local-media-state.ts'
import { type DevicePermission, UNKNOWN_PERMISSIONS } from '../../media/media-device.ts'
import type { MediaProblemKind } from '../../media/media-problem.ts'
import { type Browser, browserOf } from './browser-of.ts'
import { deviceGuides } from './device-guides.ts'

const ON: LocalDeviceState = { status: 'on', problem: null }
const STARTING: LocalDeviceState = { status: 'starting', problem: null }
const off = (device: 'microphone' | 'camera', kind: MediaProblemKind): LocalDeviceState => ({
  status: 'off',
  problem: { device, kind },
})
const both = (kind: MediaProblemKind) => ({
  microphone: off('microphone', kind),
  camera: off('camera', kind),
})
const all = (answer: DevicePermission) => ({ microphone: answer, camera: answer })

function guides(
  media: { microphone: LocalDeviceState; camera: LocalDeviceState },
  permissions = UNKNOWN_PERMISSIONS,
  browser: Browser = 'chrome',
) {
  return deviceGuides({ media, permissions, browser }, enLobby, en.call)
}

describe('the guide', () => {
  it('is not there when all is well, or switched off on purpose', () => {
    expect(guides({ microphone: ON, camera: ON })).toEqual([])
    expect(guides({ microphone: ON, camera: { status: 'off', problem: null } })).toEqual([])
  })

  it('asks for a yes while the browser asks, and not when it already has it', () => {
    const opening = { microphone: STARTING, camera: STARTING }
    expect(guides(opening, all('prompt'))).toMatchObject([{ id: 'asking', title: enLobby.allowBoth }])
    expect(guides({ microphone: ON, camera: STARTING })).toMatchObject([{ title: enLobby.allowCamera }])
    expect(guides(opening, all('granted'))).toEqual([])
  })

  it('says that a watched permission needs no reload, and offers to ask again where nothing is watched', () => {
    expect(guides(both('denied'), all('denied'))).toMatchObject([
      { title: enLobby.blockedBoth, text: expect.stringContaining(enLobby.allowedAppears), askFor: [] },
    ])
    expect(guides(both('denied'))).toMatchObject([
      { text: expect.stringContaining(enLobby.allowedTryAgain), askFor: ['microphone', 'camera'] },
    ])
  })

  it('speaks once about the same trouble, and of each device when they differ', () => {
    expect(guides(both('no-device')).map(({ text }) => text)).toEqual([en.call.devicesMissing])
    expect(guides(both('dismissed'))).toMatchObject([{ tone: 'info', text: enLobby.dismissedBoth }])
    const mixed = { microphone: off('microphone', 'denied'), camera: off('camera', 'in-use') }
    expect(guides(mixed).map(({ title, text }) => title ?? text)).toEqual([
      enLobby.blockedMicrophone,
      en.call.cameraInUse,
    ])
  })

  it('offers nothing that cannot help: an insecure page stays insecure', () => {
    expect(guides(both('insecure-page'))).toMatchObject([{ text: en.call.insecurePage, askFor: [] }])
    expect(guides(both('in-use'))).toMatchObject([{ askFor: ['microphone', 'camera'] }])
  })

  const browsers: Browser[] = [
    'chrome',
    'chrome-phone',
    'edge',
    'firefox',
    'safari',
    'safari-phone',
    'ios-app',
    'other',
  ]
  it('tells where to click in every browser, differently in each', () => {
    const texts = browsers.map((browser) => guides(both('denied'), all('denied'), browser)[0]?.text)
    expect(new Set(texts).size).toBe(browsers.length)
  })
})

describe('the browser', () => {
  const ios =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'
  it.each([
    ['chrome', `${windows} Chrome/142.0.0.0 Safari/537.36`],
    ['edge', `${windows} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`],
    ['other', `${windows} Chrome/142.0.0.0 Safari/537.36 OPR/125.0.0.0`],
    [
      'chrome-phone',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36',
    ],
    ['firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0'],
    [
      'safari',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.1 Safari/605.1.15',
    ],
    ['safari-phone', `${ios} Version/18.1 Mobile/15E148 Safari/604.1`],
    ['ios-app', `${ios} CriOS/142.0.0.0 Mobile/15E148 Safari/604.1`],
    ['other', 'something new'],
  ])('%s is told by %s', (browser, userAgent) => {
    expect(browserOf(userAgent)).toBe(browser)
  })
})
