// The sign-in pages: templates, no decisions.
import type { KoaContextWithOIDC } from "oidc-provider";
import { brandMark, type Html, html, type Page, renderPage } from "../page.ts";

const CSS = `
body{display:grid;grid-template-rows:1fr auto;justify-items:center;padding:1.5rem 1rem}
main{width:100%;max-width:25.5rem;align-self:center;padding:1rem 0 2rem}
.brand{margin:0 0 1.5rem}
header{text-align:center}
.card{padding:2rem}
h1+p{margin-top:.375rem}
form{display:grid;gap:1rem;margin-top:1.5rem}
.field{display:grid;gap:.375rem}
label{font-size:.875rem;font-weight:550}
.row{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;font-size:.875rem}
input{width:100%;font:inherit;color:inherit;background:var(--field);border:1px solid var(--line);border-radius:.625rem;padding:.6875rem .875rem;min-height:2.875rem}
input:hover{border-color:color-mix(in srgb,var(--line),var(--ink) 25%)}
input:focus{outline:none;border-color:var(--brand);box-shadow:0 0 0 3px var(--glow)}
input.code{font-size:1.5rem;letter-spacing:.5em;text-align:center;text-indent:.5em;font-variant-numeric:tabular-nums;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.hint{font-size:.8125rem;color:var(--soft)}
button{font:inherit;font-weight:600;border:1px solid transparent;border-radius:.625rem;min-height:2.875rem;padding:.625rem 1rem;cursor:pointer;width:100%}
.primary{background:var(--accent);color:var(--on-accent)}
.primary:hover{background:var(--accent-hover)}
.secondary{background:transparent;color:inherit;border-color:var(--line)}
.secondary:hover{border-color:var(--brand);background:var(--glow)}
.link{display:inline;width:auto;min-height:0;padding:0;background:none;border:0;border-radius:.25rem;color:var(--accent);font-weight:500;text-decoration:underline;text-underline-offset:.2em}
.link:hover{color:var(--accent-hover)}
form.inline{display:inline;margin:0}
.or{display:flex;align-items:center;gap:.75rem;margin:1.25rem 0;font-size:.8125rem;color:var(--soft)}
.or::before,.or::after{content:"";flex:1;height:1px;background:var(--line)}
.or+form{margin:0}
.demo-note{margin-top:.5rem;text-align:center}
.note{margin-top:1.25rem;padding:.75rem .875rem;border-radius:.625rem;font-size:.875rem}
.bad{background:var(--bad-bg);color:var(--bad)}
.good{background:var(--good-bg);color:var(--good)}
.after{margin-top:1.5rem;text-align:center;font-size:.9375rem}
footer{font-size:.8125rem;text-align:center}
@media (max-width:30rem){main{padding-top:0}.card{padding:1.5rem 1.25rem}}
`;

/** What a page needs to know of its sign-in. */
export interface Frame {
  /** The path of this sign-in, without a trailing slash. */
  path: string;
  /** Origins that the page's forms may lead to. */
  formAction: string[];
}
export interface Notice {
  kind: "bad" | "good";
  text: string;
}

function frame({ formAction }: Pick<Frame, "formAction">, title: string, card: Html, after?: Html): Page {
  return {
    title,
    css: CSS,
    formAction,
    body: html`<main>
<header><span class="brand">${brandMark}</span></header>
<div class="card">${card}</div>
${after && html`<div class="after soft">${after}</div>`}
</main>
<footer class="soft">Your private AI squad</footer>`,
  };
}

function notice(value: Notice | undefined): Html {
  if (!value) return html``;
  return html`<p class="note ${value.kind}" role="${value.kind === "bad" ? "alert" : "status"}">${value.text}</p>`;
}

const emailField = (value: string, focus: boolean) => html`<div class="field">
<label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="254" required value="${value}" ${focus && html`autofocus`}>
</div>`;

const newPasswordField = (label: string) => html`<div class="field">
<label for="password">${label}</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="10" maxlength="200" required aria-describedby="password-hint">
<p class="hint" id="password-hint">At least 10 characters. A few words make a good one.</p>
</div>`;

const codeField = html`<div class="field">
<label for="code">Code from the e-mail</label>
<input class="code" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" maxlength="6" required autofocus aria-describedby="code-hint">
<p class="hint" id="code-hint">Six digits. It works for 15 minutes.</p>
</div>`;

