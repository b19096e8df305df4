import { expect, it } from 'vitest'
import { createFakeMediaTrack } from '../room/fake/fake-media-track.ts'
import { createSoundMeter, levelOf } from './sound-meter.ts'

const tone = (amplitude: number) =>
  Float32Array.from({ length: 1024 }, (_, index) => amplitude * Math.sin(index / 8))

it('moves with the ear: silence is 0, speech is in the middle, shouting is 1', () => {
  expect(levelOf(new Float32Array(1024))).toBe(0)
  expect(levelOf(tone(0.0005))).toBe(0)
  const speech = levelOf(tone(0.05))
  expect(speech).toBeGreaterThan(0.4)
  expect(speech).toBeLessThan(0.8)
  expect(levelOf(tone(0.02))).toBeLessThan(speech)
  expect(levelOf(tone(1))).toBe(1)
})

it('is not there where there is no Web Audio', () => {
  expect(createSoundMeter(createFakeMediaTrack('audio'), () => null)).toBeNull()
})
