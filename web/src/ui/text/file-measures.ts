// How large, how fast, how long: numbers of files with their units, in the words of a language.

const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

export interface FileMeasures {
  readonly size: (bytes: number) => string;
  /** In whole seconds, minutes or hours, whatever tells enough. */
  readonly duration: (seconds: number) => string;
}

export function fileMeasures(locale: string): FileMeasures {
  const unit = (value: number, name: string, digits: number) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: name === 'byte' ? 'long' : 'short',
      maximumFractionDigits: digits,
    }).format(value);
  return {
    size(bytes) {
      const step = Math.min(steps.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
      const value = bytes / 1_000 ** step;
      return unit(value, steps[step] ?? 'byte', step > 0 && value < 100 ? 1 : 0);
    },
    duration(seconds) {
      if (seconds < 60) return unit(Math.max(1, Math.round(seconds)), 'second', 0);
      if (seconds < 3_600) return unit(Math.round(seconds / 60), 'minute', 0);
      return unit(seconds / 3_600, 'hour', 1);
    },
  };
}
