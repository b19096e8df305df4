import { quietly } from './quietly.ts'

/** What is used of an OpenTelemetry span. */
export interface Span {
  setAttribute(name: string, value: string | number | boolean): unknown
  setStatus(status: { code: number; message?: string }): unknown
  end(): void
}

/** What is used of an OpenTelemetry tracer: `trace.getTracer('my-app')` of `@opentelemetry/api` fits. */
export interface Tracer {
  startActiveSpan<T>(
    name: string,
    options: { kind: number; attributes: Record<string, string | number | boolean> },
    run: (span: Span) => T,
  ): T
}

/** Numbers of `@opentelemetry/api`, which is not imported: an app without it pays nothing. */
export const SPAN_KIND = { internal: 0, server: 1, client: 2 } as const
const STATUS_ERROR = 2

/**
 * Runs inside a span of its own, `meetings <name>`, or just runs when nobody traces. Spans carry names, codes and booking ids;
 * never a token, a person's name or the text of a vendor's error.
 */
export function inSpan<T>(
  tracer: Tracer | undefined,
  name: string,
  kind: keyof typeof SPAN_KIND,
  run: (span: Span | null) => Promise<T>,
): Promise<T> {
  if (tracer === undefined) return run(null)
  let work: Promise<T> | undefined
  // A tracer that fails must not fail the work, nor run it twice: what counts is our own promise.
  quietly(() =>
    tracer.startActiveSpan(`meetings ${name}`, { kind: SPAN_KIND[kind], attributes: {} }, (span) => {
      work ??= runIn(quietSpan(span), run)
      return work
    }),
  )
  work ??= run(null)
  return work
}

async function runIn<T>(span: Span, run: (span: Span) => Promise<T>): Promise<T> {
  try {
    return await run(span)
  } catch (error) {
    failSpan(span, codeOf(error))
    throw error
  } finally {
    span.end()
  }
}

function quietSpan(span: Span): Span {
  return {
    setAttribute: (name, value) => quietly(() => span.setAttribute(name, value)),
    setStatus: (status) => quietly(() => span.setStatus(status)),
    end: () => quietly(() => span.end()),
  }
}

/** Marks a span as failed with one of our codes. */
export function failSpan(span: Span, code: string): void {
  span.setAttribute('meetings.error', code)
  span.setStatus({ code: STATUS_ERROR, message: code })
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'INTERNAL'
}
