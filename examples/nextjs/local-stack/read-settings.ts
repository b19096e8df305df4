import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import getPort, { portNumbers } from 'get-port'
import { readServices } from './read-services.ts'

const DEFAULT_PORT = 3000

export interface Settings {
  /** `real`: the keys of Supabase and Twilio are set. */
  services: 'real' | 'local'
  /** Free at the moment of asking. */
  port: number
}

/** Reads .env.local, .env and the environment. Ends the process with plain words when they make no sense. */
export async function readSettings(): Promise<Settings> {
  for (const name of ['.env.local', '.env']) {
    const file = fileURLToPath(new URL(`../${name}`, import.meta.url))
    if (existsSync(file)) process.loadEnvFile(file)
  }
  const services = readServices(process.env)
  if (services.use === 'incomplete') {
    fail(
      `Some keys of the real services are missing: ${services.missing.join(', ')}.`,
      'Set them too (see examples/nextjs/.env.example), or remove all of them to run on the local stack.',
    )
  }
  return { services: services.use, port: await choosePort() }
}

async function choosePort(): Promise<number> {
  const wanted = process.env.PORT ? Number(process.env.PORT) : null
  if (wanted === null) return getPort({ port: portNumbers(DEFAULT_PORT, DEFAULT_PORT + 100) })
  if (!(Number.isInteger(wanted) && wanted > 0 && wanted < 65_536)) {
    fail(`PORT is "${process.env.PORT}", which is no port number.`, 'Use one from 1 to 65535.')
  }
  if ((await getPort({ port: wanted })) !== wanted) {
    fail(`Port ${wanted} is taken by another program.`, 'Stop that one, or set PORT to another number.')
  }
  return wanted
}

function fail(...lines: string[]): never {
  console.error(lines.join('\n'))
  process.exit(1)
}
