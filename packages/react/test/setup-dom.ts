import '@testing-library/jest-dom/vitest'
import { afterAll, vi } from 'vitest'

// What loads on its own must be here before the page is gone.
afterAll(() => vi.dynamicImportSettled())
