// Several people in a sentence, by name; people who gave none are counted.

const list = new Intl.ListFormat('zh-CN', { type: 'conjunction' });

export function listed(names: readonly string[]): string {
  const shown = names.filter((name) => name !== '').slice(0, names.length > 3 ? 2 : 3);
  const others = names.length - shown.length;
  if (shown.length === 0) return `${others} 人`;
  return list.format(others > 0 ? [...shown, `另外 ${others} 人`] : shown);
}
