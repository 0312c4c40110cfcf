// Small server-rendered pages of the local service: escaping, the common style, and headers that allow no script.
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";

/** Markup that is safe to send. Only `html` and `trusted` create it. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | Html[] | false | undefined;

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function render(value: Value): string {
  if (value === false || value === undefined) return "";
  if (Array.isArray(value)) return value.map((each) => each.markup).join("");
  if (typeof value === "object") return value.markup;
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}

/** Marks markup from elsewhere as safe. */
export function trusted(markup: string): Html {
  return { markup };
}

/** A template tag: strings are escaped, nested `Html` is not. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return { markup: parts.reduce((markup, part, index) => markup + render(values[index - 1]) + part) };
}

const CSS = `
:root{color-scheme:light dark;--bg:#fcfaf8;--card:#fff;--ink:#1f1a17;--soft:#6b615b;--line:#e6dfd9;--field:#fff;
--accent:#d9421f;--accent-hover:#c23816;--brand:#f0563d;--on-accent:#fff;--bad:#b3261e;--bad-bg:#fdecea;--good:#1d6b3f;--good-bg:#e8f5ee;
--glow:rgba(240,86,61,.16);--shadow:0 1px 2px rgba(40,20,10,.05),0 12px 40px -12px rgba(60,25,10,.16)}
@media (prefers-color-scheme:dark){:root{--bg:#141110;--card:#1d1917;--ink:#f5efeb;--soft:#a89d96;--line:#38302c;--field:#161312;
--accent:#f0563d;--accent-hover:#ff6c53;--on-accent:#1a0703;--bad:#ffb4a9;--bad-bg:#3b1a16;--good:#8fdcae;--good-bg:#15301f;
--glow:rgba(240,86,61,.13);--shadow:0 1px 2px rgba(0,0,0,.4),0 16px 48px -12px rgba(0,0,0,.6)}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100svh;background:radial-gradient(60rem 32rem at 50% -12rem,var(--glow),transparent) no-repeat var(--bg);
color:var(--ink);font:16px/1.5 "Inter Variable",Inter,ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;-webkit-font-smoothing:antialiased}
h1{font-size:1.5rem;line-height:1.25;letter-spacing:-.02em;font-weight:650;margin:0;text-wrap:balance}
p{margin:0}a{color:var(--accent);text-underline-offset:.2em}a:hover{color:var(--accent-hover)}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
.brand{display:inline-flex;align-items:center;gap:.625rem;font-weight:650;font-size:1.0625rem;letter-spacing:-.01em;color:inherit;text-decoration:none}
.mark{display:grid;place-items:center;width:2.25rem;height:2.25rem;border-radius:.7rem;background:linear-gradient(160deg,#ff7a5c,#e8452b);
box-shadow:inset 0 1px 0 rgba(255,255,255,.3),0 4px 12px -4px rgba(224,66,40,.6)}
.mark svg{width:1.5rem;height:1.5rem;display:block}
.card{background:var(--card);border:1px solid var(--line);border-radius:1rem;box-shadow:var(--shadow)}
.soft{color:var(--soft)}
@media (prefers-reduced-motion:no-preference){a,button,input{transition:background-color .15s,border-color .15s,box-shadow .15s,color .15s}}
`;

// A drawing instead of the emoji: machines without an emoji font would show a box.
const LOBSTER = `<svg viewBox="0 0 24 24" fill="none" stroke="#fff" stroke-width="1.5" stroke-linecap="round" xmlns="http://www.w3.org/2000/svg">
<path fill="#fff" stroke="none" d="M12 8c2.1 0 3.3 1.6 3.3 3.8S14 17.6 12 19.8c-2-2.2-3.3-5.8-3.3-8S9.9 8 12 8Z"/>
<path d="M8.6 21.8c1.4-.1 2.5-.8 3.4-2 .9 1.2 2 1.9 3.4 2M9.3 10.8C6.9 10.6 5.6 9.6 5.4 8M14.7 10.8c2.4-.2 3.7-1.2 3.9-2.8M8.8 13.6l-3 .9M15.2 13.6l3 .9M9.5 16.2l-2.5 1.5M14.5 16.2l2.5 1.5M11.1 8c-.1-1.4-.6-2.5-1.4-3.3M12.9 8c.1-1.4.6-2.5 1.4-3.3"/>
<path fill="#fff" stroke="none" d="M5.3 8.8C2.5 8 1.9 4.7 4.3 2c.1 1.3.6 2.2 1.3 2.7.3-1.1 1-1.9 2-2.3 1 2.9.1 5.7-2.3 6.4ZM18.7 8.8C21.5 8 22.1 4.7 19.7 2c-.1 1.3-.6 2.2-1.3 2.7-.3-1.1-1-1.9-2-2.3-1 2.9-.1 5.7 2.3 6.4Z"/>
</svg>`;
const ICON = LOBSTER.replace(
  "<path",
  '<rect x="-3" y="-3" width="30" height="30" rx="8" fill="#f0563d" stroke="none"/><path',
).replace("0 0 24 24", "-3 -3 30 30");

export const brandMark = html`<span class="mark" aria-hidden="true">${trusted(LOBSTER)}</span>Clawe`;

export interface Page {
  title: string;
  body: Html;
  /** The page's own styles, after the common ones. Must be a constant: its hash is part of the policy. */
  css?: string;
  /** Origins besides our own that a form may lead to. */
  formAction?: string[];
}

/** The page's markup and headers. The policy allows its own style, images in data URLs, and nothing else. */
export function renderPage(page: Page): { headers: Record<string, string>; markup: string } {
  const css = CSS + (page.css ?? "");
  const styleHash = createHash("sha256").update(css).digest("base64");
  const markup = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#fcfaf8" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#141110" media="(prefers-color-scheme: dark)">
<title>${render(page.title)} · Clawe</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<style>${css}</style>
</head>
<body>
${page.body.markup}
</body>
</html>
`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      "img-src data:",
      `form-action ${["'self'", ...(page.formAction ?? [])].join(" ")}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join("; "),
    "x-content-type-options": "nosniff",
    // Not `no-referrer`: with it, browsers post forms with `Origin: null`, and we check the origin.
    "referrer-policy": "same-origin",
  };
  return { headers, markup };
}

export function sendPage(response: ServerResponse, status: number, page: Page): void {
  const { headers, markup } = renderPage(page);
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(markup) });
  response.end(markup);
}
