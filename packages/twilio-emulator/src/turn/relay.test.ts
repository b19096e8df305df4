import { describe, expect, it } from 'vitest'
import { manualTimers } from '../clock/manual-timers.ts'
import { countingIds } from '../room/counting-ids.ts'
import { createFakeUdp } from './fake-udp.ts'
import { createRelay } from './relay.ts'
import { type RelayTrouble, RelayWeather } from './relay-weather.ts'
import { findAttribute } from './stun-message.ts'
import { ATTRIBUTE, METHOD } from './stun-numbers.ts'
import { decodeNumber } from './stun-values.ts'
import { codeOf, TurnClient } from './turn-client-for-tests.ts'

const MINUTE = 60_000
const OUTSIDE = { address: '203.0.113.7', port: 53 }
const UDP = { type: ATTRIBUTE.requestedTransport, value: Buffer.from([17, 0, 0, 0]) }

function setUp() {
  const timers = manualTimers()
  const network = createFakeUdp()
  const weather = new RelayWeather(timers)
  const relay = createRelay({
    ...{ openUdp: network.openUdp, weather, timers, now: timers.now },
    newId: countingIds().uuid,
  })
  const newClient = async () => {
    const [server] = await relay.iceServers()
    if (!server) throw new Error('There is no TURN server.')
    return TurnClient.open(network.openUdp, server)
  }
  return { timers, network, relay, newClient, trouble: (trouble: RelayTrouble) => weather.set(trouble) }
}

/** Two clients that let each other in. */
async function twoClients() {
  const world = setUp()
  const [alice, bob] = [await world.newClient(), await world.newClient()]
  const [ofAlice, ofBob] = [await alice.allocate(), await bob.allocate()]
  await alice.permit(ofBob)
  await bob.permit(ofAlice)
  return { ...world, alice, bob, ofAlice, ofBob }
}

