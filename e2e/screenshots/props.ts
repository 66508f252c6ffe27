// What people of a screenshot have in front of them: devices with names, and a screen worth sharing. Both run in the page.

/** Chromium calls a camera of its own by the path of the file that it plays. */
export function nameDevices(): void {
  const labels = { audioinput: 'Headset', audiooutput: 'Headset', videoinput: 'HD camera' };
  Object.defineProperty(MediaDeviceInfo.prototype, 'label', {
    get(this: MediaDeviceInfo) {
      return labels[this.kind];
    },
  });
}

/** A page with a heading, some lines and a chart. */
export function shareDocument(): void {
  navigator.mediaDevices.getDisplayMedia = () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
    const brush = canvas.getContext('2d');
    if (!brush) throw new Error('every canvas has a context');
    const fill = (
      colour: string,
      [x, y, width, height]: readonly [number, number, number, number],
    ) => {
      brush.fillStyle = colour;
      brush.fillRect(x, y, width, height);
    };
    const draw = () => {
      fill('#ffffff', [0, 0, 1280, 720]);
      fill('#24513f', [80, 80, 420, 36]);
      for (const [index, width] of [1040, 980, 1100, 620].entries())
        fill('#c9d3ce', [80, 160 + 36 * index, width, 14]);
      for (const [index, height] of [90, 150, 120, 210, 260].entries())
        fill('#3aa884', [120 + 210 * index, 640 - height, 130, height]);
    };
    // A canvas gives a frame only when it is drawn on.
    setInterval(draw, 200);
    draw();
    return Promise.resolve(canvas.captureStream(5));
  };
}