const resendHint = (path: string) =>
  html`This machine sends no e-mail. Find the code in the <a href="/outbox" target="_blank" rel="noopener">outbox</a>.<br>No code there? <form class="inline" method="post" action="${path}/resend"><button class="link">Send a new code</button></form>.`;

export function signInPage(view: Frame & { email: string; demo?: string; notice?: Notice }): Page {
  const { path, email } = view;
  return frame(
    view,
    "Sign in",
    html`<h1>Welcome back</h1>
<p class="soft">Sign in to your squad.</p>
${notice(view.notice)}
<form method="post" action="${path}/sign-in">
${emailField(email, email === "")}
<div class="field">
<div class="row"><label for="password">Password</label><a href="${path}/forgot">Forgot password?</a></div>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200" required ${email !== "" && html`autofocus`}>
</div>
<button class="primary">Sign in</button>
</form>
${
  view.demo !== undefined &&
  html`<p class="or">or</p>
<form method="post" action="${path}/demo"><button class="secondary">Continue as demo user</button></form>
<p class="hint demo-note">No account needed. You will be signed in as ${view.demo}.</p>`
}`,
    html`New to Clawe? <a href="${path}/sign-up">Create an account</a>`,
  );
}

export function signUpPage(view: Frame & { email: string; name: string; notice?: Notice }): Page {
  const { path, email, name } = view;
  return frame(
    view,
    "Create an account",
    html`<h1>Create your account</h1>
<p class="soft">Your own squad of agents, minutes away.</p>
${notice(view.notice)}
<form method="post" action="${path}/sign-up">
<div class="field">
<label for="name">Name</label>
<input id="name" name="name" autocomplete="name" maxlength="100" required value="${name}" ${name === "" && html`autofocus`}>
</div>
${emailField(email, false)}
${newPasswordField("Password")}
<button class="primary">Create account</button>
</form>`,
    html`Already have an account? <a href="${path}/sign-in">Sign in</a>`,
  );
}

export function verifyPage(view: Frame & { email: string; notice?: Notice }): Page {
  const { path, email } = view;
  return frame(
    view,
    "Check your e-mail",
    html`<h1>Check your e-mail</h1>
<p class="soft">We sent a code to <strong>${email}</strong>.</p>
${notice(view.notice)}
<form method="post" action="${path}/verify">
${codeField}
<button class="primary">Continue</button>
</form>`,
    resendHint(path),
  );
}

export function forgotPage(view: Frame & { email: string; notice?: Notice }): Page {
  const { path, email } = view;
  return frame(
    view,
    "Forgot password",
    html`<h1>Forgot your password?</h1>
<p class="soft">Enter your e-mail address. We will send you a code to set a new password.</p>
${notice(view.notice)}
<form method="post" action="${path}/forgot">
${emailField(email, true)}
<button class="primary">Send code</button>
</form>`,
    html`Remembered it? <a href="${path}/sign-in">Sign in</a>`,
  );
}

export function resetPage(view: Frame & { email: string; notice?: Notice }): Page {
  const { path, email } = view;
  return frame(
    view,
    "Choose a new password",
    html`<h1>Choose a new password</h1>
<p class="soft">If <strong>${email}</strong> has an account, we have sent it a code.</p>
${notice(view.notice)}
<form method="post" action="${path}/reset">
${codeField}
${newPasswordField("New password")}
<button class="primary">Save and sign in</button>
</form>`,
    resendHint(path),
  );
}

export function signOutPage(view: { form: Html; webOrigin: string }): Page {
  return frame(
    { formAction: [view.webOrigin] },
    "Sign out",
    html`<h1>Sign out?</h1>
<p class="soft">You will need to sign in again in this browser.</p>
${view.form}
<form method="get" action="${view.webOrigin}/"><button class="secondary">Stay signed in</button></form>`,
  );
}

/** A page with a message and a way back. */
export function messagePage(view: { title: string; text: string; webOrigin: string }): Page {
  return frame(
    { formAction: [] },
    view.title,
    html`<h1>${view.title}</h1>
<p class="soft">${view.text}</p>`,
    html`<a href="${view.webOrigin}/">Go to Clawe</a>`,
  );
}

/** Answers a request to one of the provider's own routes with the page. */
export function respondWith(ctx: KoaContextWithOIDC, page: Page): void {
  const { headers, markup } = renderPage(page);
  ctx.set(headers);
  ctx.body = markup;
}
