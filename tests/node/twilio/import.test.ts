import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

// A process of its own, which has loaded nothing yet. Answers what of the vendor's library is loaded, step by step.
const PROGRAM = `
  import { createRequire } from 'node:module'
  const loaded = () => Object.keys(createRequire(import.meta.url).cache)
    .map((path) => path.replaceAll('\\\\', '/').split('/node_modules/').at(-1))
  const steps = []
  const { twilioVideo } = await import(${JSON.stringify(new URL('../../../packages/server/src/twilio/index.ts', import.meta.url).href)})
  steps.push(loaded())
  const video = twilioVideo({
    accountSid: 'AC${'1'.repeat(32)}', apiKeySid: 'SK${'2'.repeat(32)}', apiKeySecret: 'secret', authToken: 'token',
    fetch: async () => new Response('{}', { status: 200 }),
  })
  await video.endRoom('meeting_1')
  steps.push(loaded())
  const headers = new Headers({ 'x-twilio-signature': 'x' })
  await video.readNews({ urls: ['https://app.example'], headers, fields: [] }).catch(() => {})
  steps.push(loaded())
  console.log(JSON.stringify(steps))
`

describe('importing ./twilio', () => {
  it('loads what signs tokens, later what checks callbacks, and never the REST client', async () => {
    const run = promisify(execFile)
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', PROGRAM])
    const [imported = [], afterRest = [], afterNews = []] = JSON.parse(stdout) as string[][]
    const ofTwilio = (modules: string[]) => modules.filter((name) => name.startsWith('twilio/'))
    expect(ofTwilio(imported)).toEqual(['twilio/lib/jwt/AccessToken.js'])
    expect(ofTwilio(afterRest)).toEqual(ofTwilio(imported))
    expect(ofTwilio(afterNews)).toEqual([...ofTwilio(imported), 'twilio/lib/webhooks/webhooks.js'])
    expect(afterNews.filter((name) => name.startsWith('axios/'))).toEqual([])
    // The whole library is more than 200 files.
    expect(afterNews.length).toBeLessThan(100)
  })
})
