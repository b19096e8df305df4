import { createSocket } from 'node:dgram'
import { describe, expect, it, onTestFinished } from 'vitest'
import { mintToken } from '../../../tests/browser/mint-token.ts'
import type { IceServer, TwilioEmulator } from '../src/index.ts'
import { openNodeUdp } from '../src/turn/open-node-udp.ts'
import { TurnClient } from '../src/turn/turn-client-for-tests.ts'
import { credentials, SignalingClient } from './signaling-client.ts'
import { start } from './start.ts'

/** What the SDK asks before a call, or before a connection check. */
async function askForIce(emulator: TwilioEmulator, preflight: boolean): Promise<IceServer[]> {
  const client = await SignalingClient.open(emulator.signalingUrl)
  onTestFinished(() => client.hangUp())
  const token = await mintToken({ ...credentials, identity: 'alice' })
  client.frame({ type: 'hello', version: 2, body: { type: 'ice', version: 1, token, preflight } })
  const answer = await client.hear(({ type }) => type === 'iced')
  return answer['ice_servers'] as IceServer[]
}

async function newClient(emulator: TwilioEmulator): Promise<TurnClient> {
  const [server] = await askForIce(emulator, true)
  const client = await TurnClient.open(async (onDatagram) => {
    const socket = await openNodeUdp(onDatagram)
    onTestFinished(() => socket.close())
    return socket
  }, server ?? { urls: '' })
  return client
}

/** Whether nobody holds this port of UDP. */
function isFree(port: number): Promise<boolean> {
  const socket = createSocket('udp4')
  return new Promise((resolve) => {
    socket.once('error', () => resolve(false))
    socket.bind(port, '127.0.0.1', () => socket.close(() => resolve(true)))
  })
}

describe('the TURN server of the emulator', () => {
  it('is told to connection checks only, or to calls, too', async () => {
    const emulator = await start()
    expect(await askForIce(emulator, false)).toEqual([])
    expect(await askForIce(emulator, true)).toMatchObject([{ urls: expect.stringMatching(/^turn:127/) }])
    const always = await start({ turn: 'always' })
    expect(await askForIce(always, false)).toMatchObject([{ urls: expect.stringMatching(/^turn:127/) }])
  })

  it('gives way to servers of one’s own', async () => {
    const iceServers = [{ urls: 'turn:127.0.0.1:3478', username: 'u', credential: 'c' }]
    expect(await askForIce(await start({ iceServers }), true)).toEqual(iceServers)
  })

  it('carries data over real sockets, and closing the emulator frees them', async () => {
    const emulator = await start()
    const [alice, bob] = [await newClient(emulator), await newClient(emulator)]
    const [ofAlice, ofBob] = [await alice.allocate(), await bob.allocate()]
    await alice.permit(ofBob)
    await bob.permit(ofAlice)
    alice.indicate('hello', ofBob)
    await expect.poll(() => bob.heard).toEqual([{ text: 'hello', from: ofAlice }])
    const [server] = await askForIce(emulator, true)
    const ports = [ofAlice.port, ofBob.port, Number(/:(\d+)\?/.exec(String(server?.urls))?.[1])]
    const free = () => Promise.all(ports.map(isFree))
    expect([emulator.relayed(), await free()]).toEqual([2, [false, false, false]])
    await emulator.close()
    await expect.poll(free).toEqual([true, true, true])
    expect(emulator.relayed()).toBe(0)
  })

  it('gives every place up when the emulator is reset', async () => {
    const emulator = await start()
    const alice = await newClient(emulator)
    await alice.allocate()
    emulator.reset()
    expect(emulator.relayed()).toBe(0)
    await alice.allocate()
    expect(emulator.relayed()).toBe(1)
  })

  it('counts its clients for who asks over HTTP', async () => {
    const emulator = await start()
    const alice = await newClient(emulator)
    await alice.allocate()
    const authorization = `Basic ${btoa(`${credentials.apiKeySid}:${credentials.apiKeySecret}`)}`
    const response = await fetch(`${emulator.url}/emulator/relay`, { headers: { authorization } })
    expect(await response.json()).toEqual({ clients: 1 })
  })
})
