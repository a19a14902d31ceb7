/** "1 member", "5,000 members", with separators of the person's locale. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

/** "rsdash" for one, "rsdash and backup" for two, "4 users" for more. */
export function listed(names: readonly string[], many: string): string {
  const [first = '', second = ''] = names;
  if (names.length === 1) return first;
  return names.length === 2 ? `${first} and ${second}` : `${names.length.toLocaleString()} ${many}`;
}

/** "10:42", as the person's locale writes it. */
export function timeOfDay(time: Date): string {
  return time.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
