import { Twilio } from 'twilio'
import { describe, expect, it } from 'vitest'
import { account, BASIC, failureOf, ROOM, refused, world } from './network-for-tests.ts'

describe('ending a room', () => {
  it('completes it by its name, as the API key', async () => {
    const { video, requests } = world([])
    await video.endRoom(ROOM)
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatchObject({
      url: `https://video.twilio.com/v1/Rooms/${ROOM}`,
      form: { Status: 'completed' },
      init: { method: 'POST', headers: { authorization: `Basic ${BASIC}` }, redirect: 'manual' },
    })
  })

  it('keeps a name inside its part of the path', async () => {
    const { video, requests } = world([])
    await video.endRoom('a/../b?c#d')
    expect(requests[0]?.url).toBe('https://video.twilio.com/v1/Rooms/a%2F..%2Fb%3Fc%23d')
  })

  it.each([
    ['is not there', 404, 20404],
    ['has ended already', 400, 53112],
  ])('is done when the room %s', async (_what, status, code) => {
    await expect(world([refused(status, code)]).video.endRoom(ROOM)).resolves.toBeUndefined()
  })

  it('does not take a 404 of somebody else for an answer of Twilio', async () => {
    const { error } = await failureOf(world([refused(404)]).video.endRoom(ROOM))
    expect(error.code).toBe('VIDEO_UNAVAILABLE')
    expect(String(error.cause)).toMatch(/404.*baseUrl/)
  })
})

describe('sending somebody out', () => {
  const person = { roomName: ROOM, identity: 'a0000000-0000-4000-8000-000000000001' }

  it('disconnects them by their identity, as the API key', async () => {
    const { video, requests } = world([])
    await video.removeParticipant(person)
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatchObject({
      url: `https://video.twilio.com/v1/Rooms/${ROOM}/Participants/${person.identity}`,
      form: { Status: 'disconnected' },
      init: { method: 'POST', headers: { authorization: `Basic ${BASIC}` }, redirect: 'manual' },
    })
  })

  it('keeps an identity inside its part of the path', async () => {
    const { video, requests } = world([])
    await video.removeParticipant({ roomName: 'a/b', identity: '../c?d#e' })
    expect(requests[0]?.url).toBe('https://video.twilio.com/v1/Rooms/a%2Fb/Participants/..%2Fc%3Fd%23e')
  })

  it.each([
    ['neither room nor person is there', 404, 20404],
    ['the room is not found', 404, 53106],
    ['the room has ended', 400, 53112],
    ['the person has left', 404, 53204],
  ])('is done when %s', async (_what, status, code) => {
    await expect(world([refused(status, code)]).video.removeParticipant(person)).resolves.toBeUndefined()
  })

  it.each([
    ['somebody else answers', 404, null, 'VIDEO_UNAVAILABLE'],
    ['the key is refused', 401, 20003, 'CONFIG_INVALID'],
    ['Twilio is down', 500, 20500, 'VIDEO_UNAVAILABLE'],
  ])('fails when %s', async (_what, status, code, expected) => {
    const { error } = await failureOf(world([refused(status, code)]).video.removeParticipant(person))
    expect(error.code).toBe(expected)
  })
})

describe('making a room', () => {
  const form = async (plan: object) => {
    const { video, requests } = world([])
    await video.createRoom({ roomName: ROOM, ...plan })
    expect(requests[0]?.url).toBe('https://video.twilio.com/v1/Rooms')
    return requests[0]?.form
  }

  it('leaves to the account what the plan does not say', async () => {
    expect(await form({})).toEqual({ UniqueName: ROOM })
  })

  it('says how many, how long, and where the news goes', async () => {
    const statusCallbackUrl = 'https://app.example.com/api/meetings/twilio/status-callback'
    expect(await form({ maxParticipants: 4, maxParticipantSeconds: 5400, statusCallbackUrl })).toEqual({
      UniqueName: ROOM,
      MaxParticipants: '4',
      MaxParticipantDuration: '5400',
      StatusCallback: statusCallbackUrl,
      StatusCallbackMethod: 'POST',
    })
  })

  it.each([
    [0, 600],
    [599, 600],
    [600, 600],
    [600.2, 601],
    [86_400, 86_400],
    [86_401, 86_400],
    [Number.POSITIVE_INFINITY, 86_400],
  ])('turns a stay of %d seconds into one Twilio accepts: %d', async (seconds, sent) => {
    expect(await form({ maxParticipantSeconds: seconds })).toMatchObject({
      MaxParticipantDuration: String(sent),
    })
  })

  it('does not send a stay that is no number', async () => {
    const { video, requests } = world([])
    await expect(video.createRoom({ roomName: ROOM, maxParticipantSeconds: Number.NaN })).rejects.toThrow(
      'maxParticipantSeconds',
    )
    expect(requests).toEqual([])
  })

  it('is done when the room is there', async () => {
    await expect(world([refused(400, 53113)]).video.createRoom({ roomName: ROOM })).resolves.toBeUndefined()
  })
})

describe('the address of Twilio', () => {
  it.each<{ region?: string; edge?: string }>([
    {},
    { region: 'ie1' },
    { edge: 'sydney' },
    { region: 'ie1', edge: 'dublin' },
  ])('is the one that Twilio’s own library uses for %j', async (place) => {
    const { video, requests } = world([], place)
    await video.endRoom(ROOM)
    const library = new Twilio(account.apiKeySid, account.apiKeySecret, { accountSid: account.accountSid })
    const host = library.getHostname('video.twilio.com', place.edge, place.region)
    expect(requests[0]?.url).toBe(`https://${host}/v1/Rooms/${ROOM}`)
  })

  it('can be another one, whatever the region', async () => {
    const { video, requests } = world([], { baseUrl: 'http://127.0.0.1:7337/', region: 'ie1' })
    await video.endRoom(ROOM)
    expect(requests[0]?.url).toBe(`http://127.0.0.1:7337/v1/Rooms/${ROOM}`)
  })
})
