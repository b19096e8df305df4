'use client'

import { LANGUAGES, type Language } from '../providers/languages.ts'
import { SCHEMES, type Scheme, useSettings } from '../providers/SettingsProvider.tsx'

const SCHEME_NAMES: Record<Scheme, string> = { system: 'Auto', light: 'Light', dark: 'Dark' }

/** Everything that a person can set, behind one button. */
export function SettingsMenu() {
  const settings = useSettings()
  return (
    <>
      <button type="button" className="button settings-button" popoverTarget="settings">
        Settings
      </button>
      <section id="settings" popover="auto" aria-label="Settings" className="settings">
        <Choice
          label="Colours"
          value={settings.scheme}
          options={SCHEMES.map((scheme) => [scheme, SCHEME_NAMES[scheme]])}
          onChoose={settings.setScheme}
        />
        <Choice
          label="Language of meetings"
          value={settings.language}
          options={Object.entries(LANGUAGES).map(([code, { name }]) => [code as Language, name])}
          onChoose={settings.setLanguage}
        />
        <Switch
          label="Show the lobby before a call"
          isOn={settings.hasLobby}
          onSwitch={settings.setHasLobby}
        />
        <Switch label="Reactions in calls" isOn={settings.hasReactions} onSwitch={settings.setHasReactions} />
      </section>
    </>
  )
}

function Choice<Option extends string>(props: {
  label: string
  value: Option
  options: (readonly [Option, string])[]
  onChoose(option: Option): void
}) {
  return (
    <label>
      {props.label}
      <select value={props.value} onChange={(event) => props.onChoose(event.target.value as Option)}>
        {props.options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function Switch(props: { label: string; isOn: boolean; onSwitch(isOn: boolean): void }) {
  return (
    <label>
      {props.label}
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={(event) => props.onSwitch(event.target.checked)}
      />
    </label>
  )
}
