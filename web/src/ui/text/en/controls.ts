// What turns one's own devices on and off, in the lobby and in the call.

export const controls = {
  mute: 'Mute',
  unmute: 'Unmute',
  cameraOff: 'Turn camera off',
  cameraOn: 'Turn camera on',
  flip: 'Turn the camera around',
  withKey: (label: string, key: string) => `${label} (${key})`,
};
