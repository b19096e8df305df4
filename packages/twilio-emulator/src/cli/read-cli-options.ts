import { parseArgs } from 'node:util'
import type { TwilioEmulatorOptions } from '../emulator-options.ts'
import { ROOM_TYPES } from '../room/room-settings.ts'

const DEFAULT_PORT = 7337

export const HELP = `A local Twilio Video for development and tests.

  twilio-emulator [options]

  --account-sid <sid>         or TWILIO_ACCOUNT_SID     required, any text
  --api-key-sid <sid>         or TWILIO_API_KEY_SID     required, any text
  --api-key-secret <secret>   or TWILIO_API_KEY_SECRET  required, any text
  --auth-token <token>        or TWILIO_AUTH_TOKEN      signs status callbacks
  --port <number>             or PORT                   default ${DEFAULT_PORT}, 0 for any free one
  --room-type <type>          ${ROOM_TYPES.join(', ')}
  --status-callback <url>     where rooms report what happens in them
  --help
`

/** What the command line asks for: to show the help, to start, or nothing that can be done. */
export type CliRequest =
  | { kind: 'help' }
  | { kind: 'start'; options: TwilioEmulatorOptions }
  | { kind: 'mistake'; message: string }

/** Reads flags and environment variables; flags win. */
export function readCliOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): CliRequest {
  const flags = parseFlags(args)
  if ('mistake' in flags) return { kind: 'mistake', message: flags.mistake }
  if (flags.help) return { kind: 'help' }
  const accountSid = flags['account-sid'] ?? env['TWILIO_ACCOUNT_SID']
  const keySid = flags['api-key-sid'] ?? env['TWILIO_API_KEY_SID']
  const secret = flags['api-key-secret'] ?? env['TWILIO_API_KEY_SECRET']
  const authToken = flags['auth-token'] ?? env['TWILIO_AUTH_TOKEN']
  const roomType = ROOM_TYPES.find((type) => type === flags['room-type'])
  const callbackUrl = flags['status-callback']
  if (!accountSid || !keySid || !secret) {
    const missing = Object.entries({
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_API_KEY_SID: keySid,
      TWILIO_API_KEY_SECRET: secret,
    }).flatMap(([name, value]) => (value ? [] : [name]))
    return {
      kind: 'mistake',
      message: `Set ${missing.join(', ')}. Any text will do: it stays on this machine.`,
    }
  }
  if (flags['room-type'] !== undefined && !roomType) {
    return { kind: 'mistake', message: `--room-type must be one of ${ROOM_TYPES.join(', ')}.` }
  }
  return {
    kind: 'start',
    options: {
      accountSid,
      apiKeys: { [keySid]: secret },
      port: Number(flags.port ?? env['PORT'] ?? DEFAULT_PORT),
      ...(authToken && { authToken }),
      ...(roomType && { roomType }),
      ...(callbackUrl && { statusCallback: { url: callbackUrl } }),
    },
  }
}

const FLAGS = {
  'account-sid': { type: 'string' },
  'api-key-sid': { type: 'string' },
  'api-key-secret': { type: 'string' },
  'auth-token': { type: 'string' },
  port: { type: 'string' },
  'room-type': { type: 'string' },
  'status-callback': { type: 'string' },
  help: { type: 'boolean' },
} as const

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS }).values
  } catch (error) {
    // Node's own text, such as "Unknown option '--prot'"; it holds no values.
    return {
      mistake: `${error instanceof Error ? error.message.split('.')[0] : 'Unknown option'}. Try --help.`,
    }
  }
}
