/** What is behind a person: a part of the words of the lobby, because the call says some of it without one. */
export const enBackground = {
  background: 'Background',
  backgroundNone: 'None',
  backgroundBlur: 'Blur',
  backgroundStrongBlur: 'Strong blur',
  backgroundLoading: 'Getting your background ready',
  backgroundRefused: 'This background could not be loaded. You are seen as before.',
  cameraWithoutBackground: 'Turn on without background',
}

export type BackgroundMessages = typeof enBackground
