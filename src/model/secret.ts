/** What a secret is replaced by. */
const INSTEAD = '[secret]';

/** Shorter ones would be found in words that have nothing to do with them. */
export const SHORTEST_SECRET = 8;

/**
 * A secret in every form in which somebody who knows it could repeat it: as it is, escaped for XML or a URL, and inside
 * of any base64 text, whose letters depend on where in a group of three bytes it begins.
 */
export function formsOfSecret(secret: string): readonly string[] {
  const escaped = secret.replace(/[&<>"']/gu, (c) => `&${ENTITIES[c] ?? ''};`);
  const inBase64 = ['', '.', '..'].map((before) => {
    const [start, end] = [
      Math.ceil((before.length * 4) / 3),
      Math.floor(((before.length + bytes(secret).length) * 4) / 3),
    ];
    return btoa(before + bytes(secret)).slice(start, end);
  });
  return [...new Set([secret, escaped, encodeURIComponent(secret), ...inBase64])];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** UTF-8, a character for each byte. */
function bytes(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

/** Plain data without a secret: every string in it that holds one of its `forms` shows something else there. */
export function withoutSecret<T>(data: T, forms: readonly string[]): T {
  if (forms.length === 0) return data;
  const hide = (value: unknown): unknown => {
    if (typeof value === 'string') return forms.reduce((text, form) => text.replaceAll(form, INSTEAD), value);
    if (Array.isArray(value)) return value.map(hide);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hide(inner)]));
  };
  return hide(data) as T;
}
