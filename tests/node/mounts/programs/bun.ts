import '@meetings/server/fastify'
import '@meetings/server/next'
import '@meetings/server/node'
import '@meetings/server/postgres'
import '@meetings/server/supabase'
import { createSubject } from '../subject/create-subject.ts'
import { video } from '../subject/twilio.ts'

declare const Bun: {
  serve(options: { port: number; hostname: string; fetch(request: Request): Promise<Response> }): {
    port: number
  }
}

const meetings = createSubject(video)
const { port } = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: (request) => meetings.fetch(request) })
console.log(`listening on ${port}`)
