import type * as Video from 'twilio-video'
import { afterEach, expect, inject, it } from 'vitest'
import { commands } from 'vitest/browser'
import type { ButtonToPress } from '../../../tests/browser/press-in-inspector.ts'
import { eventually, nextEvent, remote, remoteTracks } from './eventually.ts'
import { arrive, leaveAll, newGroupRoom, newRoomName } from './people.ts'

afterEach(leaveAll)

const inspectorUrl = `${inject('twilioEmulator').url}/inspector`

const EVERYTHING = {
  networkQuality: { local: 1, remote: 1 },
  bandwidthProfile: { video: { mode: 'grid', clientTrackSwitchOffControl: 'manual' } },
  receiveTranscriptions: true,
} as Video.ConnectOptions

const press = (room: string, ...buttons: ButtonToPress[]) =>
  commands.pressInInspector(inspectorUrl, room, buttons)

it('brings bad luck to a call from its page, and ends it', async () => {
  const room = await newGroupRoom()
  const alice = await arrive({ identity: 'alice', room, tracks: [], options: EVERYTHING })
  const bob = await arrive({ identity: 'bob', room, options: EVERYTHING })
  await eventually('the picture arrives', () => remoteTracks(alice, 'bob', 'video').length === 1)
  const told: string[] = []
  alice.on('transcription', ({ transcription }) => told.push(String(transcription)))
  alice.on('trackSwitchedOff', ({ kind }) => told.push(`${kind} off`))
  alice.on('trackSwitchedOn', ({ kind }) => told.push(`${kind} on`))
  bob.on('recordingStarted', () => told.push('recorded'))
  const ended = nextEvent<[unknown, { code: number }]>(bob, 'disconnected')

  expect(
    await press(
      room,
      { row: 'Network of bob', button: 'Weak' },
      { row: 'Picture of bob', button: 'Switch off' },
      { row: 'Picture of bob', button: 'Switch on' },
      { row: 'Caption of bob', button: 'Say', text: 'Good morning' },
      { row: `Recording of ${room}`, button: 'Start' },
    ),
  ).toEqual([
    'Done: Network, weak',
    'Done: Picture, switch off',
    'Done: Picture, switch on',
    'Done: said “Good morning”',
    'Done: Recording, start',
  ])
  await eventually('bob’s network is weak', () => remote(alice, 'bob')?.networkQualityLevel === 1)
  await eventually('alice is told of the rest', () => told.length === 4)
  expect(told.toSorted()).toEqual(['Good morning', 'recorded', 'video off', 'video on'])

  expect(await press(room, { row: 'Stay of bob', button: 'Time is up' })).toEqual(['Done: Stay, time is up'])
  expect((await ended)[1]).toMatchObject({ code: 53216 })
})

it('says on the page what a room cannot have', async () => {
  const room = newRoomName()
  await arrive({ identity: 'alice', room, tracks: [] })
  const [answer] = await press(room, { row: 'Network of alice', button: 'Weak' })
  expect(answer).toContain('is of type peer-to-peer, which has no dominant speaker, network quality')
})
