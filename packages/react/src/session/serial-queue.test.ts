import { expect, it } from 'vitest'
import { createSerialQueue } from './serial-queue.ts'

it('runs tasks one after another, the first at once, whatever becomes of each', async () => {
  const queue = createSerialQueue()
  const log: string[] = []
  let finishFirst = () => {}
  const first = queue.run(
    () =>
      new Promise<void>((_, reject) => {
        log.push('first begins')
        finishFirst = () => {
          log.push('first fails')
          reject(new Error('first'))
        }
      }),
  )
  const second = queue.run(async () => {
    log.push('second')
    return 2
  })
  expect(log).toEqual(['first begins'])
  finishFirst()
  await expect(first).rejects.toThrow('first')
  expect(await second).toBe(2)
  const third = queue.run(async () => log.push('third'))
  expect(log).toEqual(['first begins', 'first fails', 'second', 'third'])
  await third
})
