// Several people in a sentence, by name; people who gave none are counted.

export function listed(names: readonly string[]): string {
  const shown = names.filter((name) => name !== '').slice(0, names.length > 3 ? 2 : 3);
  const others = names.length - shown.length;
  const parts = others > 0 ? [...shown, counted(others, shown.length > 0)] : shown;
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts);
}

function counted(count: number, areOthers: boolean): string {
  if (areOthers) return count === 1 ? '1 other' : `${count} others`;
  return count === 1 ? '1 person' : `${count} people`;
}
