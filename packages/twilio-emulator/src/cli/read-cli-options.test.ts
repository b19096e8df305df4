import { describe, expect, it } from 'vitest'
import { readCliOptions } from './read-cli-options.ts'

const env = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_API_KEY_SID: 'SK1', TWILIO_API_KEY_SECRET: 'secret' }

describe('the command line', () => {
  it('starts with what the environment says', () => {
    expect(readCliOptions([], { ...env, TWILIO_AUTH_TOKEN: 'auth', PORT: '9000' })).toEqual({
      kind: 'start',
      options: { accountSid: 'AC1', apiKeys: { SK1: 'secret' }, authToken: 'auth', port: 9000 },
    })
  })

  it('lets a flag win over the environment', () => {
    const request = readCliOptions(['--port', '0', '--room-type', 'go'], { ...env, PORT: '9000' })
    expect(request).toMatchObject({ options: { port: 0, roomType: 'go' } })
  })

  it.each([
    [[], { ...env, TWILIO_API_KEY_SECRET: '' }, 'Set TWILIO_API_KEY_SECRET.'],
    [['--prot', '1'], env, "Unknown option '--prot'"],
    [['--room-type', 'huge'], env, '--room-type must be one of'],
  ])('explains the mistake in %j', (args, environment, text) => {
    expect(readCliOptions(args, environment)).toMatchObject({
      kind: 'mistake',
      message: expect.stringContaining(text),
    })
  })

  it('helps', () => {
    expect(readCliOptions(['--help'], {})).toEqual({ kind: 'help' })
  })
})
