#!/usr/bin/env node
import { HELP, readCliOptions } from './cli/read-cli-options.ts'
import { createTwilioEmulator } from './create-twilio-emulator.ts'
import type { TwilioEmulatorOptions } from './emulator-options.ts'

const request = readCliOptions(process.argv.slice(2), process.env)
if (request.kind === 'help') process.stdout.write(HELP)
else if (request.kind === 'mistake') fail(request.message)
else await start(request.options)

async function start(options: TwilioEmulatorOptions): Promise<void> {
  try {
    const emulator = await createTwilioEmulator({ ...options, log: (line) => console.log(line) })
    console.log(`Twilio emulator, REST:       ${emulator.url}`)
    console.log(`Twilio emulator, signalling: ${emulator.signalingUrl}`)
    console.log(`Twilio emulator, inspector:  ${emulator.inspectorUrl}`)
    const stop = () => void emulator.close().then(() => process.exit(0))
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

function fail(message: string): void {
  console.error(`twilio-emulator: ${message}`)
  process.exitCode = 1
}
