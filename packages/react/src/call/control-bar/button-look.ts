'use client'
import { createContext } from 'react'

/** Where buttons of the bar find themselves: in it, or as lines of the "more" menu because the bar is too narrow. */
export type ButtonLook = 'round' | 'menu'

export const ButtonLookContext = createContext<ButtonLook>('round')
