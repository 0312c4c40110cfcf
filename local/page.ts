// Small server-rendered pages of the embedded cloud: escaping, the house's look, and headers that allow no script.
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";

/** Markup that is safe to send; made by `html` and `trusted` only. */
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

/** Markup from elsewhere that is known to be safe. */
export function trusted(markup: string): Html {
  return { markup };
}

/** A template whose strings are escaped; nested `html` is not. */
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
box-shadow:inset 0 1px 0 rgba(255,255,255,.3),0 4px 12px -4px rgba(224,66,40,.6);font-size:1.25rem;line-height:1}
.card{background:var(--card);border:1px solid var(--line);border-radius:1rem;box-shadow:var(--shadow)}
.soft{color:var(--soft)}
@media (prefers-reduced-motion:no-preference){a,button,input{transition:background-color .15s,border-color .15s,box-shadow .15s,color .15s}}
`;

export const brandMark = html`<span class="mark" aria-hidden="true">🦞</span>Clawe`;

export interface Page {
  title: string;
  body: Html;
  /** Styles of this page, after the house's. A constant: it is part of the policy. */
  css?: string;
  /** Origins that a form may lead to after a redirect, besides our own. */
  formAction?: string[];
}

/** The page's markup and headers, with a policy that allows its own style, images in data URLs and nothing else. */
export function renderPage(page: Page): { headers: Record<string, string>; markup: string } {
  const css = CSS + (page.css ?? "");
  const styleHash = createHash("sha256").update(css).digest("base64");
  const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><text y=".9em" font-size="90">🦞</text></svg>`;
  const markup = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#fcfaf8" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#141110" media="(prefers-color-scheme: dark)">
<title>${render(page.title)} · Clawe</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
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
    // Not `no-referrer`: browsers would then post forms with `Origin: null`, and we check the origin.
    "referrer-policy": "same-origin",
  };
  return { headers, markup };
}

export function sendPage(response: ServerResponse, status: number, page: Page): void {
  const { headers, markup } = renderPage(page);
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(markup) });
  response.end(markup);
}
