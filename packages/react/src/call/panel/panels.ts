import type { ComponentType } from 'react'
import type { CallPanel } from '../../provider/call-view.ts'

export interface PanelModule {
  Panel: ComponentType
}

/** The code of each side panel, fetched when the panel is first opened. */
export type PanelTable = { readonly [Name in CallPanel]?: () => Promise<PanelModule> }

export const PANELS: PanelTable = {
  chat: () => import('../chat/ChatPanel.tsx'),
  people: () => import('../people-panel/PeoplePanel.tsx'),
  statistics: () => import('../statistics/StatisticsPanel.tsx'),
  background: () => import('../devices/BackgroundPanel.tsx'),
  settings: () => import('../devices/DevicesPanel.tsx'),
}
