import type { Readable, Writable } from 'node:stream'

/**
 * The bytes of a Node request as a web stream, read only as fast as they are asked for. Once nobody wants them any
 * more, or the answer is out, the rest is let go: it would keep the next request on this connection waiting.
 * Not Readable.toWeb: it throws past everybody when the rest of a refused body arrives.
 */
export function bodyStream(source: Readable, answer: Writable): ReadableStream<Uint8Array> {
  let letGo = () => {}
  return new ReadableStream(
    {
      start(controller) {
        if (source.destroyed) {
          controller.error(new Error('The connection was closed before the body was read.'))
          return
        }
        const onData = (chunk: Uint8Array | string) => {
          source.pause()
          // A host may have given the stream an encoding.
          controller.enqueue(
            typeof chunk === 'string' ? Buffer.from(chunk, source.readableEncoding ?? 'utf8') : chunk,
          )
        }
        const onEnd = () => controller.close()
        const onError = (error: unknown) => controller.error(error)
        letGo = () => {
          source.off('data', onData).off('end', onEnd).off('error', onError)
          // Who still waits for a chunk must not wait for ever.
          controller.error(
            new Error('The connection was closed, or the answer sent, before the whole body was read.'),
          )
          // Without a listener, the error of a caller who hangs up now would end the process.
          source.on('error', () => {}).resume()
        }
        source.pause()
        source.on('data', onData).once('end', onEnd).once('error', onError)
        answer.once('close', letGo).once('finish', letGo)
      },
      pull: () => void source.resume(),
      cancel: () => letGo(),
    },
    { highWaterMark: 0 },
  )
}
