import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import type { CallScreenModule } from './load-call-screen.ts'
import { useLoadedScreen } from './useLoadedScreen.ts'

afterEach(cleanup)

const module: CallScreenModule = { CallScreen: () => null }

it('asks for the screen once and then has it', async () => {
  let asked = 0
  const load = async () => {
    asked += 1
    return module
  }
  const { result, rerender } = renderHook(() => useLoadedScreen(load))
  expect(result.current.status).toBe('loading')
  await waitFor(() => expect(result.current.status).toBe('ready'))
  rerender()
  expect(asked).toBe(1)
})

it('says that the code could not be fetched, and tries again only when asked to', async () => {
  const answers = [Promise.reject(new Error('offline')), Promise.resolve(module)]
  const load = () => answers.shift() ?? Promise.resolve(module)
  const { result, rerender } = renderHook(() => useLoadedScreen(load))
  await waitFor(() => expect(result.current.status).toBe('failed'))
  rerender()
  expect(result.current.status).toBe('failed')
  act(() => {
    if (result.current.status === 'failed') result.current.tryAgain()
  })
  await waitFor(() => expect(result.current.status).toBe('ready'))
})
