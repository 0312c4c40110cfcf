// How the web app renders the Markdown that people and agents write.
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "../../web/src/ui/markdown.tsx";
import { mentionableNames, RichText } from "../../web/src/ui/rich-text.tsx";

const agent = (agentId: string, name: string) => ({
  agentId,
  name,
  role: "Writer",
  emoji: "✍️",
  heartbeatMinutes: [],
  state: "online" as const,
});
const squad = [agent("main", "Clawe"), agent("inky", "Inky")];

/** The markup without its classes, which say nothing about what is rendered. */
const render = (text: string) =>
  renderToStaticMarkup(createElement(Markdown, { text, mentions: mentionableNames(squad) })).replaceAll(
    / class="[^"]*"/g,
    "",
  );
const linksIn = (text: string) => [...render(text).matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);

describe("Markdown", () => {
  it("renders a table with its alignment", () => {
    const markup = render("| Name | Price |\n| --- | ---: |\n| Acme | 9 |");
    expect(markup).toContain("<th>Name</th>");
    expect(markup).toContain('<td style="text-align:right">9</td>');
  });

  it("renders nested lists, numbered lists from their number, and quotes", () => {
    expect(render("- one\n  - two")).toMatch(/<ul>\s*<li>one\s*<ul>\s*<li>two<\/li>/);
    expect(render("3. three\n4. four")).toMatch(/<ol start="3">\s*<li>three<\/li>/);
    expect(render("> quoted")).toMatch(/<blockquote>\s*<p>quoted<\/p>/);
  });

  it("renders emphasis, inline code and fenced code", () => {
    expect(render("**bold** and `code`")).toBe("<p><strong>bold</strong> and <code>code</code></p>");
    expect(render("```js\nif (a < b) {}\n```")).toContain("<pre><code>if (a &lt; b) {}\n</code></pre>");
  });

  it("keeps single line breaks", () => expect(render("one\ntwo")).toMatch(/^<p>one<br\/>\s*two<\/p>$/));

  it("renders a task list with boxes that cannot be ticked", () =>
    expect(render("- [x] done")).toMatch(/<input type="checkbox" disabled="" checked=""\/> done/));

  it("starts headings below the headings of the page", () =>
    expect(render("# Title\n### Part")).toBe("<h4>Title</h4>\n<h5>Part</h5>"));

  it.each([
    ["<script>alert(1)</script>", "&lt;script&gt;"],
    ["<img src=x onerror=alert(1)>", "&lt;img"],
    ["text <b onclick=alert(1)>bold</b>", "&lt;b onclick"],
    ['<iframe src="https://example.com"></iframe>', "&lt;iframe"],
  ])("shows the raw HTML %s as text", (html, text) => {
    expect(render(html)).toContain(text);
    expect(render(html)).not.toMatch(/<(script|img|b|iframe)\b/);
  });
});

describe("a link in Markdown", () => {
  it("links to web and e-mail addresses, written as links or bare", () => {
    expect(linksIn("[a](https://example.com/a) [b](http://example.com) <https://example.com/c>")).toEqual([
      "https://example.com/a",
      "http://example.com",
      "https://example.com/c",
    ]);
    expect(linksIn("see https://example.com/d. Or bo@example.com")).toEqual([
      "https://example.com/d",
      "mailto:bo@example.com",
    ]);
  });

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java&#10;script:alert(1)",
    "&#106;avascript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
    "/account/acc_1",
    "//example.com",
    "#part",
  ])("shows a link to %s as text", (url) => {
    expect(linksIn(`[here](${url}) [there][ref]\n\n[ref]: ${url}`)).toEqual([]);
    expect(render(`[here](${url})`)).toContain("here");
  });

  it("opens links in a new tab without telling the target about the app", () =>
    expect(render("[a](https://example.com)")).toContain(
      'target="_blank" rel="noopener noreferrer nofollow"',
    ));
});

describe("an image in Markdown", () => {
  it("renders an image as a link and does not load it", () => {
    expect(render("![chart](https://example.com/x.png)")).not.toContain("<img");
    expect(linksIn("![chart](https://example.com/x.png)")).toEqual(["https://example.com/x.png"]);
    expect(render("![](https://example.com/x.png)")).toContain(">Image</a>");
  });

  it("renders an image inside a link or with an unsafe address as its alternative text", () => {
    expect(linksIn("[![chart](https://a.example/x.png)](https://b.example)")).toEqual(["https://b.example"]);
    expect(render("![chart](javascript:alert(1))")).toBe("<p>chart</p>");
  });
});

describe("a mention in Markdown", () => {
  it("highlights mentions of an agent's name or id in any case", () => {
    expect(render("@Inky and @MAIN, @clawe.")).toBe(
      "<p><mark>@Inky</mark> and <mark>@MAIN</mark>, <mark>@clawe</mark>.</p>",
    );
    expect(render("**@inky**\n\n| a |\n| - |\n| @inky |")).toMatch(
      /<strong><mark>@inky<\/mark><\/strong>.*<td><mark>@inky<\/mark><\/td>/s,
    );
  });

  it.each(["@nobody", "`@inky`", "```\n@inky\n```", "[@inky](https://example.com)", "me@inky", "@@inky"])(
    "does not highlight a mention in %j",
    (text) => expect(render(text)).not.toContain("<mark"),
  );
});

describe("rich text", () => {
  it("shows a text as it was written until the renderer has loaded", () =>
    expect(renderToStaticMarkup(createElement(RichText, { text: "**bold**\n<b>", agents: squad }))).toMatch(
      /<p class="whitespace-pre-line">\*\*bold\*\*\n&lt;b&gt;<\/p>/,
    ));
});
