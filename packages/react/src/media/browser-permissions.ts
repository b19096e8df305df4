import type { DevicePermission, DevicePermissions } from './media-device.ts'

/** What the browser says about microphone and camera without asking the person. */
export interface PermissionReader {
  read(device: 'microphone' | 'camera'): Promise<DevicePermission>
  /** Tells once what is known, then at each change. The answer stops. */
  watch(onPermissions: (permissions: DevicePermissions) => void): () => void
}

/** @param getPermissions `navigator.permissions`; older browsers have none, or do not know cameras. */
export function browserPermissions(getPermissions: () => Permissions | undefined): PermissionReader {
  async function query(name: 'microphone' | 'camera'): Promise<PermissionStatus | null> {
    try {
      return (await getPermissions()?.query({ name })) ?? null
    } catch {
      return null
    }
  }

  return {
    read: async (device) => (await query(device))?.state ?? 'unknown',
    watch(onPermissions) {
      const stop = new AbortController()
      void Promise.all([query('microphone'), query('camera')]).then(([microphone, camera]) => {
        if (stop.signal.aborted) return
        const tell = () =>
          onPermissions({
            microphone: microphone?.state ?? 'unknown',
            camera: camera?.state ?? 'unknown',
          })
        for (const status of [microphone, camera])
          status?.addEventListener('change', tell, { signal: stop.signal })
        tell()
      })
      return () => stop.abort()
    },
  }
}
