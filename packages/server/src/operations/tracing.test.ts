import { trace } from '@opentelemetry/api'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { describe, expect, it } from 'vitest'
import { world } from '../../test/world.ts'
import { memoryStore } from '../testing/index.ts'

function tracing() {
  const exporter = new InMemorySpanExporter()
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
  return { tracer: provider.getTracer('test'), spans: () => exporter.getFinishedSpans() }
}

describe('with a tracer of OpenTelemetry', () => {
  it('a launch is a server span, and what it waits for are client spans', async () => {
    const { tracer, spans } = tracing()
    await world({ tracer }).post('/launch-video')
    expect(spans().map(({ name, kind }) => [name, kind])).toEqual([
      ['meetings store.enter', 2],
      ['meetings video.issueToken', 2],
      ['meetings launchVideo', 1],
    ])
    expect(spans().at(-1)?.attributes).toEqual({
      'http.response.status_code': 200,
      'meetings.request_id': 'request-1',
    })
  })

  it('a refusal carries its code, and a failure neither its cause nor a token', async () => {
    const { tracer, spans } = tracing()
    const down = () => Promise.reject(new Error('password=SECRET'))
    const { post } = world({ tracer, store: { ...memoryStore(), enter: down } })
    await post('/launch-video')
    expect(spans().map(({ attributes, status }) => [attributes['meetings.error'], status])).toEqual([
      ['STORE_UNAVAILABLE', { code: 2, message: 'STORE_UNAVAILABLE' }],
      ['STORE_UNAVAILABLE', { code: 2, message: 'STORE_UNAVAILABLE' }],
    ])
    expect(
      JSON.stringify(spans().map(({ attributes, events, status }) => [attributes, events, status])),
    ).not.toContain('SECRET')
  })

  it('takes the tracer that the api package hands out', async () => {
    expect((await world({ tracer: trace.getTracer('app') }).post('/launch-video')).status).toBe(200)
  })
})
