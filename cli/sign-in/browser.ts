// A minimal browser for sign-ins without one: keeps cookies and follows redirects one by one.

interface Cookie {
  name: string;
  value: string;
  path: string;
}

/** Makes requests with a cookie jar. Does not follow redirects. */
export interface Browser {
  get(url: string, headers?: Record<string, string>): Promise<Response>;
  post(url: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
}

export function createBrowser(): Browser {
  const jar = new Map<string, Cookie>();

  function cookieHeader(path: string): string {
    const matching = [...jar.values()].filter((cookie) => path.startsWith(cookie.path));
    return matching.map(({ name, value }) => `${name}=${value}`).join("; ");
  }

  function keep(header: string): void {
    const [pair = "", ...attributes] = header.split("; ");
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    const path = attributes.find((each) => each.startsWith("path="))?.slice(5) ?? "/";
    const expires = attributes.find((each) => each.startsWith("expires="))?.slice(8);
    const key = `${path} ${name}`;
    if (expires !== undefined && Date.parse(expires) <= Date.now()) jar.delete(key);
    else jar.set(key, { name, value, path });
  }

  async function request(url: string, init: RequestInit, headers: Record<string, string>): Promise<Response> {
    const cookie = cookieHeader(new URL(url).pathname);
    const response = await fetch(url, {
      ...init,
      redirect: "manual",
      headers: { accept: "text/html", ...(cookie && { cookie }), ...headers },
      signal: AbortSignal.timeout(10_000),
    });
    for (const header of response.headers.getSetCookie()) keep(header);
    return response;
  }

  return {
    get: (url, headers = {}) => request(url, {}, headers),
    post: (url, form, headers = {}) =>
      request(url, { method: "POST", body: new URLSearchParams(form) }, headers),
  };
}

/** Follows redirects until one leaves `issuer`, and returns its address. Throws when the issuer answers with a page. */
export async function followToClient(browser: Browser, issuer: string, response: Response): Promise<string> {
  let current = response;
  for (let hops = 0; hops < 10; hops += 1) {
    const location = current.headers.get("location");
    if (location === null)
      throw new Error(`Expected a redirect, got ${current.status}: ${await current.text()}`);
    const target = new URL(location, current.url).href;
    if (!target.startsWith(`${issuer}/`)) return target;
    current = await browser.get(target);
  }
  throw new Error("Too many redirects");
}
