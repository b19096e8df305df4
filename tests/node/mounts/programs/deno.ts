import '@meetings/server/fastify'
import '@meetings/server/next'
import '@meetings/server/node'
import '@meetings/server/postgres'
import '@meetings/server/supabase'
import { createSubject } from '../subject/create-subject.ts'
import { video } from '../subject/twilio.ts'

declare const Deno: {
  serve(
    options: { port: number; hostname: string; onListen(address: { port: number }): void },
    handler: (request: Request) => Promise<Response>,
  ): void
}

const meetings = createSubject(video)
const onListen = ({ port }: { port: number }) => console.log(`listening on ${port}`)
Deno.serve({ port: 0, hostname: '127.0.0.1', onListen }, (request) => meetings.fetch(request))