describe('the relay', () => {
  it('opens no port before somebody asks for it, and each client gets a name of their own', async () => {
    const { network, relay } = setUp()
    expect(network.open).toBe(0)
    const [first] = await relay.iceServers()
    const [second] = await relay.iceServers()
    expect(network.open).toBe(1)
    expect(first?.urls).toMatch(/^turn:127\.0\.0\.1:\d+\?transport=udp$/)
    expect(second?.urls).toBe(first?.urls)
    expect(second?.username).not.toBe(first?.username)
  })

  it('carries data from one client to the other', async () => {
    const { alice, bob, ofAlice, ofBob } = await twoClients()
    alice.indicate('hello', ofBob)
    expect(bob.heard).toEqual([{ text: 'hello', from: ofAlice }])
  })

  it('carries it on channels, once they are bound', async () => {
    const { alice, bob, ofAlice, ofBob } = await twoClients()
    alice.sayOn(0x4000, 'lost')
    expect(codeOf(await alice.bind(0x4000, ofBob))).toBeNull()
    await bob.bind(0x4abc, ofAlice)
    alice.sayOn(0x4000, 'hello')
    expect(bob.heard).toEqual([{ text: 'hello', from: 0x4abc }])
  })

  it('lets nobody in who was not permitted', async () => {
    const { newClient } = setUp()
    const [alice, bob] = [await newClient(), await newClient()]
    const [ofAlice, ofBob] = [await alice.allocate(), await bob.allocate()]
    alice.indicate('out without permission', ofBob)
    await alice.permit(ofBob)
    alice.indicate('in without permission', ofBob)
    expect(bob.heard).toEqual([])
    await bob.permit(ofAlice)
    alice.indicate('hello', ofBob)
    expect(bob.heard).toHaveLength(1)
  })

  it('reaches this machine only', async () => {
    const { alice } = await twoClients()
    expect(codeOf(await alice.permit(OUTSIDE))).toBe(403)
    expect(codeOf(await alice.bind(0x4000, OUTSIDE))).toBe(403)
  })

  it('says what is wrong with a request', async () => {
    const { alice, ofAlice, ofBob, newClient } = await twoClients()
    expect(codeOf(await alice.ask(METHOD.allocate, [UDP]))).toBe(437)
    expect(codeOf(await alice.permit())).toBe(400)
    expect(codeOf(await alice.bind(0x3fff, ofBob))).toBe(400)
    await alice.bind(0x4000, ofBob)
    expect(codeOf(await alice.bind(0x4000, ofAlice))).toBe(400)
    expect(codeOf(await alice.bind(0x4001, ofBob))).toBe(400)
    const dontFragment = { type: 0x001a, value: Buffer.alloc(0) }
    const refusal = await alice.ask(METHOD.createPermission, [dontFragment])
    expect(codeOf(refusal)).toBe(420)
    expect(findAttribute(refusal, ATTRIBUTE.unknownAttributes)).toEqual(Buffer.from([0x00, 0x1a]))

    const carol = await newClient()
    carol.learn(await carol.ask(METHOD.allocate, [UDP], { isSigned: false }))
    expect(codeOf(await carol.permit(ofBob))).toBe(437)
    expect(codeOf(await carol.ask(METHOD.allocate, []))).toBe(400)
    const tcp = { ...UDP, value: Buffer.from([6, 0, 0, 0]) }
    expect(codeOf(await carol.ask(METHOD.allocate, [tcp]))).toBe(442)
    const ipv6 = { type: ATTRIBUTE.requestedAddressFamily, value: Buffer.from([2, 0, 0, 0]) }
    expect(codeOf(await carol.ask(METHOD.allocate, [UDP, ipv6]))).toBe(440)
  })

  it('answers a request that comes again as it did before', async () => {
    const { newClient, relay } = setUp()
    const alice = await newClient()
    alice.learn(await alice.ask(METHOD.allocate, [UDP], { isSigned: false }))
    const transaction = Buffer.alloc(12, 7)
    const first = await alice.ask(METHOD.allocate, [UDP], { transaction })
    const again = await alice.ask(METHOD.allocate, [UDP], { transaction })
    expect(codeOf(again)).toBeNull()
    expect(findAttribute(again, ATTRIBUTE.xorRelayedAddress)).toEqual(
      findAttribute(first, ATTRIBUTE.xorRelayedAddress),
    )
    expect(relay.size).toBe(1)
  })

  it('ignores what makes no sense', async () => {
    const { network, relay } = setUp()
    const [server] = await relay.iceServers()
    const port = Number(String(server?.urls).match(/:(\d+)\?/)?.[1])
    const heard: Buffer[] = []
    const socket = await network.openUdp((datagram) => void heard.push(datagram))
    for (const text of ['', 'x', '\u0000'.repeat(20), 'GET / HTTP/1.1\r\n\r\n', '@\u0000\u0000\u0002hi']) {
      socket.send(Buffer.from(text), { address: '127.0.0.1', port })
    }
    expect(heard).toEqual([])
  })
})

describe('who may use the relay', () => {
  it('is who knows the password', async () => {
    const { newClient } = setUp()
    const alice = await newClient()
    alice.learn(await alice.ask(METHOD.allocate, [UDP], { isSigned: false }))
    expect(codeOf(await alice.ask(METHOD.allocate, [UDP], { credential: 'a guess' }))).toBe(401)
    expect(codeOf(await alice.ask(METHOD.allocate, [UDP]))).toBeNull()
  })

  it('is told a new nonce after an hour, and nobody any more after a day', async () => {
    const { newClient, timers } = setUp()
    const alice = await newClient()
    alice.learn(await alice.ask(METHOD.allocate, [UDP], { isSigned: false }))
    timers.advance(61 * MINUTE)
    const stale = await alice.ask(METHOD.allocate, [UDP])
    expect(codeOf(stale)).toBe(438)
    alice.learn(stale)
    timers.advance(24 * 60 * MINUTE)
    alice.learn(await alice.ask(METHOD.allocate, [UDP], { isSigned: false }))
    expect(codeOf(await alice.ask(METHOD.allocate, [UDP]))).toBe(401)
  })

  it('is nobody who prolongs their name', async () => {
    const { relay, network } = setUp()
    const [server] = await relay.iceServers()
    if (!server) throw new Error('There is no TURN server.')
    const username = String(server.username).replace(/^\d+/, '99999999999999')
    const mallory = await TurnClient.open(network.openUdp, { ...server, username })
    mallory.learn(await mallory.ask(METHOD.allocate, [UDP], { isSigned: false }))
    expect(codeOf(await mallory.ask(METHOD.allocate, [UDP]))).toBe(401)
  })
})

