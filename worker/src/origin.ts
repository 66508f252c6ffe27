// Which pages may use this deployment. A browser can't forge its Origin; whatever is no browser sends none.

/** The request's own origin (RFC 6454, section 7) may always; others, if the operator lists them. */
export function isAllowedOrigin(request: Request, allowed: readonly string[]): boolean {
  const origin = request.headers.get('Origin');
  if (origin === null) return true;
  return origin === new URL(request.url).origin || allowed.includes(origin);
}