describe('a place on the relay', () => {
  it('is given up after ten minutes, unless it is refreshed', async () => {
    const { alice, relay, timers, network } = await twoClients()
    timers.advance(9 * MINUTE)
    expect(decodeNumber(findAttribute(await alice.refresh(60), ATTRIBUTE.lifetime))).toBe(600)
    timers.advance(9 * MINUTE)
    expect(relay.size).toBe(1)
    timers.advance(2 * MINUTE)
    expect([relay.size, timers.pending]).toEqual([0, 0])
    // The port of the relay and the two clients' own.
    expect(network.open).toBe(3)
  })

  it('is given up at once when the client says so', async () => {
    const { alice, relay } = await twoClients()
    expect(codeOf(await alice.refresh(0))).toBeNull()
    expect(relay.size).toBe(1)
    expect(codeOf(await alice.refresh(0))).toBe(437)
  })

  it('forgets whom it lets in after five minutes', async () => {
    const { alice, bob, ofBob, timers } = await twoClients()
    timers.advance(4 * MINUTE)
    alice.indicate('hello', ofBob)
    timers.advance(2 * MINUTE)
    alice.indicate('lost', ofBob)
    expect(bob.heard.map(({ text }) => text)).toEqual(['hello'])
  })

  it('forgets its channels after ten minutes', async () => {
    const { alice, bob, ofAlice, ofBob, timers } = await twoClients()
    await alice.bind(0x4000, ofBob)
    const keepAlive = async () => {
      for (const client of [alice, bob]) await client.refresh(3600)
      await alice.permit(ofBob)
      await bob.permit(ofAlice)
    }
    for (const text of ['hello', 'lost']) {
      await keepAlive()
      timers.advance(4 * MINUTE)
      await keepAlive()
      alice.sayOn(0x4000, text)
      timers.advance(4 * MINUTE)
    }
    expect(bob.heard.map(({ text }) => text)).toEqual(['hello'])
    expect(codeOf(await alice.bind(0x4001, ofBob))).toBeNull()
  })

  it('is left to nobody when the relay closes', async () => {
    const { relay, network, timers, alice, ofBob } = await twoClients()
    relay.close()
    expect([relay.size, timers.pending, network.open]).toEqual([0, 0, 2])
    alice.indicate('lost', ofBob)
  })
})

describe('bad weather for the relay', () => {
  it('lets nothing through, until it is over', async () => {
    const { alice, bob, ofBob, trouble } = await twoClients()
    trouble({ blocked: true })
    alice.indicate('lost', ofBob)
    trouble({})
    alice.indicate('hello', ofBob)
    expect(bob.heard.map(({ text }) => text)).toEqual(['hello'])
  })

  it('takes its time, each way, in order', async () => {
    const { alice, bob, ofBob, trouble, timers } = await twoClients()
    trouble({ delayMs: 100 })
    alice.indicate('one', ofBob)
    alice.indicate('two', ofBob)
    timers.advance(199)
    expect(bob.heard).toEqual([])
    timers.advance(1)
    expect(bob.heard.map(({ text }) => text)).toEqual(['one', 'two'])
  })

  it('loses as many as it was told to', async () => {
    const { alice, bob, ofBob, trouble } = await twoClients()
    trouble({ lossPercent: 20 })
    for (let count = 0; count < 100; count += 1) alice.indicate('x', ofBob)
    // A fifth on the way to the relay, and a fifth of the rest on the way from it.
    expect(bob.heard.length).toBeGreaterThan(60)
    expect(bob.heard.length).toBeLessThan(68)
  })

  it('forgets what is under way when the relay closes', async () => {
    const { alice, ofBob, trouble, timers, relay } = await twoClients()
    trouble({ delayMs: 100 })
    alice.indicate('lost', ofBob)
    relay.close()
    expect(timers.pending).toBe(0)
  })
})
